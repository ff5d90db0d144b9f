import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtDoctor } from '../../kit/doctor.ts';
import type { BuiltEnvironment } from '../../kit/environment.ts';
import { environmentLab } from '../../kit/environment-lab.ts';
import { mustRun, run } from '../../kit/process.ts';
import type { Cell, Row } from '../../lab.ts';
import { packageRoot } from '../../paths.ts';
import { environments } from './environments.ts';
import { judge } from './judge.ts';

const SCRIPT_MS = 60_000;

/** Four letters, Y or N: what the script says where the doctor is started too. */
async function askScript(built: BuiltEnvironment): Promise<string> {
  const script = join(packageRoot(), 'labs', 'article-script', 'script.sh');
  const result = await run(['sh', script], { cwd: built.checkDir, env: built.env, timeoutMs: SCRIPT_MS });
  const letters = result.stdout.split('\n').map((line) => line.slice(0, 1));
  return letters.join('');
}

/** The exit code of what `grpc-doctor script` prints, and the traps that it calls errors; nothing while the doctor is not built. */
async function askOurs(built: BuiltEnvironment): Promise<Record<string, Cell>> {
  const doctor = builtDoctor();
  if (doctor === null) return {};
  const printed = await mustRun([...doctor, 'script'], { cwd: built.root, env: built.env, timeoutMs: SCRIPT_MS });
  const script = join(built.root, 'script.sh');
  await writeFile(script, printed.stdout);
  const network = built.network === undefined ? [] : ['--network'];
  const result = await run(['sh', script, ...network], { cwd: built.checkDir, env: built.env, timeoutMs: SCRIPT_MS });
  const errors = [...result.stdout.matchAll(/^error\[([a-z0-9-]+)\]/gm)].map(([, trap = '']) => trap);
  return { ours: { rc: result.rc, errors: [...new Set(errors)] } };
}

function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { script, ours, doctorWarm, doctorCold } = judge(row);
    const cells = [row.id.padEnd(4), String(row.truth).padEnd(8), String(row.script).padEnd(5), script.padEnd(12)];
    return [...cells, ours.padEnd(28), doctorWarm.padEnd(28), doctorCold.padEnd(28), String(row.trap ?? '')]
      .join(' ')
      .trimEnd();
  });
  const head = [
    'id  ',
    'truth   ',
    "article's script  ",
    'our script'.padEnd(28),
    'doctor, warm'.padEnd(28),
    'doctor, cold'.padEnd(28),
    'trap',
  ];
  return [head.join(' '), ...lines, '', ...totals(rows)].join('\n');
}

/** How often each of the asked was right, over the rows at hand; an environment without a cold form does not count there. */
function totals(rows: readonly Row[]): string[] {
  const asked = [
    ["article's script", 'script'],
    ['our script', 'ours'],
    ['doctor, warm', 'doctorWarm'],
    ['doctor, cold', 'doctorCold'],
  ] as const;
  return asked.map(([name, column]) => {
    const parts = ['healthy', 'broken'].map((truth) => {
      const judged = rows.filter((row) => row.truth === truth).map((row) => judge(row)[column]);
      const counted = judged.filter((verdict) => verdict !== '-');
      return `right in ${counted.filter((verdict) => verdict === 'right').length} of ${counted.length} ${truth}`;
    });
    return `${name.padEnd(16)} ${parts.join(', ')}`;
  });
}

export default environmentLab({
  id: 'article-script',
  title: {
    en: "The article's script and the doctor in 35 environments",
    zh: '文章的脚本与诊断工具在 35 个环境中的表现',
  },
  question: {
    en: 'In which environments do the four checks of the article tell the truth, in which the script that grpc-doctor prints, and in which grpc-doctor itself?',
    zh: '文章的四项检查在哪些环境中说了真话？grpc-doctor 打印的脚本和 grpc-doctor 自己呢？',
  },
  traps: [...new Set(environments.flatMap(({ trap }) => trap ?? []))],
  article: [
    '1.intro.silent-go-run',
    '1.version-coupling.go111module-on',
    '1.version-coupling.check-go111module',
    '1.plugin-path.gopath-bin',
    '1.plugin-path.latest',
    '1.plugin-path.export-path',
    '1.script.four-checks',
    '1.script.exit-code',
    '1.script.check-go111module',
    '1.script.check-protoc-gen-go',
    '1.script.check-protoc-gen-go-grpc',
    '1.script.check-grpc-version',
  ],
  rowsOf: {
    '1.intro.silent-go-run': ['A3', 'A5', 'A6', 'A9', 'B5', 'F2'],
    '1.version-coupling.go111module-on': ['A1', 'A2', 'A2b', 'A2c'],
    '1.version-coupling.check-go111module': ['A1', 'A2', 'A2b', 'A2c'],
    '1.plugin-path.latest': ['A1', 'B1', 'B3', 'B4', 'B5', 'B8'],
    '1.script.check-go111module': ['A1', 'A2', 'A2b', 'A2c'],
    '1.script.check-protoc-gen-go': ['A3', 'A4', 'A4b', 'A5', 'A6', 'A7', 'A11', 'B6'],
    '1.script.check-protoc-gen-go-grpc': ['A3', 'A4', 'A7', 'A11', 'B4', 'B5', 'B7'],
    '1.script.check-grpc-version': ['A8', 'A9', 'A10', 'B1', 'B3', 'B4', 'B5', 'B8', 'E1', 'E3', 'E10', 'F1'],
  },
  short: ['A1', 'A3', 'A7', 'A8', 'A12', 'B4', 'F2'],
  environments,
  columns: async (built) => ({ script: await askScript(built), ...(await askOurs(built)) }),
  render: table,
});
