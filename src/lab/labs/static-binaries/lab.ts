import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { go } from '../../kit/catalog.ts';
import { whereIs } from '../../kit/offline.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';
import { type Build, buildProgram, builds, inspect, opened, runInRoot, type Tools } from './builds.ts';
import { rowsOf, rowTitles } from './rows.ts';

const versions = ['1.26.8', '1.21.13'] as const;
const short = ['file', 'start', 'dns', 'user'];

/** What the program is told to do; `start` does nothing, so all that it opens, every program of that build opens. */
const calls = [
  'start',
  'dns',
  'localhost',
  'user',
  'user-lookup',
  'port',
  'zone',
  'local-zone',
  'roots',
  'temp',
  'mime',
  'home',
];

/** What helps in an empty root: files and variables, and the build where a tag is it. */
interface Cure {
  readonly id: string;
  readonly call: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: 'with zones';
  readonly file?: 'authorities' | 'zones' | 'zones of go' | 'users' | 'folder';
}

const cures: readonly Cure[] = [
  { id: 'cure-roots-file', call: 'roots', file: 'authorities' },
  { id: 'cure-roots-variable', call: 'roots', env: { SSL_CERT_FILE: '/pki/ca.pem' } },
  { id: 'cure-zone-tag', call: 'zone', program: 'with zones' },
  { id: 'cure-zone-variable', call: 'zone', file: 'zones', env: { ZONEINFO: '/zones.zip' } },
  { id: 'cure-zone-goroot', call: 'zone', file: 'zones of go', env: { GOROOT: '/usr/local/go' } },
  { id: 'local-zone-without', call: 'local-zone', env: { TZ: 'Asia/Shanghai' } },
  { id: 'cure-local-zone-tag', call: 'local-zone', program: 'with zones', env: { TZ: 'Asia/Shanghai' } },
  {
    id: 'cure-local-zone-variable',
    call: 'local-zone',
    file: 'zones',
    env: { TZ: 'Asia/Shanghai', ZONEINFO: '/zones.zip' },
  },
  {
    id: 'cure-local-zone-goroot',
    call: 'local-zone',
    file: 'zones of go',
    env: { TZ: 'Asia/Shanghai', GOROOT: '/usr/local/go' },
  },
  { id: 'user-home-only', call: 'user', env: { HOME: '/' } },
  { id: 'cure-user-variables', call: 'user', env: { USER: 'app', HOME: '/' } },
  { id: 'cure-user-file', call: 'user', file: 'users' },
  { id: 'cure-temp-folder', call: 'temp', file: 'folder' },
];

/** The programs that cures are tried on: they do not know where the Go was that built them. */
const trimmed = { plain: ['-trimpath'], 'with zones': ['-trimpath', '-tags', 'timetzdata'] };

export default defineLab({
  id: 'static-binaries',
  title: { en: 'Static binaries, and what they open while they run', zh: '静态二进制，以及它运行时打开的文件' },
  question: {
    en: 'Is a program of CGO_ENABLED=0 static, which files does each function open with and without cgo, and what is missed in an empty root?',
    zh: 'CGO_ENABLED=0 编译的程序是静态的吗？启用和不启用 cgo 时，各个函数分别打开哪些文件？在空的根目录里缺什么？',
  },
  traps: ['ca-bundle-missing', 'tzdata-missing', 'image-user-missing', 'temporary-folder-missing'],
  article: [
    '2.2.static-fails',
    '2.2.pure-go',
    '2.2.resolv-conf',
    '2.2.build',
    '2.2.ldd-text',
    '2.2.readelf',
    '2.2.ldd-empty',
    '2.2.strace',
    '2.2.not-link-time',
    '2.2.row-dns',
    '2.2.row-user',
    '2.2.row-linking',
    '2.2.diagram',
  ],
  short,
  rowsOf,
  rowTitles,
  table: [
    { column: 'cgo0', title: { en: 'CGO_ENABLED=0', zh: 'CGO_ENABLED=0' } },
    { column: 'cgo1', title: { en: 'CGO_ENABLED=1', zh: 'CGO_ENABLED=1' } },
    { column: 'tags', title: { en: '=1, -tags netgo,osusergo', zh: '=1，-tags netgo,osusergo' } },
    {
      column: 'static',
      title: { en: '=1, -linkmode external -extldflags -static', zh: '=1，-linkmode external -extldflags -static' },
    },
    { column: 'empty root', title: { en: 'CGO_ENABLED=0 in an empty root', zh: 'CGO_ENABLED=0，空的根目录' } },
    { column: 'empty root, cgo', title: { en: '=1 in an empty root', zh: '=1，空的根目录' } },
    {
      column: 'empty root, static',
      title: { en: 'the static one with libc in an empty root', zh: '带 libc 的静态程序，空的根目录' },
    },
    { column: 'Go 1.21', title: { en: 'with Go 1.21', zh: 'Go 1.21' } },
  ],
  run: runStatic,
});

