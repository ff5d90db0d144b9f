import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causesOf } from '../src/cli/causes.ts';
import { type Decision, endsOf, leavesOf, pathsOf, type Question } from '../src/core/decision.ts';
import { decisions } from '../src/decisions/decisions.ts';
import { Words } from '../src/i18n/words.ts';
import { decisionChart, decisionTree } from '../src/report/decision-tree.ts';
import { readFailure } from '../src/text/failure.ts';
import { traps } from '../src/traps/registry.gen.ts';
import { textsIn } from './support/texts.ts';

/** What real tools print that leaves each open. */
const opening: Readonly<Record<string, string>> = {
  'closed-before-preface':
    'rpc error: code = Unavailable desc = connection error: desc = "error reading server preface: EOF"',
  'connection-ended': 'rpc error: code = Unavailable desc = error reading from server: EOF',
  'deadline-exceeded': 'rpc error: code = DeadlineExceeded desc = context deadline exceeded',
  'plugin-failed': '--go_out: protoc-gen-go: Plugin failed with status code 1.',
  'port-refused':
    'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp 127.0.0.1:50051: connect: connection refused"',
  'stream-reset': 'rpc error: code = Internal desc = stream terminated by RST_STREAM with error code: INTERNAL_ERROR',
  'unknown-authority': 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
  'zero-addresses': 'rpc error: code = Unavailable desc = name resolver error: produced zero addresses',
};

const causesFrom = (text: string) => causesOf(readFailure(text));
const byId = decisions.map((decision) => [decision.id, decision] as const);

function keysOf({ ask, answers }: Question): string[] {
  return [ask, ...answers.flatMap(({ answer, next }) => [answer, ...(next ? keysOf(next) : [])])];
}

/** A report of ours that names a trap. */
const reportsOf = (id: string): string[] => [`error[${id}] as reported`, `错误[${id}] 报告如此`];

/** What real tools print of a trap. */
function printedOf(id: string): string[] {
  const group = traps.find((trap) => trap.id === id)?.group ?? '';
  return textsIn(join(import.meta.dirname, '../src/traps', group, id))
    .filter(({ name, confidence }) => name.startsWith('reads-') && confidence !== 'possible')
    .map(({ text }) => text);
}

describe.each(byId)('%s', (id, decision: Decision) => {
  const text = opening[id] ?? '';

  it('is left open by its text, with a question and its traps', () => {
    const causes = causesFrom(text);
    const open = causes.filter(({ claim }) => claim.confidence === 'possible');
    expect(causes.some((cause) => cause.decision === decision && cause.claim.ask)).toBe(true);
    const told = new Set(causes.map(({ trap }) => trap.id));
    for (const { trap } of leavesOf(decision.start)) expect(told).toContain(trap);
    expect(open.length).toBeGreaterThanOrEqual(leavesOf(decision.start).length - 1);
  });

  it('leads by its answers to each of its ends, and each trap is one', () => {
    const paths = pathsOf(decision.start);
    for (const path of paths) {
      const last = path.at(-1);
      expect(last?.next).toBeUndefined();
      for (const [place, { next, trap }] of path.slice(0, -1).entries()) {
        expect(trap, 'an answer that asks on ends with no trap').toBeUndefined();
        expect(next?.answers).toContain(path[place + 1]);
      }
      if (last?.trap !== undefined) expect(traps.map((trap) => trap.id)).toContain(last.trap);
    }
    expect(leavesOf(decision.start).length + endsOf(decision.start).length).toBeLessThanOrEqual(paths.length);
    expect(new Set(paths.flatMap((path) => path.at(-1)?.trap ?? [])).size).toBe(leavesOf(decision.start).length);
  });

  it.each(leavesOf(decision.start).map(({ trap }) => trap))(
    'ends with %s once the answer stands in the text',
    (trap) => {
      const leads = (evidence: string): boolean => {
        const [first] = causesFrom(`${text}\n${evidence}\n`);
        return first?.trap.id === trap && first.claim.confidence !== 'possible';
      };
      for (const report of reportsOf(trap)) expect(leads(report), report).toBe(true);
      const printed = printedOf(trap);
      if (printed.length > 0) expect(printed.filter(leads), 'what tools print of it').not.toEqual([]);
    },
  );

  it.each(['en', 'zh-CN'] as const)('has a sentence for each question and answer, and no other: %s', (locale) => {
    const said = Object.keys(decision.messages[locale]);
    const used = new Set(['title', ...keysOf(decision.start)]);
    for (const key of used) expect(said).toContain(key);
    // What it takes over from another tree may say more than it asks.
    expect(Object.keys(decision.messages.en).sort()).toEqual(said.sort());
  });

  it.each(['en', 'zh-CN'] as const)('is drawn: %s', (locale) => {
    const words = new Words(locale);
    expect(decisionTree(decision, words)).toMatchSnapshot();
    const chart = decisionChart(decision, words);
    for (const { trap } of leavesOf(decision.start)) expect(chart).toContain(`--> ${trap}`);
  });
});

it('each kind of text that is left open has an example', () => {
  expect(Object.keys(opening).sort()).toEqual(decisions.map(({ id }) => id).sort());
});
