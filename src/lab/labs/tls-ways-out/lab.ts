import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CertificateFolder } from '../../kit/certificates.ts';
import type { Bilingual } from '../../kit/environment.ts';
import { labCertificates } from '../../kit/lab-certificates.ts';
import { excerpt, normalise } from '../../kit/normalise.ts';
import { type Background, run, start } from '../../kit/process.ts';
import { buildTlsPrograms } from '../../kit/tls-programs.ts';
import type { PluginTool } from '../../kit/tools.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';

/** A finding, and which lines of its fixes are run. */
interface WayOut {
  readonly id: string;
  readonly title: Bilingual;
  readonly trap: string;
  /** What the server sends, and whom the client trusts at first. */
  readonly chain: readonly string[];
  readonly ca?: string;
  /** The server demands a certificate of the client. */
  readonly mutual?: true;
  /** Without TLS. */
  readonly plaintext?: true;
  /** The name of a fix's lines: `openssl 3`, `mkcert`, `any shell`, `grpc-doctor`. */
  readonly shell: string;
  /** Files that the lines expect, from certificates of the lab. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  /** What the server sends afterwards: a file that the lines have made. */
  readonly sends?: string;
  /** The client's words afterwards; default: those of the first probe. */
  readonly afterwards?: readonly string[];
}

const again = { shell: 'openssl 3', sends: 'server.pem' } as const;

const ways: readonly WayOut[] = [
  {
    id: 'common-name',
    title: { en: 'a common name alone: issued again', zh: '只有通用名称：重新签发' },
    trap: 'tls-cn-only',
    chain: ['common-name-only'],
    ...again,
  },
  {
    id: 'common-name-mkcert',
    title: { en: 'the same by mkcert', zh: '同上，用 mkcert' },
    trap: 'tls-cn-only',
    chain: ['common-name-only'],
    shell: 'mkcert',
    sends: 'server.pem',
  },
  {
    id: 'expired',
    title: { en: 'expired: issued again', zh: '过期：重新签发' },
    trap: 'tls-expired',
    chain: ['expired'],
    ...again,
  },
  {
    id: 'name',
    title: { en: 'another name: issued again', zh: '名称不符：重新签发' },
    trap: 'tls-name-mismatch',
    chain: ['wrong-name'],
    ...again,
  },
  {
    id: 'name-asked',
    title: { en: 'another name: asked for by it', zh: '名称不符：按证书的名称访问' },
    trap: 'tls-name-mismatch',
    chain: ['wrong-name'],
    shell: 'grpc-doctor',
    afterwards: ['--servername', 'other.example'],
  },
  {
    id: 'sha1',
    title: { en: 'SHA-1: issued again', zh: 'SHA-1：重新签发' },
    trap: 'tls-weak-signature',
    chain: ['sha1-signature'],
    ...again,
  },
  {
    id: 'usage',
    title: { en: 'for clients alone: issued again', zh: '只用于客户端：重新签发' },
    trap: 'tls-key-usage',
    chain: ['client-usage'],
    ...again,
  },
  {
    id: 'no-authority',
    title: { en: 'signed by no authority: by the authority', zh: '签发者不是 CA：由 CA 签发' },
    trap: 'tls-key-usage',
    chain: ['under-no-authority', 'not-an-authority'],
    ...again,
  },
  {
    id: 'serial',
    title: { en: 'a negative serial: issued again', zh: '负的序列号：重新签发' },
    trap: 'tls-malformed-certificate',
    chain: ['negative-serial'],
    ...again,
  },
  {
    id: 'intermediate',
    title: { en: 'no intermediate: it is sent', zh: '缺中间证书：发送它' },
    trap: 'tls-unknown-authority',
    chain: ['good'],
    shell: 'any shell',
    files: { 'server.pem': ['good'], 'intermediate.pem': ['intermediate'] },
    sends: 'chain.pem',
  },
  {
    id: 'remade',
    title: { en: 'an authority made again: a file with both', zh: 'CA 重新生成过：文件里两个都放' },
    trap: 'tls-unknown-authority',
    chain: ['of-root-remade'],
    shell: 'any shell',
    files: { 'server.pem': ['of-root-remade'], 'old-ca.pem': ['root'], 'new-ca.pem': ['root-remade'] },
  },
  {
    id: 'self-signed',
    title: { en: 'signed by itself: an authority', zh: '自签名：改由 CA 签发' },
    trap: 'tls-unknown-authority',
    chain: ['self-signed'],
    ...again,
  },
  {
    id: 'self-signed-pinned',
    title: { en: 'signed by itself: fetched and trusted', zh: '自签名：取来并信任' },
    trap: 'tls-unknown-authority',
    chain: ['self-signed'],
    shell: 'any shell',
  },
  {
    id: 'client-certificate',
    title: { en: 'no client certificate: one is issued', zh: '没有客户端证书：签发一张' },
    trap: 'mtls-client-cert-missing',
    chain: ['good', 'intermediate'],
    mutual: true,
    shell: 'openssl 3',
    afterwards: ['--as', 'mtls', '--cert', 'client.pem', '--key', 'client.key'],
  },
  {
    id: 'plaintext',
    title: { en: 'a plaintext server: the client speaks plaintext', zh: '明文服务器：客户端也用明文' },
    trap: 'tls-to-plaintext',
    chain: [],
    plaintext: true,
    shell: 'grpc-doctor',
    afterwards: ['--as', 'plaintext'],
  },
];

