import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineFact, FactStore } from '../../src/core/fact.ts';
import { known } from '../../src/core/outcome.ts';
import { machine } from '../../src/core/subject.ts';
import { packBundle, unpackBundle } from '../../src/host/bundle.ts';
import { isSecretFile } from '../../src/host/mask.ts';
import { RecordedHost } from '../../src/host/recorded.ts';
import { type Recording, RecordingHost } from '../../src/host/recording.ts';
import { checkJson } from '../../src/report/json.ts';
import { damageBytes } from '../read/damage.ts';
import { randomFrom } from '../read/mutate.ts';
import { baseMachine, hostOf, type MachineSpec } from '../support/machine.ts';
import { reportOf } from '../support/report.ts';
import { examineAll, firing, storeOf } from './machine.ts';

async function record(spec: MachineSpec, limit?: number): Promise<{ recording: Recording; report: unknown }> {
  const recorder = new RecordingHost(hostOf(spec), spec.dir, 'test', limit);
  const report = checkJson(reportOf(await examineAll(storeOf(spec, recorder)), spec.dir));
  return { recording: recorder.recording, report };
}

async function replayed(bytes: Uint8Array): Promise<RecordedHost> {
  const unpacked = await unpackBundle(bytes);
  if (unpacked.kind !== 'bundle') throw new Error(unpacked.kind);
  return new RecordedHost(unpacked.recording);
}

const machines: (readonly [string, MachineSpec])[] = [
  ...['healthy', 'windows', 'macos', 'plain'].map((name) => [name, baseMachine(name)] as const),
  ...firing.filter((one) => !asksForKey(one)),
];

/** A key is a file of the machine, and no bundle has it: what is said of it cannot be said again. A certificate in its place it has. */
function asksForKey([name]: readonly [string, MachineSpec]): boolean {
  return name.startsWith('tls-key-mismatch ') && !name.endsWith(' fires-certificate-for-key');
}

describe('a bundle', () => {
  it.each(machines)('of %s tells what the machine told', async (_, spec) => {
    const { recording, report } = await record(spec);
    for (const gzip of [false, true]) {
      const host = await replayed(await packBundle(recording, gzip));
      expect(checkJson(reportOf(await examineAll(storeOf(spec, host)), spec.dir))).toEqual(report);
    }
  });

  it.each(firing.filter(asksForKey))(
    'of %s holds no key, so that nobody knows whether it is the right one',
    async (_, spec) => {
      const { recording } = await record(spec);
      expect(JSON.stringify(recording)).not.toContain('PRIVATE KEY');
      const { checks } = await examineAll(storeOf(spec, await replayed(await packBundle(recording, true))));
      const own = checks.filter(({ trap }) => trap.id === 'tls-key-mismatch');
      expect(own.map(({ status }) => status)).toContain('skipped');
      expect(own.map(({ status }) => status)).not.toContain('found');
    },
  );

  it('is the same bytes for the same machine', async () => {
    const spec = baseMachine('healthy');
    const [one, two] = await Promise.all([record(spec), record(spec)]);
    expect(await packBundle(one.recording, true)).toEqual(await packBundle(two.recording, true));
  });

  it.each(firing)('of %s that leaves files out makes checks skipped, never passed or found', async (_, spec) => {
    const { recording, report } = await record(spec, 0);
    const host = await replayed(await packBundle(recording, false));
    const partly = checkJson(reportOf(await examineAll(storeOf(spec, host)), spec.dir));
    const before = new Set((report as typeof partly).findings.map(({ fingerprint }) => fingerprint));
    const invented = partly.findings.filter(({ fingerprint }) => !before.has(fingerprint));
    expect(invented.map(({ trap }) => trap)).toEqual([]);
  });
});

