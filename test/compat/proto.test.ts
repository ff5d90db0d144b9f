import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Versions } from '../../src/compat/parts.ts';
import { protoAnswer, protoFeatures } from '../../src/compat/proto-answer.ts';
import { protoPartNames } from '../../src/compat/proto-rules.ts';
import { protoFloors } from '../../src/knowledge/proto-features.ts';
import type { ProtoFeature } from '../../src/knowledge/table.ts';
import { anyVersions, stackOf } from './sets.ts';

const protocs = [
  '2.6.1',
  '3.6.1',
  '3.11.4',
  '3.12.4',
  '3.14.0',
  '3.15.0',
  '3.21.12',
  '25.0',
  '26.1',
  '27.0',
  '31.1',
  '32.0',
  '36.2',
];

function ask(
  versions: Versions,
  protoc: string | undefined,
  wants: readonly ProtoFeature[],
  flagged: readonly ProtoFeature[] = [],
) {
  const stack = stackOf(versions, { wants: new Set(wants) });
  const question = { stack, fixed: new Set<never>(), fill: false, vendored: false, flagged: new Set(flagged) };
  return protoAnswer({ ...question, ...(protoc !== undefined && { protoc }) });
}

describe('protoAnswer', () => {
  it('proposes what fits, and raises only', () => {
    const question = fc.record({
      versions: anyVersions(protoPartNames),
      protoc: fc.option(fc.constantFrom(...protocs), { nil: undefined }),
      wants: fc.subarray<ProtoFeature>([...protoFeatures]),
    });
    void fc.assert(
      fc.property(question, ({ versions, protoc, wants }) => {
        const { verdict, proposal } = ask(versions, protoc, wants);
        if (verdict !== 'breaks') return;
        expect(proposal).toBeDefined();
        const changes = proposal?.changes ?? [];
        const raised = Object.fromEntries(
          changes.filter(({ part }) => part !== 'protoc').map(({ part, to }) => [part, to]),
        );
        const newer = changes.find(({ part }) => part === 'protoc')?.to ?? protoc;
        const after = ask({ ...versions, ...raised }, newer, wants);
        expect(after.pairs.filter(({ status }) => status === 'breaks')).toEqual([]);
        expect(after.proposal).toBeUndefined();
      }),
      { numRuns: 80 },
    );
  });

  it('takes the flag of a command for what it does', () => {
    expect(ask({}, '3.12.4', ['optional']).verdict).toBe('breaks');
    expect(ask({}, '3.12.4', ['optional'], ['optional']).verdict).toBe('fits');
    expect(ask({}, '3.11.4', ['optional'], ['optional']).verdict).toBe('breaks');
  });

  it('knows a protoc by each of its names', () => {
    for (const name of ['21.12', '3.21.12', 'v3.21.12']) expect(ask({}, name, ['optional']).verdict).toBe('fits');
    for (const name of ['26.1', '4.26.1', 'v5.26.1']) expect(ask({}, name, ['edition-2023']).verdict).toBe('breaks');
  });

  it('says of each floor what the table says', () => {
    const options = { protoc: 'protoc', 'google.golang.org/protobuf': 'protobuf' } as Readonly<Record<string, string>>;
    for (const { feature, part, since, before } of protoFloors()) {
      const name = options[part];
      if (name === undefined || !protoFeatures.includes(feature)) continue;
      const verdict = (version: string) =>
        name === 'protoc'
          ? ask({}, version, [feature]).verdict
          : ask({ protobuf: version }, undefined, [feature]).verdict;
      if (before !== undefined) expect(verdict(before), `${feature} ${part} ${before}`).toBe('breaks');
      if (since !== undefined && since !== 'v1.20.1')
        expect(verdict(since), `${feature} ${part} ${since}`).toBe('fits');
    }
  });

  it('asks nothing where nothing is wanted', () => {
    const { verdict, pairs } = ask({ protobuf: 'v1.21.0', 'protoc-gen-go': 'v1.22.0' }, '3.6.1', []);
    expect(pairs.filter(({ between }) => between.includes('protos'))).toEqual([]);
    expect(verdict).not.toBe('breaks');
  });
});
