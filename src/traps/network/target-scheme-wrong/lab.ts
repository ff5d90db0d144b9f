import { type NameSituation, nameLab } from '../../../lab/kit/name-lab.ts';

/** A target that is refused, or whose host is in no name server: none of them leads to an address. */
function situation(id: string, target: string): NameSituation {
  return { id, title: { en: target, zh: target }, target, server: {} };
}

export default nameLab({
  trap: 'target-scheme-wrong',
  title: { en: 'Targets that grpc-go reads otherwise', zh: 'grpc-go 读法不同的目标' },
  question: {
    en: 'What do Go clients make of URLs, lists, and targets with a slash too few?',
    zh: '写成 URL、列表或少写斜杠的目标，Go 客户端怎么理解？',
  },
  situations: [
    situation('http-with-port', 'http://greeter.example:50051'),
    situation('https-without-port', 'https://greeter.example'),
    situation('https-with-path', 'https://greeter.example/v1'),
    situation('tcp', 'tcp://greeter.example:50051'),
    situation('grpc', 'grpc://greeter.example:50051'),
    situation('xds', 'xds:///greeter'),
    situation('dns-two-slashes', 'dns://greeter.example:50051'),
    situation('passthrough-two-slashes', 'passthrough://greeter.example:50051'),
    situation('unix-two-slashes', 'unix://run/greeter.sock'),
    situation('list', '10.99.0.1:50051,10.99.0.2:50051'),
    situation('ip6-without-brackets', '2001:db8::5:50051'),
    situation('ip6-zone', '[fe80::1%eth0]:50051'),
    situation('no-port', 'dns:///greeter.example:'),
    situation('named-port', '10.99.0.1:grpc'),
    situation('empty', 'dns:///'),
    { ...situation('three-slashes', 'dns:///127.0.0.1:50051'), trap: 'nowhere', unforetold: true },
    { ...situation('escaped-zone', 'dns:///[::1%25lo]:50051'), trap: 'nowhere', unforetold: true, newestOnly: true },
  ],
});
