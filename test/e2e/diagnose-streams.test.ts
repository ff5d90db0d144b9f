import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { type CliRun, cli, entry, faults } from '../support/cli.ts';

interface Fed extends CliRun {
  /** Peak resident memory in MB. */
  readonly memory: number;
}

const tellMemory = `process.on('exit', () => process.stderr.write('memory ' + process.resourceUsage().maxRSS + '\\n'))`;

/** Runs `diagnose` with that on its standard input. */
async function fed(args: readonly string[], pieces: Iterable<Uint8Array>): Promise<Fed> {
  const started = performance.now();
  const hook = `data:text/javascript,${encodeURIComponent(tellMemory)}`;
  const child = spawn(process.execPath, ['--import', hook, entry, 'diagnose', ...args], {
    env: { PATH: '/nonexistent' },
  });
  const heard = { stdout: '', stderr: '' };
  child.stdout.on('data', (piece: Buffer) => {
    heard.stdout += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    heard.stderr += piece.toString();
  });
  const ended = new Promise<Pick<CliRun, 'code' | 'signal'>>((done) =>
    child.on('close', (code, signal) => done({ code, signal })),
  );
  await pipeline(Readable.from(pieces), child.stdin);
  const memory = () => Number(/memory (\d+)/.exec(heard.stderr)?.[1]) / 1024;
  return { ...(await ended), ...heard, ms: performance.now() - started, memory: memory() };
}

function* repeated(piece: Uint8Array, bytes: number): Generator<Uint8Array> {
  for (let written = 0; written < bytes; written += piece.length) yield piece;
}

function* inTurn(...all: readonly Iterable<Uint8Array>[]): Generator<Uint8Array> {
  for (const one of all) yield* one;
}

const MiB = 1 << 20;
const bytes = (text: string): Uint8Array => Buffer.from(text);
const filled = (byte: number): Uint8Array => Buffer.alloc(64 * 1024, byte);
const random = Buffer.from(Array.from({ length: 64 * 1024 }, (_, n) => 0x80 | (((n * 7919) >> 3) % 0x7f)));
const failure =
  '\nrpc error: desc = "transport: Error while dialing: dial tcp 10.4.0.9:443: connect: connection refused"\n';
const mostMemory = 120;

interface Diagnosed {
  readonly id?: unknown;
  readonly causes: readonly { trap: string; matched: readonly { line: number; text: string }[] }[];
}

describe('diagnose in constant memory', () => {
  const kinds: readonly (readonly [string, Uint8Array])[] = [
    ['one long line', filled(0x61)],
    ['one long line of quoted texts', bytes('desc = \\"'.repeat(8000))],
    ['NUL', filled(0)],
    ['bytes that are no UTF-8', random],
    ['empty lines', filled(0x0a)],
    ['short lines', bytes('x\n'.repeat(32 * 1024))],
    ['colours', bytes('\u001b[31mred\u001b[0m '.repeat(4000))],
    ['colours that never end', bytes(`\u001b]${'0;'.repeat(30_000)}`)],
  ];

  it.each(kinds)('reads 16 MiB of %s, and finds the failure after it', async (_, piece) => {
    const run = await fed(['-', '--format', 'json'], inTurn(repeated(piece, 16 * MiB), [bytes(failure)], [piece]));
    expect(faults({ ...run, stderr: run.stderr.replace(/^memory \d+\n/, '') })).toEqual([]);
    expect((JSON.parse(run.stdout) as Diagnosed).causes[0]?.trap).toBe('connection-refused');
    expect(run.memory).toBeLessThan(mostMemory);
  });

  it('counts the lines of ten million', async () => {
    const lines = 10_000_000;
    const piece = bytes('x\n'.repeat(10_000));
    const run = await fed(['-', '--format', 'json'], inTurn(repeated(piece, lines * 2), [bytes(failure)]));
    expect((JSON.parse(run.stdout) as Diagnosed).causes[0]?.matched[0]?.line).toBe(lines + 2);
    expect(run.memory).toBeLessThan(mostMemory);
  });

  it('reads what PowerShell redirects, which is UTF-16', async () => {
    const run = await fed(['-', '--format', 'json'], [Buffer.from(`\ufeff${failure}`, 'utf16le')]);
    const [cause] = (JSON.parse(run.stdout) as Diagnosed).causes;
    expect(cause?.trap).toBe('connection-refused');
    expect(cause?.matched[0]?.text).toContain('dial tcp 10.4.0.9:443');
  });
});

describe('diagnose --batch', () => {
  const question = (id: number, text: string): Uint8Array => bytes(`${JSON.stringify({ id, text })}\n`);
  const answers = (run: CliRun): Diagnosed[] =>
    run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Diagnosed);

  it('names a line that is too long or no JSON, and answers the others', async () => {
    const run = await fed(
      ['--batch'],
      inTurn([question(1, failure), bytes('{"id":2,"text":"')], repeated(filled(0x61), 64 * MiB), [
        bytes('"}\nnot JSON\n\n'),
        question(5, failure),
      ]),
    );
    expect(answers(run).map(({ id }) => id)).toEqual([1, 5]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('line 2 of the input is longer than 16 MiB');
    expect(run.stderr).toContain('line 3 of the input is no JSON object');
    expect(run.memory).toBeLessThan(mostMemory);
  });

  it('answers a long text as a log of that length', async () => {
    const text = `unknown service a.B\n${'ok\n'.repeat(100_000)}${failure}`;
    const [batch] = answers(await fed(['--batch'], [question(1, text)]));
    const alone = JSON.parse((await fed(['-', '--format', 'json'], [bytes(text)])).stdout) as Diagnosed;
    expect(batch?.causes).toEqual(alone.causes);
    expect(batch?.causes.map(({ trap }) => trap)).toContain('connection-refused');
    expect(batch?.causes.map(({ trap }) => trap)).not.toContain('unimplemented-service');
  });

  it('tells nothing of nothing', async () => {
    expect(await cli(['diagnose', '--batch', '/dev/null'])).toMatchObject({ code: 2 });
    expect((await fed(['--batch'], [])).stdout).toBe('');
  });
});
