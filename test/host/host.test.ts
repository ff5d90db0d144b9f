import { describe, expect, it } from 'vitest';
import { examine } from '../../src/core/engine.ts';
import { FactStore } from '../../src/core/fact.ts';
import { subjectList } from '../../src/facts/subjects.ts';
import { maskSecrets, stripButTabs, stripControls } from '../../src/host/mask.ts';
import { RecordedHost } from '../../src/host/recorded.ts';
import { type Recording, RecordingHost } from '../../src/host/recording.ts';
import { checkJson } from '../../src/report/json.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { casesOf, machineOf } from '../support/cases.ts';
import { baseMachine, hostOf, type MachineSpec } from '../support/machine.ts';
import { reportOf as report } from '../support/report.ts';

async function reportOf(host: ConstructorParameters<typeof FactStore>[0], dir: string): Promise<unknown> {
  const store = new FactStore(host, { dir, network: false, purpose: 'build', timeoutMs: 1000 });
  return checkJson(report(await examine(traps, store, subjectList), dir));
}

const broken = casesOf('codegen', 'plugin-not-on-path').filter(({ name }) => name.startsWith('fires-'));
const machines: [string, MachineSpec][] = [
  ['healthy', baseMachine('healthy')],
  ['windows', baseMachine('windows')],
  ...broken.slice(0, 1).map((one): [string, MachineSpec] => [one.name, machineOf(one, broken)]),
];

describe('a recording', () => {
  it.each(machines)('of the %s machine tells another machine the same', async (_, spec) => {
    const recorder = new RecordingHost(hostOf(spec), spec.dir);
    const there = await reportOf(recorder, spec.dir);
    // A bundle is a file: what does not survive JSON would be lost.
    const bundle = JSON.parse(JSON.stringify(recorder.recording)) as Recording;
    expect(await reportOf(new RecordedHost(bundle), spec.dir)).toEqual(there);
  });

  it('holds no secret of the files that were read', async () => {
    const spec = structuredClone(baseMachine('healthy'));
    (spec.project as Record<string, string>).Makefile +=
      '\nexport API_TOKEN = abc123\n# https://ann:pass@git.example/x\n';
    const recorder = new RecordingHost(hostOf(spec), spec.dir);
    await reportOf(recorder, spec.dir);
    expect(JSON.stringify(recorder.recording)).not.toMatch(/abc123|pass@/);
  });
});

describe('masking', () => {
  it('hides credentials, tokens and keys, and nothing else', () => {
    expect(maskSecrets('GOPROXY=https://ann:pass@proxy.example,direct')).toBe(
      'GOPROXY=https://***@proxy.example,direct',
    );
    expect(maskSecrets('GITHUB_TOKEN=ghp_1 make')).toBe('GITHUB_TOKEN=*** make');
    expect(maskSecrets('export A_TOKEN="a b" B=c')).toBe('export A_TOKEN=*** B=c');
    expect(maskSecrets('https://user:p@ss@host/x')).toBe('https://***@host/x');
    expect(maskSecrets('https://host/x?a=1&private_token=abc&b=2')).toBe('https://host/x?a=1&private_token=***&b=2');
    expect(maskSecrets('Authorization: Basic YW5uOnBhc3M=\nx')).toBe('Authorization: Basic ***\nx');
    expect(maskSecrets(`curl -H 'Authorization: Bearer $(x)'`)).toBe(`curl -H 'Authorization: Bearer ***'`);
    expect(maskSecrets('https://host/x?token')).toBe('https://host/x?token');
    expect(maskSecrets('-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----')).toBe('***\n\n');
    expect(maskSecrets('require google.golang.org/grpc v1.60.1')).toBe('require google.golang.org/grpc v1.60.1');
  });

  it('takes out what steers a terminal', () => {
    expect(stripControls('a\u001b[31mb\u202ec\u0007')).toBe('a[31mbc');
    expect(stripControls('中文\tgo\nerror[forged]')).toBe('中文 go error[forged]');
    expect(stripButTabs('\tprotoc\u001b \u061c.\n')).toBe('\tprotoc . ');
  });
});
