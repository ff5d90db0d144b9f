import { nameLab } from '../../../lab/kit/name-lab.ts';

export default nameLab({
  trap: 'name-resolver-zero-addresses',
  title: { en: 'Answers without an address', zh: '没有地址的回答' },
  question: {
    en: 'Which answers of a name server become "produced zero addresses"?',
    zh: '域名服务器的哪些回答会变成 "produced zero addresses"？',
  },
  situations: [
    {
      id: 'no-record',
      title: { en: 'the name is there, without an address', zh: '名字存在，没有地址' },
      target: 'dns:///mail.example:50051',
      server: { names: { 'mail.example': {} } },
    },
    {
      id: 'refused',
      title: { en: 'REFUSED', zh: 'REFUSED' },
      target: 'dns:///greeter.example:50051',
      server: { others: 'refused' },
    },
    {
      id: 'lame',
      title: { en: 'a server that is not for such names', zh: '不管这类名字的服务器' },
      target: 'dns:///greeter.example:50051',
      server: { others: 'lame' },
    },
    {
      id: 'no-record-passthrough',
      title: { en: 'no address, passthrough', zh: '没有地址，用 passthrough' },
      target: 'passthrough:///mail.example:50051',
      server: { names: { 'mail.example': {} } },
    },
    {
      id: 'refused-passthrough',
      title: { en: 'REFUSED, passthrough', zh: 'REFUSED，用 passthrough' },
      target: 'passthrough:///greeter.example:50051',
      server: { others: 'refused' },
    },
    {
      id: 'ip6-only',
      title: { en: 'an address of IPv6 only', zh: '只有 IPv6 地址' },
      target: 'dns:///six.example:50051',
      server: { names: { 'six.example': { AAAA: ['::1'] } } },
      trap: 'nowhere',
      unforetold: true,
    },
  ],
});
