import { describe, expect, it } from 'vitest';
import { FactStore } from '../../src/core/fact.ts';
import { project } from '../../src/core/subject.ts';
import { blockingTime } from '../../src/facts/network/blocking.ts';
import { baseMachine, hostOf, type MachineSpec } from '../support/machine.ts';

/** `plain` requires three modules, one of them for others; its module cache is empty. */
function plain(change: Partial<Record<'env' | 'project' | 'files', Record<string, string>>>, more = {}): MachineSpec {
  const machine = baseMachine('plain');
  return {
    ...machine,
    ...more,
    env: { ...machine.env, ...change.env },
    project: { ...machine.project, ...change.project },
    files: { ...machine.files, ...change.files },
  };
}

async function blocking(spec: MachineSpec) {
  const options = { dir: spec.dir, network: true, purpose: 'build', timeoutMs: 1000 } as const;
  const found = await new FactStore(hostOf(spec), options).get(blockingTime, project);
  return found.kind === 'known' ? found.value : found;
}

const downloads = '/home/ann/go/pkg/mod/cache/download';
const goMod = (lines: string, go = '1.26.0'): Record<string, string> => ({
  'go.mod': `module example.com/hello\n\ngo ${go}\n\n${lines}`,
});

describe('what go mod download has to ask a proxy for', () => {
  it('counts every requirement, also indirect ones', async () => {
    expect(await blocking(plain({}))).toMatchObject({
      file: 'go.mod',
      modules: 3,
      missing: { mod: 3, info: 3, zip: 3 },
      all: false,
    });
  });

  it('leaves out what the cache has', async () => {
    const base = `${downloads}/google.golang.org/grpc/@v/v1.85.0`;
    const files = { [`${base}.mod`]: 'module google.golang.org/grpc\n', [`${base}.info`]: '{}' };
    expect(await blocking(plain({ files }))).toMatchObject({ modules: 3, missing: { mod: 2, info: 2, zip: 3 } });
  });

  it('leaves out what goes to its origin, and folders', async () => {
    expect(await blocking(plain({ env: { GOPRIVATE: 'google.golang.org' } }))).toMatchObject({ modules: 1 });
    const lines = 'require (\n\texample.com/a v1.0.0\n\texample.com/b v1.0.0\n)\n\nreplace example.com/a => ../a\n';
    expect(await blocking(plain({ project: goMod(lines) }))).toMatchObject({ modules: 1 });
  });

  it('asks for the replacement', async () => {
    const lines = 'require Example.com/a v1.0.0\n\nreplace Example.com/a => example.com/b v1.2.0\n';
    const files = Object.fromEntries(
      ['mod', 'info', 'zip'].map((end) => [`${downloads}/example.com/b/@v/v1.2.0.${end}`, '']),
    );
    expect(await blocking(plain({ project: goMod(lines), files }))).toMatchObject({ kind: 'absent' });
  });

  it('lists all modules with a go line below 1.17, and in a workspace, where each counts once', async () => {
    expect(await blocking(plain({ project: goMod('require example.com/a v1.0.0\n', '1.16') }))).toMatchObject({
      modules: 1,
      all: true,
    });
    const other = {
      'other/go.mod': 'module example.com/other\n\ngo 1.26.0\n\nrequire google.golang.org/grpc v1.85.0\n',
    };
    const work = { ...other, 'go.work': 'go 1.26.0\n\nuse (\n\t.\n\t./other\n)\n' };
    expect(await blocking(plain({ project: work }))).toMatchObject({ file: 'go.work', modules: 3, all: true });
  });

  it('takes the module that blocks longest where there is no workspace', async () => {
    const lines = Array.from({ length: 9 }, (_, n) => `require example.com/m${n} v1.0.0\n`).join('');
    const other = { 'other/go.mod': `module example.com/other\n\ngo 1.26.0\n\n${lines}` };
    expect(await blocking(plain({ project: other }))).toMatchObject({ file: 'other/go.mod', modules: 9 });
  });

  it('has as many requests open as GOMAXPROCS says', async () => {
    expect(await blocking(plain({}, { processors: 12 }))).toMatchObject({ atOnce: 12 });
    expect(await blocking(plain({ env: { GOMAXPROCS: '3' } }, { processors: 12 }))).toMatchObject({ atOnce: 3 });
  });

  it('is nothing without go', async () => {
    const { go: _, ...bare } = plain({});
    expect(await blocking(bare as MachineSpec)).toMatchObject({ kind: 'absent' });
  });
});