describe('a bundle that lost one answer', () => {
  const tables = ['env', 'files', 'parts', 'states', 'executables', 'realPaths', 'folders', 'commands'] as const;
  // Those that once made something up, and a sample of the others: all of them take half an hour.
  const once = new Set([
    'proto-import-not-found fires-beside-the-importer',
    'vendor-inconsistent fires-workspace-replaced-in-go-work',
    'workspace-version-skew fires-breaks-generated-code',
    'workspace-version-skew fires-windows',
  ]);
  const some = machines.filter(([name], at) => at < 4 || at % 20 === 0 || once.has(name));

  it.each(some)('of %s makes up nothing', async (_, spec) => {
    const { recording, report } = await record(spec);
    const before = new Set(
      (report as ReturnType<typeof checkJson>).findings.flatMap(({ trap, related }) => [trap, ...related]),
    );
    for (const table of tables) {
      for (const lost of Object.keys(recording[table])) {
        const left = Object.entries(recording[table]).filter(([key]) => key !== lost);
        const host = new RecordedHost({ ...recording, [table]: Object.fromEntries(left) } as Recording);
        const { findings, checks } = await examineAll(storeOf(spec, host));
        expect(
          findings.map(({ trap }) => trap.id).filter((trap) => !before.has(trap)),
          `${table} ${lost}`,
        ).toEqual([]);
        expect(checks.filter(({ reason }) => reason?.key === 'internal-error')).toEqual([]);
      }
    }
  });
});

describe('what was not asked', () => {
  const questions = defineFact('test.question', 'machine', ({ host }) => known(host.stat('/elsewhere')));

  it('is unknown, with the reason, and not missing', async () => {
    const { recording } = await record(baseMachine('healthy'));
    const host = await replayed(await packBundle(recording, false));
    const store = new FactStore(host, { dir: recording.dir, network: false, purpose: 'build', timeoutMs: 1 });
    const answer = await store.get(questions, machine);
    expect(answer).toEqual({ kind: 'unknown', reason: { key: 'not-recorded', data: { what: '/elsewhere' } } });
    expect(host.readFile('/elsewhere', 1)).toEqual({ kind: 'unrecorded' });
    expect(await host.exec(['/bin/x'], { timeoutMs: 1 })).toEqual({ kind: 'unrecorded' });
    for (const ask of [
      () => host.env('NEVER_ASKED'),
      () => host.env('constructor'),
      () => host.list('/elsewhere'),
      () => host.mayExecute('/elsewhere'),
      () => host.realPath('/elsewhere'),
      () => host.readAt('/elsewhere', 0, 1),
    ])
      expect(ask).toThrow(/not recorded/);
    await expect(host.fetch('http://x', { timeoutMs: 1 })).rejects.toThrow(/not recorded/);
  });

  it('keeps a file that was read once with a small limit and once with a large one', async () => {
    const spec = { ...baseMachine('healthy'), files: { '/x': 'a'.repeat(100) } };
    const recorder = new RecordingHost(hostOf(spec), '/');
    for (const limit of [10, 1000, 10]) recorder.readFile('/x', limit);
    const host = await replayed(await packBundle(recorder.recording, false));
    expect(host.readFile('/x', 10)).toEqual({ kind: 'too-large', size: 100 });
    expect(host.readFile('/x', 1000)).toMatchObject({ kind: 'read' });
  });

  it('keeps names that JavaScript has a use for', async () => {
    const spec = { ...baseMachine('healthy'), files: { '/__proto__': 'a' } };
    const recorder = new RecordingHost(hostOf(spec), '/');
    for (const name of ['__proto__', 'constructor']) {
      recorder.stat(name);
      recorder.readFile(`/${name}`, 10);
    }
    const host = await replayed(await packBundle(recorder.recording, false));
    expect(host.stat('constructor')).toBe(undefined);
    expect(host.readFile('/__proto__', 10)).toMatchObject({ kind: 'read' });
  });
});

