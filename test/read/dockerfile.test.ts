import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dockerfile, joinImagePath, readDockerfile } from '../../src/read/deploy/dockerfile.ts';
import { readImageReference } from '../../src/read/deploy/image-reference.ts';
import { fillVariables } from '../../src/read/shell/variables.ts';
import { damageText, SEED, withstand } from './damage.ts';

const FILE = `# syntax=docker/dockerfile:1
ARG GO_VERSION=1.22
ARG NOBODY
FROM --platform=$BUILDPLATFORM golang:\${GO_VERSION}-alpine@sha256:abc AS build
ENV GOTOOLCHAIN=auto FLAGS="-v -x"
ARG GO_VERSION
ARG EXTRA=x
WORKDIR $GOPATH/src/hello
COPY go.mod go.sum ./
COPY --from=tools --chown=1:1 ["/a b", "/usr/bin/"]
COPY <<EOF /etc/motd
FROM inside
RUN go build ./no
EOF
RUN --mount=type=cache,target=/x <<EOF
set -e
cd cmd && go build $FLAGS ./...
EOF
RUN <<-'END' bash
	go vet ./...
	END
RUN <<EOF
#!/usr/bin/env python3
print("go build ./no")
EOF
RUN ["sh", "-c", "cd /a && go test ./..."]
RUN GOTOOLCHAIN=local go build \\
  # a comment

  ./... \\
  && echo "$EXTRA $GO_VERSION"
FROM build
RUN go list ./...
FROM scratch
COPY --from=build /x /x
`;

const IMAGE = (): [string, string][] => [['GOPATH', '/go']];

function commands(file: Dockerfile, stage: number): string[] {
  const steps = file.stages[stage]?.steps ?? [];
  return steps.flatMap((step) =>
    step.kind === 'run'
      ? step.lines.map((line) => `${line.line}: ${line.folder}$ ${line.words.map(({ text }) => text).join(' ')}`)
      : [],
  );
}

