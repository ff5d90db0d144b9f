import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import type { ClientSpec } from '../../../lab/kit/grpc-calls.ts';

const plaintext: ClientSpec = { as: 'plaintext' };
const health = 'serving';

export default endpointLab({
  trap: 'reflection-not-enabled',
  title: { en: 'A server without reflection', zh: '没有反射的服务端' },
  question: {
    en: 'Does a client without reflection miss anything, and which versions does the probe find?',
    zh: '没有反射时客户端会缺什么吗？探测能找到哪些版本？',
  },
  situations: [
    {
      id: 'none',
      title: { en: 'none', zh: '没有' },
      server: { serve: 'grpc', grpc: { health } },
      client: plaintext,
    },
    {
      id: 'v1alpha',
      title: { en: 'v1alpha only', zh: '只有 v1alpha' },
      server: { serve: 'grpc', grpc: { health, reflection: 'v1alpha' } },
      client: plaintext,
    },
    {
      id: 'v1',
      title: { en: 'v1 only', zh: '只有 v1' },
      server: { serve: 'grpc', grpc: { health, reflection: 'v1' } },
      client: plaintext,
      trap: null,
    },
    {
      id: 'both',
      title: { en: 'both', zh: '两个版本都有' },
      server: { serve: 'grpc', grpc: { health, reflection: 'both' } },
      client: plaintext,
      trap: null,
    },
  ],
});