const MKCERT: PluginTool = { kind: 'plugin', name: 'mkcert', package: 'filippo.io/mkcert', version: 'v1.4.4' };
const short = ['common-name', 'intermediate'];
const lineMs = 60_000;

export default defineLab({
  id: 'tls-ways-out',
  title: { en: 'The ways out of TLS faults, run', zh: '实际执行 TLS 故障的解决办法' },
  question: {
    en: 'Does the endpoint work once the lines of a finding have been run, word for word?',
    zh: '逐字执行报告里的命令之后，端点能用吗？',
  },
  traps: [...new Set(ways.map(({ trap }) => trap))],
  short,
  rowTitles: Object.fromEntries(ways.map(({ id, title }) => [id, title])),
  table: [
    { column: 'before', title: { en: 'the finding', zh: '报告' } },
    { column: 'ran', title: { en: 'what was run', zh: '执行的命令' } },
    { column: 'after', title: { en: 'the probe afterwards', zh: '之后的探测' } },
  ],
  run: measure,
});

async function measure(context: LabContext): Promise<Measured> {
  if (context.doctor === null) return { rows: [], problems: ['the doctor is not built'] };
  const path = await buildTlsPrograms(context.bench, '1.85.0', context.work);
  const certificates = await CertificateFolder.open(join(context.work, 'certificates'), labCertificates);
  const mkcert = (await context.bench.tools.ensure(MKCERT)).bin;
  const rows: Row[] = [];
  const problems: string[] = [];
  for (const way of ways.filter(({ id }) => isWanted({ short }, context, id))) {
    const row = await go(way, { doctor: context.doctor, path, certificates, mkcert, work: context.work });
    rows.push(row);
    if (JSON.stringify(row.after) !== '[]') problems.push(`${way.id}: still ${JSON.stringify(row.after)}`);
    context.progress(`tls-ways-out ${way.id}`);
  }
  return { rows, problems };
}

interface Tools {
  readonly doctor: readonly string[];
  readonly path: (name: string) => string;
  readonly certificates: CertificateFolder;
  readonly mkcert: string;
  readonly work: string;
}

/** Probes, runs what the finding says in a folder with the files that it speaks of, and probes again. */
async function go(way: WayOut, tools: Tools): Promise<Row> {
  const folder = join(tools.work, way.id);
  await prepare(folder, way, tools);
  const chain = way.plaintext ? '' : await tools.certificates.file(way.chain);
  const key = way.plaintext ? '' : await tools.certificates.key(way.chain[0] ?? '');
  const first = await serve(way, folder, tools, chain, key);
  const port = portOf(first);
  const target = `localhost:${port}`;
  const asked = ['--as', 'tls', '--ca', 'ca.pem'];
  const before = await probe(tools, folder, [...asked, target]);
  const lines = before.lines.filter(({ shell }) => shell === way.shell).map(({ line }) => line);
  const ran: string[] = [];
  for (const line of lines) {
    ran.push(normalise(line, [{ path: `${folder}/`, name: '' }]).replaceAll(`localhost:${port}`, 'localhost:<port>'));
    // The probe itself is asked below, for its JSON.
    if (way.shell !== 'grpc-doctor') await runLine(line, folder);
  }
  let server = first;
  let place = target;
  if (way.sends !== undefined) {
    await first[Symbol.asyncDispose]();
    server = await serve(way, folder, tools, join(folder, way.sends), join(folder, 'server.key'));
    place = `localhost:${portOf(server)}`;
  }
  await using _running = server;
  const trust = way.plaintext ? [] : ['--ca', 'ca.pem'];
  const after = await probe(tools, folder, [...trust, ...(way.afterwards ?? ['--as', 'tls']), place]);
  return {
    id: way.id,
    before: before.titles
      .map((title) => title.replaceAll(`:${port}`, ':<port>').replace(/\d+ days/, '<n> days'))
      .slice(0, 1),
    ran,
    after: after.titles,
  };
}

