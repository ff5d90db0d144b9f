import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/lab/paths.ts';
import {
  bare,
  type CliOptions,
  type CliRun,
  cli,
  entry,
  example,
  faults,
  plant,
  run,
  scratch,
} from '../support/cli.ts';
import { skipBecause } from '../support/skip.ts';

let root: string;
let remove: () => void;
/** The example, in a folder without a module above. */
let broken: string;
/** A module on which nothing is wrong but that go is not installed. */
let plain: string;
/** A project with one warning. */
let warned: string;

beforeAll(async () => {
  ({ root, remove } = await scratch('contract'));
  broken = join(root, 'broken');
  cpSync(example, broken, { recursive: true });
  plain = plant(join(root, 'plain'), { 'notes.txt': '' });
  warned = plant(join(root, 'warned'), {
    'go.mod': 'module example.com/old\n\nrequire google.golang.org/grpc v1.60.1\n',
  });
});
afterAll(() => remove());

async function doctor(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const ran = await cli(args, options);
  expect(faults({ ...ran, stdout: withoutColours(ran.stdout) })).toEqual([]);
  return ran;
}

function withoutColours(text: string): string {
  return text.replace(/\u001b\[[\d;]*m/g, '');
}

interface Report {
  readonly findings: readonly { readonly trap: string; readonly severity: string; readonly title: string }[];
  readonly checks: readonly { readonly trap: string; readonly status: string }[];
  readonly summary: { durationMs: number };
}

async function jsonOf(args: readonly string[], options: CliOptions = {}): Promise<Report> {
  return JSON.parse((await doctor([...args, '--format', 'json'], options)).stdout) as Report;
}

describe('exit codes', () => {
  it.each([
    ['nothing at or above the limit', ['--fail-on', 'never'], 0],
    ['an error, by default', [], 1],
    ['--fail-on error', ['--fail-on', 'error'], 1],
    ['--fail-on warning', ['--fail-on', 'warning'], 1],
    ['--fail-on info', ['--fail-on', 'info'], 1],
    ['only a note, --fail-on warning', ['--only', 'protoc-missing', '--fail-on', 'warning'], 0],
    ['only a note, --fail-on info', ['--only', 'protoc-missing', '--fail-on', 'info'], 1],
  ])('%s', async (_, args, code) => {
    expect((await doctor(['check', broken, ...args])).code).toBe(code);
  });

  it.each([
    ['only a warning', [], 0],
    ['only a warning, --fail-on warning', ['--fail-on', 'warning'], 1],
  ])('%s', async (_, args, code) => {
    const { code: told, stdout } = await doctor(['check', warned, '--only', 'go-directive-too-low', ...args]);
    expect(stdout).toMatch(/^warning\[go-directive-too-low\]/);
    expect(told).toBe(code);
  });

  it('is 0 for a folder without a module, and says that there was nothing to check', async () => {
    const { code, stderr } = await doctor(['check', plain]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/nothing to check/);
  });

  it.each([
    ['an unknown command', ['chekc'], /no command chekc; did you mean check\?/],
    ['an unknown command with an argument', ['expalin', 'tls'], /no command expalin; did you mean explain\?/],
    ['an unknown option', ['check', '--fial-on', 'error'], /no option --fial-on; did you mean --fail-on\?/],
    ['an option of another command', ['traps', '--apply'], /no option --apply/],
    ['an unknown trap', ['check', '--only', 'protoc-mising'], /no trap protoc-mising; did you mean protoc-missing\?/],
    ['an unknown trap to skip', ['check', '--skip', 'xyzzy-nothing-like-it'], /no trap xyzzy-nothing-like-it$/m],
    ['an unknown trap to fix', ['fix', 'go-mising'], /did you mean go-missing\?/],
    [
      'a lab that is of this machine',
      ['lab', 'run', 'clock-skew', '--emit', 'windows/amd64'],
      /for the lab clock alone/,
    ],
    ['a report that is not there', ['lab', 'run', 'clock', '--read', 'none.json'], /none\.json does not exist/],
    ['a program and what it printed', ['lab', 'run', 'clock', '--emit', 'linux/amd64', '--read', 'x'], /one at a time/],
    ['a file for nothing', ['lab', 'run', 'clock', '-o', 'clock.exe'], /needs --emit GOOS\/GOARCH/],
    ['an unknown lab', ['lab', 'run', 'article-scrpt'], /did you mean article-script\?/],
    ['a missing value', ['check', '--fail-on'], /--fail-on needs a value/],
    ['an empty value', ['check', '--only='], /--only needs a value/],
    ['a bad value', ['check', '--fail-on', 'fatal'], /fatal is not a value of --fail-on: it takes error, warning/],
    ['two values where one is asked for', ['check', '--fail-on', 'error,warning'], /not a value of --fail-on/],
    ['two formats in one', ['check', '--format', 'json,human'], /not a value of --format/],
    ['a value for a flag', ['check', '--network=yes'], /yes is not a value of --network/],
    ['a bad language', ['check', '--lang', 'de'], /de is not a value of --lang/],
    ['a bad time', ['check', '--timeout', 'soon'], /soon is not a value of --timeout/],
    ['a time below nothing', ['check', '--timeout', '-1'], /-1 is not a value of --timeout/],
    ['an output without a format', ['check', '--output', 'report.json'], /report\.json is not a value of --output/],
    ['an output of an unknown format', ['check', '--output', 'xml=r.xml'], /xml=r\.xml is not a value of --output/],
    ['too many arguments', ['check', 'a', 'b'], /too many arguments: b/],
    ['a missing argument', ['explain'], /explain needs WORD/],
    ['a folder that is not there', ['check', 'no-such-folder'], /no-such-folder does not exist/],
    ['a folder that is not there, named by a path', ['./chekc'], /\.\/chekc does not exist/],
    ['a folder that is a file', ['check', 'go.mod'], /go\.mod is not a folder/],
  ])('is 2 for %s, with one clear line and no report', async (_, args, message) => {
    const { code, stdout, stderr } = await doctor(args, { cwd: broken });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('is 2 when an output cannot be written', async () => {
    const { code, stderr } = await doctor(['check', broken, '--output', `json=${root}`]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be written/);
  });

  it('is 2 when the report finds no room', async (context) => {
    if (!existsSync('/dev/full')) return skipBecause(context, 'there is no /dev/full');
    const script = '"$0" "$@" > /dev/full';
    const ran = await run(['/bin/sh', '-c', script, process.execPath, entry, 'traps'], { env: bare });
    expect(faults(ran)).toEqual([]);
    expect(ran.code).toBe(2);
  });
});

describe('streams', () => {
  it('puts the report on stdout and nothing else anywhere', async () => {
    const { stdout, stderr } = await doctor(['check', broken]);
    expect(stdout).toMatch(/^error\[/);
    expect(stderr).toBe('');
  });

  it('keeps notes out of JSON', async () => {
    const { stdout, stderr } = await doctor(['check', plain, '--format', 'json']);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toMatch(/^grpc-doctor: .*nothing to check/);
  });

  it('says nothing with --quiet where nothing was found', async () => {
    const { stdout, code } = await doctor(['check', plain, '--quiet', '--only', 'go-directive-too-low']);
    expect({ stdout, code }).toEqual({ stdout: '', code: 0 });
  });

  it.each([['traps'], ['explain', 'go-missing'], ['check'], ['--help']])(
    'ends quietly when the reader of `%s` goes away',
    async (...args) => {
      const script = '"$0" "$@" | head -n 1; exit 0';
      const path = process.env.PATH ?? '';
      const ran = await run(['/bin/sh', '-c', script, process.execPath, entry, ...args.filter(Boolean)], {
        cwd: broken,
        env: { ...bare, PATH: path },
      });
      expect(faults(ran)).toEqual([]);
      expect(ran.stdout.trim().split('\n')).toHaveLength(1);
    },
  );

  it('ends quietly when both streams are closed by their reader', async () => {
    const child = spawn(process.execPath, [entry, 'check', plain], { env: bare, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    child.stderr.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([0, 1, 2]).toContain(code);
  });
});

describe('JSON', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  const validators = new Map(
    ['check', 'fix', 'traps', 'explain', 'lab', 'script'].map((name) => {
      const file = join(packageRoot(), 'schema', `${name}.schema.json`);
      return [name, ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object)];
    }),
  );
  const check = (name: string, text: string): void => {
    const valid = validators.get(name);
    expect(valid?.(JSON.parse(text)), JSON.stringify(valid?.errors?.slice(0, 3))).toBe(true);
  };

  it.each([
    ['check', ['check']],
    ['check', ['check', '--only', 'outside-module']],
    ['check', ['check', '--for', 'generate', '--lang', 'zh']],
    ['fix', ['fix']],
    ['fix', ['fix', 'protoc-missing']],
    ['traps', ['traps']],
    ['traps', ['traps', 'no-such-word-anywhere']],
    ['explain', ['explain', 'go-missing']],
    ['explain', ['explain', 'plugin']],
    ['explain', ['explain', 'no-such-word-anywhere']],
    ['lab', ['lab', 'list']],
    ['script', ['script']],
  ])('of %s fits its schema: %j', async (name, args) => {
    const { stdout } = await doctor([...args, '--format', 'json'], { cwd: broken });
    check(name, stdout);
  });

  it('of fix --apply fits its schema', async () => {
    const copy = join(root, 'to-fix');
    cpSync(example, copy, { recursive: true });
    const { stdout } = await doctor(['fix', '--dir', copy, '--apply', '--format', 'json']);
    check('fix', stdout);
    expect(JSON.parse(stdout)).toMatchObject({ applied: [{ trap: 'plugins-grpc-flag-removed', kind: 'done' }] });
  });

  it('is the same in two runs, but for the time', async () => {
    const [first, second] = [await doctor(['check', broken, '--format', 'json']), await jsonOf(['check', broken])];
    const timeless = first.stdout.replace(/"durationMs": \d+/, `"durationMs": ${second.summary.durationMs}`);
    expect(timeless).toBe(`${JSON.stringify(second, null, 2)}\n`);
  });
});

describe('--output', () => {
  it('writes every file that was asked for, beside the report', async () => {
    const files = ['one.json', 'two, with a comma.txt', 'new/folder/three.json'].map((name) => join(root, 'out', name));
    mkdirSync(join(root, 'out'));
    const targets = [`json=${files[0]}`, `human=${files[1]}`, `json=${files[2]}`];
    const { stdout } = await doctor(['check', broken, ...targets.flatMap((target) => ['--output', target])], {
      env: { ...bare, FORCE_COLOR: '1' },
    });
    const [one = '', two = '', three = ''] = files.map((file) => readFileSync(file, 'utf8'));
    expect(JSON.parse(one)).toEqual(JSON.parse(three));
    expect(stdout).toContain('\u001b[');
    expect(two).toBe(withoutColours(stdout));
  });

  it.each([
    ['traps', ['traps']],
    ['explain', ['explain', 'go-missing']],
    ['fix', ['fix', '--dir', '.']],
    ['script', ['script']],
  ])('works for %s too', async (name, args) => {
    const file = join(root, `${name}.json`);
    const { stdout } = await doctor([...args, '--output', `json=${file}`], { cwd: broken });
    expect(stdout).not.toMatch(/^\{/);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ command: name });
  });
});

describe('language', () => {
  const chinese = /[\u4e00-\u9fff]/;
  const cases: [string, Record<string, string>, string[], boolean][] = [
    ['English by default', {}, [], false],
    ['--lang zh', {}, ['--lang', 'zh'], true],
    ['--lang=zh', {}, ['--lang=zh'], true],
    ['LC_ALL', { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, [], true],
    ['LC_ALL before LANG', { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, [], false],
    ['LC_MESSAGES', { LC_MESSAGES: 'zh_TW', LANG: 'C' }, [], true],
    ['LANG', { LANG: 'zh_CN' }, [], true],
    ['an empty LC_ALL counts for nothing', { LC_ALL: '', LANG: 'zh_CN' }, [], true],
    ['--lang before LC_ALL', { LC_ALL: 'zh_CN' }, ['--lang', 'en'], false],
  ];
  it.each(cases)('%s', async (_, env, args, expected) => {
    for (const command of [['check'], ['traps'], ['explain', 'go-missing'], ['fix'], ['script'], ['--help']]) {
      const { stdout } = await doctor([...command, ...args], { cwd: broken, env: { ...bare, ...env } });
      expect(chinese.test(stdout), command.join(' ')).toBe(expected);
    }
  });

  it('is English for machines, unless --lang is given', async () => {
    const env = { ...bare, LC_ALL: 'zh_CN.UTF-8' };
    for (const command of [['check'], ['traps'], ['explain', 'go-missing'], ['fix'], ['script'], ['lab', 'list']]) {
      const { stdout } = await doctor([...command, '--format', 'json'], { cwd: broken, env });
      expect(chinese.test(stdout), command.join(' ')).toBe(false);
      const asked = await doctor([...command, '--format', 'json', '--lang', 'zh'], { cwd: broken, env });
      expect(chinese.test(asked.stdout), command.join(' ')).toBe(true);
    }
  });

  it('speaks it about a wrong command line, too', async () => {
    expect((await doctor(['check', '--nope', '--lang', 'zh'])).stderr).toMatch(chinese);
    expect((await doctor(['chekc'], { env: { ...bare, LANG: 'zh_CN' } })).stderr).toMatch(chinese);
  });
});

describe('colour', () => {
  const cases: [string, Record<string, string>, string[], boolean][] = [
    ['none without a terminal', {}, [], false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, [], false],
    ['NO_COLOR before FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, [], false],
    ['--no-color before FORCE_COLOR', { FORCE_COLOR: '3' }, ['--no-color'], false],
    ['an empty NO_COLOR counts for nothing', { NO_COLOR: '', FORCE_COLOR: '1' }, [], true],
    ['none in JSON', { FORCE_COLOR: '1' }, ['--format', 'json'], false],
  ];
  it.each(cases)('%s', async (_, env, args, expected) => {
    const { stdout, stderr } = await doctor(['check', broken, ...args], { env: { ...bare, ...env } });
    expect(stdout.includes('\u001b[')).toBe(expected);
    expect(stderr).toBe('');
  });

  it('changes nothing but the colours', async () => {
    const [colour, none] = [{ FORCE_COLOR: '1' }, { NO_COLOR: '1' }];
    const timeless = (text: string): string => text.replace(/\d+\.\d\d s/, '');
    const coloured = await doctor(['check', broken], { env: { ...bare, ...colour } });
    const bland = await doctor(['check', broken], { env: { ...bare, ...none } });
    expect(timeless(withoutColours(coloured.stdout))).toBe(timeless(bland.stdout));
  });
});

describe('--only and --skip', () => {
  it('runs only those', async () => {
    const { checks } = await jsonOf([
      'check',
      broken,
      '--only',
      'go-missing,protoc-missing',
      '--only',
      'plugin-legacy',
    ]);
    expect(new Set(checks.map(({ trap }) => trap))).toEqual(new Set(['go-missing', 'protoc-missing', 'plugin-legacy']));
  });

  it('leaves out those, also of --only', async () => {
    const all = await jsonOf(['check', broken]);
    const fewer = await jsonOf(['check', broken, '--skip', 'go-missing']);
    const ids = (report: Report): string[] => [...new Set(report.checks.map(({ trap }) => trap))];
    expect(ids(fewer)).toEqual(ids(all).filter((id) => id !== 'go-missing'));
    const none = await jsonOf(['check', broken, '--only', 'go-missing', '--skip', 'go-missing']);
    expect(none.checks).toEqual([]);
  });
});

describe('lab', () => {
  it('names the suites at the end of its list', async () => {
    expect((await doctor(['lab', 'list'])).stdout).toMatch(/\n\n.*: chapter-1,\schapter-2/);
  });
});

describe('explain', () => {
  it('tells of a trap by its id', async () => {
    const { stdout, code, stderr } = await doctor(['explain', 'plugin-not-on-path']);
    expect(stdout).toMatch(/^plugin-not-on-path\n/);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('takes the words of an id one by one', async () => {
    const { stdout } = await doctor(['explain', 'go', 'missing']);
    expect(stdout).toMatch(/^go-missing\n/);
  });

  it('lists what fits a word, or several', async () => {
    const one = await doctor(['explain', 'plugin']);
    expect(one.stdout).toMatch(/^plugin-not-on-path$/m);
    expect(one.stdout).toMatch(/^plugin-legacy$/m);
    expect(one.stderr).toMatch(/several topics fit plugin/);
    const two = await doctor(['explain', 'plugin', 'path']);
    expect(two.stdout).toMatch(/^plugin-not-on-path\n\n/);
    expect(two.stderr).toBe('');
  });

  it.each([
    ['卡住', 'proxy-hangs'],
    ['卡', 'proxy-hangs'],
    ['挂起', 'proxy-hangs'],
    ['不响应', 'proxy-hangs'],
    ['timezone', 'tzdata-missing'],
    ['交叉编译', 'exec-format-error'],
  ])('lists first what says %s nearest to its summary', async (word, trap) => {
    const { stdout } = await doctor(['explain', word]);
    expect(stdout.split('\n')[0]).toBe(trap);
  });

  it('says that a word is not known, and what may have been meant', async () => {
    const unknown = await doctor(['explain', 'flux-capacitor']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/nothing is known about flux-capacitor/);
    expect((await doctor(['explain', 'protoc-mising'])).stderr).toMatch(/; the nearest are protoc-missing, /);
  });

  it('finds the English word in a Chinese session, and the Chinese one in an English session', async () => {
    expect((await doctor(['explain', 'vendor', '--lang', 'zh'])).code).toBe(0);
    expect((await doctor(['explain', '插件'])).code).toBe(0);
  });
});

describe('--help and --version', () => {
  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
    expect(await doctor(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([[[]], [['check']], [['fix']], [['explain']], [['traps']], [['script']], [['lab']]])(
    'helps with %j',
    async (command) => {
      for (const flag of ['--help', '-h']) {
        const { code, stdout, stderr } = await doctor([...command, flag]);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toMatch(command.length > 0 ? new RegExp(`usage: grpc-doctor ${command[0]}`) : /commands:/);
        expect(stdout).toMatch(/--fail-on|--format/);
        expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      }
    },
  );
});

describe('what the default is', () => {
  it('checks the current folder without any word', async () => {
    const [bareRun, named] = [await jsonOf([], { cwd: broken }), await jsonOf(['check', '.'], { cwd: broken })];
    expect(bareRun.findings).toEqual(named.findings);
  });

  it('finds the module above a folder of it', async () => {
    const inside = await jsonOf(['check', join(broken, 'pb')]);
    expect(inside.findings).toEqual((await jsonOf(['check', broken])).findings);
  });

  it('takes a folder that looks like an option after --', async () => {
    cpSync(example, join(root, '--quiet'), { recursive: true });
    expect((await doctor(['check', '--', '--quiet'], { cwd: root })).code).toBe(1);
  });
});
