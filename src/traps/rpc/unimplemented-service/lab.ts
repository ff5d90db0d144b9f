import { endpointLab, type Situation } from '../../../lab/kit/endpoint-lab.ts';
import type { Bilingual } from '../../../lab/kit/environment.ts';
import type { ServerSpec } from '../../../lab/kit/fault-servers.ts';
import type { ClientSpec } from '../../../lab/kit/grpc-calls.ts';

const server = (...services: string[]): ServerSpec => ({
  serve: 'grpc',
  grpc: { health: 'serving', reflection: 'both', services },
});
/** A call of the service, as the user's client makes it. */
const calls = (method: string): ClientSpec => ({ as: 'plaintext', method });
/** The probe may only ask health for it. */
const asks = (service: string): ClientSpec => ({ as: 'plaintext', service });
const kinds: readonly { id: string; title: Bilingual; has: readonly string[]; wanted: string }[] = [
  {
    id: 'other-package',
    title: { en: 'the same name in another package', zh: '名字相同，包不同' },
    has: ['lab.v1.Greeter'],
    wanted: 'lab.v2.Greeter',
  },
  { id: 'letters', title: { en: 'small letters', zh: '大小写不同' }, has: ['lab.Greeter'], wanted: 'lab.greeter' },
  {
    id: 'other-server',
    title: { en: 'another server', zh: '另一个服务端' },
    has: ['billing.Invoices'],
    wanted: 'lab.Greeter',
  },
  {
    id: 'nothing-registered',
    title: { en: 'nothing but health and reflection', zh: '只有健康检查和反射' },
    has: [],
    wanted: 'lab.Greeter',
  },
];

export default endpointLab({
  trap: 'unimplemented-service',
  title: { en: 'A service that is not there', zh: '不存在的服务' },
  question: {
    en: 'What does a client print that calls a service, or a method, that the server does not have?',
    zh: '客户端调用服务端没有的服务或方法时输出什么？',
  },
  situations: [
    ...kinds.flatMap(({ id, title, has, wanted }): Situation[] => [
      {
        id: `${id}-called`,
        title: { en: `${title.en}: a call`, zh: `${title.zh}：调用` },
        server: server(...has),
        client: calls(`/${wanted}/Say`),
        unseen: true,
      },
      {
        id,
        title: { en: `${title.en}: health and the probe`, zh: `${title.zh}：健康检查与探测` },
        server: server(...has),
        client: asks(wanted),
      },
    ]),
    {
      id: 'method-called',
      title: { en: 'the service is there, the method is not: a call', zh: '服务在，方法不在：调用' },
      server: server('lab.Greeter'),
      client: calls('/lab.Greeter/Shout'),
      unseen: true,
    },
    {
      id: 'there',
      title: { en: 'the service is there, and its health is not set', zh: '服务在，但没有设置状态' },
      server: server('lab.Greeter'),
      client: asks('lab.Greeter'),
      trap: 'health-not-serving',
    },
  ],
});
