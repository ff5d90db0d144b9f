import { join } from 'node:path';
import { CertificateFolder } from '../../kit/certificates.ts';
import type { Bilingual } from '../../kit/environment.ts';
import { labCertificates } from '../../kit/lab-certificates.ts';
import { excerpt } from '../../kit/normalise.ts';
import { run, start } from '../../kit/process.ts';
import { buildTlsPrograms, programReleases } from '../../kit/tls-programs.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';

/** One server and one client, by the names of their folders, and what becomes of them. */
interface Pair {
  readonly id: string;
  readonly title: Bilingual;
  readonly server: 'plaintext-server' | 'ca-server' | 'mtls-server';
  readonly client: 'plaintext-client' | 'ca-client' | 'mtls-client' | 'typed-client';
  /** What the server sends. */
  readonly chain?: readonly string[];
  /** They understand each other. */
  readonly works: boolean;
  /** Who is first decides what the client prints. */
  readonly race?: true;
}

const kinds = ['plaintext', 'ca', 'mtls'] as const;
const words: Readonly<Record<(typeof kinds)[number], Bilingual>> = {
  plaintext: { en: 'plaintext', zh: '明文' },
  ca: { en: 'private CA', zh: '私有 CA' },
  mtls: { en: 'mTLS', zh: '双向 TLS' },
};

/** Each client at each server. A client with a certificate is welcome where none is asked for. */
const plain: readonly Pair[] = kinds.flatMap((client) =>
  kinds.map((server): Pair => {
    const works = client === server || (client === 'mtls' && server === 'ca');
    const isRace = !works && server !== 'plaintext';
    return {
      id: `${client}-at-${server}`,
      title: {
        en: `client: ${words[client].en}, server: ${words[server].en}`,
        zh: `客户端：${words[client].zh}，服务器：${words[server].zh}`,
      },
      server: `${server}-server`,
      client: `${client}-client`,
      works,
      ...(isRace && { race: true }),
    };
  }),
);

function typed(id: string, title: Bilingual, chain: readonly string[]): Pair {
  return { id: `typed-${id}`, title, server: 'ca-server', client: 'typed-client', chain, works: id === 'well' };
}

/** What the client with watched credentials tells of faults. */
const watched: readonly Pair[] = [
  typed('well', { en: 'watched credentials, all is well', zh: '带记录的凭据，一切正常' }, ['good', 'intermediate']),
  typed('expired', { en: 'watched credentials, expired', zh: '带记录的凭据，证书过期' }, ['expired']),
  typed('name', { en: 'watched credentials, another name', zh: '带记录的凭据，名称不符' }, ['wrong-name']),
  typed('authority', { en: 'watched credentials, another authority', zh: '带记录的凭据，CA 不同' }, ['foreign']),
  typed('usage', { en: 'watched credentials, for clients alone', zh: '带记录的凭据，只用于客户端' }, ['client-usage']),
  typed('constraint', { en: 'watched credentials, name constraint', zh: '带记录的凭据，名称约束' }, [
    'outside-permitted',
    'permits-example',
  ]),
  typed('path', { en: 'watched credentials, path length', zh: '带记录的凭据，路径长度' }, [
    'too-deep',
    'below-short',
    'short-intermediate',
  ]),
  typed('critical', { en: 'watched credentials, critical extension', zh: '带记录的凭据，关键扩展' }, [
    'critical-unknown',
  ]),
  {
    id: 'typed-plaintext',
    title: { en: 'watched credentials, a plaintext server', zh: '带记录的凭据，明文服务器' },
    server: 'plaintext-server',
    client: 'typed-client',
    works: false,
  },
];

const pairs = [...plain, ...watched];
const callMs = 30_000;

