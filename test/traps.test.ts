import { describe, expect, it } from 'vitest';
import { subjectKey } from '../src/core/subject.ts';
import { traps } from '../src/traps/registry.gen.ts';
import { type CaseFile, casesOf, examineMachine, machineOf } from './support/cases.ts';
import { baseMachine, machineNames } from './support/machine.ts';
import { commandsOf, unsaid } from './support/sentences.ts';

describe('the machines that cases start from', () => {
  it.each(machineNames())('%s is healthy', async (name) => {
    const { findings } = await examineMachine(baseMachine(name));
    expect(findings.map(({ trap, claim }) => `${trap.id} ${claim.title.key}`)).toEqual([]);
  });
});

// A trap that is seen in texts alone has no machines: test/texts.test.ts has its texts.
const seenInFacts = traps.filter(({ sights }) => sights.length > 0);

describe.each(seenInFacts.map((trap) => [trap.id, trap] as const))('%s', (_, trap) => {
  const cases = casesOf(trap.group, trap.id);
  const of = (kind: string): CaseFile[] => cases.filter(({ name }) => name.startsWith(kind));

  it.each(of('fires-').map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { findings } = await examineMachine(machineOf(one, cases));
    const finding = findings.find(({ trap: found }) => found === trap);
    expect(finding, `found instead: ${findings.map(({ trap: found }) => found.id)}`).toBeDefined();
    expect(finding?.claim.severity).toBe(one.expect?.severity);
    expect(subjectKey(finding?.claim.subject ?? { kind: 'machine', id: '' })).toBe(one.expect?.subject);
    if (one.expect?.title) expect(finding?.claim.title.key).toBe(one.expect.title);
    expect(finding?.related).toEqual(one.expect?.related ?? []);
    expect(finding?.claim.evidence.length).toBeGreaterThan(0);
    expect(finding?.fixes.length, 'a finding without a next step').toBeGreaterThan(0);
    const others = findings.filter(({ trap: found, claim }) => found !== trap && claim.severity === 'error');
    expect([...new Set(others.map(({ trap: found }) => found.id))].sort()).toEqual(Object.keys(one.also ?? {}).sort());
    if (one.expect?.fix) expect(finding && commandsOf(finding)).toContain(one.expect.fix);
    expect(findings.flatMap(unsaid), 'sentences with holes').toEqual([]);
    const before = findings.slice(
      0,
      findings.findIndex(({ trap: found }) => found === trap),
    );
    const unexplained = before.map(({ trap: found }) => found.id).filter((id) => !one.also?.[id]);
    if (one.expect?.severity === 'error') expect(unexplained, 'the trap itself comes first').toEqual([]);
  });

  it.each(of('quiet-').map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    console.log(
      `${trap.id} ${one.name}: ${one.change?.at.join(' > ')} becomes ${JSON.stringify(one.change?.to)?.slice(0, 120)}`,
    );
    const { findings, checks } = await examineMachine(machineOf(one, cases));
    const claimed = findings.filter(({ trap: found, related }) => found === trap || related.includes(trap.id));
    expect(claimed.map(({ claim }) => claim.title.key)).toEqual([]);
    const states = checks.filter(({ trap: judged }) => judged === trap).map(({ status }) => status);
    expect(states, 'quiet means judged and passed, not skipped').toContain('passed');
  });

  it.each(of('skipped-').map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { checks } = await examineMachine(machineOf(one, cases));
    const skipped = checks.filter(({ trap: judged, status }) => judged === trap && status === 'skipped');
    expect(skipped.map(({ reason }) => reason?.key)).toContain(one.reason);
  });
});
