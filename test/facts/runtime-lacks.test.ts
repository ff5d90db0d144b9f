import { describe, expect, it } from 'vitest';
import { runtimeLacks } from '../../src/knowledge/proto-features.ts';

describe('runtimeLacks: whether a generated file is worth opening', () => {
  it.each<[string, string | undefined, boolean]>([
    // Nothing that 1.31 writes is missing in 1.31, so thousands of files stay closed.
    ['v1.31.0', 'v1.31.0', false],
    ['v1.31.0', 'v1.33.0', false],
    ['v1.35.2', 'v1.35.2', false],
    ['v1.36.0', 'v1.36.12', false],
    // Editions came with the plugin 1.34, the opaque API with 1.36.
    ['v1.32.0', 'v1.34.0', true],
    ['v1.33.0', 'v1.34.0', false],
    ['v1.35.2', 'v1.36.0', true],
    ['v1.21.0', 'v1.22.0', true],
    ['v1.21.0', 'v1.21.0', false],
    // A header without a version tells nothing.
    ['v1.31.0', undefined, true],
    ['v1.36.0', undefined, false],
  ])('runtime %s, code of %s: %s', (runtime, generator, lacks) => {
    expect(runtimeLacks(runtime, generator)).toBe(lacks);
  });
});