/** What `apt-get install` brings, by what is looked for. */
const packages: Readonly<Record<keyof Tools, string>> = {
  unshare: 'util-linux',
  chroot: 'coreutils',
  strace: 'strace',
  ldd: 'libc-bin',
  readelf: 'binutils',
  gcc: 'gcc libc6-dev',
};

async function runStatic(context: LabContext): Promise<Measured> {
  const tools = await findTools();
  if ('missing' in tools) {
    context.progress(`skipped: ${tools.missing.join(', ')} not found (apt-get install ${tools.packages.join(' ')})`);
    return { rows: [], problems: [] };
  }
  const [newest, old] = versions;
  const rows = await measure(context, tools.found, newest);
  const before = context.form === 'full' ? await measure(context, tools.found, old) : undefined;
  return {
    rows: rows.map((row) => {
      const earlier = before?.find(({ id }) => id === row.id);
      return earlier ? { ...row, 'Go 1.21': differences(row, earlier) } : row;
    }),
    problems: [],
  };
}

/** `same`, or what the older Go does in other columns. */
function differences(row: Row, earlier: Row): string {
  const other = Object.entries(earlier).filter(([column, value]) => row[column] !== value);
  return other.length === 0 ? 'same' : other.map(([column, value]) => `${column}: ${value}`).join('; ');
}

async function findTools(): Promise<{ found: Tools } | { missing: string[]; packages: string[] }> {
  const names = Object.keys(packages) as (keyof Tools)[];
  const places = await Promise.all(names.map(whereIs));
  const missing = names.filter((_, at) => places[at] === '');
  if (missing.length > 0) return { missing, packages: missing.map((name) => packages[name]) };
  return { found: Object.fromEntries(names.map((name, at) => [name, places[at]])) as unknown as Tools };
}

async function measure(context: LabContext, tools: Tools, version: string): Promise<Row[]> {
  const folder = join(context.work, version);
  await mkdir(join(folder, 'pki'), { recursive: true });
  const linkers: Record<string, string> = {};
  for (const build of builds) {
    const { stderr } = await buildProgram(context, version, build, join(folder, build.id));
    const warned = stderr.matchAll(/Using '(\w+)' in statically linked applications/g);
    linkers[build.id] = [...new Set([...warned].map(([, name]) => name))].sort().join(', ');
    context.progress(`static-binaries: Go ${version}, ${build.id} built`);
  }
  await inspect([join(folder, 'cgo0'), 'make-ca'], join(folder, 'pki'));
  const wanted = (id: string): boolean => isWanted({ short }, context, id);
  const rows: Row[] = wanted('file') ? await describe(tools, folder, linkers) : [];
  for (const call of calls.filter(wanted)) rows.push(await rowOf(tools, folder, call));
  const tried = cures.filter(({ id }) => wanted(id));
  for (const [name, flags] of tried.length > 0 ? Object.entries(trimmed) : [])
    await buildProgram(context, version, { cgo: '0', flags }, join(folder, name));
  for (const cure of tried) rows.push(await cured(context, tools, version, folder, cure));
  return rows;
}

/** The rows about the files themselves. */
async function describe(tools: Tools, folder: string, linkers: Readonly<Record<string, string>>): Promise<Row[]> {
  const each = async (of: (program: string, build: Build) => Promise<Cell> | Cell): Promise<Record<string, Cell>> =>
    Object.fromEntries(
      await Promise.all(builds.map(async (build) => [build.id, await of(join(folder, build.id), build)] as const)),
    );
  const dynamic = (program: string) => inspect([tools.readelf, '-d', program], folder);
  return [
    { id: 'file', ...(await each(async (program) => lddOf(await inspect([tools.ldd, program], folder)))) },
    {
      id: 'needed',
      ...(await each(async (program) => {
        const { stdout } = await dynamic(program);
        const needed = [...stdout.matchAll(/\(NEEDED\)\s+Shared library: \[([^\]]+)\]/g)].map(([, name]) => name);
        return needed.length > 0 ? needed.sort().join(', ') : stdout.trim();
      })),
    },
    {
      id: 'interpreter',
      ...(await each(async (program) => {
        const { stdout } = await inspect([tools.readelf, '-l', program], folder);
        return stdout.includes('Requesting program interpreter') ? 'yes' : 'none';
      })),
    },
    { id: 'linker-warns', ...(await each((_, { id }) => linkers[id] ?? '')) },
  ];
}

