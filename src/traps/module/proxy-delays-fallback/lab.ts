import { join } from 'node:path';
import { noNamespace } from '../../../lab/kit/namespace.ts';
import { writeProxyFolder } from '../../../lab/kit/requirements.ts';
import { networkCheck, timeDownload, wrongPredictions } from '../../../lab/kit/timed-download.ts';
import { defineLab, type LabContext, type Measured, type Row } from '../../../lab/lab.ts';

const trap = 'proxy-delays-fallback';

const downloads = ['1.21.13', '1.26.8'].flatMap((go) =>
  [1, 3].map((requirements) => ({ id: `${go}-${requirements}-8`, go, requirements, gomaxprocs: 8 })),
);

export default defineLab({
  id: trap,
  waits: true,
  title: { en: 'A dead proxy before |', zh: '竖线之前的失效代理' },
  question: {
    en: 'How much longer does go mod download take when packets to the first proxy vanish and all modules lie behind |?',
    zh: '发往第一个代理的数据包全部丢失，而所有模块都在 | 之后的代理上时，go mod download 要多花多久？',
  },
  traps: [trap],
  article: ['2.3.avalanche', '2.3.serial'],
  // The shortest of them takes a minute and a half.
  short: [],
  table: [
    { column: 'go', title: { en: 'Go', zh: 'Go' } },
    { column: 'requirements', title: { en: 'requirements', zh: '依赖数' } },
    { column: 'gomaxprocs', title: { en: 'GOMAXPROCS', zh: 'GOMAXPROCS' } },
    { column: 'article', title: { en: 'the article: serial, 30 s each', zh: '文章的说法：串行，每个 30 秒' } },
    { column: 'foretold', title: { en: 'foretold', zh: '预测' } },
    { column: 'measured', title: { en: 'measured', zh: '实测' } },
    { column: 'ends', title: { en: 'and then', zh: '然后' } },
    { column: 'fixed', title: { en: 'GOPROXY after the fix', zh: '修复后的 GOPROXY' } },
    { column: 'after', title: { en: 'takes then', zh: '修复后耗时' } },
  ],
  run,
});

async function run(context: LabContext): Promise<Measured> {
  const reason = await noNamespace();
  if (reason !== undefined) context.progress(`skipped: no network namespace on this machine (${reason})`);
  if (reason !== undefined || context.form === 'short') return { rows: [], problems: [] };
  const good = `file://${join(context.work, 'proxy')}`;
  await writeProxyFolder(join(context.work, 'proxy'), 6);
  const rows = await Promise.all(downloads.map((one) => timeAndMend(one, good, context)));
  const unmended = rows.filter(({ doctorAfter }) => doctorAfter !== undefined && doctorAfter !== 'nothing');
  return {
    rows,
    problems: [...wrongPredictions(rows), ...unmended.map(({ id, doctorAfter }) => `${id}: ${doctorAfter}`)],
  };
}

function timeAndMend(one: (typeof downloads)[number], good: string, context: LabContext): Promise<Row> {
  const { doctor } = context;
  return timeDownload({ ...one, behind: `|${good}` }, trap, context, async ({ inside, project }) => {
    if (doctor === null) return {};
    await inside('go', 'clean', '-modcache');
    await inside(...doctor, 'fix', trap, '--apply', '--network', '--timeout', '3', '--dir', project);
    const { stdout } = await inside('go', 'env', 'GOPROXY');
    const check = await inside(...doctor, ...networkCheck, '--only', `${trap},proxy-unreachable`, project);
    const { findings } = JSON.parse(check.stdout) as { findings: { trap: string }[] };
    const began = performance.now();
    const { rc } = await inside('go', 'mod', 'download');
    return {
      fixed: stdout.trim().replace(good, 'ANOTHER'),
      doctorAfter: findings.map((finding) => finding.trap).join(', ') || 'nothing',
      after: rc === 0 && performance.now() - began < 10_000 ? '< 10 s' : 'longer',
    };
  });
}
