import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CertificateFolder } from '../../../lab/kit/certificates.ts';
import { askProbe, type ProbeVerdict } from '../../../lab/kit/doctor-probe.ts';
import type { Bilingual } from '../../../lab/kit/environment.ts';
import { startServers } from '../../../lab/kit/fault-servers.ts';
import { type ClientSpec, makeCalls } from '../../../lab/kit/grpc-calls.ts';
import { buildClient, newestClient } from '../../../lab/kit/grpc-clients.ts';
import { labCertificates } from '../../../lab/kit/lab-certificates.ts';
import { findNginx, startNginx } from '../../../lab/kit/nginx.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Measured, type Row } from '../../../lab/lab.ts';

const trap = 'http-gateway-error-response';
const plaintext: ClientSpec = { as: 'plaintext' };
const tls: ClientSpec = { as: 'tls', ca: ['root'], serverName: 'localhost' };

/** A server of nginx before a gRPC server in plaintext. */
interface Behind {
  readonly id: string;
  readonly title: Bilingual;
  readonly listen: string;
  /** From the address of the live backend, that of a closed port, and the certificate. */
  readonly body: (at: { readonly live: string; readonly closed: string; readonly pair: string }) => string;
  readonly client: ClientSpec;
  /** The trap that the probe names first; null: none. */
  readonly trap: string | null;
}

const behind: readonly Behind[] = [
  {
    id: 'grpc-pass',
    title: { en: 'grpc_pass to the server', zh: 'grpc_pass 指向服务端' },
    listen: 'http2',
    body: ({ live }) => `location / { grpc_pass grpc://${live}; }`,
    client: plaintext,
    trap: null,
  },
  {
    id: 'backend-down',
    title: { en: 'grpc_pass to a closed port', zh: 'grpc_pass 指向关闭的端口' },
    listen: 'http2',
    body: ({ closed }) => `location / { grpc_pass grpc://${closed}; }`,
    client: plaintext,
    trap,
  },
  {
    id: 'grpcs-to-plaintext',
    title: { en: 'grpcs:// to a server without TLS', zh: 'grpcs:// 指向不带 TLS 的服务端' },
    listen: 'http2',
    body: ({ live }) => `location / { grpc_pass grpcs://${live}; }`,
    client: plaintext,
    trap,
  },
  {
    id: 'no-location',
    title: { en: 'no location for the path', zh: '没有匹配路径的 location' },
    listen: 'http2',
    body: ({ live }) => `location /lab.Greeter/ { grpc_pass grpc://${live}; }`,
    client: plaintext,
    trap,
  },
  {
    id: 'location-of-health',
    title: { en: 'a location for health alone', zh: '只有健康检查的 location' },
    listen: 'http2',
    body: ({ live }) => `location /grpc.health.v1.Health/ { grpc_pass grpc://${live}; }`,
    client: plaintext,
    trap: null,
  },
  {
    id: 'proxy-pass',
    title: { en: 'proxy_pass in place of grpc_pass', zh: '用 proxy_pass 代替 grpc_pass' },
    listen: 'http2',
    body: ({ live }) => `location / { proxy_pass http://${live}; }`,
    client: plaintext,
    trap,
  },
  {
    id: 'without-http2',
    title: { en: 'listen without http2', zh: 'listen 没有 http2' },
    listen: '',
    body: ({ live }) => `location / { grpc_pass grpc://${live}; }`,
    client: plaintext,
    trap: 'http1-server-instead-of-grpc',
  },
  {
    id: 'tls-without-http2',
    title: { en: 'listen with ssl and without http2', zh: 'listen 有 ssl，没有 http2' },
    listen: 'ssl',
    body: ({ live, pair }) => `${pair} location / { grpc_pass grpc://${live}; }`,
    client: tls,
    trap: 'http1-server-instead-of-grpc',
  },
  {
    id: 'tls',
    title: { en: 'listen with ssl and http2', zh: 'listen 有 ssl 和 http2' },
    listen: 'ssl http2',
    body: ({ live, pair }) => `${pair} location / { grpc_pass grpc://${live}; }`,
    client: tls,
    trap: null,
  },
];

