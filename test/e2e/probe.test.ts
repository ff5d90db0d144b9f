import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority, client, makeCertificate, server } from '../../src/lab/kit/make-certificate.ts';
import { schemas } from '../../src/report/schema.ts';
import { bare, type CliOptions, type CliRun, cli, faults, scratch } from '../support/cli.ts';
import { type GrpcServer, startGrpcServer } from '../support/grpc-server.ts';

const valid = new Ajv2020({ allErrors: true, strict: true }).compile(schemas.probe ?? {});

let root: string;
let remove: () => void;
let healthy: GrpcServer;
let secured: GrpcServer;
let mutual: GrpcServer;
/** Takes connections and says nothing. */
let silent: GrpcServer;
/** Nobody listens there. */
let dead: string;

const pki = (name: string): string => join(root, 'pki', name);
const pem = (name: string): string => readFileSync(pki(name), 'utf8');

beforeAll(async () => {
  ({ root, remove } = await scratch('probe'));
  mkdirSync(pki(''), { recursive: true });
  const valid = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  await makeCertificate(pki(''), { name: 'root', subject: '/O=Acme/CN=Acme Root', extensions: authority, ...valid });
  const names = server('DNS:localhost', 'IP:127.0.0.1');
  await makeCertificate(pki(''), { name: 'leaf', subject: '/CN=leaf', issuer: 'root', extensions: names, ...valid });
  await makeCertificate(pki(''), { name: 'me', subject: '/CN=me', issuer: 'root', extensions: client, ...valid });
  const services = ['acme.Greeter', 'grpc.health.v1.Health'];
  const tls = { cert: pem('leaf.pem'), key: pem('leaf.key') };
  healthy = await startGrpcServer({ health: 1, reflection: services });
  secured = await startGrpcServer({ health: 1, reflection: services, tls });
  mutual = await startGrpcServer({ health: 1, reflection: services, tls: { ...tls, clientCa: pem('root.pem') } });
  silent = await silentServer();
  const gone = await startGrpcServer();
  dead = gone.target;
  await gone[Symbol.asyncDispose]();
});
afterAll(async () => {
  for (const one of [healthy, secured, mutual, silent]) await one?.[Symbol.asyncDispose]();
  remove();
});

async function silentServer(): Promise<GrpcServer> {
  let connections = 0;
  const listener = createServer((socket) => {
    connections += 1;
    socket.on('error', () => {});
    socket.resume();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  return {
    target: `127.0.0.1:${port}`,
    port,
    called: [],
    connections: () => connections,
    [Symbol.asyncDispose]: async () => void listener.close(),
  };
}

async function probe(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const ran = await cli(['probe', ...args], { cwd: root, ...options });
  expect(faults(ran)).toEqual([]);
  return ran;
}

interface Probed {
  readonly target: string;
  readonly mode?: string;
  readonly steps: readonly {
    readonly step: string;
    readonly status: string;
    readonly ms: number;
    readonly detail: string;
  }[];
  readonly go: { readonly verdict: string; readonly text: string };
  readonly services?: readonly string[];
  readonly times?: readonly number[];
  readonly connections: number;
  readonly findings: readonly { readonly trap: string; readonly severity: string }[];
}

/** One object for each target; every one fits the schema. */
async function probed(args: readonly string[], options?: CliOptions): Promise<Probed[]> {
  const { stdout } = await probe([...args, '--format', 'json'], options);
  const all = stdout.startsWith('{\n')
    ? [JSON.parse(stdout)]
    : stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
  for (const one of all) expect(valid(one) ? [] : valid.errors).toEqual([]);
  return all as Probed[];
}

const errors = ({ findings }: Probed): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ trap }) => trap);
const status = ({ steps }: Probed, step: string) => steps.find((one) => one.step === step)?.status;

