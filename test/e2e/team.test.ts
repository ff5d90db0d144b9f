import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/lab/paths.ts';
import {
  type CliOptions,
  type CliRun,
  changes,
  cli,
  example,
  faults,
  pictureOf,
  plant,
  scratch,
} from '../support/cli.ts';

let root: string;
let remove: () => void;
let count = 0;

beforeAll(async () => {
  ({ root, remove } = await scratch('team'));
});
afterAll(() => remove());

function newNumber(): number {
  count += 1;
  return count;
}

/** A copy of the example with more files in it. */
function project(files: Readonly<Record<string, string>> = {}): string {
  count += 1;
  const dir = join(root, `project-${count}`);
  cpSync(example, dir, { recursive: true });
  return plant(dir, files);
}

async function doctor(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const ran = await cli(args, options);
  expect(faults(ran), ran.stderr).toEqual([]);
  return ran;
}

interface Report {
  readonly findings: readonly { readonly trap: string; readonly suppressed?: { readonly reason: string } }[];
  readonly remarks: readonly {
    readonly kind: string;
    readonly file: string;
    readonly line?: number;
    readonly text: string;
  }[];
  readonly summary: { readonly errors: number; readonly warnings: number; readonly suppressed: number };
}

async function report(args: readonly string[], options: CliOptions = {}): Promise<Report> {
  const { stdout } = await doctor([...args, '--format', 'json'], options);
  const value = JSON.parse(stdout) as Report & { command: string };
  const schema = JSON.parse(
    readFileSync(join(packageRoot(), 'schema', `${value.command}.schema.json`), 'utf8'),
  ) as object;
  const ajv = new Ajv2020();
  expect(ajv.validate(schema, value), JSON.stringify(ajv.errors)).toBe(true);
  return value;
}

/** The traps that count, in order. */
function counting({ findings }: Report): string[] {
  return findings.flatMap(({ trap, suppressed }) => (suppressed ? [] : trap));
}

const withoutTime = (text: string): string =>
  text
    .replace(/"durationMs": \d+/, '"durationMs": 0')
    .replace(/\d+\.\d\d s/, '0.00 s')
    .replace(/[\d.]+ 秒/, '0 秒');

