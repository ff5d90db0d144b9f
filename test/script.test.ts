import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { arch, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeScript } from '../src/script/compose.ts';
import { wordsEn } from '../src/script/words.en.ts';
import { wordsZh } from '../src/script/words.zh-CN.ts';
import { traps } from '../src/traps/registry.gen.ts';

const body = readFileSync(join(import.meta.dirname, '../src/script/script.sh'), 'utf8');
const english = composeScript(body, 'en', '0.0.0');
const chinese = composeScript(body, 'zh-CN', '0.0.0');

/** Every shell of this machine that calls itself POSIX. */
const shells = [['dash'], ['bash'], ['busybox', 'ash'], ['ksh'], ['zsh', '--emulate', 'sh']].filter(
  ([name = '']) => spawnSync('which', [name]).status === 0,
);

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'grpc doctor script '));
  writeFileSync(join(root, 'en.sh'), english);
  writeFileSync(join(root, 'zh.sh'), chinese);
});
afterAll(() => rmSync(root, { recursive: true }));

const goMod = `module example.com/hello

go 1.26.0

require (
	google.golang.org/grpc v1.85.0 // the newest
	google.golang.org/protobuf v1.36.12
)
`;
const makefile = 'proto:\n\tprotoc -I . --go_out=. --go-grpc_out=. pb/hello.proto\n';
const sum = 'google.golang.org/grpc v1.85.0 h1:AAAA=\ngoogle.golang.org/protobuf v1.36.12 h1:AAAA=\n';
const go = `#!/bin/sh
case "$1 \${2-}" in
  'env GOVERSION') echo go1.26.8 ;;
  'env GOMODCACHE') echo "$HOME/go/pkg/mod" ;;
  'env GOROOT') echo "$HOME/goroot" ;;
  'version -m') cat "$3.build" ;;
esac
`;
const build = (path: string, version: string) => `\tpath\t${path}\n\tmod\t${path}\t${version}\th1:AAAA=\n`;
const grpcPlugin = 'google.golang.org/grpc/cmd/protoc-gen-go-grpc';

/** A go that stops at every command, and one that stops at `go list -m`, with words that the real one printed. */
const stopping = (words: string) => `#!/bin/sh\ncat >&2 <<'SAID'\n${words}\nSAID\nexit 2\n`;
const refusingList = (words: string) =>
  go.replace('esac', `  'list -m') cat >&2 <<'SAID'\n${words}\nSAID\n    exit 1 ;;\nesac`);
/** Its caches are told without HOME. */
const homeless = go.replaceAll('$HOME/', '$PWD/../../');

/** A machine with a project in which nothing is wrong: files by name; what ends in `bin/NAME` may be executed. */
const healthy: Readonly<Record<string, string | Buffer | null>> = {
  'bin/go': go,
  'bin/protoc': '#!/bin/sh\n',
  'bin/protoc-gen-go': '#!/bin/sh\n',
  'bin/protoc-gen-go.build': build('google.golang.org/protobuf/cmd/protoc-gen-go', 'v1.36.12'),
  'bin/protoc-gen-go-grpc': '#!/bin/sh\n',
  'bin/protoc-gen-go-grpc.build': build(grpcPlugin, 'v1.6.2'),
  'go/pkg/mod/cache/download/google.golang.org/grpc/@v/v1.85.0.zip': '',
  'src/hello/go.mod': goMod,
  'src/hello/go.sum': sum,
  'src/hello/main.go': 'package main\n\nimport "google.golang.org/grpc"\n\nvar _ grpc.Server\n',
  'src/hello/Makefile': makefile,
};

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string[];
}

let made = 0;

