import * as fc from 'fast-check';
import { offered } from '../../src/compat/moves.ts';
import { type PartName, partNames, releasesOfPart, type Versions } from '../../src/compat/parts.ts';
import type { Stack } from '../../src/compat/stack.ts';

/** A set as flags give it. */
export function stackOf(versions: Versions, more: Partial<Stack> = {}): Stack {
  return { versions, switches: false, installed: new Set(), streams: true, ...more };
}

/** Any set of known versions, of at least one part. */
export function anyVersions(parts: readonly PartName[] = partNames): fc.Arbitrary<Versions> {
  const choices = parts.map((part) => {
    const versions = part === 'go-line' ? offered(part) : releasesOfPart(part);
    return fc.option(fc.constantFrom(...versions), { nil: undefined, freq: 3 });
  });
  return fc.tuple(...choices).map((chosen) => {
    const pairs = parts.flatMap((part, index) => (chosen[index] === undefined ? [] : [[part, chosen[index]]]));
    return Object.fromEntries(pairs) as Versions;
  });
}

/** A set with all that flags cannot say. */
export const anyStack: fc.Arbitrary<Stack> = fc
  .tuple(
    anyVersions(),
    fc.boolean(),
    fc.boolean(),
    fc.subarray<PartName>(['protoc-gen-go', 'protoc-gen-go-grpc']),
    fc.option(fc.record({ constant: fc.constantFrom(6, 7, 8, 9), language: fc.constantFrom('1.18', '1.20') }), {
      nil: undefined,
    }),
  )
  .map(([versions, switches, streams, installed, code]) =>
    stackOf(versions, { switches, streams, installed: new Set(installed), ...(code && { code }) }),
  );
