import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/core/fact.ts';
import { FactStore } from '../../src/core/fact.ts';
import { project } from '../../src/core/subject.ts';
import { bazelRule } from '../../src/facts/generation/bazel.ts';
import { generatingJobs } from '../../src/facts/generation/jobs.ts';
import { protoSteps } from '../../src/facts/generation/steps.ts';
import { jobToolUses, toolUses } from '../../src/facts/generation/tools.ts';
import { compilations } from '../../src/facts/proto/compilation/compilations.ts';
import { readProtoRules } from '../../src/read/generation/bazel.ts';
import { baseMachine, hostOf } from '../support/machine.ts';

const GO = '--go_out=. --go_opt=paths=source_relative';
const PROTOC = `protoc -I . ${GO} pb/a.proto`;

function storeOf(files: Readonly<Record<string, string>>): FactStore {
  const machine = baseMachine('healthy');
  const own = { 'go.mod': 'module example.com/hello\n\ngo 1.26.0\n', 'pb/a.proto': 'syntax = "proto3";\n' };
  const host = hostOf({ ...machine, project: { ...own, ...files } });
  return new FactStore(host, { dir: machine.dir, network: false, purpose: 'all', timeoutMs: 1000 });
}

async function told<T>(store: FactStore, fact: Fact<T>): Promise<T> {
  const found = await store.get(fact, project);
  if (found.kind !== 'known') throw new Error(found.reason.key);
  return found.value;
}

