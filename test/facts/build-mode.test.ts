import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/core/fact.ts';
import { buildList } from '../../src/facts/modules/build-list.ts';
import { missingVersions } from '../../src/facts/modules/missing-versions.ts';
import { raisedModules } from '../../src/facts/modules/raised.ts';
import { buildMode, modeAlone, workspaceGo } from '../../src/facts/modules/vendor.ts';
import { bufFiles } from '../../src/facts/proto/compilation/buf-modules.ts';
import { compilations } from '../../src/facts/proto/compilation/compilations.ts';
import { baseMachine, hostOf, type MachineSpec } from '../support/machine.ts';
import { storeOf } from '../team/machine.ts';

const base = baseMachine('healthy');
const goMod = (name: string, grpc: string) =>
  `module example.com/${name}\n\ngo 1.21\n\nrequire google.golang.org/grpc ${grpc}\n`;
const inWorkspace: MachineSpec = {
  ...base,
  project: {
    'go.work': 'go 1.21\n\nuse (\n\t.\n\t./b\n)\n',
    'go.mod': goMod('a', 'v1.60.0'),
    'b/go.mod': goMod('b', 'v1.64.0'),
    'vendor/modules.txt': '## workspace\n# google.golang.org/grpc v1.60.0\n## explicit; go 1.21\n',
  },
};

/** The fact of the module in the root, where files of the project may not be read. */
async function asked(fact: Fact<unknown>, spec: MachineSpec, ...unread: string[]) {
  const unreadable = unread.map((file) => `${spec.dir}/${file}`);
  return (await storeOf(spec, hostOf({ ...spec, unreadable })).get(fact, { kind: 'module', id: '.' })).kind;
}

describe('what a build takes is not known', () => {
  it.each<[string, Fact<unknown>, readonly string[]]>([
    ['the mode, without go.work', buildMode, ['go.work']],
    ['the versions, without go.work', buildList, ['go.work']],
    ['what is raised, without go.work', raisedModules, ['go.work']],
    ['which versions are missing, without go.work', missingVersions, ['go.work']],
    ['the mode, without the list of vendored modules', buildMode, ['vendor/modules.txt']],
    ['the mode alone, without the list of vendored modules', modeAlone, ['vendor/modules.txt']],
  ])('%s', async (_, fact, unread) => {
    expect(await asked(fact, inWorkspace)).toBe('known');
    expect(await asked(fact, inWorkspace, ...unread)).toBe('unknown');
  });

  it('the versions, where another member cannot be read', async () => {
    const { 'vendor/modules.txt': _, ...project } = inWorkspace.project;
    const spec = { ...inWorkspace, project };
    expect(await asked(buildList, spec)).toBe('known');
    expect(await asked(buildList, spec, 'b/go.mod')).toBe('unknown');
  });

  it.each<[string, Fact<unknown>]>([
    ['the mode', buildMode],
    ['the mode alone', modeAlone],
    ['the Go of the workspace', workspaceGo],
  ])('%s, where go does not tell its version, but without any go it is', async (_, fact) => {
    if (!base.go) throw new Error('no go');
    expect(await asked(fact, { ...inWorkspace, go: { ...base.go, says: 'nothing' } })).toBe('unknown');
    expect(await asked(fact, { ...inWorkspace, go: null })).toBe('known');
  });
});

describe('which folders are modules of buf', () => {
  const spec: MachineSpec = {
    ...base,
    project: {
      'go.mod': goMod('a', 'v1.60.0'),
      'buf.yaml': 'version: v2\nmodules:\n  - path: proto\n',
      'buf.gen.yaml': 'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: gen\n',
      Makefile: 'gen:\n\tbuf generate\n',
      'proto/a.proto': 'syntax = "proto3";\npackage a;\noption go_package = "example.com/a/gen";\nmessage A {}\n',
    },
  };

  it.each<[string, Fact<unknown>]>([
    ['the files', bufFiles],
    ['the compilations', compilations],
  ])('is not known without buf.yaml: %s', async (_, fact) => {
    expect(await asked(fact, spec)).toBe('known');
    expect(await asked(fact, spec, 'buf.yaml')).toBe('unknown');
  });
});
