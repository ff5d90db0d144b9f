import { describe, expect, it } from 'vitest';
import { examineMachine } from '../support/cases.ts';
import { baseMachine, type MachineSpec } from '../support/machine.ts';

/** `plain` with a proxy that answers every question in one way. */
function plain(answer: unknown, change: { files?: Record<string, string>; env?: Record<string, string> } = {}) {
  const machine = baseMachine('plain');
  const answers = { 'https://proxy.example/': answer } as MachineSpec['answers'];
  const env = { ...machine.env, ...change.env };
  return { ...machine, env, files: { ...machine.files, ...change.files }, answers, options: { network: true } };
}

async function claimOf(id: string, spec: MachineSpec) {
  const { findings } = await examineMachine(spec);
  const claim = findings.find(({ trap }) => trap.id === id)?.claim;
  const lines = claim?.fixes.flatMap((fix) => (fix.kind === 'text' ? (fix.lines ?? []).map(({ line }) => line) : []));
  return { bites: claim?.bites, lines };
}

const grpcInCache = { '/home/ann/go/pkg/mod/google.golang.org/grpc@v1.85.0/go.mod': 'module google.golang.org/grpc\n' };

describe('what is quoted of a proxy', () => {
  it('speaks of one module, one that is to be fetched, and the hint asks what failed', async () => {
    const { bites, lines } = await claimOf('proxy-forbidden', plain({ status: 403 }, { files: grpcInCache }));
    const file = 'google.golang.org/protobuf/@v/v1.36.12.mod';
    expect(bites?.data).toMatchObject({ missing: 'google.golang.org/protobuf@v1.36.12', file });
    expect(lines?.filter((line) => line.startsWith('curl'))).toEqual([expect.stringContaining(`example/${file}`)]);
  });

  const page = { status: 200, body: '<!DOCTYPE html><title>Sign in</title>' };

  it.each([
    ['bites-database', {}],
    ['bites-kept', { GOSUMDB: 'off' }],
    ['bites-kept', { GONOSUMDB: 'google.golang.org' }],
  ])('of a page without go.sum: %s with %j', async (key, env) => {
    const machine = plain(page, { env });
    const { 'go.sum': _, ...project } = machine.project;
    const { bites, lines } = await claimOf('proxy-answers-html', { ...machine, project });
    expect(bites?.key).toBe(key);
    const kept = '/home/ann/go/pkg/mod/cache/download/google.golang.org/grpc/@v/v1.85.0.mod';
    expect(lines?.includes(`rm -f '${kept}'`)).toBe(key === 'bites-kept');
  });

  it('of a page where go.sum has the hash', async () => {
    expect((await claimOf('proxy-answers-html', plain(page, { env: { GOSUMDB: 'off' } }))).bites?.key).toBe('bites');
  });
});
