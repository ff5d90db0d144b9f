import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import type { ClientSpec } from '../../../lab/kit/grpc-calls.ts';

const plaintext: ClientSpec = { as: 'plaintext' };

export default endpointLab({
  trap: 'health-not-serving',
  title: { en: 'What the health service says', zh: '健康检查服务的回答' },
  question: {
    en: 'What does a client get when the server does not serve, or does not know the name?',
    zh: '服务端不提供服务，或者不认识这个名字时，客户端得到什么？',
  },
  situations: [
    {
      id: 'not-serving',
      title: { en: 'NOT_SERVING for the whole server', zh: '整个服务端 NOT_SERVING' },
      server: { serve: 'grpc', grpc: { health: 'not-serving', reflection: 'both' } },
      client: plaintext,
    },
    {
      id: 'service-not-serving',
      title: { en: 'NOT_SERVING for one service', zh: '某个服务 NOT_SERVING' },
      server: {
        serve: 'grpc',
        grpc: {
          health: 'serving',
          healthOf: { 'lab.Greeter': 'not-serving' },
          reflection: 'both',
          services: ['lab.Greeter'],
        },
      },
      client: { ...plaintext, service: 'lab.Greeter' },
    },
    {
      id: 'served-and-unknown',
      title: { en: 'a service whose health was never set', zh: '从未设置过状态的服务' },
      server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both', services: ['lab.Greeter'] } },
      client: { ...plaintext, service: 'lab.Greeter' },
    },
    {
      id: 'serving',
      title: { en: 'SERVING', zh: 'SERVING' },
      server: {
        serve: 'grpc',
        grpc: {
          health: 'serving',
          healthOf: { 'lab.Greeter': 'serving' },
          reflection: 'both',
          services: ['lab.Greeter'],
        },
      },
      client: { ...plaintext, service: 'lab.Greeter' },
      trap: null,
    },
  ],
});
