import { join } from 'node:path';
import { go } from '../../kit/catalog.ts';
import { mustRun } from '../../kit/process.ts';
import { defineLab, isWanted, type LabContext, type Row } from '../../lab.ts';
import { type HealthCall, HealthChecks } from './health.ts';
import { buildClock, type ClockReport, readClock } from './program.ts';
import { leastTakenForLonger, worstOf } from './ticks.ts';

/** Timers of Windows changed in 1.23. */
const versions = ['1.21.13', '1.22.12', '1.23.12', '1.26.8'] as const;
/** After which times the server answers. */
const waits = ['0s', '1s', '2.9s', '2.98s', '3s', '3.1s', '4s'] as const;
/** So near to the limit an answer and a deadline race each other: the timers of a busy machine come late by tenths of a second. */
const races: readonly string[] = ['3s', '3.1s'];
/** Ticks of clocks, in milliseconds: Windows at rest (64 a second) and as it is written everywhere, Windows at its finest. */
const ticks = [15.625, 15.6, 0.5] as const;

const millisecond = 1e6;
const limitNs = 3000 * millisecond;
/** More than a clock that is kept by a time server may be corrected by, and far less than a step. */
const driftNs = 50 * millisecond;
/** A busy machine delivers a call late; one of so many is on time. */
const tries = 5;

const goId = (version: string): string => `go-${version}`;
const waitId = (wait: string): string => `answer-${wait}`;
const tickId = (tick: number): string => `tick-${tick}ms`;

const lab = defineLab({
  id: 'clock',
  title: { en: 'time.Now and a health check', zh: 'time.Now 与健康检查' },
  question: {
    en: 'How exact is time.Now here, and can its resolution make a healthy answer pass 3 s?',
    zh: '这里的 time.Now 有多精确？它的精度能让健康的响应看起来超过 3 秒吗？',
  },
  traps: [],
  article: [
    '2.4.thesis',
    '2.4.depends-since',
    '2.4.row-linux',
    '2.4.row-windows',
    '2.4.snippet',
    '2.4.inflated',
    '2.4.since-sub',
    '2.4.diagram',
  ],
  short: [goId('1.26.8'), 'as-printed', ...ticks.map(tickId)],
  table: [
    { column: 'id', title: { en: 'what', zh: '对象' } },
    { column: 'says', title: { en: 'compiler', zh: '编译器' } },
    { column: 'stepNs', title: { en: 'smallest step', zh: '最小步长' } },
    { column: 'lateSleep', title: { en: 'a late sleep against a step', zh: 'sleep 迟到与步长之比' } },
    { column: 'passes', title: { en: 'passes 3 s as healthy', zh: '按 3 秒判为健康' } },
    {
      column: 'worstErrorTicks',
      title: { en: 'largest error with ticks of 15.6 ms', zh: '节拍 15.6 毫秒时的最大误差' },
    },
    { column: 'takenForLonger', title: { en: 'taken for longer than 3 s from', zh: '从多长起会被误判超过 3 秒' } },
  ],
  elsewhere: {
    program: 'clock',
    build: async (bench, platform, target) => {
      await buildClock(bench, await bench.tools.ensure(go(versions[3])), target, platform);
    },
    read: (text) => rowElsewhere(readClock(text)),
  },
  run: async (context) => {
    const wanted = (id: string): boolean => isWanted(lab, context, id);
    const rows: Row[] = [];
    for (const version of versions.filter((one) => wanted(goId(one)))) rows.push(await measureGo(version, context));
    if (wanted('as-printed') || waits.some((wait) => wanted(waitId(wait)))) {
      const checks = await HealthChecks.make(context);
      if (wanted('as-printed')) rows.push({ id: 'as-printed', says: await checks.printed() });
      const asked = waits.filter((wait) => wanted(waitId(wait)));
      if (asked.length > 0) rows.push(...answerRows(asked, await checks.calls(asked, tries), context));
    }
    for (const tick of ticks.filter((one) => wanted(tickId(one)))) rows.push(tickRow(tick));
    return { rows, problems: rows.flatMap(contradiction) };
  },
});

async function measureGo(version: string, context: LabContext): Promise<Row> {
  const tool = await context.bench.tools.ensure(go(version));
  const program = await buildClock(context.bench, tool, join(context.work, goId(version), 'clock'));
  const options = { cwd: context.work, env: {}, timeoutMs: 5 * 60_000 };
  const report = readClock((await mustRun([program], options)).stdout);
  context.progress(`clock ${goId(version)}: ${summary(report)}`);
  return {
    id: goId(version),
    stepNs: stepClass(report.steps.smallestNs),
    ranBack: report.steps.back > 0,
    driftBelow50ms: Math.abs(report.drift.wallNs - report.drift.monotonicNs) < driftNs,
    lateSleep: ratioClass(report.sleep.load.maxNs / report.steps.smallestNs),
  };
}

