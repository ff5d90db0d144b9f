import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBench } from '../../src/lab/kit/bench.ts';
import { buildProgram } from '../../src/lab/kit/grpc-clients.ts';
import { labFolders } from '../../src/lab/paths.ts';
import { readTarget } from '../../src/wire/target.ts';
import { skipBecause } from '../support/skip.ts';

interface Told {
  readonly Target: string;
  readonly By: 'NewClient' | 'Dial';
  readonly Refused: string;
  readonly Scheme: string;
  readonly Path: string;
  readonly Opaque: string;
  readonly Authority: string;
  readonly Code: string;
  readonly Message: string;
}

const targets = JSON.parse(readFileSync(join(import.meta.dirname, '../wire/targets.json'), 'utf8')) as string[];
/** Messages of a call that got as far as an address or a name: the target was not refused. */
const beyond = /connect: |lookup .* on |no such host|zero addresses|context deadline|marshaling/;
const minutes = 60_000;

describe.each([
  { grpc: '1.85.0', tags: ['newclient'] },
  { grpc: '1.66.3', tags: ['newclient'] },
  { grpc: '1.60.1', tags: [] },
  { grpc: '1.50.1', tags: [] },
])('targets as grpc-go $grpc reads them', ({ grpc, tags }) => {
  it(`agrees about ${targets.length} targets`, { timeout: 10 * minutes }, async (context) => {
    const bench = await openBench(labFolders(), () => undefined).catch((error: Error) => error);
    if (bench instanceof Error) return skipBecause(context, bench.message);
    const built = await buildProgram(bench, { program: 'target-reader', grpc, go: '1.26.8', goLine: '1.26', tags });
    if ('refused' in built) throw new Error(built.refused);
    const input = targets.map((target) => JSON.stringify(target)).join('\n');
    const { stdout, status } = spawnSync(built.bin, { input, encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(status).toBe(0);
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Told);
    expect(told.length).toBe(targets.length * (tags.length + 1));
    expect(told.flatMap((one) => differences(one, grpc))).toEqual([]);
  });
});

function differences(told: Told, grpcVersion: string): string[] {
  const ours = readTarget(told.Target, { by: told.By, grpcVersion });
  const name = `${told.By} ${JSON.stringify(told.Target)}`;
  if (told.Refused !== '') {
    return ours.refusal === told.Refused && ours.refusalCode === undefined
      ? []
      : [`${name}: ${told.Refused} | ${ours.refusal}`];
  }
  const endpoint = told.Path || told.Opaque;
  const ourEndpoint = ours.scheme.startsWith('unix') ? ours.endpoint.replace(/^@/, '') : `/${ours.endpoint}`;
  const isSame = ourEndpoint === endpoint || ourEndpoint === `/${endpoint}` || `@${ourEndpoint}` === endpoint;
  return [
    ...(ours.scheme === told.Scheme ? [] : [`${name}: scheme ${told.Scheme} | ${ours.scheme}`]),
    ...(ours.authority === told.Authority ? [] : [`${name}: authority ${told.Authority} | ${ours.authority}`]),
    ...(isSame ? [] : [`${name}: endpoint ${endpoint} | ${ours.endpoint}`]),
    ...wordsDiffer(told, ours, name),
  ];
}

function wordsDiffer(told: Told, ours: ReturnType<typeof readTarget>, name: string): string[] {
  if (ours.refusal !== undefined) {
    const isSame = ours.refusal === told.Message && ours.refusalCode === told.Code;
    return isSame ? [] : [`${name}: ${told.Code} ${told.Message} | ${ours.refusalCode} ${ours.refusal}`];
  }
  const isSame = beyond.test(told.Message) || ours.portRefusal === told.Message;
  return isSame ? [] : [`${name}: ${told.Message} | ${ours.portRefusal ?? 'not refused'}`];
}
