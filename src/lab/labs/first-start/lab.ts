import { join } from 'node:path';
import type { Bench } from '../../kit/bench.ts';
import { GRPC } from '../../kit/catalog.ts';
import type { Bilingual } from '../../kit/environment.ts';
import { normalise } from '../../kit/normalise.ts';
import { mustRun } from '../../kit/process.ts';
import { defineLab, isWanted, type Measured, type Row } from '../../lab.ts';

/** A client and a server with their transport security, as the flags of `labs/first-start`. */
interface Pair {
  readonly id: string;
  readonly title: Bilingual;
  readonly flags: readonly string[];
}

const pairs: readonly Pair[] = [
  {
    id: 'none-plaintext',
    title: { en: 'client without credentials, server without', zh: '客户端未给凭据，服务端也没有' },
    flags: ['-client=none', '-server=plaintext'],
  },
  {
    id: 'insecure-plaintext',
    title: { en: 'insecure client, server without credentials', zh: '客户端 insecure，服务端没有凭据' },
    flags: ['-client=insecure', '-server=plaintext'],
  },
  {
    id: 'tls-plaintext',
    title: { en: 'TLS client, server without credentials', zh: '客户端 TLS，服务端没有凭据' },
    flags: ['-client=tls', '-server=plaintext'],
  },
  {
    id: 'insecure-tls',
    title: { en: 'insecure client, TLS server', zh: '客户端 insecure，服务端 TLS' },
    flags: ['-client=insecure', '-server=tls'],
  },
  {
    id: 'insecure-closes',
    title: { en: 'insecure client, a peer that accepts and closes', zh: '客户端 insecure，对端接受连接后就关闭' },
    flags: ['-client=insecure', '-server=closes'],
  },
  {
    id: 'tls-tls',
    title: { en: 'TLS client, TLS server', zh: '客户端 TLS，服务端 TLS' },
    flags: ['-client=tls', '-server=tls'],
  },
  {
    id: 'tls-other-authority',
    title: { en: 'TLS client that does not know the authority', zh: '客户端 TLS，但不认识签发证书的 CA' },
    flags: ['-client=tls-other-authority', '-server=tls'],
  },
  {
    id: 'tls-other-name',
    title: { en: 'TLS client that expects another name', zh: '客户端 TLS，但期望另一个名称' },
    flags: ['-client=tls-other-name', '-server=tls'],
  },
  {
    id: 'refused',
    title: { en: 'insecure client, nothing listens', zh: '客户端 insecure，没有服务在监听' },
    flags: ['-client=insecure', '-server=none'],
  },
];

/** The versions whose words differ. */
const versions = ['v1.45.0', 'v1.50.1', 'v1.60.1', 'v1.85.0'];

const callMs = 20_000;
const mostTries = 10;

async function built(bench: Bench, version: string, folder: string): Promise<string> {
  const seed = await bench.seed({
    program: 'first-start',
    // The one go line that all of these versions can be used with.
    go: version === 'v1.85.0' ? '1.26.0' : '1.21',
    require: { [GRPC]: version },
    plugins: [],
    protocLine: [],
  });
  const program = join(folder, `first-start-${version}`);
  await bench.go(['build', '-o', program, '.'], seed);
  return program;
}

/**
 * What the client prints at the end. Up to v1.50 its own closing of the connection and the end of the peer race, and now and
 * then it tells of the former; then it is asked again.
 */
async function ending(argv: readonly string[]): Promise<string> {
  let text = '';
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { stdout } = await mustRun(argv, { cwd: '/', env: {}, timeoutMs: callMs });
    text = normalise(stdout.trim(), []);
    if (!text.includes('use of closed network connection')) break;
  }
  return text;
}

/** How the call of this pair ends with each version: one row, one column a version. */
async function measure({ id, flags }: Pair, programs: ReadonlyMap<string, string>): Promise<Row> {
  const says: Record<string, string> = {};
  for (const [version, program] of programs) {
    says[version] = await ending([program, ...flags]);
  }
  return { id, ...says };
}

export default defineLab({
  id: 'first-start',
  title: { en: 'Transport security on the first start', zh: '首次启动时的传输安全' },
  question: {
    en: 'What does a client print for each pair of plaintext and TLS, and since when?',
    zh: '明文与 TLS 的各种组合下，客户端输出什么？哪些版本如此？',
  },
  traps: [],
  article: [
    '1.tls.tls-by-default',
    '1.tls.no-server-certificate',
    '1.tls.preface-text',
    '1.tls.disable-on-server',
    '1.script.row-tls',
  ],
  rowsOf: {
    '1.tls.tls-by-default': ['none-plaintext', 'insecure-plaintext', 'tls-tls'],
    '1.tls.no-server-certificate': ['insecure-plaintext', 'tls-plaintext'],
    '1.tls.preface-text': ['insecure-tls', 'insecure-closes', 'tls-plaintext'],
    '1.tls.disable-on-server': ['none-plaintext', 'insecure-plaintext', 'insecure-tls'],
  },
  rowTitles: Object.fromEntries(pairs.map(({ id, title }) => [id, title])),
  table: versions.map((column) => ({ column, title: { en: `grpc-go ${column}`, zh: `grpc-go ${column}` } })),
  async run(context): Promise<Measured> {
    const programs = new Map<string, string>();
    for (const version of versions) programs.set(version, await built(context.bench, version, context.work));
    const rows: Row[] = [];
    for (const pair of pairs.filter(({ id }) => isWanted({}, context, id))) {
      rows.push(await measure(pair, programs));
      context.progress(`first-start ${pair.id}`);
    }
    return { rows, problems: [] };
  },
});
