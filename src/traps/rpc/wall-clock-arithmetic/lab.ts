import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GO, go } from '../../../lab/kit/catalog.ts';
import { askAbout } from '../../../lab/kit/doctor.ts';
import { mustRun, run } from '../../../lab/kit/process.ts';
import { defineLab, isWanted, type LabContext, type Row } from '../../../lab/lab.ts';
import { packageRoot } from '../../../lab/paths.ts';

const trap = 'wall-clock-arithmetic';
const minutes = 60_000;
const versions = ['1.21.13', '1.26.8'] as const;
const fix = 'fix';

const lab = defineLab({
  id: trap,
  title: { en: 'Elapsed times of the wall clock', zh: '用墙上时钟计算的耗时' },
  question: {
    en: 'Which methods take the monotonic reading away, and does the edit put it back?',
    zh: '哪些方法会去掉单调读数？修复后的代码能恢复吗？',
  },
  traps: [trap],
  article: ['2.4.since-sub'],
  table: [
    { column: 'id', title: { en: 'what is done with time.Now()', zh: '对 time.Now() 做了什么' } },
    ...versions.map((version) => ({
      column: `go-${version}`,
      title: { en: `monotonic reading, Go ${version}`, zh: `单调读数，Go ${version}` },
    })),
    { column: 'before', title: { en: 'grpc-doctor before the fix', zh: '修复前 grpc-doctor' } },
    { column: 'after', title: { en: 'and after', zh: '修复后' } },
  ],
  run: async (context) => {
    const rows = new Map<string, Record<string, string>>();
    for (const version of versions) {
      for (const [way, kept] of await readings(version, context)) {
        if (isWanted(lab, context, way)) rows.set(way, { ...rows.get(way), [`go-${version}`]: kept ? 'kept' : 'gone' });
      }
    }
    const measured: Row[] = [...rows].map(([id, columns]) => ({ id, ...columns }));
    const { doctor } = context;
    if (doctor && isWanted(lab, context, fix)) measured.push({ id: fix, ...(await mend(doctor, context)) });
    return { rows: measured, problems: measured.flatMap(contradiction) };
  },
});

/** Which ways keep the monotonic reading. */
async function readings(version: string, { bench }: LabContext): Promise<[string, boolean][]> {
  const tool = await bench.tools.ensure(go(version));
  const env = await bench.tools.goEnvironment(tool);
  const cwd = join(packageRoot(), 'labs', 'wall-clock');
  const { stdout } = await mustRun([tool.bin, 'run', 'main.go'], { cwd, env, timeoutMs: 5 * minutes });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([way = '', kept]) => [way, kept === 'true']);
}

/** A program with three such elapsed times: looked at, mended, looked at again, built and run. */
async function mend(doctor: readonly string[], { bench, work }: LabContext): Promise<Record<string, string | boolean>> {
  const cwd = join(work, 'elapsed');
  await mkdir(cwd);
  await writeFile(join(cwd, 'go.mod'), 'module example.com/elapsed\n\ngo 1.26.0\n');
  await copyFile(join(packageRoot(), 'labs', 'wall-clock', 'elapsed', 'main.go'), join(cwd, 'main.go'));
  const tool = await bench.tools.ensure(GO);
  const env = await bench.tools.goEnvironment(tool);
  const before = await askAbout(trap, doctor, [cwd], { cwd, env });
  await run([...doctor, 'fix', trap, '--dir', cwd, '--apply'], { cwd, env, timeoutMs: minutes });
  const after = await askAbout(trap, doctor, [cwd], { cwd, env });
  const { rc, stdout } = await run([tool.bin, 'run', '.'], { cwd, env, timeoutMs: 5 * minutes });
  return { before, after, runs: rc === 0 && stdout.trim() === 'true true' };
}

function contradiction(row: Row): string[] {
  const odd = row.id === fix && (row.before !== 'warning' || row.after !== 'silent' || row.runs !== true);
  return odd ? [`${row.id}: ${JSON.stringify(row)}`] : [];
}

export default lab;
