import { nameLab } from '../../../lab/kit/name-lab.ts';

const trap = 'dns-name-not-found';
const pod =
  'search shop.svc.cluster.example svc.cluster.example cluster.example\nnameserver 127.0.0.1\noptions ndots:5\n';

export default nameLab({
  trap,
  title: { en: 'A name that is in no name server', zh: '域名服务器里没有的名字' },
  question: {
    en: 'What do Go clients print for a name that does not exist, and how many questions does it cost?',
    zh: '名字不存在时 Go 客户端打印什么，要问多少次？',
  },
  situations: [
    {
      id: 'dns',
      title: { en: 'NewClient or Dial with dns', zh: '用 dns 的 NewClient 或 Dial' },
      target: 'dns:///missing.example:50051',
      server: {},
    },
    {
      id: 'passthrough',
      title: { en: 'passthrough', zh: '用 passthrough' },
      target: 'passthrough:///missing.example:50051',
      server: {},
    },
    {
      id: 'search-list',
      title: { en: 'a short name, with the search list of a pod', zh: '短名字，Pod 的搜索列表' },
      target: 'dns:///missing.shop:50051',
      resolvConf: pod,
      server: {},
    },
    {
      id: 'found-last',
      title: {
        en: 'a complete name that is there, with the search list of a pod',
        zh: '存在的完整名字，Pod 的搜索列表',
      },
      target: 'dns:///greeter.shop.svc.cluster.example:50051',
      resolvConf: pod,
      server: { names: { 'greeter.shop.svc.cluster.example': { A: ['127.0.0.1'] } } },
      trap: 'nowhere',
      unforetold: true,
    },
    {
      id: 'found-with-dot',
      title: { en: 'the same with a dot at its end', zh: '同上，末尾带点' },
      target: 'dns:///greeter.shop.svc.cluster.example.:50051',
      resolvConf: pod,
      server: { names: { 'greeter.shop.svc.cluster.example': { A: ['127.0.0.1'] } } },
      trap: 'nowhere',
      unforetold: true,
    },
    {
      id: 'looked-up-before',
      title: { en: 'two clients one after the other: nothing is kept', zh: '两个客户端先后查询：什么也没有缓存' },
      target: 'dns:///greeter.shop.svc.cluster.example:50051',
      resolvConf: pod,
      repeat: 2,
      server: { names: { 'greeter.shop.svc.cluster.example': { A: ['127.0.0.1'] } } },
      trap: 'nowhere',
      unforetold: true,
    },
    {
      id: 'truncated',
      title: { en: 'an answer that does not fit into UDP', zh: 'UDP 装不下的回答' },
      target: 'dns:///greeter.example:50051',
      server: { names: { 'greeter.example': { A: ['127.0.0.1'], truncated: true } } },
      trap: 'nowhere',
      unforetold: true,
    },
    {
      id: 'alias',
      title: { en: 'another name that has the address', zh: '别名指向有地址的名字' },
      target: 'dns:///greeter.example:50051',
      server: { names: { 'greeter.example': { A: ['127.0.0.1'], cname: 'real.example' } } },
      trap: 'nowhere',
      unforetold: true,
    },
    {
      id: 'no-config-lookup',
      title: {
        en: 'the same without the lookup of a service configuration',
        zh: '同上，不查服务配置',
      },
      target: 'dns:///greeter.shop.svc.cluster.example:50051',
      resolvConf: pod,
      env: { GRPC_ENABLE_TXT_SERVICE_CONFIG: 'false' },
      server: { names: { 'greeter.shop.svc.cluster.example': { A: ['127.0.0.1'] } } },
      trap: 'nowhere',
      unforetold: true,
    },
    {
      id: 'not-a-name',
      title: { en: 'a placeholder that nobody filled in', zh: '没有被替换的占位符' },
      target: 'passthrough:///$GREETER:50051',
      server: {},
    },
  ],
});