describe('a healthy target', () => {
  it('in plaintext: all steps, health and reflection and nothing else, one connection', async () => {
    const before = healthy.called.length;
    const connections = healthy.connections();
    const [one] = await probed([healthy.target]);
    if (!one) throw new Error('nothing was probed');
    expect(errors(one)).toEqual([]);
    expect(one).toMatchObject({ mode: 'plaintext', services: ['acme.Greeter', 'grpc.health.v1.Health'] });
    expect(['name', 'tcp', 'plaintext', 'http2', 'health', 'reflection'].map((step) => status(one, step))).toEqual(
      Array(6).fill('ok'),
    );
    expect(healthy.called.slice(before)).toEqual([
      '/grpc.health.v1.Health/Check',
      '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo',
    ]);
    expect(healthy.connections() - connections).toBe(1);
    expect(one.connections).toBe(1);
  });

  it.each([
    ['TLS with a private authority', () => [secured.target, '--ca', pki('root.pem')], 1],
    ['TLS that is found out', () => [secured.target], 2],
    [
      'a client certificate',
      () => [mutual.target, '--ca', 'pki/root.pem', '--cert', pki('me.pem'), '--key', pki('me.key')],
      1,
    ],
    ['a name of the hosts file', () => [`dns:///localhost:${healthy.port}`], 2],
    ['passthrough', () => [`passthrough:///127.0.0.1:${healthy.port}`], 1],
  ] as const)('%s', async (_, args, most) => {
    const [one] = await probed(args());
    if (!one) throw new Error('nothing was probed');
    expect(['tcp', 'http2', 'health'].map((step) => status(one, step))).toEqual(['ok', 'ok', 'ok']);
    expect(one.connections).toBeLessThanOrEqual(most);
  });

  it('on a socket of this machine', async () => {
    await using socket = await startGrpcServer({ health: 1, listen: { path: join(root, 's.sock') } });
    for (const target of [socket.target, `unix://${join(root, 's.sock')}`]) {
      const [one] = await probed([target]);
      expect(one && status(one, 'health')).toBe('ok');
    }
  });

  it('over IPv6', async () => {
    await using six = await startGrpcServer({ health: 1, listen: { port: 0, host: '::1' } });
    const [one] = await probed([`[::1]:${six.port}`]);
    expect(one && status(one, 'health')).toBe('ok');
  });

  it('--count: times of answers; --hold: how long it stood', async () => {
    const [one] = await probed([healthy.target, '--count', '7', '--hold', '100ms']);
    expect(one?.times).toHaveLength(7);
    expect(one?.steps.find(({ step }) => step === 'health')?.detail).toMatch(
      /^SERVING; 7 answers: p50 [\d.]+ ms, p95 [\d.]+ ms, max [\d.]+ ms$/,
    );
    expect(one && status(one, 'hold')).toBe('ok');
    expect(one?.connections).toBeLessThanOrEqual(3);
  });

  it('--hold tells of a GOAWAY', async () => {
    await using server = await startGrpcServer({ health: 1, goawayAfter: 4 });
    const { stdout } = await probe([server.target, '--hold', '10s']);
    expect(stdout).toMatch(/hold +failed .*GOAWAY 0 "max_age"/);
  });
});

describe('a faulty target', () => {
  it('a refused port: exit 1, in far less than a second', async () => {
    const { code, stdout } = await probe([dead]);
    expect(code).toBe(1);
    expect(stdout).toContain('error[connection-refused]');
  });

  it('a silent one costs one time-out, and at most six connections', async () => {
    const before = silent.connections();
    const [one] = await probed([silent.target, '--timeout', '1']);
    expect(one && errors(one)).toEqual(['server-silent']);
    const waited = one?.steps.reduce((sum, { ms }) => Math.max(sum, ms), 0);
    expect(waited).toBeLessThan(1500);
    expect(silent.connections() - before).toBe(2);
  });

  it('keeps the order in which targets were given, one line each', async () => {
    const targets = [silent.target, healthy.target, dead, secured.target];
    const all = await probed([...targets, '--timeout', '0.5']);
    expect(all.map(({ target }) => target)).toEqual(targets);
    const { stdout, code } = await probe([...targets, '--timeout', '0.5', '--quiet']);
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(targets.length);
    expect(stdout).toMatch(new RegExp(`^error\\[server-silent\\] ${silent.target} `));
  });

  it('--fail-on never, --skip', async () => {
    expect((await probe([dead, '--fail-on', 'never'])).code).toBe(0);
    expect((await probe([dead, '--skip', 'connection-refused'])).code).toBe(0);
    const [one] = await probed([dead, '--only', 'server-silent']);
    expect(one?.findings).toEqual([]);
  });

  it('is with errors in the sum where nothing is found that would tell why', async () => {
    const { stdout } = await probe([
      healthy.target,
      dead,
      '--skip',
      'connection-refused',
      '--skip',
      'localhost-in-container',
    ]);
    expect(stdout).toContain('2 targets · 1 without an error · 1 with errors');
  });
});

