import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../kit/process.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';
import { type Point, points, shortForm } from './points.ts';
import { reality } from './really.ts';

const ASK_MS = 60_000;

/** What `grpc-doctor compat` says of a point. */
interface Said {
  readonly verdict: string;
  /** The versions of its smallest upgrade, by part. */
  readonly upgrade: Readonly<Record<string, string>>;
}

async function ask(doctor: readonly string[], point: Omit<Point, 'truth'>, cwd: string): Promise<Said> {
  const { go, line, grpc, protobuf, pgo, pgg } = point;
  const flags = { go, 'go-line': line, grpc, protobuf, 'protoc-gen-go': pgo, 'protoc-gen-go-grpc': pgg };
  const given = Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]));
  const { stdout } = await run([...doctor, 'compat', '--format', 'json', ...given], {
    cwd,
    env: {},
    timeoutMs: ASK_MS,
  });
  const { sets } = JSON.parse(stdout) as {
    sets: { verdict: string; proposals: { kind: string; changes: { part: string; to: string }[] }[] }[];
  };
  const changes = sets[0]?.proposals.find(({ kind }) => kind === 'raise' || kind === 'mixed')?.changes ?? [];
  return {
    verdict: sets[0]?.verdict ?? 'no report',
    upgrade: Object.fromEntries(changes.map(({ part, to }) => [part, to])),
  };
}

/** The point after its upgrade. A protobuf that nobody asked for follows grpc. */
function upgraded(point: Point, { upgrade }: Said): Omit<Point, 'truth'> {
  const { id, go, line, grpc, protobuf, pgo, pgg } = point;
  const runtime = upgrade.grpc ?? grpc;
  const messages = upgrade.protobuf ?? protobuf;
  const plugin = upgrade['protoc-gen-go-grpc'] ?? pgg;
  return {
    id,
    go: upgrade.go ?? go,
    line: upgrade['go-line'] ?? line,
    ...(runtime && { grpc: runtime }),
    ...(messages && { protobuf: messages }),
    pgo: upgrade['protoc-gen-go'] ?? pgo,
    ...(plugin && { pgg: plugin }),
  };
}

async function measure(point: Point, { bench, work, doctor }: LabContext): Promise<Row> {
  const { id, upgrade, truth: _expected, ...versions } = point;
  const folder = join(work, id);
  await mkdir(folder);
  const real = await reality(bench, point, folder);
  const said = doctor && (await ask(doctor, point, folder));
  const columns: Record<string, Cell> = {};
  if (said) columns.compat = said.verdict;
  if (said && upgrade) {
    const after = await reality(bench, upgraded(point, said), join(folder, 'upgraded'));
    columns.upgrade = { ...said.upgrade };
    columns.upgraded = { ...after };
  }
  await rm(folder, { recursive: true });
  return { id, ...versions, ...real, ...columns };
}

/** Where reality is not what the point says, or `compat` does not say what is real. */
function mistakes(point: Point, row: Row): string[] {
  const found: string[] = [];
  if (row.truth !== point.truth)
    found.push(`${point.id}: should be ${point.truth}, is ${row.truth}: ${row.says ?? ''}`);
  if (row.compat !== undefined && row.compat !== row.truth) found.push(`${point.id}: compat says ${row.compat}`);
  const after = row.upgraded as { truth?: string; says?: string } | undefined;
  if (after && after.truth !== 'fits') found.push(`${point.id}: the upgrade does not build: ${after.says}`);
  return found;
}

export default defineLab({
  id: 'compat',
  title: {
    en: 'Sets of versions on both sides of every floor, really built',
    zh: '在每条界线的两侧，用真实工具编译各种版本组合',
  },
  question: {
    en: 'Do the tables behind grpc-doctor compat say what really installs, generates, builds and runs?',
    zh: 'grpc-doctor compat 所依据的数据表，与真实的安装、生成、编译和运行结果一致吗？',
  },
  traps: ['generated-code-newer-than-grpc', 'go-directive-too-low', 'go-too-old-for-module', 'regeneration-will-break'],
  short: shortForm,
  run: async (context): Promise<Measured> => {
    const rows: Row[] = [];
    const problems: string[] = [];
    for (const point of points.filter(({ id }) => isWanted({ short: shortForm }, context, id))) {
      const started = Date.now();
      const row = await measure(point, context);
      rows.push(row);
      problems.push(...mistakes(point, row));
      context.progress(`compat ${row.id}: ${row.truth} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    }
    return { rows, problems };
  },
});
