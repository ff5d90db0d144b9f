import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Fact, FactStore } from '../../src/core/fact.ts';
import { project } from '../../src/core/subject.ts';
import { type FaultyProto, faultyProtos } from '../../src/facts/proto/faults.ts';
import { type Oracle, protoOracle } from '../../src/facts/proto/oracle.ts';
import { LocalHost } from '../../src/host/local.ts';
import { RecordedHost } from '../../src/host/recorded.ts';
import { RecordingHost } from '../../src/host/recording.ts';
import { BUF, NEW_PROTOC, protoc } from '../../src/lab/kit/catalog.ts';
import { toolsOrReason } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
const tools = await toolsOrReason(NEW_PROTOC, protoc('3.12.4'), BUF);
const [newProtoc, oldProtoc, buf] = (tools ?? []).map(({ bin }) => bin) as [string, string, string];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A project in a folder with a blank in its name. */
function plant(name: string, files: Readonly<Record<string, string>>): string {
  const dir = join(folder, `${name} project`);
  for (const [path, text] of Object.entries({ 'go.mod': 'module example.com/m\n', ...files })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

const head = 'syntax = "proto3";\npackage p;\noption go_package = "example.com/m/p";\n';
const make = { Makefile: 'proto:\n\tprotoc -I api -I third --go_out=. api/p/a.proto api/p/b.proto\n' };
const bufFiles = {
  'buf.yaml': 'version: v2\nmodules:\n  - path: api\n',
  'buf.gen.yaml': 'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: .\n',
  Makefile: 'proto:\n\tbuf generate\n',
};
const good = {
  'api/p/a.proto': `${head}import "p/b.proto";\nmessage A { B b = 1; }\n`,
  'api/p/b.proto': `${head}message B {}\n`,
};
const bad = {
  'api/p/a.proto': `${head}import "p/b.proto";\nimport "q/c.proto";\nmessage A { B b = 1; }\n`,
  'api/p/b.proto': `${head}message B { Nope n = 1; }\n`,
};

const options = { network: false, deep: true, purpose: 'build', timeoutMs: 60_000 } as const;

async function ask<T = Oracle | undefined>(
  dir: string,
  bin: string,
  fact: Fact<T> = protoOracle as unknown as Fact<T>,
): Promise<{ oracle: Oracle; again: Oracle; answer: T }> {
  const { PATH: before, TMPDIR: temporary } = process.env;
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  process.env.TMPDIR = join(folder, 'tmp');
  process.env.PATH = [dirname(bin), '/usr/bin', '/bin'].join(delimiter);
  try {
    const host = new RecordingHost(new LocalHost(), dir);
    const store = new FactStore(host, { dir, ...options });
    const [found, answer] = [await store.get(protoOracle, project), await store.get(fact, project)];
    const recorded = new RecordedHost(JSON.parse(JSON.stringify(host.recording)));
    const again = await new FactStore(recorded, { dir, ...options }).get(protoOracle, project);
    if (found.kind !== 'known' || again.kind !== 'known' || answer.kind !== 'known')
      throw new Error(JSON.stringify([found, again, answer]));
    return { oracle: found.value as Oracle, again: again.value as Oracle, answer: answer.value };
  } finally {
    process.env.PATH = before;
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

/** Every file with its size and time of change. */
function stateOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true }).map((name) => {
    const { size, mtimeMs } = statSync(join(dir, String(name)));
    return `${name} ${size} ${mtimeMs}`;
  });
}

describe.skipIf(!tools)('the compilers of this machine', () => {
  it.each([
    ['protoc 36.2', () => newProtoc, make],
    ['protoc 3.12.4', () => oldProtoc, make],
    ['buf', () => buf, bufFiles],
  ] as const)('%s: what they take, what they refuse, and that nothing is written', async (name, bin, command) => {
    const taken = plant(`${name} good`, { ...command, ...good });
    const { oracle, again } = await ask(taken, bin());
    expect(oracle).toMatchObject({ skipped: [], verdicts: [{ errors: [] }] });
    expect(oracle.verdicts[0]?.files.map((file) => file.name).sort()).toEqual(['p/a.proto', 'p/b.proto']);
    // A bundle answers in the same words.
    expect(again).toEqual(oracle);

    const refused = plant(`${name} bad`, { ...command, ...bad });
    const before = stateOf(refused);
    const { oracle: said } = await ask(refused, bin());
    expect(stateOf(refused)).toEqual(before);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
    const errors = said.verdicts[0]?.errors ?? [];
    expect(errors.find(({ kind }) => kind === 'not-found')).toMatchObject({ name: 'q/c.proto' });
    expect(errors.filter(({ kind }) => kind === 'other')).toMatchObject([{ path: 'api/p/b.proto', line: 4 }]);
  });

  it('takes its arguments from a file where they are too many for a command line', async () => {
    const names = Array.from({ length: 800 }, (_, n) => `p/a_file_with_a_long_name_${n}.proto`);
    const files = Object.fromEntries(names.map((name, n) => [`api/${name}`, `${head}message M${n} {}\n`]));
    const Makefile = 'proto:\n\tprotoc -I api --go_out=. api/p/*.proto\n';
    const { oracle } = await ask(plant('many', { ...files, Makefile }), newProtoc);
    expect(oracle.verdicts[0]).toMatchObject({ errors: [] });
    expect(oracle.verdicts[0]?.files).toHaveLength(800);
  });

  it.each([
    ['a folder behind the command', 'buf generate api', 'version: v2', ''],
    ['a folder in the template', 'buf generate', 'version: v2\ninputs:\n  - directory: api', ''],
    ['a path', 'buf generate api --path api/p', 'version: v2', ''],
    ['a configuration', 'buf generate --config all.yaml', 'version: v2', 'version: v2\nmodules:\n  - path: api\n'],
  ])('buf: only what code is made of is looked at, with %s', async (name, command, template, config) => {
    const dir = plant(`narrow ${name}`, {
      ...good,
      'buf.gen.yaml': `${template}\nplugins:\n  - local: protoc-gen-go\n    out: .\n`,
      Makefile: `proto:\n\t${command}\n`,
      ...(config === '' ? {} : { 'all.yaml': config }),
      // Not below the folder that is compiled, or not at the path.
      [name === 'a path' ? 'api/draft/d.proto' : 'draft/d.proto']: `${head}message D { Nope n = 1; }\n`,
    });
    const { oracle } = await ask(dir, buf);
    expect(oracle).toMatchObject({ skipped: [], verdicts: [{ tool: 'buf', errors: [] }] });
    expect(oracle.verdicts[0]?.files.map((file) => file.name).sort()).toEqual(['p/a.proto', 'p/b.proto']);
  });

  it.each([
    ['protoc 36.2', () => newProtoc, make],
    ['protoc 3.12.4', () => oldProtoc, make],
    ['buf', () => buf, bufFiles],
  ] as const)('%s: its columns are told in characters', async (name, bin, command) => {
    const text = `${head}message B {\n\t\tNope n = 1; /* é */ Gone m = 2;\n}\n`;
    const dir = plant(`${name} columns`, { ...command, ...good, 'api/p/b.proto': text });
    const faulty = await ask(dir, bin(), faultyProtos);
    const [{ refusals }] = faulty.answer as [FaultyProto];
    expect(refusals.map(({ line, column }) => [line, column])).toEqual([
      [5, 3],
      [5, 23],
    ]);
  });

  it('what a compiler says of places that are not there is left out', async () => {
    const said = ['api/p/b.proto:99999999999999999999:1: Odd.', 'api/p/a.proto:2:99: Odd.', 'nothing.proto:1:1: Odd.'];
    const liar = join(folder, 'liar');
    mkdirSync(liar);
    writeFileSync(join(liar, 'protoc'), `#!/bin/sh\nprintf '%s\\n' '${said.join("' '")}' >&2\nexit 1\n`, {
      mode: 0o755,
    });
    const { answer } = await ask(plant('lies', { ...make, ...good }), join(liar, 'protoc'), faultyProtos);
    const places = (answer as FaultyProto[]).flatMap(({ path, refusals }) =>
      refusals.map(({ line, column }) => ({ path, line, column })),
    );
    expect(places).toEqual([
      { path: 'api/p/b.proto', line: undefined, column: undefined },
      { path: 'api/p/a.proto', line: 2, column: 11 },
    ]);
  });

  it('tells why a compiler was not asked', async () => {
    const { oracle } = await ask(plant('none', { ...make, ...good }), join(folder, 'nothing'));
    expect(oracle).toEqual({ verdicts: [], skipped: [{ key: 'command-missing', data: { command: 'protoc' } }] });
    const slow = join(folder, 'slow');
    mkdirSync(slow);
    writeFileSync(join(slow, 'protoc'), '#!/bin/sh\necho odd >&2; exit 3\n', { mode: 0o755 });
    const { oracle: odd } = await ask(plant('odd', { ...make, ...good }), join(slow, 'protoc'));
    expect(odd.skipped).toEqual([{ key: 'command-unparsable', data: { command: 'protoc' } }]);
  });
});
