import { nameLab } from '../../../lab/kit/name-lab.ts';

const suffixes = 'search shop.svc.cluster.example svc.cluster.example cluster.example\n';
const pod = `${suffixes}nameserver 127.0.0.1\noptions ndots:5\n`;
const quickPod = `${suffixes}nameserver 127.0.0.1\noptions ndots:5 timeout:1 attempts:1\n`;
const quick = 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n';
const patientMs = 60_000;

export default nameLab({
  trap: 'dns-server-unreachable',
  title: { en: 'Name servers that do not answer', zh: '没有应答的域名服务器' },
  question: {
    en: 'What do Go clients print, how long do they wait, and how often do they ask where a name server is dead?',
    zh: '域名服务器没有应答时，Go 客户端打印什么、等多久、问多少次？',
  },
  short: ['silent', 'silent-pod', 'refused', 'failure', 'no-servers', 'first-of-two', 'passthrough-silent', 'deadline'],
  situations: [
    {
      id: 'silent',
      title: { en: 'silent, `timeout:1 attempts:1`', zh: '没有应答，`timeout:1 attempts:1`' },
      target: 'dns:///greeter.example:50051',
      resolvConf: quick,
      server: { others: 'silence' },
      deadlineMs: 10_000,
      timed: true,
    },
    {
      id: 'silent-pod',
      title: {
        en: 'silent, the search list of a pod, `timeout:1 attempts:1`',
        zh: '没有应答，Pod 的搜索列表，`timeout:1 attempts:1`',
      },
      target: 'dns:///greeter.shop.svc.cluster.example:50051',
      resolvConf: quickPod,
      server: { others: 'silence' },
      deadlineMs: 15_000,
      timed: true,
    },
    {
      id: 'refused',
      title: { en: 'nobody listens at port 53', zh: '53 端口上没有程序在监听' },
      target: 'dns:///greeter.example:50051',
      server: null,
    },
    {
      id: 'failure',
      title: { en: 'SERVFAIL', zh: 'SERVFAIL' },
      target: 'dns:///greeter.example:50051',
      server: { others: 'failure' },
    },
    {
      id: 'failure-passthrough',
      title: { en: 'SERVFAIL, passthrough', zh: 'SERVFAIL，用 passthrough' },
      target: 'passthrough:///greeter.example:50051',
      server: { others: 'failure' },
    },
    {
      id: 'no-servers',
      title: { en: 'a resolv.conf that names no server', zh: 'resolv.conf 里没有服务器' },
      target: 'dns:///greeter.example:50051',
      resolvConf: '# nothing\n',
      server: null,
    },
    {
      id: 'first-of-two',
      title: { en: 'the first of two servers is silent', zh: '两台服务器里第一台没有应答' },
      target: 'dns:///greeter.example:50051',
      resolvConf: 'nameserver 10.99.0.2\nnameserver 127.0.0.1\noptions timeout:1\n',
      server: { names: { 'greeter.example': { A: ['127.0.0.1'] } } },
      trap: 'beside',
      unforetold: true,
    },
    {
      id: 'passthrough-silent',
      title: { en: 'silent, passthrough', zh: '没有应答，用 passthrough' },
      target: 'passthrough:///greeter.example:50051',
      resolvConf: quick,
      server: { others: 'silence' },
      deadlineMs: 10_000,
    },
    {
      id: 'deadline',
      title: { en: 'silent, and a call with a deadline of 2 s', zh: '没有应答，调用的截止时间是 2 秒' },
      target: 'dns:///greeter.shop.svc.cluster.example:50051',
      resolvConf: pod,
      server: { others: 'silence' },
      deadlineMs: 2000,
      unforetold: true,
    },
    {
      id: 'hosts-file',
      title: { en: 'silent, and a name that the hosts file has', zh: '没有应答，而名字在 hosts 文件里' },
      target: 'dns:///localhost:50051',
      resolvConf: 'nameserver 127.0.0.1\noptions timeout:1 attempts:2\n',
      server: { others: 'silence' },
      deadlineMs: 10_000,
      trap: 'nowhere',
      unforetold: true,
      timed: true,
    },
    {
      id: 'silent-default',
      title: { en: 'silent, one name, what is usual', zh: '没有应答，一个名字，默认设置' },
      target: 'dns:///greeter.example:50051',
      server: { others: 'silence' },
      deadlineMs: patientMs,
      timed: true,
    },
    {
      id: 'silent-pod-default',
      title: { en: 'silent, a pod, what is usual', zh: '没有应答，Pod，默认设置' },
      target: 'dns:///greeter.shop.svc.cluster.example:50051',
      resolvConf: pod,
      server: { others: 'silence' },
      deadlineMs: patientMs,
      timed: true,
    },
    {
      id: 'silent-pod-dot',
      title: { en: 'the same with a dot at the end of the name', zh: '同上，名字末尾带点' },
      target: 'dns:///greeter.shop.svc.cluster.example.:50051',
      resolvConf: pod,
      server: { others: 'silence' },
      deadlineMs: patientMs,
      timed: true,
    },
    {
      id: 'passthrough-pod-default',
      title: { en: 'silent, a pod, passthrough', zh: '没有应答，Pod，用 passthrough' },
      target: 'passthrough:///greeter.shop.svc.cluster.example:50051',
      resolvConf: pod,
      server: { others: 'silence' },
      deadlineMs: patientMs,
      timed: true,
    },
  ],
});
