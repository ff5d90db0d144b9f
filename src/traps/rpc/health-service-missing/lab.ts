import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import type { ClientSpec } from '../../../lab/kit/grpc-calls.ts';

const plaintext: ClientSpec = { as: 'plaintext' };

export default endpointLab({
  trap: 'health-service-missing',
  title: { en: 'A server without the health service', zh: '没有健康检查服务的服务端' },
  question: { en: 'What does a health check print?', zh: '健康检查输出什么？' },
  situations: [
    {
      id: 'missing',
      title: { en: 'no health service', zh: '没有健康检查服务' },
      server: { serve: 'grpc', grpc: { reflection: 'both' } },
      client: plaintext,
    },
    {
      id: 'missing-asked',
      title: { en: 'the same, asked for a service', zh: '同上，询问某个服务' },
      server: { serve: 'grpc', grpc: { reflection: 'both', services: ['lab.Greeter'] } },
      client: { ...plaintext, service: 'lab.Greeter' },
    },
    {
      id: 'there',
      title: { en: 'it is there', zh: '有健康检查服务' },
      server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' } },
      client: plaintext,
      trap: null,
    },
  ],
});
