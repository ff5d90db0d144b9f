import { join } from 'node:path';
import { GO } from '../../../lab/kit/catalog.ts';
import { type LabGroup, makeGroup } from '../../../lab/kit/cgroup.ts';
import { askAbout } from '../../../lab/kit/doctor.ts';
import { mustRun } from '../../../lab/kit/process.ts';
import { defineLab, isWanted, type LabContext, type Row } from '../../../lab/lab.ts';
import { buildClock, readClock } from '../../../lab/labs/clock/program.ts';

const trap = 'cpu-throttled';
const minute = 60_000;
const millisecond = 1e6;

/** A tenth of a processor, in the periods that Linux has by default, and in short ones, so that many go by. */
const quota = 0.1;
/** Longer than any answer should wait for nothing, and far shorter than the rest of a period of 100 ms. */
const long = 50 * millisecond;

/** What the doctor has to say, by row. */
const expected: Readonly<Record<string, string>> = { quota: 'warning', 'no-quota': 'silent' };

const lab = defineLab({
  id: trap,
  title: { en: 'A used-up processor quota', zh: '处理器配额用完' },
  question: {
    en: 'How late is a sleep of 5 ms in a container whose quota is used up, and is that seen?',
    zh: '配额用完的容器里，5 毫秒的 sleep 会晚多少？能看出来吗？',
  },
  traps: [trap],
  short: ['quota'],
  article: ['2.4.inflated', '2.4.diagram'],
  table: [
    { column: 'id', title: { en: 'container', zh: '容器' } },
    {
      column: 'lateBy50ms',
      title: { en: 'a sleep of 5 ms is late by 50 ms or more', zh: '5 毫秒的 sleep 晚 50 毫秒以上' },
    },
    { column: 'doctor', title: { en: 'grpc-doctor', zh: 'grpc-doctor' } },
  ],
  run: async (context) => {
    const tool = await context.bench.tools.ensure(GO);
    const program = await buildClock(context.bench, tool, join(context.work, 'clock'));
    const rows: Row[] = [];
    const wanted = [{ id: 'quota', quota }, { id: 'no-quota' }].filter(({ id }) => isWanted(lab, context, id));
    for (const one of wanted) {
      const group = makeGroup();
      if ('impossible' in group) {
        context.progress(`${trap}: not measured, ${group.impossible}`);
        break;
      }
      await using _ = group;
      rows.push({ id: one.id, ...(await measure(group, one.quota, program, context)) });
    }
    const wrong = rows.filter(({ id, doctor }) => doctor !== undefined && doctor !== expected[id]);
    return { rows, problems: wrong.map(({ id, doctor }) => `${id}: should be ${expected[id]}, is ${doctor}`) };
  },
});

async function measure(group: LabGroup, limit: number | undefined, program: string, context: LabContext) {
  const options = { cwd: context.work, env: { PATH: process.env.PATH ?? '' }, timeoutMs: 5 * minute };
  group.setQuota(limit);
  const slow = [...group.prefix, program, '-watch', '10ms', '-pairs', '1000', '-sleeps', '20'];
  const { load } = readClock((await mustRun(slow, options)).stdout).sleep;
  context.progress(`${trap}: quota ${limit ?? 'none'}: a sleep of 5 ms late by ${load.maxNs / millisecond} ms`);
  // Enough periods for a verdict go by in seconds when they are short.
  group.setQuota(limit, 10);
  const busy = [...group.prefix, program, '-watch', '10ms', '-pairs', '1000', '-sleeps', '300'];
  await mustRun(busy, options);
  group.setQuota(limit);
  // Asked from within: a process without any work left has the quota to itself.
  const seen = context.doctor && (await askAbout(trap, [...group.prefix, ...context.doctor], [context.work], options));
  return { ...(limit !== undefined && { lateBy50ms: load.maxNs >= long }), ...(seen && { doctor: seen }) };
}

export default lab;