/** What ldd says; the libraries have other places and addresses on other machines. */
function lddOf({ rc, stdout, stderr }: { rc: number; stdout: string; stderr: string }): string {
  const text = `${stdout}${stderr}`.trim();
  return rc === 0
    ? [...text.matchAll(/^\s*(lib\S+) =>/gm)].map(([, name]) => name).join(', ')
    : text.replace(/^.*:\s*/, '');
}

/** What a call opens in each build, and what it says in an empty root. */
async function rowOf(tools: Tools, folder: string, call: string): Promise<Row> {
  const row: Record<string, Cell> = {};
  for (const { id } of builds) {
    const program = join(folder, id);
    const always = await opened(tools, program, 'start', join(folder, 'trace'));
    const here = await opened(tools, program, call, join(folder, 'trace'));
    row[id] = labels([...here].filter((path) => !always.has(path)));
  }
  row['empty root'] = await inEmptyRoot(tools, folder, 'cgo0', call);
  row['empty root, cgo'] = call === 'start' ? await inEmptyRoot(tools, folder, 'cgo1', call) : '';
  row['empty root, static'] = await inEmptyRoot(tools, folder, 'static', call);
  return { id: call, ...row };
}

/** Files by what they are: other machines have them at other places, and some have more of a kind. */
const kinds: readonly [RegExp, string][] = [
  [/^\/etc\/(resolv\.conf|nsswitch\.conf|hosts|passwd|services)$/, '/etc/$1'],
  [/^\/etc\/ssl\/certs\/ca-certificates\.crt$/, '/etc/ssl/certs/ca-certificates.crt'],
  [/^\/usr\/share\/zoneinfo\/.*/, '/usr/share/zoneinfo'],
  [/^.*\/share\/(?:shared-info\/)?mime\/globs2$/, 'mime/globs2'],
  // Which of its modules libc asks, nsswitch.conf of the machine decides.
  [/^\/(?:var\/)?run\/nscd\/socket$|^.*\/(?:libnss_[a-z]+|libc|libresolv)\.so\.\d+$/, 'libc'],
  [/^\/tmp\/.*/, '/tmp'],
];

function labels(paths: readonly string[]): string {
  const found = paths.flatMap((path) => {
    const kind = kinds.find(([pattern]) => pattern.test(path));
    return kind ? [path.replace(kind[0], kind[1])] : [];
  });
  return [...new Set(found)].sort().join(', ');
}

async function inEmptyRoot(tools: Tools, folder: string, build: string, call: string): Promise<string> {
  const root = join(folder, 'root');
  await mkdir(root, { recursive: true });
  await cp(join(folder, build), join(root, 'app'));
  // The server of the handshake needs its certificate; nobody else looks there.
  await cp(join(folder, 'pki'), join(root, 'pki'), { recursive: true });
  const result = await runInRoot(tools, root, ['/app', call]);
  await rm(root, { recursive: true });
  return said(result);
}

async function cured(context: LabContext, tools: Tools, version: string, folder: string, cure: Cure): Promise<Row> {
  const root = join(folder, 'root');
  await mkdir(root, { recursive: true });
  await cp(join(folder, 'pki'), join(root, 'pki'), { recursive: true });
  await cp(join(folder, cure.program ?? 'plain'), join(root, 'app'));
  await furnish(context, version, root, cure.file);
  const result = await runInRoot(tools, root, ['/app', cure.call], cure.env);
  await rm(root, { recursive: true });
  return { id: cure.id, 'empty root': said(result) };
}

async function furnish(context: LabContext, version: string, root: string, file: Cure['file']): Promise<void> {
  const { bin } = await context.bench.tools.ensure(go(version));
  const zones = join(dirname(dirname(bin)), 'lib', 'time', 'zoneinfo.zip');
  const put = async (source: string, target: string): Promise<void> => {
    await mkdir(dirname(join(root, target)), { recursive: true });
    await cp(source, join(root, target));
  };
  if (file === 'authorities') await put(join(root, 'pki/ca.pem'), 'etc/ssl/certs/ca-certificates.crt');
  if (file === 'zones') await put(zones, 'zones.zip');
  if (file === 'zones of go') await put(zones, 'usr/local/go/lib/time/zoneinfo.zip');
  if (file === 'users') await put('/etc/passwd', 'etc/passwd');
  if (file === 'folder') await mkdir(join(root, 'tmp'));
}

/** The words of a program, without what differs from run to run. */
function said({ stdout, stderr }: { stdout: string; stderr: string }): string {
  const text = `${stdout}${stderr}`.trim().split('\n')[0] ?? '';
  return text
    .replace(/^.*chroot: /, 'chroot: ')
    .replaceAll(/\/tmp\/x\d+/g, '<tmp>/x…')
    .replaceAll(/\[::1\]:\d{4,5}/g, '[::1]:<port>');
}
