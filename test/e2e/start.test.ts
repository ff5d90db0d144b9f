import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, entry } from '../support/cli.ts';

const words = ['probe', '127.0.0.1:1', '--format', 'json', '--lang', 'en'];

describe('what the engine compiled when the program was built', () => {
  let folder: string;
  const compiled = (): string[] => readdirSync(join(folder, 'parts')).filter((name) => name.endsWith('.compiled'));
  const answer = async (): Promise<unknown> => {
    const { code, stdout, stderr } = await cli(words, { entry: join(folder, 'grpc-doctor.cjs') });
    return { code, stderr, report: withoutTimes(JSON.parse(stdout)) };
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'start-'));
    cpSync(dirname(entry), folder, { recursive: true });
    cpSync(join(dirname(entry), '../package.json'), join(folder, 'package.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is there for the parts that a probe reads', () => {
    expect(compiled().sort()).toEqual(['converse.cjs.compiled', 'main.cjs.compiled', 'probe.cjs.compiled']);
  });

  it('makes no difference: not where it is missing, and not where it is of another engine', async () => {
    const before = await answer();
    for (const name of compiled()) writeFileSync(join(folder, 'parts', name), 'of another engine');
    expect(await answer()).toEqual(before);
    for (const name of compiled()) rmSync(join(folder, 'parts', name));
    expect(await answer()).toEqual(before);
  });
});

/** Milliseconds differ from run to run. */
function withoutTimes(report: object): unknown {
  return JSON.parse(JSON.stringify(report, (key, value) => (key === 'ms' || key === 'durationMs' ? 0 : value)));
}
