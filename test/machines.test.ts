import { describe, expect, it } from 'vitest';
import { FactStore } from '../src/core/fact.ts';
import { machine } from '../src/core/subject.ts';
import { goVersion } from '../src/facts/go/env.ts';
import { baseMachine, hostOf, machineNames, unsourced } from './support/machine.ts';

describe('the machines that cases start from', () => {
  it.each(machineNames())('%s was recorded, or names its sources', (name) => {
    const machine = baseMachine(name);
    expect([machine.recorded, machine.sources].filter(Boolean), 'one of both').toHaveLength(1);
    expect(unsourced(machine)).toEqual([]);
    if (machine.os !== 'linux') expect(machine.recorded, 'labs run on Linux').toBeUndefined();
  });

  it('lacks a source for each part of which none is named', () => {
    const { sources = {}, ...machine } = baseMachine('windows');
    const { env: _, ...rest } = sources;
    expect(unsourced({ ...machine, sources: rest })).toEqual(['env']);
    expect(unsourced({ ...machine, sources: { ...sources, links: 'nowhere' } })).toEqual(['links: no such part']);
    expect(unsourced({ ...machine, sources: { ...sources, go: 'somebody said so' } })).toEqual([
      'go: names no file, page or thread',
    ]);
  });
});

describe('a made-up host', () => {
  it.each(machineNames())('starts its go: %s', async (name) => {
    const spec = baseMachine(name);
    const options = { dir: spec.dir, network: false, purpose: 'build', timeoutMs: 1000 } as const;
    const version = await new FactStore(hostOf(spec), options).get(goVersion, machine);
    expect(version).toEqual({ kind: 'known', value: spec.go?.version });
  });

  it.each([
    ['macos', '/users/ANN/go/BIN/protoc-gen-go', true],
    ['windows', 'c:\\users\\ann\\GO\\bin\\Protoc-Gen-Go.EXE', true],
    ['alpine', '/home/ann/GO/bin/protoc-gen-go', false],
  ])('asks for the case of names as %s does', (name, path, found) => {
    expect(hostOf(baseMachine(name)).stat(path)?.kind === 'file').toBe(found);
  });

  it('tells names as they were written', () => {
    const host = hostOf(baseMachine('macos'));
    expect(host.list('/USERS/ann/go/bin')?.map(({ name }) => name)).toEqual(['protoc-gen-go', 'protoc-gen-go-grpc']);
  });
});
