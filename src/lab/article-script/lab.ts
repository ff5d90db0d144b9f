import { join } from 'node:path';
import type { BuiltEnvironment } from '../environment.ts';
import { environmentLab } from '../environment-lab.ts';
import type { Row } from '../lab.ts';
import { packageRoot } from '../paths.ts';
import { run } from '../process.ts';
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

function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { script, doctorWarm, doctorCold } = judge(row);
    const cells = [row.id.padEnd(4), String(row.truth).padEnd(8), String(row.script).padEnd(5), script.padEnd(12)];
    return [...cells, doctorWarm.padEnd(28), doctorCold.padEnd(28), String(row.trap ?? '')].join(' ').trimEnd();
  });
  const head = [
    'id  ',
    'truth   ',
    'script      ',
    '     ',
    'doctor, warm'.padEnd(28),
    'doctor, cold'.padEnd(28),
    'trap',
  ];
  return [head.join(' '), ...lines, '', ...totals(rows)].join('\n');
}

/** How often each of the asked was right, over the rows at hand; an environment without a cold form does not count there. */
function totals(rows: readonly Row[]): string[] {
  const asked = [
    ['script', 'script'],
    ['doctor, warm', 'doctorWarm'],
    ['doctor, cold', 'doctorCold'],
  ] as const;
  return asked.map(([name, column]) => {
    const parts = ['healthy', 'broken'].map((truth) => {
      const judged = rows.filter((row) => row.truth === truth).map((row) => judge(row)[column]);
      const counted = judged.filter((verdict) => verdict !== '-');
      return `right in ${counted.filter((verdict) => verdict === 'right').length} of ${counted.length} ${truth}`;
    });
    return `${name.padEnd(13)} ${parts.join(', ')}`;
  });
}

export default environmentLab({
  id: 'article-script',
  title: {
    en: "The article's script and the doctor in 35 environments",
    zh: '文章的脚本与诊断工具在 35 个环境中的表现',
  },
  question: {
    en: 'In which environments do the four checks of the article tell the truth, and in which does grpc-doctor?',
    zh: '文章的四项检查在哪些环境中说了真话？grpc-doctor 呢？',
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
    '1.script.check-go111module',
    '1.script.check-protoc-gen-go',
    '1.script.check-protoc-gen-go-grpc',
    '1.script.check-grpc-version',
  ],
  short: ['A1', 'A3', 'A7', 'A8', 'A12', 'B4', 'F2'],
  environments,
  columns: async (built) => ({ script: await askScript(built) }),
  render: table,
});