describe('a Go that nobody has measured', () => {
  it.each([
    ['9.9', 'newest', 'Go 9.9 was not measured: it is judged like Go 1.27, the newest that was', '最新版本 Go 1.27'],
    ['1.16', 'oldest', 'Go 1.16 was not measured: it is judged like Go 1.21, the oldest that was', '最旧版本 Go 1.21'],
  ])('%s is judged like the %s one, and it is told', async (version, _, told, inChinese) => {
    const args = [healthy.target, '--go-version', version];
    const { code, stdout } = await probe(args);
    expect(code).toBe(0);
    expect(stdout).toContain(told);
    expect((await probe([...args, '--lang', 'zh'])).stdout).toContain(inChinese);
    const { go } = JSON.parse((await probe([...args, '--format', 'json'])).stdout) as {
      go: { client: { judgedLike?: string } };
    };
    expect(told).toContain(`Go ${go.client.judgedLike},`);
  });

  it('nothing is said of one that was', async () => {
    expect((await probe([healthy.target, '--go-version', '1.24'])).stdout).not.toContain('measured');
  });
});

describe('an expired certificate', () => {
  it('is told with the time of now in the zone of this machine', async () => {
    const spent = { from: '2020-01-01T00:00:00Z', to: '2025-01-01T00:00:00Z' };
    const names = server('DNS:localhost', 'IP:127.0.0.1');
    await makeCertificate(pki(''), { name: 'old', subject: '/CN=old', issuer: 'root', extensions: names, ...spent });
    await using old = await startGrpcServer({ tls: { cert: pem('old.pem'), key: pem('old.key') } });
    const args = ['--ca', pki('root.pem'), '--format', 'json', old.target];
    const { code, stdout } = await probe(args, { env: { ...bare, TZ: 'Asia/Shanghai' } });
    expect(code).toBe(1);
    const { go } = JSON.parse(stdout) as { go: { text: string } };
    expect(go.text).toMatch(/current time \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00 is after 2025-01-01T00:00:00Z/);
  });
});

describe('a file of targets', () => {
  it('names one a line, with comments', async () => {
    writeFileSync(join(root, 'targets'), `# ours\n${healthy.target}\n\n  ${dead}  # gone\r\n`);
    const all = await probed(['--targets', 'targets']);
    expect(all.map(({ target }) => target)).toEqual([healthy.target, dead]);
  });

  it('is written as well where it was asked for', async () => {
    writeFileSync(join(root, 'targets'), `${healthy.target}\n${dead}\n`);
    await probe(['--targets', 'targets', '--output', `json=${join(root, 'out.json')}`]);
    const lines = readFileSync(join(root, 'out.json'), 'utf8').trim().split('\n');
    for (const line of lines) expect(valid(JSON.parse(line))).toBe(true);
    expect(lines).toHaveLength(2);
  });

  it('two hundred of them, fifty silent: twice the time-out at most', async () => {
    const targets = Array.from({ length: 200 }, (_, index) => (index % 4 === 3 ? silent.target : healthy.target));
    // One subject is asked once: a name of its own for each.
    const distinct = targets.map(
      (target, index) => `passthrough:///${target.replace('127.0.0.1', `127.0.1.${index + 1}`)}`,
    );
    writeFileSync(join(root, 'many'), distinct.join('\n'));
    const all = await probed(['--targets', 'many', '--concurrency', '64', '--timeout', '1']);
    expect(all).toHaveLength(200);
  });
});

