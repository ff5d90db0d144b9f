import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CiFile } from '../../src/read/deploy/ci.ts';
import { readCiFile } from '../../src/read/deploy/ci-file.ts';
import { readGithubAction } from '../../src/read/deploy/ci-github.ts';
import { damageText, SEED, withstand } from './damage.ts';

/** Everything that a file tells, one line a step. */
function told(file: CiFile): string[] {
  return file.jobs.flatMap((job) => [
    `${job.line} job ${job.name} ${job.images.map(({ text }) => text).join(' ')}`.trimEnd(),
    ...job.steps.flatMap((step) => {
      if (step.kind === 'go')
        return `${step.line} go ${step.by} ${step.versions.map(({ text, line }) => `${text}@${line}`).join(' ')}${step.versionFile ?? ''}`;
      if (step.kind === 'use')
        return `${step.line} use ${step.uses} ${[...step.with].map(([name, { text }]) => `${name}=${text}`).join(' ')}`;
      return step.lines
        .filter(({ commented }) => !commented)
        .map(({ line, folder, words }) => `${line} ${folder ?? '.'}$ ${words.map(({ text }) => text).join(' ')}`);
    }),
  ]);
}

const WORKFLOW = `name: ci
on: [push]
env:
  PROTOC: "25.4"
  WHOLE: \${{ env.PROTOC }}.0
defaults:
  run: { working-directory: src }
jobs:
  test:
    strategy:
      matrix:
        go: ["1.22", '1.23.x', 1.20]
        os: [{ name: a, go: "1.21" }]
        include: [{ go: stable }]
    container: golang:1.21
    env: { GOTOOLCHAIN: local }
    steps:
      - uses: actions/setup-go@924ae3a # v6.5.0
        with: { go-version: "\${{ matrix.go }}" }
      - uses: actions/setup-go@v5
        with:
          go-version-file: go.mod
      - run: |
          # go build ./no
          go build ./... && make test
          curl -LO https://x/protoc-\${{ env.WHOLE }}-linux-x86_64.zip \${{ github.sha }}
      - run: go vet ./...
        working-directory: api
      - uses: golangci/golangci-lint-action@v6
        with: { version: v1.64.8 }
`;

describe('GitHub Actions', () => {
  const file = readCiFile('.github/workflows/ci.yml', WORKFLOW);

  it('reads jobs, matrix, environment, actions and commands with their places', () => {
    expect(file.problems).toEqual([]);
    expect(told(file)).toEqual([
      '9 job test golang:1.21',
      '18 go actions/setup-go@924ae3a 1.22@12 1.23.x@12 1.2@12 stable@14',
      '20 go actions/setup-go@v5 go.mod',
      '25 src$ go build ./...',
      '25 src$ make test',
      `26 src$ curl -LO https://x/protoc-25.4.0-linux-x86_64.zip \${{ github.sha }}`,
      '27 api$ go vet ./...',
      '29 use golangci/golangci-lint-action@v6 version=v1.64.8',
    ]);
    expect(file.jobs[0]?.steps[0]).toMatchObject({ comment: 'v6.5.0' });
    expect(file.jobs[0]?.steps[2]).toMatchObject({
      kind: 'commands',
      lines: [{ commented: true }, { toolchain: 'local' }, {}, {}],
    });
  });

  it('gives an action the inputs of its user, else its defaults', () => {
    const action = `name: go
inputs: { version: { default: "1.22" } }
runs:
  using: composite
  steps:
    - uses: actions/setup-go@v5
      with: { go-version: "\${{ inputs.version }}" }
`;
    const given = { text: '1.25', line: 3, column: 1, lineText: '' };
    expect(told(readGithubAction(action))).toEqual(['4 job go', '6 go actions/setup-go@v5 1.22@2']);
    expect(told(readGithubAction(action, new Map([['version', given]])))).toEqual([
      '4 job go',
      '6 go actions/setup-go@v5 1.25@3',
    ]);
  });

  it('follows anchors and merge keys', () => {
    const text = `jobs:
  a: &a
    steps: &steps [{ run: go build }]
  b: { <<: *a, container: golang }
  c: { steps: *steps }
`;
    expect(told(readCiFile('.github/workflows/x.yml', text)).filter((line) => line.includes('go build'))).toHaveLength(
      3,
    );
  });
});

