import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGenerationFile } from '../../src/read/file-kind.ts';
import { type GenerationStep, readGeneration, readToolInstalls } from '../../src/read/generation/generation.ts';
import { damageText, SEED, withstand } from './damage.ts';

const MAKEFILE = `BIN := $(CURDIR)/.bin
export PATH := $(BIN):$(PATH)
VERSION = v1.36.11

gen:
	protoc --plugin=protoc-gen-go-grpc=$(BIN)/grpc --go_out=plugins=grpc:. --go-grpc_out=. --python_out=py a.proto
	buf generate --template api.gen.yaml
	# protoc --go_out=. never.proto

tool:
	protoc --plugin=protoc-gen-go=$$(go tool -n protoc-gen-go) --go_out=. a.proto
	protoc --plugin=$$(which protoc-gen-go) --go_out=. a.proto
	docker run --rm img protoc --go_out=. a.proto

tools:
	GOBIN=$(BIN) go install google.golang.org/protobuf/cmd/protoc-gen-go@$(VERSION) ./cmd/x
	go get -tool google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.6.2
	go get -u google.golang.org/grpc
	$(GO) build -C tools -o $(BIN)/y -ldflags "-s -w" example.com/y
	# go install example.com/never@latest
`;

const SHORT =
  'B := b\nexport PATH := $(B):$(PATH)\nx: y\n\tprotoc --plugin=$$(which p) --go_out=a=$(B):. a.proto\n\tGOBIN=$(B) go install a/b@v1\n';

const TEMPLATE = `version: v2
managed: {enabled: true}
plugins:
  - remote: buf.build/grpc/go:v1.5.1
    out: gen
  - local: protoc-gen-go
    out: gen
  - local: bin/protoc-gen-x
    out: gen
  - local: [go, tool, protoc-gen-y]
    out: gen
  - local: [go, run, example.com/z/protoc-gen-z@v1.0.0]
    out: gen
`;

const SCRIPT = 'cd api\nprotoc -I proto --go_out=$OUT a.proto\n';

function steps(path: string, text: string): GenerationStep[] {
  return readGeneration(path, text);
}