/** Above what the article says of Linux, and below a microsecond. */
function stepClass(ns: number): string {
  if (ns <= 15) return 'up to 15 ns';
  return ns < 1000 ? '16 to 999 ns' : '1 µs or more';
}

function ratioClass(ratio: number): string {
  return ratio >= 1000 ? '1000 times or more' : 'below 1000 times';
}

/** The raw figures. */
function summary({ steps, callNs, drift, sleep, clockSource, processors, maxProcs }: ClockReport): string {
  const ms = (ns: number): string => (ns / millisecond).toFixed(1);
  const late = ({ p50Ns, p99Ns, maxNs }: ClockReport['sleep']['idle']): string =>
    `${ms(p50Ns)}/${ms(p99Ns)}/${ms(maxNs)} ms`;
  return [
    `source ${clockSource || '?'}`,
    `${processors} processors, GOMAXPROCS ${maxProcs}`,
    `step ${steps.smallestNs} ns, p50 ${steps.p50Ns} ns, p99 ${steps.p99Ns} ns, ${steps.zero} of ${steps.pairs} without`,
    `a call ${callNs} ns`,
    `wall against monotonic ${drift.wallNs - drift.monotonicNs} ns in ${ms(drift.monotonicNs)} ms`,
    `sleep late (p50/p99/max) idle ${late(sleep.idle)}, under load ${late(sleep.load)}`,
  ].join('; ');
}

/** What the real check measured, and what clocks with ticks of 15.6 ms would make of the same calls. */
function answerRows(asked: readonly string[], calls: readonly HealthCall[], { progress }: LabContext): Row[] {
  const tickNs = 15.6 * millisecond;
  return asked.map((wait) => {
    const own = calls.filter(({ waitNs }) => waitNs === Math.round(Number.parseFloat(wait) * 1000) * millisecond);
    const took = own.map(({ startNs, endNs }) => (endNs - startNs) / millisecond);
    const worst = own.map(({ startNs, endNs }) => worstOf(tickNs, startNs, endNs));
    const [error, longest] = [worst.map((one) => one.errorNs), worst.map((one) => one.longestNs)];
    const largest = Math.max(...error) / millisecond;
    progress(
      `clock ${waitId(wait)}: took ${took.map((ms) => ms.toFixed(2)).join(', ')} ms; ticks: off by up to ${largest} ms`,
    );
    return {
      id: waitId(wait),
      passes: own.some(({ passed }) => passed),
      ...(!races.includes(wait) && { passesWithDeadline: own.some(({ inTime }) => inTime) }),
      passesWithTicks: longest.some((ns) => ns <= limitNs),
      worstErrorTicks: largest * millisecond <= tickNs ? 'one or less' : 'more than one',
    };
  });
}

function tickRow(tick: number): Row {
  const least = leastTakenForLonger(tick * millisecond, limitNs) / millisecond;
  return { id: tickId(tick), takenForLonger: `${Math.round(least * 10) / 10} ms` };
}

/** The row of another machine, with its raw figures: it stands for itself. */
function rowElsewhere(report: ClockReport): Row {
  const { go: version, os, arch, steps, drift, sleep } = report;
  const ms = (ns: number): number => Math.round(ns / 1e4) / 100;
  return {
    id: `${os}-${arch}`,
    go: version,
    clockSource: report.clockSource,
    processors: report.processors,
    maxProcs: report.maxProcs,
    smallestStepNs: steps.smallestNs,
    zeroShare: Math.round((steps.zero / steps.pairs) * 1000) / 1000,
    callNs: report.callNs,
    driftMs: ms(drift.wallNs - drift.monotonicNs),
    lateIdleMs: [ms(sleep.idle.p50Ns), ms(sleep.idle.p99Ns), ms(sleep.idle.maxNs)],
    lateLoadMs: [ms(sleep.load.p50Ns), ms(sleep.load.p99Ns), ms(sleep.load.maxNs)],
    takenForLongerMs: ms(leastTakenForLonger(steps.smallestNs, limitNs)),
  };
}

/** Where a row is not what the explanations say. */
function contradiction(row: Row): string[] {
  const healthy = ['0s', '1s', '2.9s', '2.98s'].map(waitId).includes(row.id);
  const wrong = [
    row.passes !== undefined && row.passes !== healthy,
    row.passesWithDeadline !== undefined && row.passesWithDeadline !== healthy,
    row.passesWithTicks !== undefined && row.passesWithTicks !== healthy,
    row.worstErrorTicks === 'more than one',
    row.ranBack === true,
    row.says === 'compiles',
  ];
  return wrong.includes(true) ? [`${row.id}: ${JSON.stringify(row)}`] : [];
}

export default lab;