describe('a configuration file', () => {
  const ignoring = `ignore:\n  - { trap: go-directive-too-low, path: go.mod, reason: next week }\n  - { trap: generated-code-newer-than-grpc, path: 'pb/**', reason: known }\n  - { trap: go-missing, reason: none here }\n`;

  it('at the root decides what counts', async () => {
    const dir = project({ 'grpc-doctor.yaml': ignoring });
    const told = await report(['check', dir, '--skip', 'plugins-grpc-flag-removed']);
    expect(counting(told)).not.toContain('go-directive-too-low');
    expect(told.summary).toMatchObject({ errors: 0, suppressed: 3 });
    const skip = ['--skip', 'plugins-grpc-flag-removed'];
    expect((await doctor(['check', dir, ...skip])).code).toBe(0);
    expect((await doctor(['check', join(dir, 'pb'), ...skip])).code, 'from a folder below').toBe(0);
    expect((await doctor(['check', dir, ...skip, '--fail-on', 'info'])).code).toBe(1);
  });

  it('sets the limit and the traps, and the command line wins', async () => {
    const dir = project({
      'grpc-doctor.yaml': 'failOn: never\nonly: [go-directive-too-low, protoc-missing]\nskip: [protoc-missing]\n',
    });
    expect(counting(await report(['check', dir]))).toEqual(['go-directive-too-low']);
    expect((await doctor(['check', dir])).code).toBe(0);
    expect((await doctor(['check', dir, '--fail-on', 'error'])).code).toBe(1);
    expect(counting(await report(['check', dir, '--only', 'protoc-missing']))).toEqual(['protoc-missing']);
    expect(counting(await report(['check', dir, '--skip', 'go-directive-too-low']))).toEqual(['protoc-missing']);
  });

  it('names the folders to look at, also one that is left out by its name', async () => {
    const dir = plant(join(root, 'many'), {
      'a/go.mod': 'module example.com/a\n\ngo 1.21\n',
      'third_party/b/go.mod': 'module example.com/b\n\ngo 1.21\n',
      'c/go.mod': 'module example.com/c\n\ngo 1.21\n',
      'go.work': 'go 1.21\n\nuse ./a\n',
    });
    const subjects = async () => {
      const { stdout } = await doctor(['check', dir, '--format', 'json']);
      const { checks } = JSON.parse(stdout) as { checks: { subject: string }[] };
      return [...new Set(checks.flatMap(({ subject }) => (subject.startsWith('module:') ? subject : [])))].sort();
    };
    expect(await subjects()).toEqual(['module:a', 'module:c']);
    writeFileSync(join(dir, 'grpc-doctor.yaml'), 'roots: [a, third_party/b]\n');
    expect(await subjects()).toEqual(['module:a', 'module:third_party/b']);
  });

  it('may lie elsewhere', async () => {
    const dir = project();
    const file = plant(join(root, 'elsewhere'), { 'team.yaml': ignoring });
    expect((await report(['check', dir, '--config', join(file, 'team.yaml')])).summary.suppressed).toBe(3);
    expect((await report(['check', '.', '--config', '../elsewhere/team.yaml'], { cwd: dir })).summary.suppressed).toBe(
      3,
    );
    const missing = await doctor(['check', dir, '--config', 'no.yaml']);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toMatch(/no\.yaml does not exist/);
  });

  it.each([
    [
      'a trap that does not exist',
      'ignore:\n  - trap: plugin-not-on-pth\n    reason: x\n',
      'grpc-doctor.yaml:2: there is no trap plugin-not-on-pth; did you mean plugin-not-on-path?',
      'grpc-doctor.yaml:2：没有陷阱 plugin-not-on-pth；是不是想用 plugin-not-on-path？',
    ],
    [
      'a setting that does not exist',
      'only: [go-missing]\nfailon: error\n',
      'grpc-doctor.yaml:2: there is no setting failon; did you mean failOn?',
      'grpc-doctor.yaml:2：没有设置项 failon；是不是想用 failOn？',
    ],
    [
      'no reason',
      'ignore:\n  - trap: go-missing\n',
      'grpc-doctor.yaml:2: an ignore needs a reason',
      'grpc-doctor.yaml:2：忽略项缺少 reason',
    ],
    [
      'a bad day',
      'ignore:\n  - { trap: go-missing, reason: x, until: soon }\n',
      'grpc-doctor.yaml:2: soon is not a value of until: it takes YYYY-MM-DD',
      'grpc-doctor.yaml:2：soon 不是 until 的有效值，可用的是 YYYY-MM-DD',
    ],
    [
      'a folder that is not there',
      'roots: [pb, pbx]\n',
      'grpc-doctor.yaml:1: there is no folder pbx',
      'grpc-doctor.yaml:1：没有目录 pbx',
    ],
    ['a tab', 'only:\n\t- go-missing\n', 'grpc-doctor.yaml:2: ', 'grpc-doctor.yaml:2：'],
    [
      'a bomb',
      'only: &a [go-missing]\nskip: *a\n',
      'grpc-doctor.yaml:2: anchors and aliases are not read here',
      'grpc-doctor.yaml:2：这里不支持锚点和别名',
    ],
  ])('with %s is refused in one line with its place', async (_, text, english, chinese) => {
    const dir = project({ 'grpc-doctor.yaml': text });
    for (const command of [
      ['check', dir],
      ['fix', '--dir', dir],
      ['baseline', 'write', dir],
      ['bundle', dir, '--list'],
    ]) {
      for (const [lang, message] of [
        ['en', english],
        ['zh', chinese],
      ] as const) {
        const ran = await doctor([...command, '--lang', lang]);
        expect(ran.stderr).toContain(`grpc-doctor: ${message}`);
        expect(ran.stderr.trim().split('\n')).toHaveLength(1);
        expect(ran).toMatchObject({ code: 2, stdout: '' });
      }
    }
  });

  it('that is a folder, or too large, is refused', async () => {
    const dir = project();
    mkdirSync(join(dir, 'grpc-doctor.yaml'));
    expect((await doctor(['check', dir])).stderr).toMatch(/grpc-doctor\.yaml is not a regular file/);
    rmSync(join(dir, 'grpc-doctor.yaml'), { recursive: true });
    writeFileSync(join(dir, 'grpc-doctor.yaml'), '#'.repeat(300_000));
    expect(await doctor(['check', dir])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/too large/) as unknown,
    });
  });
});

