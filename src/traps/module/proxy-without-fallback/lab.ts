import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltEnvironment } from '../../../lab/kit/environment.ts';
import { closedAddress, serveFault } from '../../../lab/kit/faulty-proxy.ts';
import { serveModules } from '../../../lab/kit/module-proxy.ts';
import { run } from '../../../lab/kit/process.ts';
import { firstComplaint, severities } from '../../../lab/kit/proxy-lab.ts';
import { healthy } from '../../../lab/kit/trap-lab.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Row } from '../../../lab/lab.ts';

const trap = 'proxy-without-fallback';
/** What the doctor takes for a public mirror; in the shell of the lab another address stands for it. */
const MIRROR = 'https://goproxy.example';
const RUN_MS = 120_000;

/** How the line of the Dockerfile is written; `{origin}` is a proxy that is well and stands for `direct`. */
const settings = [
  { id: 'alone', value: MIRROR, finds: true },
  { id: 'comma', value: `${MIRROR},direct`, finds: false },
  { id: 'bar', value: `'${MIRROR}|direct'`, finds: false },
] as const;

const line = (value: string): string => `GOPROXY=${value} go mod download google.golang.org/genproto/googleapis/rpc`;

async function measure(id: string, value: string, context: LabContext): Promise<Row> {
  const root = join(context.work, id);
  await mkdir(root);
  const title = { en: id, zh: id };
  const built = await healthy(id, title).build(context.bench, root);
  const downloads = join(context.bench.folders.modCache, 'cache', 'download');
  await using well = await serveModules([], downloads);
  await using empty = await serveFault(404);
  const dead = await closedAddress();
  const ask = (mirror: string): Promise<string> => inShell(built, value, mirror, well.url);
  const row = { id, setting: value, well: await ask(well.url), lacksIt: await ask(empty.url), down: await ask(dead) };
  const doctored = context.doctor === null ? {} : await doctor(built, value, context.doctor, [dead, well.url]);
  await rm(root, { recursive: true, maxRetries: 5 });
  return { ...row, ...doctored };
}

/** Runs the line as the image would, with a mirror in place of the named one, and another proxy in place of the origin. */
async function inShell(built: BuiltEnvironment, value: string, mirror: string, origin: string): Promise<string> {
  const modCache = join(built.root, 'cold');
  const command = line(value).replaceAll(MIRROR, mirror).replaceAll('direct', origin);
  const env = { ...built.env, GOMODCACHE: modCache, GOFLAGS: '-modcacherw' };
  const result = await run(['sh', '-c', command], { cwd: built.projectDir, env, timeoutMs: RUN_MS });
  await rm(modCache, { recursive: true, force: true, maxRetries: 5 });
  return firstComplaint(result, built, { '<mirror>': mirror, '<origin>': origin });
}

/** The doctor reads the Dockerfile, mends it, and the mended line is run with a mirror that is down. */
async function doctor(
  built: BuiltEnvironment,
  value: string,
  argv: readonly string[],
  [dead, origin]: readonly [string, string],
): Promise<Record<string, Cell>> {
  const folder = join(built.root, 'with-image');
  await cp(built.projectDir, folder, { recursive: true });
  const file = join(folder, 'Dockerfile');
  await writeFile(file, `FROM golang:1.26\nWORKDIR /src\nCOPY . .\nRUN ${line(value)}\n`);
  const options = { cwd: folder, env: built.env, timeoutMs: RUN_MS };
  const check = [...argv, 'check', '--format', 'json', '--only', trap, '.'];
  const before = severities(await run(check, options));
  await run([...argv, 'fix', trap, '--apply', '--dir', '.'], options);
  const after = severities(await run(check, options));
  const written = await run(['sed', '-n', 's/^RUN GOPROXY=\\([^ ]*\\) .*/\\1/p', 'Dockerfile'], options);
  const fixed = written.stdout.trim();
  return { doctor: before, fixed, doctorAfter: after, downAfter: await inShell(built, fixed, dead, origin) };
}

function mistakes({ id, ...row }: Row, finds: boolean, asked: boolean): string[] {
  const wanted: Record<string, boolean> = {
    'a mirror that is well serves': row.well === 'ok',
    'alone it ends, else it goes on after 404': (row.lacksIt === 'ok') !== finds,
    'only a bar goes on when the mirror is down': (row.down === 'ok') === (id === 'bar'),
    'the doctor finds it': !asked || row.doctor === (finds ? `${trap}: warning` : 'nothing'),
    'the doctor finds nothing after the fix': !asked || row.doctorAfter === 'nothing',
    'the fix gets out of it': !asked || !finds || row.downAfter === 'ok',
  };
  return Object.entries(wanted).flatMap(([text, is]) => (is ? [] : [`${id}: not so: ${text}`]));
}

export default defineLab({
  id: trap,
  title: { en: 'One mirror, and nothing behind it', zh: '单独一个镜像，后面什么都没有' },
  question: {
    en: 'What does the line of a Dockerfile do when the mirror lacks a module, and when it is down?',
    zh: '镜像缺少模块时、停机时，Dockerfile 里的那一行会怎样？',
  },
  traps: [trap],
  article: ['2.3.fallback-404', '2.3.fallback-timeout'],
  table: [
    { column: 'setting', title: { en: 'GOPROXY', zh: 'GOPROXY' } },
    { column: 'well', title: { en: 'the mirror is well', zh: '镜像正常' } },
    { column: 'lacksIt', title: { en: 'it answers 404', zh: '返回 404' } },
    { column: 'down', title: { en: 'it is down', zh: '停机' } },
  ],
  run: async (context) => {
    const rows: Row[] = [];
    const problems: string[] = [];
    for (const { id, value, finds } of settings.filter((one) => isWanted({}, context, one.id))) {
      const row = await measure(id, value, context);
      rows.push(row);
      problems.push(...mistakes(row, finds, context.doctor !== null));
      context.progress(`${trap} ${id}: down: ${row.down}`);
    }
    return { rows, problems };
  },
});
