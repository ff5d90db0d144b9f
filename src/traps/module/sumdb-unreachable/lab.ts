import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { basename, dirname, join } from 'node:path';
import type { Bench } from '../../../lab/kit/bench.ts';
import type { Bilingual, BuiltEnvironment } from '../../../lab/kit/environment.ts';
import { closedAddress } from '../../../lab/kit/faulty-proxy.ts';
import { run } from '../../../lab/kit/process.ts';
import { exceptFor, firstComplaint, severities } from '../../../lab/kit/proxy-lab.ts';
import { atomically } from '../../../lab/kit/tools.ts';
import { healthy, newestHello } from '../../../lab/kit/trap-lab.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Row } from '../../../lab/lab.ts';

const trap = 'sumdb-unreachable';
const SMALL = 'google.golang.org/genproto/googleapis/rpc';
const RUN_MS = 120_000;
const HANG_MS = 3000;

interface Fault {
  readonly id: string;
  readonly title: Bilingual;
  /** Paths that are answered so; the others get what the checksum database once said. */
  readonly paths: readonly string[];
  readonly answer: RequestListener;
  readonly hangs?: boolean;
}

const status =
  (code: number): RequestListener =>
  (_, response) =>
    void response.writeHead(code).end();

const faults: readonly Fault[] = [
  {
    id: 'not-passed',
    title: { en: '404: the database itself is asked, and cannot be reached', zh: '404：转而直接问数据库，但连不上' },
    paths: ['/sumdb/'],
    answer: status(404),
  },
  {
    id: 'supported-403',
    title: { en: '403 to everything under /sumdb/', zh: '/sumdb/ 下全部返回 403' },
    paths: ['/sumdb/'],
    answer: status(403),
  },
  {
    id: 'supported-500',
    title: { en: '500 to everything under /sumdb/', zh: '/sumdb/ 下全部返回 500' },
    paths: ['/sumdb/'],
    answer: status(500),
  },
  {
    id: 'lookup-500',
    title: { en: 'says that it passes the database on, and fails', zh: '声称会转发数据库，却返回 500' },
    paths: ['/lookup/'],
    answer: status(500),
  },
  {
    id: 'page',
    title: { en: 'a login page under /sumdb/', zh: '/sumdb/ 下是登录页' },
    paths: ['/sumdb/'],
    answer: (_, response) => void response.end('<html>Please log in</html>'),
  },
  {
    id: 'silent',
    title: { en: 'never answers under /sumdb/', zh: '/sumdb/ 下从不回答' },
    paths: ['/sumdb/'],
    answer: () => {},
    hangs: true,
  },
  { id: 'passed-on', title: { en: 'passes the database on', zh: '转发数据库' }, paths: [], answer: status(500) },
];

/** A folder of answers for a proxy: those of the shared module cache, and what the database says to a newcomer. */
async function answers(bench: Bench, folder: string): Promise<string> {
  const shared = join(bench.folders.modCache, 'cache', 'download');
  await mkdir(folder);
  for (const name of await readdir(shared)) {
    if (name !== 'sumdb') await symlink(join(shared, name), join(folder, name));
  }
  await symlink(await answersToNewcomer(bench), join(folder, 'sumdb'));
  return folder;
}

/**
 * All that the checksum database says to somebody who has nothing yet. The shared module cache will not do: whoever knows a later
 * state of the database is never told the tiles that a newcomer asks for.
 */
async function answersToNewcomer(bench: Bench): Promise<string> {
  const seed = await bench.seed(newestHello);
  const folder = join(bench.folders.seeds, `${basename(dirname(seed))}-sumdb`);
  if (!existsSync(folder)) {
    bench.progress('asking the checksum database with an empty cache');
    await atomically(folder, async (temp) => {
      const project = join(temp, 'project');
      await cp(seed, project, { recursive: true });
      await rm(join(project, 'go.sum'));
      await bench.go(['mod', 'download', SMALL], project, {
        GOMODCACHE: join(temp, 'mod'),
        GOPATH: join(temp, 'gopath'),
      });
      await rename(join(temp, 'mod', 'cache', 'download', 'sumdb'), join(temp, 'sumdb'));
      for (const name of ['project', 'mod', 'gopath']) await rm(join(temp, name), { recursive: true });
    });
  }
  return join(folder, 'sumdb');
}

