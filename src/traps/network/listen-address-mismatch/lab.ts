import { endpointLab } from '../../../lab/kit/endpoint-lab.ts';
import type { ServerSpec } from '../../../lab/kit/fault-servers.ts';
import type { ClientSpec } from '../../../lab/kit/grpc-calls.ts';

const plaintext: ClientSpec = { as: 'plaintext' };
const well: ServerSpec = { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' } };
const portOf = (address: string): string => address.slice(address.lastIndexOf(':'));

export default endpointLab({
  trap: 'listen-address-mismatch',
  title: { en: 'A server at another address of the same machine', zh: '服务端在同一台机器的另一个地址' },
  question: {
    en: 'What does a client print that dials another address than the one the server listens at?',
    zh: '客户端连的地址和服务端监听的不同，会输出什么？',
  },
  situations: [
    {
      // All of 127.0.0.0/8 is this machine, and each of its addresses is one of its own.
      id: 'other-ipv4',
      title: { en: 'listens at 127.0.0.1, dialed at 127.0.0.2', zh: '监听 127.0.0.1，连 127.0.0.2' },
      server: well,
      client: plaintext,
      target: (address) => `127.0.0.2${portOf(address)}`,
    },
    {
      id: 'ipv6-only',
      title: { en: 'listens at ::1, dialed at 127.0.0.1', zh: '监听 ::1，连 127.0.0.1' },
      server: { ...well, network: 'tcp6' },
      client: plaintext,
      target: (address) => `127.0.0.1${portOf(address)}`,
    },
    {
      id: 'ipv4-only',
      title: { en: 'listens at 127.0.0.1, dialed at ::1', zh: '监听 127.0.0.1，连 ::1' },
      server: well,
      client: plaintext,
      target: (address) => `[::1]${portOf(address)}`,
    },
    {
      id: 'same',
      title: { en: 'the same address', zh: '同一个地址' },
      server: well,
      client: plaintext,
      trap: null,
    },
  ],
});