describe('a comment in a file', () => {
  it('suppresses, is told about where it is needless or wrong, and is respected by fix', async () => {
    const dir = project();
    const goMod = readFileSync(join(dir, 'go.mod'), 'utf8');
    writeFileSync(
      join(dir, 'go.mod'),
      goMod.replace(
        /^go 1\.19$/m,
        'go 1.19 // grpc-doctor:ignore go-directive-too-low reason="next week" until=2099-01-01',
      ),
    );
    plant(dir, {
      Makefile: `# grpc-doctor:ignore protoc-mising reason="x"\n\n# grpc-doctor:ignore plugin-shadowed reason="y"\n${readFileSync(join(dir, 'Makefile'), 'utf8')}`,
      'main.go': `${readFileSync(join(dir, 'main.go'), 'utf8')}\n// grpc-doctor:ignore go-missing\n`,
    });
    const told = await report(['check', dir]);
    expect(told.findings.find(({ trap }) => trap === 'go-directive-too-low')?.suppressed).toEqual({
      reason: 'next week',
      until: '2099-01-01',
    });
    expect(told.remarks.map(({ kind, file, line }) => [kind, file, line])).toEqual([
      ['unknown-trap', 'Makefile', 1],
      ['no-reason', 'main.go', 31],
      ['unused', 'Makefile', 3],
    ]);
    expect((await doctor(['fix', '--dir', dir])).stdout).not.toMatch(/go-directive-too-low/);
    // Nothing of it is carried out, and it is told all the same.
    const fixing = await report(['fix', 'go-directive-too-low', '--dir', dir, '--apply', '--unsafe']);
    expect(fixing).toMatchObject({ applied: [] });
    expect(readFileSync(join(dir, 'go.mod'), 'utf8')).toContain('go 1.19 //');
    expect(fixing.findings.map(({ trap }) => trap)).toContain('go-directive-too-low');
    expect((await doctor(['check', dir, '-v'])).stdout).toMatch(
      /^suppressed\n {2}go-directive-too-low +go\.mod:3 · next week · 2099-01-01/m,
    );
  });
});