describe('readDockerfile', () => {
  const file = readDockerfile(FILE, IMAGE);

  it('reads the stages, with ARG in FROM and FROM of an earlier stage', () => {
    expect(file.problems).toEqual([]);
    expect(
      file.stages.map(({ line, name, image, parent, platform }) => [line, name, image.text, parent, platform]),
    ).toEqual([
      [4, 'build', 'golang:1.22-alpine@sha256:abc', undefined, '$BUILDPLATFORM'],
      [32, undefined, 'build', 0, undefined],
      [34, undefined, 'scratch', undefined, undefined],
    ]);
    expect(file.stages[0]?.image).toMatchObject({ name: 'golang', tag: '1.22-alpine', digest: 'sha256:abc' });
  });

  it('reads the commands of all forms of RUN, with place, folder and variables', () => {
    expect(commands(file, 0)).toEqual([
      '16: /go/src/hello$ set -e',
      '17: /go/src/hello/cmd$ cd cmd',
      '17: /go/src/hello/cmd$ go build -v -x ./...',
      '20: /go/src/hello$ go vet ./...',
      '26: /a$ cd /a',
      '26: /a$ go test ./...',
      '27: /go/src/hello$ go build ./...',
      '31: /go/src/hello$ echo x 1.22',
    ]);
    expect(commands(file, 1)).toEqual(['33: /go/src/hello$ go list ./...']);
  });

  it('knows the toolchain of each command', () => {
    const runs = file.stages[0]?.steps.flatMap((step) => (step.kind === 'run' ? step.lines : [])) ?? [];
    expect(runs.filter(({ words }) => words[0]?.text === 'go').map(({ toolchain }) => toolchain)).toEqual([
      'auto',
      'auto',
      'auto',
      'local',
    ]);
  });

  it('reads what is copied, and leaves inline files out', () => {
    const copies = file.stages.flatMap(({ steps }) => steps.filter((step) => step.kind === 'copy'));
    expect(copies).toMatchObject([
      { line: 9, sources: ['go.mod', 'go.sum'], target: '/go/src/hello/' },
      { line: 10, sources: ['/a b'], target: '/usr/bin/', from: 'tools' },
      { line: 35, sources: ['/x'], target: '/x', from: 'build' },
    ]);
  });

  it('keeps a variable that only the builder knows', () => {
    const [stage] = readDockerfile(`ARG V\nFROM golang:\${V}-alpine\n`).stages;
    expect(stage?.image).toMatchObject({ text: `golang:\${V}-alpine`, unresolved: [`\${V}`] });
    expect(readDockerfile(`ARG V\nFROM golang:\${V:-1.22}\n`).stages[0]?.image.tag).toBe('1.22');
  });

  it('stands byte order marks, CRLF and the escape directive', () => {
    const read = readDockerfile('\uFEFF# escape=`\r\nFROM golang:1.22\r\nRUN go build `\r\n  ./...\r\n');
    expect(commands(read, 0)).toEqual(['3: /$ go build ./...']);
    expect(readDockerfile('\uFEFFFROM golang:1.22\n').stages).toHaveLength(1);
  });

  it('names what it cannot read, with its place, and reads the rest', () => {
    const read = readDockerfile('RUN before\nFROM\nRUN x\nFROM golang:1.22\nBANANA split\n  {{ if .X }}\nRUN go vet\n');
    expect(read.problems.map(({ kind, line, text }) => [kind, line, text])).toEqual([
      ['before-from', 1, 'RUN'],
      ['from-without-image', 2, 'FROM'],
      ['before-from', 3, 'RUN'],
      ['unknown-instruction', 5, 'BANANA'],
      ['unknown-instruction', 6, '{{'],
    ]);
    expect(commands(read, 0)).toEqual(['7: /$ go vet']);
  });

  it('refuses in a short time what would take the library a long one', () => {
    for (const hostile of [`FROM x\n${'RUN a && \\\n'.repeat(20_000)}b\n`, `FROM x\n${'RUN <<EOF\n'.repeat(50_000)}`])
      expect(readDockerfile(hostile).problems).toMatchObject([{ kind: 'too-large', line: 1 }]);
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([FILE.slice(0, 700), 'FROM a AS b\nRUN ["x"]\nCOPY --from=b <<A c\nA\n'], damageText, (text) =>
      readDockerfile(text),
    );
    fc.assert(fc.property(fc.string(), (text) => void readDockerfile(`FROM a\n${text}`)));
  });
});

describe('readImageReference', () => {
  it.each([
    ['golang', { name: 'golang' }],
    ['golang:1.22', { name: 'golang', tag: '1.22' }],
    ['reg.example:5000/a/golang', { name: 'reg.example:5000/a/golang' }],
    ['reg.example:5000/golang:1@sha256:x', { name: 'reg.example:5000/golang', tag: '1', digest: 'sha256:x' }],
  ])('%s', (text, expected) => {
    expect(readImageReference(text)).toEqual(expected);
  });
});

describe('fillVariables', () => {
  const values = new Map([
    ['A', '1'],
    ['E', ''],
  ]);
  it.each([
    [`$A-\${A}`, '1-1'],
    [`\${B:-x} \${A:-x} \${E:-x} \${E-x}`, 'x 1 x '],
    [`\${A:+y}\${B:+y}`, 'y'],
    ['\\$A $B', '$A $B'],
  ])('%s', (text, expected) => {
    expect(fillVariables(text, (name) => values.get(name)).text).toBe(expected);
  });
});

describe('joinImagePath', () => {
  it.each([
    ['/a/b', 'c', '/a/b/c'],
    ['/a/b', '/c/', '/c'],
    ['/a/b', '../c/.', '/a/c'],
    ['/', '.', '/'],
    ['/', '$UNKNOWN/x', '/$UNKNOWN/x'],
  ])('%s %s', (folder, path, expected) => {
    expect(joinImagePath(folder, path)).toBe(expected);
  });
});