/** A workflow with these steps, as YAML in one line each. */
const workflow = (...steps: string[]): Record<string, string> => ({
  '.github/workflows/ci.yml': `jobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
});
const CHECKOUT = 'uses: actions/checkout@v4';

describe('calls of protoc in the jobs of CI', () => {
  it.each<[about: string, files: Record<string, string>, where: string, certain: boolean]>([
    ['GitHub', workflow(CHECKOUT, `run: ${PROTOC}`), '.', true],
    [
      'a folder of the step',
      workflow(CHECKOUT, '{ run: protoc -I. --go_out=. a.proto, working-directory: pb }'),
      'pb',
      true,
    ],
    ['cd', workflow(CHECKOUT, 'run: cd pb && protoc -I. --go_out=. a.proto'), 'pb', true],
    [
      'a checkout below the folder of the job',
      workflow('{ uses: actions/checkout@v4, with: { path: src } }', 'run: cd src/pb && protoc -I. --go_out=. a.proto'),
      'pb',
      true,
    ],
    [
      'a root outside of the project',
      workflow(CHECKOUT, `run: protoc -I /usr/include -I . ${GO} pb/a.proto`),
      '.',
      false,
    ],
    [
      'a root in the module cache',
      workflow(CHECKOUT, `run: protoc -I "$(go env GOPATH)/pkg" -I . ${GO} pb/a.proto`),
      '.',
      false,
    ],
    [
      'protoc out of its archive',
      workflow(
        CHECKOUT,
        'run: curl -LO https://example.com/protoc-30.2.zip && unzip protoc-30.2.zip -d $HOME/.local',
        `run: ${PROTOC}`,
      ),
      '.',
      true,
    ],
    [
      'an archive unpacked into the project',
      workflow(CHECKOUT, 'run: unzip protoc-30.2.zip', `run: ${PROTOC}`),
      '.',
      false,
    ],
    [
      'a download',
      workflow(CHECKOUT, 'run: curl -o x.proto https://example.com/x.proto', `run: ${PROTOC}`),
      '.',
      false,
    ],
    ['buf export', workflow(CHECKOUT, 'run: buf export example.com/a/b -o shared', `run: ${PROTOC}`), '.', false],
    ['an action that nobody knows', workflow(CHECKOUT, 'uses: example/fetch@v1', `run: ${PROTOC}`), '.', false],
    ['what comes later', workflow(CHECKOUT, `run: ${PROTOC}`, 'run: make all'), '.', true],
    ['Travis', { '.travis.yml': `language: go\ninstall: cd pb\nscript: protoc -I. --go_out=. a.proto\n` }, 'pb', true],
    [
      'CircleCI',
      {
        '.circleci/config.yml': `jobs:\n  a:\n    docker: [{ image: cimg/go:1.26 }]\n    steps: [checkout, { run: '${PROTOC}' }]\n`,
      },
      '.',
      true,
    ],
    [
      'a workspace of CircleCI',
      {
        '.circleci/config.yml': `jobs:\n  a:\n    docker: [{ image: cimg/go:1.26 }]\n    steps: [attach_workspace: { at: . }, { run: '${PROTOC}' }]\n`,
      },
      '.',
      false,
    ],
    ['Azure', { 'azure-pipelines.yml': `steps:\n  - script: ${PROTOC}\n` }, '.', true],
    ['an image of protoc', { '.gitlab-ci.yml': `a:\n  image: example/protoc:30\n  script: [${PROTOC}]\n` }, '.', false],
    [
      'submodules, where the system fetches them',
      {
        '.gitmodules': '[submodule "x"]\n\tpath = x\n',
        '.gitlab-ci.yml': `a:\n  image: golang:1.26\n  script: [${PROTOC}]\n`,
      },
      '.',
      false,
    ],
  ])('%s', async (_, files, where, certain) => {
    const [made, ...others] = (await told(storeOf(files), compilations)).filter(({ via }) => via === 'protoc');
    expect(others).toEqual([]);
    expect([made?.folder, made?.certain, made?.inputs.map(({ path }) => path)]).toEqual([
      where,
      certain,
      ['pb/a.proto'],
    ]);
  });

  it.each<[about: string, files: Record<string, string>]>([
    ['without a checkout', workflow(`run: ${PROTOC}`)],
    [
      'in another repository',
      workflow(CHECKOUT, '{ uses: actions/checkout@v4, with: { repository: a/b, path: b } }', `run: cd b && ${PROTOC}`),
    ],
    ['in a folder that nobody knows', workflow(CHECKOUT, `run: cd "$(mktemp -d)" && ${PROTOC}`)],
    ['in a folder that is not there', workflow(CHECKOUT, `run: cd gen && ${PROTOC}`)],
    ['in the file of a repository below', { 'other/.gitlab-ci.yml': `a:\n  script: [${PROTOC}]\n` }],
    [
      'buf after commands that nobody knows',
      workflow(
        CHECKOUT,
        'run: ./fetch',
        `run: buf generate --template '{"version":"v2","plugins":[{"local":"protoc-gen-go","out":"gen"}]}'`,
      ),
    ],
  ])('are left out %s', async (_, files) => {
    const all = await told(storeOf(files), compilations);
    expect(all.filter(({ via }) => via !== 'none')).toEqual([]);
  });

  it('are no business of the tools of this machine', async () => {
    const store = storeOf(
      workflow(CHECKOUT, 'run: go install google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.0', `run: ${PROTOC}`),
    );
    expect(await told(store, toolUses)).toEqual([]);
    expect((await told(store, jobToolUses)).map(({ plugin, module }) => [plugin?.name, module])).toEqual([
      [undefined, '.'],
      ['protoc-gen-go', '.'],
    ]);
    const [job] = await told(store, generatingJobs);
    expect([job?.id, job?.steps.length, job?.installs.map(({ version }) => version)]).toEqual([
      '.github/workflows/ci.yml#a',
      1,
      ['v1.36.0'],
    ]);
  });

  it('are told once of an action that two jobs use', async () => {
    const job = (name: string) => `  ${name}:\n    steps: [{ ${CHECKOUT} }, { uses: ./.github/actions/gen }]\n`;
    const { steps } = await told(
      storeOf({
        '.github/actions/gen/action.yml': `runs:\n  using: composite\n  steps:\n    - run: ${PROTOC}\n      shell: bash\n`,
        '.github/workflows/ci.yml': `jobs:\n${job('a')}${job('b')}`,
      }),
      protoSteps,
    );
    expect(steps.map(({ file, line, job: of }) => [file, line, of?.ids])).toEqual([
      ['.github/actions/gen/action.yml', 4, ['.github/workflows/ci.yml#a', '.github/workflows/ci.yml#b']],
    ]);
  });
});

describe('what Bazel makes of .proto files', () => {
  it('is known by its rules, but not by what only looks like one', () => {
    const text = [
      '# proto_library(',
      'load("@rules_proto//proto:defs.bzl", "proto_library")',
      '"""',
      'go_proto_library(',
      '"""',
      'def go_proto_library(name):',
      '    native.proto_library(name = name)',
      'go_library(name = "a")',
      'go_grpc_library (name = "b")',
    ].join('\n');
    expect(readProtoRules(text)).toEqual([
      { rule: 'proto_library', line: 7 },
      { rule: 'go_grpc_library', line: 9 },
    ]);
  });

  it('is told by the first rule for Go', async () => {
    const files = { 'BUILD.bazel': 'proto_library(name = "a")\n', 'pb/BUILD': '\ngo_proto_library(name = "b")\n' };
    expect(await told(storeOf(files), bazelRule)).toEqual({ file: 'pb/BUILD', line: 2, rule: 'go_proto_library' });
    expect(await told(storeOf({ 'BUILD.bazel': files['BUILD.bazel'] }), bazelRule)).toMatchObject({
      rule: 'proto_library',
    });
    expect(await told(storeOf({ 'BUILD.bazel': 'go_library(name = "a")\n' }), bazelRule)).toBeUndefined();
  });
});