async function prepare(
  folder: string,
  { files = {}, ca = 'root' }: WayOut,
  { certificates, mkcert }: Tools,
): Promise<void> {
  await mkdir(join(folder, 'mkcert'), { recursive: true });
  await copyFile(await certificates.file([ca]), join(folder, 'ca.pem'));
  await copyFile(await certificates.key(ca), join(folder, 'ca.key'));
  // mkcert has an authority of its own; here it is that of the lab.
  await copyFile(await certificates.file([ca]), join(folder, 'mkcert/rootCA.pem'));
  await copyFile(await certificates.key(ca), join(folder, 'mkcert/rootCA-key.pem'));
  await copyFile(mkcert, join(folder, 'mkcert/mkcert'));
  for (const [name, ids] of Object.entries(files)) {
    const texts = await Promise.all(ids.map(async (id) => readFile(await certificates.file([id]), 'utf8')));
    await writeFile(join(folder, name), texts.join(''));
    if (name === 'server.pem') await copyFile(await certificates.key(ids[0] ?? ''), join(folder, 'server.key'));
  }
}

async function serve(
  { plaintext, mutual }: WayOut,
  cwd: string,
  { path, certificates }: Tools,
  chain: string,
  key: string,
): Promise<Background> {
  const name = plaintext ? 'plaintext-server' : mutual ? 'mtls-server' : 'ca-server';
  const own = plaintext ? [] : [chain, key];
  const clients = mutual ? [await certificates.file(['root'])] : [];
  const server = await start([path(name), '127.0.0.1:0', ...own, ...clients], { cwd, env: takesAll });
  if (server.firstLine === undefined) throw new Error(`${name}: ${server.stderr()}`);
  return server;
}

/** A server that is wrong on purpose has to load what it sends. */
const takesAll = { GODEBUG: 'x509negativeserial=1' };

function portOf({ firstLine = '' }: Background): string {
  return firstLine.split(':').at(-1) ?? '';
}

async function runLine(line: string, cwd: string): Promise<void> {
  const env = { PATH: `${join(cwd, 'mkcert')}:${process.env.PATH ?? ''}`, HOME: cwd, CAROOT: join(cwd, 'mkcert') };
  const { rc, stdout, stderr } = await run(['sh', '-c', line], { cwd, env, timeoutMs: lineMs });
  // Before it is mended, `openssl verify` may well say so.
  if (rc !== 0 && !line.startsWith('openssl verify'))
    throw new Error(`${line}: ${excerpt(`${stdout}${stderr}`, []).join(' | ')}`);
}

interface Report {
  readonly findings: readonly {
    readonly title: string;
    readonly severity: string;
    readonly fixes: readonly { readonly lines?: readonly { readonly shell: string; readonly line: string }[] }[];
  }[];
}

/** Titles at warning and above, and the lines of the fixes of the first finding. */
async function probe({ doctor }: Tools, cwd: string, words: readonly string[]) {
  const argv = [...doctor, 'probe', '--format', 'json', ...words];
  const { stdout, stderr } = await run(argv, { cwd, env: { PATH: cwd, HOME: cwd }, timeoutMs: lineMs });
  if (stdout === '') throw new Error(stderr);
  const { findings } = JSON.parse(stdout) as Report;
  const worth = findings.filter(({ severity }) => severity !== 'info');
  return {
    titles: worth.map(({ title }) => title) as Cell & string[],
    lines: worth[0]?.fixes.flatMap(({ lines = [] }) => lines) ?? [],
  };
}
