import { buildProgram, newestClient } from '../../../lab/kit/grpc-clients.ts';
import { run } from '../../../lab/kit/process.ts';
import { type Backends, withoutMachine } from '../../../lab/kit/proxied.ts';
import { type Printed, proxyTextLab } from '../../../lab/kit/proxy-text-lab.ts';
import type { LabContext } from '../../../lab/lab.ts';

const trap = 'http1-client-to-grpc-server';

export default proxyTextLab({
  trap,
  title: { en: 'A client of HTTP/1 calls a gRPC server', zh: 'HTTP/1 客户端调用 gRPC 服务端' },
  question: {
    en: 'What do programs that speak HTTP/1 print when they call a gRPC port, and what does grpc-go log?',
    zh: '说 HTTP/1 的程序调用 gRPC 端口时输出什么，grpc-go 记录什么？',
  },
  situations: [
    {
      id: 'curl',
      title: { en: 'curl', zh: 'curl' },
      byHand: (at, context) => curl(at, context, []),
      names: `proven: ${trap}`,
    },
    {
      id: 'curl-options',
      title: { en: 'curl -X OPTIONS, as a browser asks first', zh: 'curl -X OPTIONS，浏览器会先这样问' },
      byHand: (at, context) => curl(at, context, ['-X', 'OPTIONS']),
      names: `proven: ${trap}`,
    },
    {
      id: 'go',
      title: { en: 'net/http of Go', zh: 'Go 的 net/http' },
      byHand: (at, context) => goProgram(at, context),
      names: `proven: ${trap}`,
    },
    {
      id: 'node-http',
      title: { en: 'node:http', zh: 'node:http' },
      byHand: (at, context) => said(at, context, [process.execPath, '-e', nodeScript, at.grpc]),
      names: `likely: ${trap}`,
    },
    {
      id: 'node-fetch',
      title: { en: 'fetch of Node', zh: 'Node 的 fetch' },
      byHand: (at, context) => said(at, context, [process.execPath, '-e', fetchScript, at.grpc]),
      names: `likely: ${trap}`,
    },
    {
      id: 'curl-http2',
      title: { en: 'curl --http2-prior-knowledge', zh: 'curl --http2-prior-knowledge' },
      byHand: (at, context) =>
        curl(at, context, ['--http2-prior-knowledge', '-o', '/dev/null', '-w', '%{http_code}\n']),
      names: null,
    },
  ],
});

const path = '/grpc.health.v1.Health/Check';
const nodeScript = `
  const [host, port] = process.argv[1].split(':');
  const request = require('node:http').request({ host, port, method: 'POST', path: '${path}' }, (answer) => console.log(answer.statusCode));
  request.on('error', (error) => console.log(String(error))).end('{}');
`;
const fetchScript = `
  fetch('http://' + process.argv[1] + '${path}', { method: 'POST', body: '{}' })
    .then((answer) => console.log(answer.status), (error) => console.log(String(error), String(error.cause)));
`;

function curl(at: Backends, context: LabContext, words: readonly string[]): Promise<Printed> {
  return said(at, context, ['curl', '-sS', ...words, `http://${at.grpc}${path}`]);
}

async function goProgram(at: Backends, context: LabContext): Promise<Printed> {
  const built = await buildProgram(context.bench, { program: 'http1-client', ...newestClient });
  if ('refused' in built) throw new Error(built.refused);
  return said(at, context, [built.bin, at.grpc]);
}

/** A server writes its line a moment after the client has its answer. */
const momentMs = 200;

async function said(at: Backends, { work }: LabContext, argv: readonly string[]): Promise<Printed> {
  const env = { PATH: process.env.PATH ?? '' };
  const { stdout, stderr } = await run(argv, { cwd: work, env, timeoutMs: 30_000 });
  await new Promise((resolve) => setTimeout(resolve, momentMs));
  const server = at.logged();
  return { client: withoutMachine(`${stdout}${stderr}`.trim()), ...(server && { server }) };
}