describe('other systems', () => {
  it('reads GitLab with extends, anchors and references', () => {
    const text = `image: golang:1.20
variables: { V: "1.22" }
.base: { image: "golang:$V", before_script: [go version] }
.shared: &shared
  - go vet ./...
build:
  extends: .base
  script:
    - *shared
    - !reference [.tools, script]
    - cd api
.tools:
  script: [go install x.org/y@v1.0.0]
lint: { script: go list }
`;
    expect(told(readCiFile('.gitlab-ci.yml', text))).toEqual([
      '6 job build golang:1.22',
      '3 .$ go version',
      '5 .$ go vet ./...',
      '13 .$ go install x.org/y@v1.0.0',
      '11 api$ cd api',
      '14 job lint golang:1.20',
      '14 .$ go list',
    ]);
  });

  it('has one shell for the lines of a job where the system has one', () => {
    const gitlab = "lint:\n  before_script: ['cd api', 'V=1']\n  script: [go vet, 'go get x.org/y@$V']\n";
    expect(told(readCiFile('.gitlab-ci.yml', gitlab))).toEqual([
      '1 job lint',
      '2 api$ cd api',
      '3 api$ go vet',
      '3 api$ go get x.org/y@1',
    ]);
    const travis = 'language: go\ninstall: cd api\nscript:\n  - go build\n';
    expect(told(readCiFile('.travis.yml', travis)).slice(-1)).toEqual(['4 api$ go build']);
    const circle = 'jobs:\n  a:\n    steps: [{ run: cd api }, { run: go vet }]\n';
    expect(told(readCiFile('.circleci/config.yml', circle)).slice(-1)).toEqual(['3 .$ go vet']);
  });

  it('reads CircleCI, Travis and Azure', () => {
    const circle = `executors: { go: { docker: [{ image: cimg/go:1.22 }] } }
jobs:
  test:
    executor: go
    steps: [checkout, { run: go test }, { run: { command: go vet, working_directory: api } }]
`;
    expect(told(readCiFile('.circleci/config.yml', circle))).toEqual([
      '3 job test cimg/go:1.22',
      '5 .$ go test',
      '5 api$ go vet',
    ]);
    expect(told(readCiFile('.travis.yml', 'language: go\ngo: [1.12, 1.x]\nscript:\n  - go build\n'))).toEqual([
      '2 job travis',
      '2 go travis 1.12@2 1.x@2',
      '4 .$ go build',
    ]);
    const azure = `stages:
  - jobs:
      - job: a
        steps:
          - task: GoTool@0
            inputs: { version: '1.22' }
          - script: go build
`;
    expect(told(readCiFile('azure-pipelines.yml', azure))).toEqual([
      '5 job a',
      '5 go GoTool@0 1.22@6',
      '7 .$ go build',
    ]);
  });
});

describe('what is no YAML', () => {
  it.each([
    ['tabs', 'jobs:\n\ta: b\n', 'broken', 2],
    ['a template', 'jobs:\n  {{ if .X }}\n  a: {}\n  {{ end }}\n', 'template', 2],
    ['a list', '- a\n', 'broken', 1],
    ['an unknown alias', 'jobs: *nobody\n', 'broken', 1],
  ])('%s has a place', (_, text, kind, line) => {
    expect(readCiFile('.github/workflows/x.yml', text).problems).toMatchObject([{ kind, line }]);
  });

  it('stands bombs of aliases and deep nesting', () => {
    const bomb = ['a0: &a0 [x, x]', ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)];
    const merges = [
      '.m0: &m0 { a: b }',
      ...Array.from({ length: 30 }, (_, i) => `.m${i + 1}: &m${i + 1} { <<: [*m${i}, *m${i}] }`),
    ];
    const started = performance.now();
    readCiFile('.gitlab-ci.yml', `${bomb.join('\n')}\njob: { script: *a30 }\n`);
    readCiFile('.gitlab-ci.yml', `${merges.join('\n')}\njob: { <<: *m30, script: x }\n`);
    readCiFile('.gitlab-ci.yml', 'a: '.concat('['.repeat(5000)));
    readCiFile('.gitlab-ci.yml', 'a: &a { extends: a, script: *a, <<: *a }\n');
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it(`never throws (seed ${SEED})`, { timeout: 120_000 }, () => {
    const small = `jobs:\n  a:\n    steps:\n      - run: |\n          go \${{ env.X }}\n      - uses: actions/setup-go@v5\n        with: {go-version: 1}\n`;
    withstand([small], damageText, (text) => readCiFile('.github/workflows/x.yml', text));
    const arbitrary = fc.constantFrom(
      '.gitlab-ci.yml',
      '.travis.yml',
      '.circleci/config.yml',
      'azure-pipelines.yml',
      'action.yml',
    );
    fc.assert(fc.property(arbitrary, fc.string(), (path, text) => void readCiFile(path, `jobs: {a: ${text}}`)));
  });
});
