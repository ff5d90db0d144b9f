import { describe, expect, it } from 'vitest';
import { endpointTraps } from '../src/traps/endpoint.gen.ts';
import { casesOf, examineMachine, machineOf } from './support/cases.ts';
import { baseMachine, type MachineSpec } from './support/machine.ts';

// A claim about an endpoint ends with the command that shows that it is mended: the one that the user typed, with all that decides
// what is found.

/** Options that every case gets, none of which changes what is wrong. */
const added = { grpcVersion: '1.85.0', goVersion: '1.26.8', stepMs: 2500 };
const addedWords = ['--go-version 1.26.8', '--grpc-version 1.85.0', '--timeout 2.5'];

function probeOf(machine: MachineSpec): NonNullable<MachineSpec['probe']> {
  if (!machine.probe) throw new Error('no probe');
  return machine.probe;
}

const firing = endpointTraps.flatMap(({ id, group }) => {
  const cases = casesOf(group, id);
  return cases
    .filter(({ name }) => name.startsWith('fires-'))
    .map((one) => ({ id, name: one.name, machine: machineOf(one, cases) }))
    .filter(({ machine }) => machine.probe);
});

async function verifyOf(id: string, machine: MachineSpec): Promise<readonly string[] | undefined> {
  const { findings } = await examineMachine({ ...machine, probe: { ...probeOf(machine), ...added } });
  return findings.find(({ trap }) => trap.id === id)?.claim.verify.argv;
}

describe('the command that shows that an endpoint is mended', () => {
  it('is of a trap with a case each', () => {
    const seen = new Set(firing.map(({ id }) => id));
    expect(endpointTraps.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  it.each(firing.map(({ id, name, machine }): [string, string, MachineSpec] => [id, name, machine]))(
    '%s, %s: has what was asked',
    async (id, _, machine) => {
      const argv = await verifyOf(id, machine);
      // Another version of Go sees nothing wrong.
      if (!argv) return;
      const { target, as, ca = [], serverName, service, cert, key } = probeOf(machine);
      const words = argv.join(' ');
      expect(argv.slice(0, 2)).toEqual(['grpc-doctor', 'probe']);
      for (const pair of addedWords) expect(words).toContain(pair);
      if (!otherTargets.has(id)) expect(argv[2]).toBe(target);
      if (service !== undefined) expect(words).toContain(`--service ${service}`);
      // Plaintext knows no certificates; an unknown authority is mended by another file of roots.
      if (as === 'plaintext') return;
      for (const file of id === 'tls-unknown-authority' ? [] : ca) expect(words).toContain(`--ca ${file}`);
      if (serverName !== undefined) expect(words).toContain(`--servername ${serverName}`);
      if (cert !== undefined && key !== undefined) expect(words).toContain(`--cert ${cert} --key ${key}`);
    },
  );

  it('of an address to listen at is the probe of localhost', async () => {
    const wildcard = firing.find(({ name }) => name === 'fires-wildcard');
    const argv = wildcard && (await verifyOf(wildcard.id, wildcard.machine));
    expect(argv?.slice(0, 3)).toEqual(['grpc-doctor', 'probe', 'localhost:50051']);
  });

  it.each([
    ['http://greeter.acme.example', 'greeter.acme.example:80'],
    ['dns://greeter.acme.example:50051', 'dns:///greeter.acme.example:50051'],
  ])('of %s is the probe of %s', async (target, better) => {
    const { findings } = await examineMachine({ ...baseMachine('endpoint-plaintext'), probe: { target, ...added } });
    const told = findings.find(({ trap }) => otherTargets.has(trap.id));
    expect(told?.claim.verify.argv).toEqual(['grpc-doctor', 'probe', better, ...addedWords.join(' ').split(' ')]);
  });
});

/** Their targets are what is to be changed. */
const otherTargets: ReadonlySet<string> = new Set([
  'target-scheme-wrong',
  'listen-address-mismatch',
  'localhost-in-container',
]);