/** What every shell says in such a machine; they have to say the same. */
function ask(
  change: Readonly<Record<string, string | Buffer | null>> = {},
  env: Readonly<Record<string, string>> = {},
  more: { readonly args?: readonly string[]; readonly script?: string } = {},
): Answer {
  made += 1;
  const home = join(root, `machine ${made}`);
  for (const [name, content] of Object.entries({ ...healthy, ...change })) {
    if (content === null) continue;
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), content);
    if (/bin\/[a-z-]+$/.test(name)) chmodSync(join(home, name), 0o755);
  }
  furnish(join(home, 'tools'), (tool) => pathOf(tool));
  // The tools of Alpine: each is busybox under another name.
  if (pathOf('busybox')) furnish(join(home, 'busybox'), (tool) => pathOf(tool === 'cat' ? tool : 'busybox'));
  const before = listing(home);
  const answers = shells.map(([shell = '', ...args]) => {
    const result = spawnSync(
      pathOf(shell) ?? shell,
      [...args, join(root, more.script ?? 'en.sh'), ...(more.args ?? ['src/hello'])],
      {
        cwd: home,
        env: { HOME: home, PATH: `${home}/bin:${home}/${shell === 'busybox' ? 'busybox' : 'tools'}`, ...env },
        encoding: 'utf8',
        timeout: 60_000,
      },
    );
    expect(result.stderr, shell).toBe(result.status === 2 ? result.stderr : '');
    return { code: result.status, out: (result.stdout + result.stderr).replaceAll(home, '~'), shell };
  });
  for (const { shell, code, out } of answers)
    expect({ shell, code, out }).toEqual({ shell, code: answers[0]?.code, out: answers[0]?.out });
  expect(listing(home), 'nothing is written').toEqual(before);
  const { code = null, out = '' } = answers[0] ?? {};
  return { code, out, errors: [...out.matchAll(/^error\[([a-z0-9-]+)\]/gm)].map(([, trap = '']) => trap) };
}

const systemTools = 'awk sed grep find od sort head tail tr uname cat sh timeout'.split(' ');

function furnish(folder: string, target: (tool: string) => string | undefined): void {
  mkdirSync(folder);
  for (const tool of systemTools) symlinkSync(target(tool) ?? tool, join(folder, tool));
}

/** Where this machine has a program. */
function pathOf(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** The head of an ELF file of a processor. */
function elf(machine: number): Buffer {
  const head = Buffer.alloc(64);
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]).copy(head);
  head.writeUInt16LE(machine, 18);
  return head;
}
const [own, foreign] = arch() === 'arm64' ? [183, 62] : [62, 183];