/** What must not get as far as a packet: clear lines, exit 2. */
describe('wrong use', () => {
  const wrong: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['no target', () => [], /probe needs TARGET/],
    ['targets twice', () => [healthy.target, '--targets', 'targets'], /is too much/],
    ['a file of targets that is not there', () => ['--targets', 'nowhere'], /nowhere does not exist/],
    ['a file without a target', () => ['--targets', 'empty'], /empty names no target/],
    ['a bad line', () => ['--targets', 'bad'], /bad:3: two words/],
    ['an empty target', () => [''], /is no target/],
    ['an unknown mode', () => [healthy.target, '--as', 'ssl'], /plaintext, tls, mtls/],
    ['an authority that is not there', () => [healthy.target, '--ca', 'nowhere.pem'], /nowhere.pem does not exist/],
    ['a file without a certificate', () => [healthy.target, '--ca', pki('leaf.key')], /has no certificate/],
    ['a folder', () => [healthy.target, '--ca', root], /is not a regular file/],
    ['a certificate without its key', () => [healthy.target, '--cert', pki('me.pem')], /--cert goes with --key/],
    ['a key without its certificate', () => [healthy.target, '--key', pki('me.key')], /--key goes with --cert/],
    [
      'a key that is none',
      () => [healthy.target, '--cert', pki('me.pem'), '--key', pki('me.pem')],
      /has no private key/,
    ],
    ['mtls without a certificate', () => [healthy.target, '--as', 'mtls'], /--as mtls goes with/],
    [
      'a key of another certificate',
      () => [secured.target, '--cert', pki('me.pem'), '--key', pki('leaf.key')],
      /cannot be used together.*private key does not match public key/,
    ],
    ['a long target', () => ['a'.repeat(5000)], /a… is no target: it is longer than 2048 characters/],
    ['a bad duration', () => [healthy.target, '--hold', 'soon'], /90s, 2m, … 24h/],
    ['a bad number', () => [healthy.target, '--count', '0'], /--count/],
    ['too many at once', () => [healthy.target, '--concurrency', '65'], /--concurrency/],
    ['a Go that never was', () => [healthy.target, '--go-version', '0.5'], /--go-version.*1\.24/],
    [
      'a go line that the Go does not build',
      () => [healthy.target, '--go-version', '1.21', '--go-line', '1.30'],
      /1\.21.*1\.30/,
    ],
    ['a bad version', () => [healthy.target, '--go-version', 'new'], /--go-version/],
    ['a trap of check', () => [healthy.target, '--only', 'go-missing'], /not seen on an endpoint/],
    ['an unknown trap', () => [healthy.target, '--only', 'server-silend'], /did you mean server-silent/],
    ['a bad report', () => [healthy.target, '--output', 'sarif=x'], /human=FILE, json=FILE/],
  ];

  beforeAll(() => {
    writeFileSync(join(root, 'empty'), '# nothing\n\n');
    writeFileSync(join(root, 'bad'), `${healthy.target}\n\ntwo words\n`);
  });

  it.each(wrong)('%s', async (_, args, told) => {
    const before = healthy.connections();
    const { code, stdout, stderr } = await probe(args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(told);
    expect(healthy.connections(), 'nothing was sent').toBe(before);
    const chinese = await probe([...args(), '--lang', 'zh']);
    expect(chinese.code).toBe(2);
    expect(chinese.stderr).toMatch(/[\u4e00-\u9fff]/);
  });

  it('takes a target that looks like an option after --', async () => {
    const { stdout } = await probe(['--', '-x:1']);
    expect(stdout).toMatch(/^-x:1\n/);
  });
});
