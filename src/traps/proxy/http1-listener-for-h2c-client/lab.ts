import { join } from 'node:path';
import { CertificateFolder } from '../../../lab/kit/certificates.ts';
import { startServers } from '../../../lab/kit/fault-servers.ts';
import { labCertificates } from '../../../lab/kit/lab-certificates.ts';
import { start } from '../../../lab/kit/process.ts';
import { callOnce } from '../../../lab/kit/proxied.ts';
import { type Printed, proxyTextLab } from '../../../lab/kit/proxy-text-lab.ts';
import type { LabContext } from '../../../lab/lab.ts';

const trap = 'http1-listener-for-h2c-client';

export default proxyTextLab({
  trap,
  title: { en: 'A listener of HTTP/1 is called in HTTP/2', zh: '用 HTTP/2 连接只说 HTTP/1 的监听端口' },
  question: {
    en: 'What do a gRPC client without TLS and a listener of HTTP/1 print?',
    zh: '不带 TLS 的 gRPC 客户端和只说 HTTP/1 的监听端口各输出什么？',
  },
  situations: [
    {
      id: 'nginx',
      title: { en: 'nginx: listen without http2', zh: 'nginx：listen 没有 http2' },
      nginx: { listen: '', body: ({ grpc }) => `location / { grpc_pass grpc://${grpc}; }` },
      names: `proven: ${trap}`,
    },
    {
      id: 'python',
      title: { en: 'http.server of Python', zh: 'Python 的 http.server' },
      byHand: (_, context) => python(context),
      names: `proven: ${trap}`,
    },
    {
      id: 'node',
      title: { en: 'node:http, whose clientError is logged', zh: 'node:http，记录 clientError' },
      byHand: async (at, context) => ({ client: await callOnce(context, at.http1), log: at.refused() }),
      names: `proven: ${trap}`,
    },
    {
      id: 'go',
      title: { en: 'net/http of Go', zh: 'Go 的 net/http' },
      byHand: (_, context) => go(context),
      names: 'proven: http1-server-instead-of-grpc',
    },
    {
      id: 'nginx-http2',
      title: { en: 'nginx: listen with http2', zh: 'nginx：listen 有 http2' },
      nginx: { listen: 'http2', body: ({ grpc }) => `location / { grpc_pass grpc://${grpc}; }` },
      names: null,
    },
  ],
});

const script = [
  'import http.server',
  's = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)',
  'print(s.server_address[1])',
  's.serve_forever()',
].join('\n');

async function python(context: LabContext): Promise<Printed> {
  const env = { PATH: process.env.PATH ?? '' };
  await using server = await start(['python3', '-u', '-c', script], { cwd: context.work, env });
  const client = await callOnce(context, `127.0.0.1:${server.firstLine}`);
  return {
    client,
    log: server
      .stderr()
      .trim()
      .replace(/\[\d[^\]]*\]/g, '[<time>]'),
  };
}

/** It prints nothing by itself. */
async function go(context: LabContext): Promise<Printed> {
  const certificates = await CertificateFolder.open(join(context.work, 'certificates'), labCertificates);
  await using servers = await startServers(context.bench, certificates, context.work, { it: { serve: 'http1' } });
  return { client: await callOnce(context, servers.addresses.it ?? '') };
}