const lab = defineLab({
  id: trap,
  title: { en: 'nginx before a gRPC server', zh: '挡在 gRPC 服务端前面的 nginx' },
  question: {
    en: 'What does a client print for each mistake in the configuration of nginx, what does nginx log, and what does the probe name?',
    zh: 'nginx 配置的每种错误，客户端输出什么，nginx 记录什么，探测指出什么？',
  },
  traps: [trap, 'http1-server-instead-of-grpc'],
  rowTitles: Object.fromEntries(behind.map(({ id, title }) => [id, title])),
  table: [
    { column: 'client', title: { en: 'the newest client prints', zh: '最新客户端的输出' } },
    { column: 'log', title: { en: 'nginx logs', zh: 'nginx 的日志' } },
    { column: 'doctor', title: { en: 'grpc-doctor probe', zh: 'grpc-doctor probe' } },
  ],
  // What nginx makes of the other two hangs on who is first: a reset, an answer too early, or nothing until the deadline.
  short: behind.map(({ id }) => id).filter((id) => id !== 'proxy-pass' && id !== 'grpcs-to-plaintext'),
  run: async (context) => {
    const nginx = await findNginx(context.bench.folders, context.progress);
    if (!nginx) {
      context.progress('skipped: nginx not found (apt-get install nginx)');
      return { rows: [], problems: [] };
    }
    return measure(context, nginx);
  },
});

type Tool = NonNullable<Awaited<ReturnType<typeof findNginx>>>;

async function measure(context: LabContext, tool: Tool): Promise<Measured> {
  const folder = join(context.work, 'nginx');
  await mkdir(folder, { recursive: true });
  const certificates = await CertificateFolder.open(join(context.work, 'certificates'), labCertificates);
  await using servers = await startServers(context.bench, certificates, folder, {
    live: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both', services: ['lab.Greeter'] } },
    closed: { serve: 'nothing' },
  });
  const chain = await certificates.file(['good', 'intermediate']);
  const pair = `ssl_certificate ${chain}; ssl_certificate_key ${await certificates.key('good')};`;
  const at = { live: servers.addresses.live ?? '', closed: servers.addresses.closed ?? '', pair };
  const rows: Row[] = [];
  const problems: string[] = [];
  for (const one of behind.filter(({ id }) => isWanted(lab, context, id))) {
    // Each has an nginx and a log of its own.
    const own = join(folder, one.id);
    await using nginx = await startNginx(tool, own, { it: { listen: one.listen, body: one.body(at) } });
    const target = `127.0.0.1:${nginx.ports.it}`;
    const client = await callBy(context, one, target, certificates, folder);
    const doctor = await probeBy(context, one, target, certificates, folder);
    const log = logged(await readFile(join(own, 'error.log'), 'utf8'));
    if (doctor && (doctor.findings[0]?.trap ?? null) !== one.trap)
      problems.push(
        `${one.id}: the probe names ${doctor.findings[0]?.trap ?? 'nothing'}, not ${one.trap ?? 'nothing'}`,
      );
    if (doctor && withoutVersion(doctor.predicted) !== client)
      problems.push(`${one.id}: foretold was ${doctor.predicted}`);
    rows.push({ id: one.id, client, log, ...(doctor && { doctor: cellOf(doctor) }) });
    context.progress(`${trap} ${one.id}: ${client}`);
  }
  return { rows, problems };
}

async function callBy(
  { bench }: LabContext,
  { id, client }: Behind,
  target: string,
  certificates: CertificateFolder,
  folder: string,
): Promise<string> {
  const built = await buildClient(bench, newestClient);
  if ('refused' in built) throw new Error(built.refused);
  const said = await makeCalls(built.bin, [{ id, target, client, repeat: 1 }], certificates, {
    folder,
    placeholders: [],
  });
  return withoutVersion(said.get(id)?.texts.join(' / ') ?? '');
}

async function probeBy(
  { doctor }: LabContext,
  { client }: Behind,
  target: string,
  certificates: CertificateFolder,
  folder: string,
) {
  if (doctor === null) return undefined;
  const verdict = await askProbe({
    doctor,
    build: newestClient,
    target,
    client,
    more: [],
    certificates,
    folder,
    placeholders: [],
  });
  if ('failure' in verdict) throw new Error(verdict.failure);
  return verdict;
}

/** The pages of nginx name its version, which is that of the machine. */
function withoutVersion(text: string): string {
  return text.replaceAll(/nginx\/\d+\.\d+\.\d+/g, 'nginx/<version>');
}

function cellOf({ findings, predicted }: ProbeVerdict): Cell {
  return {
    findings: findings.map(({ severity, trap: found }) => `${severity}: ${found}`),
    predicted: withoutVersion(predicted),
  };
}

/** What nginx says of the first call that failed, without times, numbers and addresses. */
function logged(log: string): string {
  const line = log.split('\n').find((one) => /\[(?:error|crit)\]/.test(one)) ?? '';
  const said = /\[(?:error|crit)\] \d+#\d+: \*\d+ (.*?)(?:, client: |$)/.exec(line)?.[1] ?? '';
  return said.replace(/127\.0\.0\.1:\d+/g, '<address>').replaceAll(/"[^"]*\/html/g, '"<folder>/html');
}

export default lab;
