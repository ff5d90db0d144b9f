import { describe, expect, it } from 'vitest';
import { causesOf } from '../../src/cli/causes.ts';
import { confirmed, lookedFor, type Origin } from '../../src/core/confirmation.ts';
import { type Cause, diagnose, ranked } from '../../src/core/diagnosis.ts';
import { examine } from '../../src/core/engine.ts';
import { FactStore } from '../../src/core/fact.ts';
import { subjectList } from '../../src/facts/subjects.ts';
import { readFailure } from '../../src/text/failure.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { casesOf, machineOf } from '../support/cases.ts';
import { baseMachine, hostOf } from '../support/machine.ts';

const pasted: Origin = { isHere: false, isThisMachine: true, hasFile: () => true };
const justPrinted: Origin = { ...pasted, isHere: true };
const healthy = baseMachine('healthy');

const missingPlugin = (name: string): string => `${name}: program not found or is not executable`;
const newerCode = 'pb/hello_grpc.pb.go:20:11: undefined: grpc.SupportPackageIsVersion9';

function firstCause(text: string, confidence?: Cause['claim']['confidence']): Cause {
  const [cause] = diagnose(traps, readFailure(text));
  if (!cause) throw new Error(`no cause of ${text}`);
  return confidence ? { ...cause, claim: { ...cause.claim, confidence } } : cause;
}

/** A cause of a text, looked for on a made-up machine with such a project. */
async function lookFor(cause: Cause, origin: Origin, project: Readonly<Record<string, string>> = {}) {
  const spec = { ...healthy, project: { ...healthy.project, ...project } };
  const options = { dir: spec.dir, network: false, purpose: 'all' as const, timeoutMs: 1000 };
  const store = new FactStore(hostOf(spec), options);
  return confirmed(cause, await examine([lookedFor(cause.trap, origin)], store, subjectList), origin);
}

const makefile = (options: string): Record<string, string> => ({
  Makefile: `proto:\n\tprotoc --go_out=. ${options} pb/hello.proto\n`,
});

describe('what a project says of a cause', () => {
  it('an error of the same name is proof: the question is answered, the fixes are those of the project', async () => {
    const before = firstCause(missingPlugin('protoc-gen-go-vtproto'), 'possible');
    const asked = { ...before, claim: { ...before.claim, ask: { key: 'seen-why' } } };
    const { claim, here } = await lookFor(asked, pasted, makefile('--go-vtproto_out=.'));
    expect(claim).toMatchObject({ confidence: 'proven' });
    expect(claim.ask).toBeUndefined();
    expect(here?.map(({ source }) => source)).toContain('Makefile');
  });

  it('what a decision held possible speaks for itself once it is found', async () => {
    const open = causesOf(readFailure('--go-vtproto_out: protoc-gen-go-vtproto: Plugin failed with status code 1.'));
    const before = open.find(({ trap }) => trap.id === 'plugin-not-on-path');
    if (!before?.decision) throw new Error('nothing is left open');
    const { claim, decision, here } = await lookFor(before, pasted, makefile('--go-vtproto_out=.'));
    expect(claim).toMatchObject({ confidence: 'proven' });
    expect(Object.keys(before.trap.messages.en)).toContain(claim.why.key);
    expect([decision, claim.ask]).toEqual([undefined, undefined]);
    expect(here).not.toEqual([]);
  });

  it('what is found of another plugin says nothing of this one', async () => {
    const cause = firstCause(missingPlugin('protoc-gen-other'), 'likely');
    expect(await lookFor(cause, pasted, makefile('--go-vtproto_out=.'))).toEqual(cause);
  });

  it('a warning makes a possible cause likely, and leaves a sure one sure', async () => {
    const cases = casesOf('codegen', 'generated-code-newer-than-protobuf');
    const warns = cases.find(({ name }) => name === 'fires-old-go-mod');
    const spec = warns && machineOf(warns, cases);
    const text = 'pb/hello.pb.go:20:2: undefined: protoimpl.EnforceVersion';
    for (const [before, after] of [
      ['possible', 'likely'],
      ['likely', 'likely'],
      ['proven', 'proven'],
    ] as const) {
      const { claim, here } = await lookFor(firstCause(text, before), pasted, spec?.project);
      expect(claim.confidence).toBe(after);
      expect(here).not.toEqual([]);
    }
  });

  it('a trap whose checks pass on what the text names is not found', async () => {
    const cause = firstCause(missingPlugin('protoc-gen-go'), 'likely');
    expect((await lookFor(cause, pasted)).here).toEqual([]);
  });

  it('a plugin or a file that the project does not have cannot be missed in it', async () => {
    expect((await lookFor(firstCause(missingPlugin('protoc-gen-other')), pasted)).here).toBeUndefined();
    const elsewhere = { ...pasted, hasFile: () => false };
    expect((await lookFor(firstCause(newerCode), pasted)).here).toEqual([]);
    expect((await lookFor(firstCause(newerCode), elsewhere)).here).toBeUndefined();
  });

  it('nothing is missed where a check was skipped, or where only an endpoint could tell', async () => {
    const unreadable = firstCause('go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)');
    expect((await lookFor(unreadable, pasted)).here).toEqual([]);
    expect((await lookFor(unreadable, pasted, { 'go.mod': 'module' })).here).toBeUndefined();
    const refused = firstCause('dial tcp 127.0.0.1:50051: connect: connection refused');
    expect((await lookFor(refused, pasted)).here).toBeUndefined();
  });

  it('this machine says nothing of a text from another one', async () => {
    const elsewhere = { ...pasted, isThisMachine: false };
    const found = firstCause(missingPlugin('protoc-gen-go-vtproto'));
    expect((await lookFor(found, elsewhere, makefile('--go-vtproto_out=.'))).here).toBeUndefined();
    expect((await lookFor(firstCause(missingPlugin('protoc-gen-go')), elsewhere)).here).toBeUndefined();
  });

  it('no check denies what was proven here just now', async () => {
    expect((await lookFor(firstCause(missingPlugin('protoc-gen-go')), pasted)).here).toEqual([]);
    expect((await lookFor(firstCause(missingPlugin('protoc-gen-go')), justPrinted)).here).toBeUndefined();
    expect((await lookFor(firstCause(missingPlugin('protoc-gen-go'), 'likely'), justPrinted)).here).toEqual([]);
  });
});

describe('the order of causes', () => {
  it('one that was looked for and not found stands behind those as sure, and before those less sure', () => {
    const [one, other, third] = traps.filter(({ text }) => text);
    const claim = firstCause(newerCode).claim;
    const cause = (trap: typeof one, confidence: 'proven' | 'likely', absent: boolean) =>
      ({ trap, claim: { ...claim, confidence }, ...(absent && { here: [] }) }) as Cause;
    const order = ranked([cause(one, 'proven', true), cause(other, 'proven', false), cause(third, 'likely', false)]);
    expect(order.map(({ trap }) => trap.id)).toEqual([other?.id, one?.id, third?.id]);
  });
});