describe('the shell script', () => {
  it('is a template with three places to fill, and every word is used and known', () => {
    expect(english).not.toMatch(/^# @/m);
    const used = [
      ...body
        .replace(/^ *#.*$/gm, '')
        .matchAll(/\b(?:words|remark|fine|fix|generation [a-z0-9-]+|problem [a-z0-9-]+) ([a-z][a-z-]+)/g),
    ];
    expect([...new Set(used.map(([, key = '']) => key))].sort()).toEqual(Object.keys(wordsEn).sort());
    expect(Object.keys(wordsZh)).toEqual(Object.keys(wordsEn));
    for (const [key, text] of Object.entries(wordsEn)) {
      const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
      expect(places(wordsZh[key as keyof typeof wordsEn]), key).toEqual(places(text));
    }
  });

  it('names traps that there are', () => {
    const named = [...body.matchAll(/\b(?:problem|generation) ([a-z0-9]+(?:-[a-z0-9]+)+) /g)].map(([, trap]) => trap);
    const ids = traps.map(({ id }) => id);
    expect(named.filter((trap) => !ids.includes(trap ?? ''))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });

  it('is content with a healthy project', () => {
    const { code, out } = ask();
    expect(out).toMatch(/^ok {4}protoc-gen-go-grpc: ~\/bin\/protoc-gen-go-grpc$/m);
    expect(out).toMatch(/^errors: 0$/m);
    expect(code).toBe(0);
  });

  it('speaks Chinese', () => {
    const { out, code } = ask({ 'bin/go': null }, {}, { script: 'zh.sh' });
    expect(out).toContain('error[go-missing] PATH 中没有 go');
    expect(code).toBe(1);
  });

  it.each<[string, string, Readonly<Record<string, string | Buffer | null>>, Readonly<Record<string, string>>]>([
    ['go-missing', 'no go', { 'bin/go': null }, {}],
    ['go111module-off', 'switched off', {}, { GO111MODULE: 'off' }],
    ['go111module-off', 'not a value', {}, { GO111MODULE: 'yes' }],
    ['go111module-off', 'in the GOENV file', { '.config/go/env': 'GO111MODULE=on\nGO111MODULE=off\r\n' }, {}],
    ['go-too-old-for-module', 'locked', { 'bin/go': go.replace('1.26.8', '1.24.9') }, { GOTOOLCHAIN: 'local' }],
    [
      'go-too-old-for-module',
      'locked by go.env',
      { 'bin/go': go.replace('1.26.8', '1.24.9'), 'goroot/go.env': 'GOTOOLCHAIN=local\n' },
      {},
    ],
    ['go-too-old-for-module', 'a line that it cannot read', { 'bin/go': go.replace('1.26.8', '1.20.14') }, {}],
    [
      'go-too-old-for-module',
      'a line that it does not compile',
      { 'bin/go': go.replace('1.26.8', '1.20.14'), 'src/hello/go.mod': goMod.replace('1.26.0', '1.22') },
      {},
    ],
    ['goroot-mismatch', 'the tree of another version', { 'goroot/VERSION': 'go1.25.4\ntime 2025\n' }, {}],
    ['goroot-mismatch', 'no such tree', { 'bin/go': stopping('go: cannot find GOROOT directory: /nope') }, {}],
    [
      'gopath-unusable',
      'a tilde',
      { 'bin/go': stopping(`go: GOPATH entry cannot start with shell metacharacter '~': "~/go"`) },
      {},
    ],
    ['goflags-invalid', 'no flag', { 'bin/go': refusingList('go: parsing $GOFLAGS: non-flag "vendor"') }, {}],
    [
      'workspace-mode-conflict',
      '-mod=mod in a workspace',
      {
        'bin/go': refusingList(
          'go: -mod may only be set to readonly or vendor when in workspace mode, but it is set to "mod"',
        ),
        'src/go.work': 'go 1.26.0\n\nuse ./hello\n',
      },
      { GOFLAGS: '-mod=mod' },
    ],
    ['home-missing', 'no place for the caches', { 'bin/go': homeless }, { HOME: '' }],
    ['vendor-inconsistent', 'no vendor', {}, { GOFLAGS: '-mod=vendor' }],
    [
      'vendor-inconsistent',
      'another version',
      { 'src/hello/vendor/modules.txt': '# google.golang.org/grpc v1.84.0\n' },
      {},
    ],
    ['missing-go-sum', 'no go.sum', { 'src/hello/go.sum': null }, {}],
    ['missing-go-sum', 'no entry', { 'src/hello/go.sum': sum.replace('grpc v1.85.0', 'grpc v1.84.0') }, {}],
    ['protoc-missing', 'no protoc', { 'bin/protoc': null }, {}],
    ['plugin-not-on-path', 'in GOPATH/bin', { 'bin/protoc-gen-go': null, 'go/bin/protoc-gen-go': '#!/bin/sh\n' }, {}],
    ['plugin-not-on-path', 'nowhere', { 'bin/protoc-gen-go': null }, {}],
    ['plugin-not-executable', 'empty', { 'bin/protoc-gen-go': '' }, {}],
    ['plugin-not-executable', 'CR LF', { 'bin/protoc-gen-go': '#!/bin/sh\r\n' }, {}],
    ['plugin-wrong-arch', 'another processor', { 'bin/protoc-gen-go': elf(foreign) }, {}],
    ['plugin-wrong-arch', 'another system', { 'bin/protoc-gen-go': Buffer.from('cffaedfe0c000001', 'hex') }, {}],
    [
      'plugin-legacy',
      'before 1.4',
      { 'bin/protoc-gen-go.build': build('github.com/golang/protobuf/protoc-gen-go', 'v1.3.5') },
      {},
    ],
    [
      'regeneration-will-break',
      'grpc too old',
      {
        'src/hello/go.mod': goMod.replace('v1.85.0', 'v1.63.2'),
        'src/hello/go.sum': sum.replace('v1.85.0', 'v1.63.2'),
      },
      {},
    ],
    [
      'regeneration-will-break',
      'replaced',
      {
        'src/hello/go.mod': `${goMod}\nreplace google.golang.org/grpc v1.85.0 => google.golang.org/grpc v1.59.0\n`,
        'src/hello/go.sum': sum.replace('v1.85.0', 'v1.59.0'),
      },
      {},
    ],
    [
      'generated-code-newer-than-grpc',
      'committed',
      {
        'src/hello/go.mod': goMod.replace('v1.85.0', 'v1.63.2'),
        'src/hello/go.sum': sum.replace('v1.85.0', 'v1.63.2'),
        'src/hello/pb/my hello_grpc.pb.go': 'package pb\n\nconst _ = grpc.SupportPackageIsVersion9\n',
      },
      {},
    ],
  ])('finds %s: %s', (trap, _, change, env) => {
    const { errors, code, out } = ask(change, env);
    expect(errors, out).toEqual([trap]);
    expect(code).toBe(1);
  });

  it.each<[string, Readonly<Record<string, string | Buffer | null>>, Readonly<Record<string, string>>]>([
    ['GO111MODULE=auto', {}, { GO111MODULE: 'auto' }],
    ['GO111MODULE=off where there is no module', { 'src/hello/go.mod': null }, { GO111MODULE: 'off' }],
    ['a GOENV file that is switched off', { '.config/go/env': 'GO111MODULE=off\n' }, { GOENV: 'off' }],
    ['a devel build', { 'goroot/VERSION': 'devel go1.27-abc\n' }, {}],
    ['the mark of a distribution', { 'goroot/VERSION': 'go1.26.8-custom\n' }, {}],
    ['no HOME where the caches are named', {}, { HOME: '', GOCACHE: '/c', GOMODCACHE: '../../go/pkg/mod' }],
    [
      'a line that an earlier patch release compiles',
      { 'bin/go': go.replace('1.26.8', '1.20.7'), 'src/hello/go.mod': goMod.replace('1.26.0', '1.22') },
      {},
    ],
    ['a go that may switch', { 'bin/go': go.replace('1.26.8', '1.24.9') }, {}],
    [
      'consistent vendoring',
      {
        'src/hello/go.sum': null,
        'src/hello/vendor/modules.txt':
          '# google.golang.org/grpc v1.85.0\n## explicit\n# google.golang.org/protobuf v1.36.12\n## explicit\n',
      },
      {},
    ],
    [
      'plugins by --plugin=',
      {
        'bin/protoc-gen-go': null,
        'bin/protoc-gen-go-grpc': null,
        'src/hello/Makefile': makefile.replace(
          '--go_out',
          '--plugin=protoc-gen-go=x --plugin=protoc-gen-go-grpc=y --go_out',
        ),
      },
      {},
    ],
    [
      'a script with a PATH of its own',
      { 'bin/protoc-gen-go': null, 'src/hello/Makefile': `export PATH := $(PWD)/bin:$(PATH)\n${makefile}` },
      {},
    ],
    [
      'protoc in a container',
      { 'bin/protoc': null, 'src/hello/Makefile': makefile.replace('protoc -I', 'docker run image protoc -I') },
      {},
    ],
    ['committed code without a plugin', { 'bin/protoc-gen-go': null, 'src/hello/pb/hello.pb.go': 'package pb\n' }, {}],
    ['a plugin of this processor', { 'bin/protoc-gen-go': elf(own) }, {}],
    [
      'the old plugin, whose module is required',
      {
        'bin/protoc-gen-go.build': build('github.com/golang/protobuf/protoc-gen-go', 'v1.3.5'),
        'src/hello/go.mod': `${goMod}\nrequire github.com/golang/protobuf v1.5.4\n`,
      },
      {},
    ],
    [
      'grpc v1.100.0',
      {
        'src/hello/go.mod': goMod.replace('v1.85.0', 'v1.100.0'),
        'src/hello/go.sum': sum.replace('v1.85.0', 'v1.100.0'),
      },
      {},
    ],
    [
      'a fork in a folder',
      { 'src/hello/go.mod': `${goMod.replace('v1.85.0', 'v1.50.0')}\nreplace google.golang.org/grpc => ../grpc\n` },
      {},
    ],
    [
      'a workspace that raises grpc',
      {
        'src/hello/go.mod': goMod.replace('v1.85.0', 'v1.59.0'),
        'src/go.work': 'go 1.26.0\n\nuse (\n\t./hello\n\t./other\n)\n',
        'src/other/go.mod': goMod,
      },
      {},
    ],
    [
      'new code of a module below',
      {
        'src/hello/go.mod': goMod.replace('v1.85.0', 'v1.63.2'),
        'src/hello/go.sum': sum.replace('v1.85.0', 'v1.63.2'),
        'src/hello/Makefile': null,
        'src/hello/new/go.mod': goMod,
        'src/hello/new/a_grpc.pb.go': 'const _ = grpc.SupportPackageIsVersion9\n',
      },
      {},
    ],
    ['no generation at all', { 'src/hello/Makefile': null, 'bin/protoc': null }, {}],
  ])('says nothing of %s', (_, change, env) => {
    const { errors, code, out } = ask(change, env);
    expect(errors, out).toEqual([]);
    expect(code).toBe(0);
  });

  it('asks the proxy only with --network', () => {
    const silent = { 'go/pkg/mod/cache/download/google.golang.org/grpc/@v/v1.85.0.zip': null };
    expect(ask(silent).out).toMatch(/^note {2}grpc v1.85.0 is not in the module cache/m);
    const refusing = { ...silent, 'bin/go': go.replace('esac', "  'list -m') echo refused >&2; exit 1 ;;\nesac") };
    expect(ask(refusing).errors).toEqual([]);
    expect(ask(refusing, {}, { args: ['--network', 'src/hello'] }).errors).toEqual(['proxy-unreachable']);
    expect(ask(silent, {}, { args: ['--network', 'src/hello'] }).errors).toEqual([]);
  });

  it('survives an empty PATH', () => {
    for (const PATH of ['', '/no/such/folder']) {
      const { errors, code } = ask({}, { PATH });
      expect(errors).toEqual(['go-missing']);
      expect(code).toBe(1);
    }
  });

  it('ends with 2 when used wrongly', () => {
    for (const args of [['--nonsense'], ['no/such/folder'], ['-x']]) expect(ask({}, {}, { args }).code).toBe(2);
  });

  it('cannot judge a folder with a line end in its path, and says so', () => {
    const { code, out } = ask({ 'src/line\nend/go.mod': goMod }, {}, { args: ['src/line\nend'] });
    expect({ code, out: new Set(out.split('\n')).size }).toEqual({ code: 2, out: 2 });
    expect(out).toContain('has a line end in its name');
  });

  it('does not wait for settings that never end', () => {
    // Like the go command, which reads all of it.
    const reads = go.replace('\n', '\n[ "$GOENV" = off ] || [ -f "$GOENV" ] || exec sleep 50\n');
    expect(ask({ 'bin/go': reads }, { GOENV: '/dev/zero' }).errors).toEqual([]);
  });

  it('takes words of a project for words', () => {
    const { code, errors } = ask({
      'src/hello/go.mod': `${goMod}\nrequire example.com/$(touch,pwned)\`touch,pwned\` v1.0.0\n`,
      'src/hello/$(touch pwned).sh': makefile,
    });
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
  });
});
