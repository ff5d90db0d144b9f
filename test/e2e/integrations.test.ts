import { cpSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/lab/paths.ts';
import { isCiFile, isDockerfile, isGenerationFile, isVersionFile } from '../../src/read/file-kind.ts';
import { type CliRun, example, onPath, plant, run, scratch } from '../support/cli.ts';
import { skipBecause } from '../support/skip.ts';

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Step {
  readonly id: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

const action = parse(readFileSync(join(packageRoot(), 'action.yml'), 'utf8')) as Action;
const [step] = action.runs.steps as readonly [Step];

let root: string;
let remove: () => void;
let count = 0;

beforeAll(async () => {
  ({ root, remove } = await scratch('integrations'));
});
afterAll(() => remove());

function project(): string {
  count += 1;
  const dir = join(root, `project-${count}`);
  cpSync(example, dir, { recursive: true });
  return dir;
}

interface ActionRun extends CliRun {
  readonly outputs: string;
  readonly summary: string;
}

/** Runs the step of the action as a runner does: expressions in its environment are replaced, the text of the command is not. */
async function runAction(given: Readonly<Record<string, string>>, cwd: string): Promise<ActionRun> {
  const value = (expression: string): string => {
    const name = /^\$\{\{ (?:inputs\.([\w-]+)|github\.action_path) \}\}$/.exec(expression)?.[1];
    return name === undefined ? packageRoot() : (given[name] ?? action.inputs[name]?.default ?? '');
  };
  const env = Object.fromEntries(Object.entries(step.env).map(([name, expression]) => [name, value(expression)]));
  count += 1;
  const files = plant(join(root, `runner-${count}`), { output: '', summary: '' });
  const node = join(process.execPath, '..');
  const ran = await run(['/bin/bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
    cwd,
    env: {
      ...env,
      PATH: `${node}:/usr/bin:/bin`,
      HOME: '/nonexistent',
      RUNNER_TEMP: root,
      GITHUB_OUTPUT: join(files, 'output'),
      GITHUB_STEP_SUMMARY: join(files, 'summary'),
    },
  });
  return {
    ...ran,
    outputs: readFileSync(join(files, 'output'), 'utf8'),
    summary: readFileSync(join(files, 'summary'), 'utf8'),
  };
}

describe('the GitHub action', () => {
  it('is a composite action that says what each input and output is for', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps).toHaveLength(1);
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(description).not.toBe('');
    for (const { value } of Object.values(action.outputs)) expect(value).toContain(`steps.${step.id}.outputs.`);
  });

  it('hands each input over in the environment, and none in the text of the command', () => {
    const used = Object.values(step.env).flatMap((value) => /inputs\.([\w-]+)/.exec(value)?.[1] ?? []);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    expect(step.run).not.toContain('${{');
  });

  it('shows findings beside their lines, in the summary and as SARIF, and fails', async (context) => {
    if (!onPath('bash')) return skipBecause(context, 'no bash');
    const dir = project();
    const ran = await runAction({ sarif: 'out/doctor.sarif' }, dir);
    expect(ran.code, ran.stderr).toBe(1);
    expect(ran.stdout).toMatch(/^::error file=go\.mod,line=3,title=go-directive-too-low::/m);
    expect(ran.outputs).toMatch(/^exit-code=1\nsarif<<(\S+)\nout\/doctor\.sarif\n\1\n$/);
    expect(ran.summary).toMatch(/^\n### grpc-doctor\n\n```text\nerror\[/);
    expect(JSON.parse(readFileSync(join(dir, 'out/doctor.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('takes every input, and lets none of them be a command', async (context) => {
    if (!onPath('bash')) return skipBecause(context, 'no bash');
    const dir = project();
    const quiet = { 'fail-on': 'never', only: 'go-missing,protoc-missing', for: 'all', lang: 'zh', path: 'pb' };
    expect((await runAction(quiet, dir)).code).toBe(0);
    const bad = await runAction({ path: '$(echo x); touch pwned', 'fail-on': 'never' }, dir);
    expect(bad).toMatchObject({ code: 2, outputs: 'exit-code=2\n' });
    expect(bad.stdout).toMatch(/\$\(echo x\); touch pwned does not exist/);
    expect((await runAction({ path: '--help' }, dir)).stdout).toMatch(/--help does not exist/);
  });

  it('keeps the report of strangers\u2019 files from commanding the runner', async (context) => {
    if (!onPath('bash')) return skipBecause(context, 'no bash');
    const { stdout } = await runAction({ 'fail-on': 'never' }, project());
    const token = /^::stop-commands::(\S+)$/m.exec(stdout)?.[1] ?? '';
    const between = stdout.slice(stdout.indexOf(token) + token.length, stdout.indexOf(`::${token}::`));
    expect(between).toContain('error[go-directive-too-low]');
    expect(stdout.indexOf('::error file=')).toBeGreaterThan(stdout.indexOf(`::${token}::`));
  });
});

describe('the pre-commit hook', () => {
  const [hook] = parse(readFileSync(join(packageRoot(), '.pre-commit-hooks.yaml'), 'utf8')) as {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly pass_filenames: boolean;
    readonly files: string;
  }[];
  // Python's verbose form: blanks mean nothing.
  const files = new RegExp((hook?.files ?? '').replace('(?x)', '').replace(/\s/g, ''));

  it('starts a script of this repository that may be executed', () => {
    expect(hook).toMatchObject({ id: 'grpc-doctor', language: 'script', pass_filenames: false });
    expect(statSync(join(packageRoot(), hook?.entry ?? '')).mode & 0o111).not.toBe(0);
  });

  it.each([
    'go.mod',
    'api/go.sum',
    'go.work',
    'vendor/modules.txt',
    'main.go',
    'pb/a.proto',
    'Makefile',
    'build/gen.mk',
    'Taskfile.yml',
    'justfile',
    'gen.sh',
    'buf.gen.yaml',
    'proto/buf.gen.go.yaml',
    'Dockerfile',
    'deploy/api.Dockerfile',
    'Containerfile',
    '.github/workflows/ci.yml',
    '.gitlab-ci.yml',
    '.circleci/config.yml',
    '.tool-versions',
    '.mise.toml',
    '.go-version',
    'grpc-doctor.yaml',
  ])('runs for %s, which is read', (file) => {
    const read = isCiFile(file) || isDockerfile(file) || isGenerationFile(file) || isVersionFile(file);
    expect(read || /go\.(?:mod|sum|work)$|modules\.txt|\.proto$|^grpc-doctor/.test(file)).toBe(true);
    expect(files.test(file)).toBe(true);
  });

  it.each(['README.md', 'docs/go.md', 'web/app.ts', 'algo.modules', 'image.png'])('does not run for %s', (file) => {
    expect(files.test(file)).toBe(false);
  });

  it('checks the project that it is started in', async () => {
    const dir = project();
    const ran = await run([process.execPath, join(packageRoot(), hook?.entry ?? ''), '--lang', 'en'], { cwd: dir });
    expect(ran.code, ran.stderr).toBe(1);
    expect(ran.stdout).toMatch(/^error\[/);
    const fixed = plant(dir, { 'grpc-doctor.yaml': 'failOn: never\n' });
    expect((await run([process.execPath, join(packageRoot(), hook?.entry ?? '')], { cwd: fixed })).code).toBe(0);
  });
});