export default defineLab({
  id: 'tls-programs',
  title: { en: 'Whole programs with TLS', zh: '使用 TLS 的完整程序' },
  question: {
    en: 'Do the programs of the explanations compile and understand each other, with three releases of grpc-go on each side?',
    zh: '说明里的程序，在两端各用三个版本的 grpc-go，能否编译并互通？',
  },
  traps: ['tls-to-plaintext', 'tls-plaintext-to-tls', 'tls-unknown-authority', 'mtls-client-cert-missing'],
  article: ['4.1.masks', '4.1.text-only', '4.1.bypass'],
  rowsOf: {
    '4.1.masks': ['typed-expired', 'typed-name', 'typed-authority', 'typed-usage', 'typed-constraint', 'typed-path'],
    '4.1.text-only': ['typed-expired', 'typed-authority'],
    '4.1.bypass': ['typed-expired', 'typed-well'],
  },
  short: ['ca-at-ca', 'ca-at-plaintext', 'typed-expired'],
  rowTitles: Object.fromEntries(pairs.map(({ id, title }) => [id, title])),
  table: [
    { column: 'works', title: { en: 'works', zh: '互通' } },
    { column: 'says', title: { en: 'the client prints', zh: '客户端的输出' } },
  ],
  run: measure,
});

async function measure(context: LabContext): Promise<Measured> {
  const wanted = pairs.filter(({ id }) =>
    isWanted({ short: ['ca-at-ca', 'ca-at-plaintext', 'typed-expired'] }, context, id),
  );
  const releases = context.form === 'full' ? programReleases : programReleases.slice(-1);
  const builds: { release: string; path: (name: string) => string }[] = [];
  for (const release of releases)
    builds.push({ release, path: await buildTlsPrograms(context.bench, release, context.work) });
  const certificates = await CertificateFolder.open(join(context.work, 'certificates'), labCertificates);
  const rows: Row[] = [];
  const problems: string[] = [];
  for (const pair of wanted) {
    const said = new Map<string, string[]>();
    for (const server of builds) {
      for (const { release, text, works } of await callAll(pair, server.path, builds, certificates, context.work)) {
        if (works !== pair.works)
          problems.push(`${pair.id}: client ${release}, server ${server.release}: ${text.join(' | ')}`);
        const key = text.join('\n');
        said.set(key, [...(said.get(key) ?? []), `${release} at ${server.release}`]);
      }
    }
    rows.push({
      id: pair.id,
      works: pair.works,
      ...(context.form === 'full' && !pair.race && { says: saidBy(said, builds.length ** 2) }),
    });
    context.progress(`tls-programs ${pair.id}`);
  }
  return { rows, problems };
}

/** Lines, or by which pairs of releases they are printed, where not all print the same. */
function saidBy(said: ReadonlyMap<string, readonly string[]>, all: number): Cell {
  const entries = [...said];
  const [only] = entries;
  if (only && only[1].length === all) return only[0].split('\n');
  return entries.map(([text, by]) => ({ by, says: text.split('\n') }));
}

interface Heard {
  readonly release: string;
  readonly works: boolean;
  readonly text: string[];
}

/** One server, and the client of every release. */
async function callAll(
  { server, client, chain = ['good', 'intermediate'] }: Pair,
  path: (name: string) => string,
  clients: readonly { release: string; path: (name: string) => string }[],
  certificates: CertificateFolder,
  cwd: string,
): Promise<Heard[]> {
  const root = await certificates.file(['root']);
  const own =
    server === 'plaintext-server' ? [] : [await certificates.file(chain), await certificates.key(chain[0] ?? '')];
  const more = server === 'mtls-server' ? [root] : [];
  await using running = await start([path(server), '127.0.0.1:0', ...own, ...more], { cwd, env: {} });
  if (running.firstLine === undefined) throw new Error(`${server}: ${running.stderr()}`);
  const port = running.firstLine.split(':').at(-1) ?? '';
  const identity =
    client === 'mtls-client' ? [await certificates.file(['client']), await certificates.key('client')] : [];
  const trust = client === 'plaintext-client' ? [] : [root];
  const heard: Heard[] = [];
  for (const { release, path: of } of clients) {
    const argv = [of(client), `localhost:${port}`, ...trust, ...identity];
    const { rc, stdout, stderr } = await run(argv, { cwd, env: {}, timeoutMs: callMs });
    heard.push({ release, works: rc === 0, text: excerpt(`${stdout}${stderr}`, []) });
  }
  return heard;
}