/** Without the lines of go.sum, and with them; the doctor in both. The world is out of reach: every way there is an HTTP proxy that is down. */
async function measure({ id, title, paths, answer, hangs }: Fault, context: LabContext): Promise<Row> {
  const root = join(context.work, id);
  await mkdir(root);
  const built = await healthy(id, title).build(context.bench, root);
  const downloads = await answers(context.bench, join(root, 'answers'));
  await using proxy = await exceptFor(paths, downloads, answer);
  const dead = await closedAddress();
  const env = {
    ...built.env,
    GOPROXY: proxy.url,
    HTTPS_PROXY: dead,
    GOMODCACHE: join(root, 'cold'),
    GOFLAGS: '-modcacherw',
  };
  const machine = { built, env, addresses: { '<proxy>': proxy.url, '<http proxy>': dead } };
  const withGoSum = await download(machine, RUN_MS);
  const complete = await doctor(machine, context);
  await rm(join(built.projectDir, 'go.sum'));
  const withoutGoSum = await download(machine, hangs ? HANG_MS : RUN_MS);
  const incomplete = await doctor(machine, context);
  await rm(root, { recursive: true, maxRetries: 5 });
  return { id, withoutGoSum, withGoSum, ...named('doctor', incomplete), ...named('doctorComplete', complete) };
}

function named(column: string, cell: string | undefined): Record<string, Cell> {
  return cell === undefined ? {} : { [column]: cell };
}

interface Machine {
  readonly built: BuiltEnvironment;
  readonly env: Readonly<Record<string, string>>;
  readonly addresses: Readonly<Record<string, string>>;
}

async function download({ built, env, addresses }: Machine, timeoutMs: number): Promise<string> {
  const result = await run(['go', 'mod', 'download', SMALL], { cwd: built.projectDir, env, timeoutMs });
  await rm(env.GOMODCACHE ?? '', { recursive: true, force: true, maxRetries: 5 });
  return firstComplaint(result, built, addresses).replaceAll(
    /\b(?:google\.)?golang\.org\/[\w./-]+@v[\w.-]+/g,
    '<module>',
  );
}

async function doctor({ built, env }: Machine, { doctor: argv }: LabContext): Promise<string | undefined> {
  if (argv === null) return undefined;
  const check = ['check', '--network', '--timeout', '2', '--format', 'json', '--only', trap, '.'];
  return severities(await run([...argv, ...check], { cwd: built.projectDir, env, timeoutMs: RUN_MS }));
}

function mistakes({ id, ...row }: Row, asked: boolean): string[] {
  const well = id === 'passed-on';
  const wanted: Record<string, boolean> = {
    'with a complete go.sum the database is not asked': row.withGoSum === 'ok',
    'without it the download needs the database': (row.withoutGoSum === 'ok') === well,
    'the doctor calls it an error': !asked || row.doctor === (well ? 'nothing' : `${trap}: error`),
    'with a complete go.sum it is worth knowing only':
      !asked || row.doctorComplete === (well ? 'nothing' : `${trap}: info`),
  };
  return Object.entries(wanted).flatMap(([text, is]) => (is ? [] : [`${id}: not so: ${text}`]));
}

export default defineLab({
  id: trap,
  title: { en: 'The checksum database cannot be reached', zh: '连不上校验和数据库' },
  question: {
    en: 'Which answers of a module proxy under /sumdb/ keep a build from its modules, with and without go.sum?',
    zh: '模块代理对 /sumdb/ 的哪些回答会让构建拿不到模块？有没有 go.sum 有什么不同？',
  },
  traps: [trap],
  rowTitles: Object.fromEntries(faults.map((fault) => [fault.id, fault.title])),
  table: [
    { column: 'withoutGoSum', title: { en: 'without go.sum', zh: '没有 go.sum' } },
    { column: 'withGoSum', title: { en: 'with a complete go.sum', zh: '有完整的 go.sum' } },
  ],
  run: async (context) => {
    const rows: Row[] = [];
    const problems: string[] = [];
    for (const fault of faults.filter(({ id }) => isWanted({}, context, id))) {
      const row = await measure(fault, context);
      rows.push(row);
      problems.push(...mistakes(row, context.doctor !== null));
      context.progress(`${trap} ${fault.id}: ${row.withoutGoSum}`);
    }
    return { rows, problems };
  },
});
