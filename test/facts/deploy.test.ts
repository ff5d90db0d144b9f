import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/core/fact.ts';
import { FactStore } from '../../src/core/fact.ts';
import { valueIfKnown } from '../../src/core/outcome.ts';
import { project } from '../../src/core/subject.ts';
import { ciFiles } from '../../src/facts/deploy/ci.ts';
import { dockerfiles } from '../../src/facts/deploy/dockerfiles.ts';
import { stages } from '../../src/facts/deploy/stages.ts';
import { toolInstalls } from '../../src/facts/deploy/tool-installs.ts';
import { baseMachine, hostOf } from '../support/machine.ts';

/** A fact of the healthy machine with these files in its project. */
async function ask<T>(fact: Fact<T>, files: Record<string, string>): Promise<T | undefined> {
  const machine = baseMachine('healthy');
  const host = hostOf({ ...machine, project: { ...machine.project, ...files } });
  const store = new FactStore(host, { dir: machine.dir, network: false, purpose: 'build', timeoutMs: 1000 });
  return valueIfKnown(await store.get(fact, project));
}

const built = async (files: Record<string, string>): Promise<string[]> =>
  ((await ask(stages, files)) ?? []).map(
    ({ id, go, builds }) =>
      `${id}: ${go.map(({ version, floats, toolchain }) => `${version}${floats ? '+' : ''} ${toolchain ?? 'auto'}`).join(', ')}: ${[...new Set(builds.map(({ module }) => module))].join(' ')}`,
  );

const nested = { 'api/go.mod': 'module example.com/hello/api\n\ngo 1.26.0\n', 'api/main.go': 'package main\n' };

describe('stages', () => {
  it('finds the build context by what is copied out of it', async () => {
    const Dockerfile = 'FROM golang:1.26\nWORKDIR /src\nCOPY go.mod .\nCOPY . .\nRUN go build ./...\n';
    expect(await built({ ...nested, 'api/Dockerfile': Dockerfile })).toEqual(['api/Dockerfile#0: 1.26+ local: api']);
    const fromRoot = 'FROM golang:1.26\nWORKDIR /src\nCOPY ./api/go.mod ./\nCOPY api/ ./\nRUN go build .\n';
    expect(await built({ ...nested, 'api/Dockerfile': fromRoot })).toEqual(['api/Dockerfile#0: 1.26+ local: api']);
    const nowhere = 'FROM golang:1.26\nWORKDIR /src\nCOPY elsewhere/go.mod ./\nRUN go build .\n';
    expect(await built({ ...nested, 'api/Dockerfile': nowhere })).toEqual([]);
  });

  it('prefers the context in which the named package is', async () => {
    const Dockerfile = 'FROM golang:1.26\nCOPY . /src\nRUN cd /src && go build ./pb\n';
    expect(await built({ ...nested, 'api/Dockerfile': Dockerfile })).toEqual(['api/Dockerfile#0: 1.26+ local: .']);
  });

  it('follows cd, go -C, make, and stages that go on from others', async () => {
    const Dockerfile = `FROM golang:1.25.3 AS base
WORKDIR /src
COPY . .
FROM base AS deps
RUN go -C api mod download
FROM base AS test
RUN cd api && go test ./...
FROM base
RUN make build
FROM alpine
RUN go build ./...
`;
    const Makefile = '.PHONY: all\nall: build\nbuild: hello\nhello:\n\tcd api && go build .\n';
    expect(await built({ ...nested, Dockerfile, Makefile })).toEqual([
      'Dockerfile#deps: 1.25.3 local: api',
      'Dockerfile#test: 1.25.3 local: api',
      'Dockerfile#3: 1.25.3 local: api',
    ]);
  });

  it('reads jobs with matrices, actions of the project, containers and other repositories', async () => {
    const workflow = `jobs:
  matrix:
    strategy: { matrix: { go: ['1.25', '1.26.1', '1.x'] } }
    steps:
      - uses: actions/checkout@v4
        with: { path: hello }
      - uses: ./.github/actions/go
        with: { version: '\${{ matrix.go }}' }
      - run: cd hello/api && go test ./...
  container:
    container: golang:1.24-alpine
    steps: [{ run: go vet ./... }]
  other:
    steps:
      - uses: actions/checkout@v4
        with: { repository: example/other }
      - uses: actions/setup-go@v6
        with: { go-version: 1.24.x }
      - run: go build ./...
`;
    const action = `inputs: { version: { default: '1.24' } }
runs:
  using: composite
  steps:
    - uses: actions/setup-go@0000000 # v6.1.0
      with: { go-version: '\${{ inputs.version }}' }
`;
    const files = { '.github/workflows/ci.yml': workflow, '.github/actions/go/action.yml': action };
    expect(await built({ ...nested, ...files })).toEqual([
      '.github/workflows/ci.yml#matrix: 1.25+ local, 1.26.1 local: api',
      '.github/workflows/ci.yml#container: 1.24+ local: .',
    ]);
  });
});

describe('toolInstalls', () => {
  it('gathers the lines of scripts, images, jobs, go.mod and version files', async () => {
    const { installs = [] } =
      (await ask(toolInstalls, {
        'tools.sh': 'go install google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.12\n',
        Dockerfile: 'FROM golang:1.26\nARG V=30.2\nRUN curl -LO https://x/protoc-$V-linux-x86_64.zip\n',
        '.github/workflows/ci.yml':
          'jobs:\n  a:\n    steps:\n      - uses: arduino/setup-protoc@v3\n        with: { version: 25.x }\n',
        '.tool-versions': 'protoc 30.2\n',
        'tools/go.mod':
          'module x\n\ngo 1.24\n\ntool google.golang.org/grpc/cmd/protoc-gen-go-grpc\n\nrequire google.golang.org/grpc/cmd/protoc-gen-go-grpc v1.6.2\n',
      })) ?? {};
    expect(
      installs.map(({ place, name, version, pin, line, stage }) => [place, name, version, pin, line, stage]),
    ).toEqual([
      ['script', 'protoc-gen-go', 'v1.36.12', 'exact', 1, undefined],
      ['image', 'protoc', '30.2', 'exact', 3, 'Dockerfile#0'],
      ['job', 'protoc', '25.x', 'query', 5, '.github/workflows/ci.yml#a'],
      ['module', 'protoc-gen-go-grpc', 'v1.6.2', 'exact', 5, undefined],
      ['version-file', 'protoc', '30.2', 'exact', 1, undefined],
    ]);
  });
});

describe('what is not read', () => {
  it.each([
    ['Dockerfile', 'FROM golang:1.26\nBANANA go\nAPPLE\n', 'dockerfile-unknown-instruction', 2],
    ['Dockerfile', '{{ if .X }}\nFROM golang\n', 'dockerfile-template', 1],
    ['Dockerfile', 'FROM\nRUN go build\n', 'dockerfile-from-without-image', 1],
    ['.github/workflows/a.yml', 'jobs:\n\tgo: x\n', 'ci-broken', 2],
    ['.github/workflows/a.yml', 'jobs:\n  {{ range . }}\n  go: {}\n  {{ end }}\n', 'ci-template', 2],
  ])('is said once with its place: %s %j', async (file, text, key, line) => {
    const fact = file === 'Dockerfile' ? dockerfiles : ciFiles;
    const found = await ask<{ readonly unread: readonly unknown[] }>(fact, { [file]: text });
    expect(found?.unread).toMatchObject([{ key, data: { file, line } }]);
  });
});