describe('a baseline', () => {
  it('lets only what is new count, and tells what is gone', async () => {
    const dir = project();
    const file = join(root, 'baseline.json');
    const written = await doctor(['baseline', 'write', dir, '-o', file]);
    const { findings } = JSON.parse(readFileSync(file, 'utf8')) as { findings: unknown[] };
    expect(written.stdout.replace(/\s+/g, ' ')).toContain(`${file} holds ${findings.length} findings`);
    const known = await report(['check', dir, '--baseline', file]);
    expect(counting(known)).toEqual([]);
    expect(known.findings[0]?.suppressed).toEqual({ reason: 'baseline' });
    expect((await doctor(['check', dir, '--baseline', file, '--fail-on', 'info'])).code).toBe(0);
    // Lines move, one thing is mended, another one is new.
    const goMod = readFileSync(join(dir, 'go.mod'), 'utf8');
    writeFileSync(join(dir, 'go.mod'), `// moved\n\n${goMod.replace('go 1.19', 'go 1.20')}`);
    writeFileSync(join(dir, 'go.work'), 'go 1.21\n\nuse ./nowhere\n');
    const later = await report(['check', dir, '--baseline', file]);
    expect(later.remarks).toEqual([expect.objectContaining({ kind: 'mended', file })]);
    expect(later.findings.find(({ trap }) => trap === 'generated-code-newer-than-grpc')?.suppressed).toEqual({
      reason: 'baseline',
    });
  });

  it('goes to the root of the project where no file is named, and is the same each time', async () => {
    const dir = project();
    const file = join(dir, 'grpc-doctor-baseline.json');
    expect(await report(['baseline', 'write', 'pb'], { cwd: dir })).toMatchObject({
      command: 'baseline',
      file: 'grpc-doctor-baseline.json',
    });
    const first = readFileSync(file, 'utf8');
    await doctor(['baseline', 'write', dir, '--lang', 'en']);
    expect(readFileSync(file, 'utf8')).toBe(first);
    const schema = JSON.parse(readFileSync(join(packageRoot(), 'schema/baseline-file.schema.json'), 'utf8')) as object;
    expect(new Ajv2020().validate(schema, JSON.parse(first))).toBe(true);
    expect(first).not.toMatch(/:\d+"/);
  });

  it.each([
    ['is not there', undefined, /does not exist/],
    ['is empty', '', /is not a baseline/],
    ['is no JSON', 'x', /is not a baseline/],
    ['is other JSON', '{"findings": []}', /is not a baseline/],
    [
      'is of another version',
      '{"baselineVersion": 9, "findings": []}',
      /of version 9; this grpc-doctor reads version 1/,
    ],
    ['holds something else', '{"baselineVersion": 1, "findings": [1]}', /is not a baseline/],
  ])('that %s is refused in one line', async (_, text, message) => {
    const file = join(root, `bad-baseline-${newNumber()}.json`);
    if (text !== undefined) writeFileSync(file, text);
    const ran = await doctor(['check', project(), '--baseline', file]);
    expect(ran.stderr).toMatch(message);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('several outputs', () => {
  const formats = ['human', 'json', 'sarif', 'github', 'gitlab', 'junit'];

  it.each(['en', 'zh'])('equal several runs, and any run equals the next (%s)', async (lang) => {
    const dir = project();
    const folder = join(root, `outputs-${lang}`);
    const outputs = formats.flatMap((format) => ['--output', `${format}=${join(folder, format)}`]);
    await doctor(['check', dir, '--lang', lang, ...outputs]);
    for (const format of formats) {
      const alone = await doctor(['check', dir, '--lang', lang, '--format', format]);
      expect(withoutTime(readFileSync(join(folder, format), 'utf8')), format).toBe(withoutTime(alone.stdout));
    }
  });
});

describe('a bundle', () => {
  it.each([['b.json'], ['b.json.gz']])('%s tells elsewhere what check tells here', async (name) => {
    const dir = project({ 'grpc-doctor.yaml': 'ignore: [{ trap: protoc-missing, reason: known }]\n' });
    const file = join(root, `${newNumber()}-${name}`);
    const before = pictureOf(dir);
    const written = await doctor(['bundle', dir, '-o', file]);
    expect(written.stdout).toContain(file);
    expect(changes(before, pictureOf(dir))).toEqual([]);
    const runs = [
      [],
      ['--format', 'json'],
      ['--format', 'sarif'],
      ['-v'],
      ['--lang', 'zh'],
      ['--for', 'all', '--only', 'protoc-missing'],
    ];
    const here = await Promise.all(runs.map((args) => doctor(['check', dir, ...args])));
    rmSync(dir, { recursive: true });
    for (const [index, args] of runs.entries()) {
      const there = await doctor(['check', '--from', file, ...args], { env: { PATH: '', HOME: '/elsewhere' } });
      expect(withoutTime(there.stdout), args.join(' ')).toBe(withoutTime(here[index]?.stdout ?? ''));
      expect(there.code).toBe(here[index]?.code);
    }
  });

  it('is only listed with --list', async () => {
    const dir = project();
    const file = join(root, 'never.json');
    const { stdout } = await doctor(['bundle', dir, '-o', file, '--list']);
    expect(stdout).toContain(`  ${join(dir, 'go.mod')}\n`);
    expect(stdout).toMatch(/nothing was written/);
    expect(existsSync(file)).toBe(false);
    expect(await report(['bundle', dir, '--list'])).toMatchObject({ command: 'bundle', variables: ['HOME', 'PATH'] });
  });

  it.each([
    [['bundle'], /bundle needs -o FILE/],
    [['check', '--from', 'none.json'], /none\.json does not exist/],
    [['check', '--from', 'bad.json'], /bad\.json is not a bundle/],
    [['check', '--from', 'new.json'], /new\.json is a bundle of version 7/],
    [['check', '--from', 'bad.json', 'dir'], /dir is too much/],
    [['baseline'], /baseline needs write/],
    [['bundle', '-o', '.'], /cannot be written/],
  ])('%j ends with one clear line', async (args, message) => {
    const cwd = plant(join(root, 'odd'), {
      'bad.json': '{"recordingVersion":1,',
      'new.json': '{"recordingVersion":7}',
    });
    const ran = await doctor(args, { cwd });
    expect(ran.stderr).toMatch(message);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('what is not read', () => {
  const rule = 'go_proto_library(\n    name = "pb",\n)\n';

  it('is one remark and a row of the card: rules of Bazel, in both languages', async () => {
    const dir = project({ 'pb/BUILD.bazel': rule, 'proto/BUILD.bazel': rule });
    const { remarks } = await report(['check', '--fail-on', 'never', dir]);
    expect(remarks).toMatchObject([{ kind: 'bazel', file: 'pb/BUILD.bazel', line: 1 }]);
    expect(remarks[0]?.text).toMatch(/^Bazel compiles \.proto files here \(go_proto_library\)/);
    const { stdout } = await doctor(['check', '-v', '--lang', 'zh', '--fail-on', 'never', dir]);
    expect(stdout).toMatch(/Bazel +pb\/BUILD\.bazel:1 go_proto_library · 未解读/);
    expect(stdout).toMatch(/pb\/BUILD\.bazel:1 这里由 Bazel 编译 \.proto 文件/);
  });

  it('is nothing where Bazel has no rule about .proto files', async () => {
    const dir = project({ 'BUILD.bazel': 'go_library(\n    name = "a",\n)\n' });
    expect((await report(['check', '--fail-on', 'never', dir])).remarks).toEqual([]);
  });
});