describe('readGeneration', () => {
  it('reads a makefile', () => {
    const [first, second, ...others] = steps('a/Makefile', MAKEFILE);
    expect(first).toMatchObject({
      file: 'a/Makefile',
      line: 6,
      column: 2,
      via: 'protoc',
      target: 'gen',
      pathPrefixes: ['./.bin'],
      inputs: ['a.proto'],
    });
    expect(first?.plugins).toMatchObject([
      {
        name: 'protoc-gen-go',
        kind: 'path',
        options: ['plugins=grpc'],
        out: '.',
        line: 6,
        text: '--go_out=plugins=grpc:.',
      },
      { name: 'protoc-gen-go-grpc', kind: 'explicit', path: './.bin/grpc' },
      { name: 'protoc-gen-python', kind: 'builtin' },
    ]);
    expect(second).toMatchObject({ via: 'buf', plugins: [], template: 'api.gen.yaml', line: 7 });
    expect(others.map((step) => step.plugins[0])).toMatchObject([
      { kind: 'go-tool', path: 'protoc-gen-go' },
      { kind: 'explicit', path: '$$(which protoc-gen-go)' },
      { kind: 'path' },
    ]);
    expect(others.map((step) => step.container)).toEqual([false, false, true]);
  });

  it('does not say "on PATH" of a plugin that a variable may name', () => {
    const kinds = (flag: string) =>
      steps('x.sh', `protoc ${flag} --go_out=. --go-grpc_out=. a.proto`)[0]?.plugins.map((p) => p.kind);
    expect(kinds('--plugin=$GRPC_BIN')).toEqual(['path', 'explicit']);
    expect(kinds('--plugin=$X')).toEqual(['explicit', 'explicit']);
    expect(kinds('--plugin=protoc-gen-go=$X')).toEqual(['explicit', 'path']);
  });

  it('reads a buf template', () => {
    const [step] = steps('api/buf.gen.yaml', TEMPLATE);
    expect(step).toMatchObject({ via: 'buf', managed: true, text: 'buf.gen.yaml', line: 4 });
    expect(step?.plugins).toMatchObject([
      {
        name: 'protoc-gen-go-grpc',
        kind: 'remote',
        path: 'buf.build/grpc/go',
        version: 'v1.5.1',
        text: '- remote: buf.build/grpc/go:v1.5.1',
      },
      { name: 'protoc-gen-go', kind: 'path', out: 'gen' },
      { name: 'protoc-gen-x', kind: 'explicit', path: 'bin/protoc-gen-x' },
      { name: 'protoc-gen-y', kind: 'go-tool', path: 'protoc-gen-y' },
      { name: 'protoc-gen-z', kind: 'go-run', path: 'example.com/z/protoc-gen-z@v1.0.0', version: 'v1.0.0' },
    ]);
  });

  it('reads scripts of every kind', () => {
    expect(steps('gen.sh', SCRIPT)).toMatchObject([
      { folder: 'api', protoPaths: ['proto'], unresolved: ['$OUT'], plugins: [{ out: '$OUT' }] },
    ]);
    expect(steps('gen.bat', 'protoc ^\r\n --go_out=. a.proto')).toHaveLength(1);
    expect(steps('gen.ps1', 'protoc `\n --go_out=. a.proto')).toHaveLength(1);
    expect(steps('justfile', 'gen:\n  protoc --go_out=. a.proto')).toMatchObject([{ target: 'gen' }]);
    expect(steps('Taskfile.yml', 'tasks:\n  gen: protoc --go_out=. a.proto')).toMatchObject([{ target: 'gen' }]);
    expect(steps('x.go', '//go:generate protoc --go_out=. a.proto\n')).toHaveLength(1);
    expect(steps('README.md', SCRIPT)).toEqual([]);
    expect(steps('package.json', SCRIPT)).toEqual([]);
  });

  it('reads a template on the command line', () => {
    const text = `buf generate --template '{"version":"v2","plugins":[{"local":"protoc-gen-go","out":"."}]}'`;
    expect(steps('x.sh', text)).toMatchObject([{ plugins: [{ name: 'protoc-gen-go', kind: 'path', line: 1 }] }]);
  });

  it('leaves out what generates nothing', () => {
    expect(
      steps('x.sh', 'protoc --descriptor_set_out=$OUT a.proto\nprotoc --version\n# protoc --go_out=. a.proto'),
    ).toEqual([]);
  });

  it.each([
    'Makefile',
    'GNUmakefile',
    'a/b.mk',
    'Taskfile.dist.yaml',
    '.justfile',
    'a\\b.CMD',
    'buf.gen.yaml',
    'x/y.buf.gen.yaml',
    'buf.gen.go.yml',
  ])('knows %s', (path) => expect(isGenerationFile(path)).toBe(true));

  it.each(['buf.yaml', 'buf.gen.md', 'Dockerfile', 'notataskfile.yml', 'x.gob'])('does not know %s', (path) => {
    expect(isGenerationFile(path)).toBe(false);
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([SHORT, SCRIPT], damageText, (text) => readGeneration('Makefile', text));
    const path = fc.constantFrom(
      'Makefile',
      'Taskfile.yml',
      'justfile',
      'x.sh',
      'x.bat',
      'x.ps1',
      'x.go',
      'buf.gen.yaml',
    );
    fc.assert(fc.property(path, fc.string(), (name, text) => Array.isArray(readGeneration(name, `protoc ${text}`))));
  });
});

describe('readToolInstalls', () => {
  it('reads what is installed, where to, and in which version', () => {
    expect(readToolInstalls('Makefile', MAKEFILE)).toMatchObject([
      {
        file: 'Makefile',
        line: 16,
        verb: 'install',
        package: 'google.golang.org/protobuf/cmd/protoc-gen-go',
        version: 'v1.36.11',
        gobin: './.bin',
      },
      { file: 'Makefile', line: 16, verb: 'install', package: './cmd/x', gobin: './.bin' },
      {
        file: 'Makefile',
        line: 17,
        verb: 'get-tool',
        package: 'google.golang.org/grpc/cmd/protoc-gen-go-grpc',
        version: 'v1.6.2',
      },
      { file: 'Makefile', line: 18, verb: 'get', package: 'google.golang.org/grpc' },
      { file: 'Makefile', line: 19, verb: 'build', package: 'example.com/y', gobin: './.bin' },
    ]);
  });

  it('leaves out what it cannot know', () => {
    expect(
      readToolInstalls('x.sh', 'grep _ tools.go | xargs -I % go install %\necho go install x@y\ngo build ./...\n'),
    ).toEqual([]);
    expect(readToolInstalls('x.sh', 'go -C tools install example.com/a\n')).toMatchObject([
      { package: 'example.com/a' },
    ]);
    expect(readToolInstalls('x.sh', 'test -x a || go install example.com/a@$(cat v)\n')).toMatchObject([
      { version: '$(cat v)' },
    ]);
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([SHORT], damageText, (text) => readToolInstalls('Makefile', text));
  });
});
