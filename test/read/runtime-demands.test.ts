import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readRuntimeDemands } from '../../src/read/generation/runtime-demands.ts';

const cases = join(import.meta.dirname, '../../src/traps/codegen/generated-code-newer-than-protobuf/cases');

/** The generated file of a case of the trap, made by real tools. */
function codeOf(name: string): Uint8Array {
  const spec = parse(readFileSync(join(cases, `${name}.yaml`), 'utf8'));
  const changes = [spec.changes ?? spec.change].flat();
  return Buffer.from(changes.find(({ at }: { at: string[] }) => at[1] === 'pb/hello.pb.go').to, 'utf8');
}

describe('readRuntimeDemands', () => {
  it('finds an optional field and its line', () => {
    const { optional, edition } = readRuntimeDemands(codeOf('fires-optional'));
    expect(optional?.field).toBe('User.name');
    expect(optional?.text).toMatch(/^Name\s+\*string\s+`protobuf:"bytes,1,opt,name=name,proto3,oneof"/);
    expect(codeOf('fires-optional').toString().split('\n')[(optional?.line ?? 0) - 1]).toContain('proto3,oneof');
    expect(edition).toBeUndefined();
  });

  it('does not take a oneof of the file for one', () => {
    expect(readRuntimeDemands(codeOf('quiet-oneof')).optional).toBeUndefined();
  });

  it.each([
    ['fires-edition', '2023'],
    ['fires-edition-bytes', '2023'],
    ['fires-edition-2024-open', '2024'],
  ])('finds the edition of %s', (name, edition) => {
    expect(readRuntimeDemands(codeOf(name)).edition?.name).toBe(edition);
  });

  it('finds the names of the opaque API', () => {
    const { names } = readRuntimeDemands(codeOf('fires-opaque'));
    expect(names.get('protoimpl.X.SetPresent')?.text).toContain('protoimpl.X.SetPresent(');
    expect(names.has('protoimpl.RaceDetectHookData')).toBe(true);
  });

  it('takes anything, in linear time', () => {
    expect(readRuntimeDemands(Buffer.from('')).names.size).toBe(0);
    expect(readRuntimeDemands(Buffer.from([0, 255, 128])).names.size).toBe(0);
    const wide = readRuntimeDemands(Buffer.from('protoimpl.X.'.repeat(200_000)));
    expect(wide.names.size).toBe(2);
  });
});