describe('secrets', () => {
  it.each([
    '/home/a/.netrc',
    'C:\\Users\\a\\_netrc',
    '/a/.git-credentials',
    '/a/server.key',
    '/a/tls.PEM',
    '/a/.ssh/id_rsa',
    '/a/.npmrc',
    '/home/a/.docker/config.json',
  ])('%s is never read into it', async (path) => {
    expect(isSecretFile(path)).toBe(true);
    const spec = { ...baseMachine('healthy'), files: { [path]: 'machine x login y password hunter2' } };
    const recorder = new RecordingHost(hostOf({ ...spec, os: path.startsWith('C') ? 'windows' : 'linux' }), '/');
    recorder.readFile(path, 100);
    recorder.readAt(path, 0, 100);
    const text = new TextDecoder().decode(await packBundle(recorder.recording, false));
    expect(text).not.toMatch(/hunter2|bWFjaGluZS/);
    expect((await replayed(await packBundle(recorder.recording, false))).readFile(path, 100)).toEqual({
      kind: 'unrecorded',
    });
  });

  it.each(['/a/go.mod', '/a/main.go', '/a/keys.go', '/a/Makefile', '/a/docker/config.json'])('%s may be', (path) => {
    expect(isSecretFile(path)).toBe(false);
  });

  it('are masked in texts, in other bytes and in variables', async () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIIhunter2\n-----END PRIVATE KEY-----\n';
    const files = { '/a': `X_TOKEN=hunter2\nhttps://ann:hunter2@host/x\n${key}` };
    const recorder = new RecordingHost(hostOf({ ...baseMachine('healthy'), files, env: { GH_TOKEN: 'hunter2' } }), '/');
    recorder.readFile('/a', 10_000);
    recorder.env('GH_TOKEN');
    expect(new TextDecoder().decode(await packBundle(recorder.recording, false))).not.toContain('hunter2');
  });
});

describe('a file that is no bundle', () => {
  it.each([
    ['empty', ''],
    ['a text', 'hello'],
    ['other JSON', '{"a": 1}'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['a bundle of nothing', '{"recordingVersion": 1}'],
    ['gzip of a text', gzipSync('hello')],
    ['a broken gzip', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
  ])('%s is damaged', async (_, content) => {
    expect(await unpackBundle(Buffer.from(content))).toEqual({ kind: 'damaged' });
  });

  it('of another version is named', async () => {
    expect(await unpackBundle(Buffer.from('{"recordingVersion": 2}'))).toEqual({ kind: 'version', version: '2' });
  });

  it('is found out wherever it is cut, and whatever is put in place of a value', async () => {
    const { recording } = await record(baseMachine('healthy'));
    for (const gzip of [false, true]) {
      const bytes = await packBundle(recording, gzip);
      for (const part of [0.1, 0.5, 0.9, 0.999])
        expect((await unpackBundle(bytes.subarray(0, Math.floor(bytes.length * part) - 2))).kind).toBe('damaged');
    }
    const names = Object.keys(recording).filter((name) => name !== 'recordingVersion');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.oneof(fc.constant(undefined), fc.integer(), fc.constant([1]), fc.constant({ x: 1.5 })),
        async (name, value) => {
          expect((await unpackBundle(Buffer.from(JSON.stringify({ ...recording, [name]: value })))).kind).toBe(
            'damaged',
          );
        },
      ),
    );
  });

  it('never throws, and what it takes for a bundle can be checked', async () => {
    const spec = baseMachine('healthy');
    const bytes = await packBundle((await record(spec)).recording, false);
    const random = randomFrom(5);
    for (let count = 0; count < 300; count += 1) {
      const unpacked = await unpackBundle(damageBytes(bytes, random));
      if (unpacked.kind !== 'bundle') continue;
      const { checks } = await examineAll(storeOf(spec, new RecordedHost(unpacked.recording)));
      expect(checks.filter(({ reason }) => reason?.key === 'internal-error')).toEqual([]);
    }
  });
});
