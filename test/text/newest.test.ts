import { describe, expect, it } from 'vitest';
import { TextDecoding } from '../../src/text/decoding.ts';
import { readFailure } from '../../src/text/failure.ts';
import { NewestFailure, newestPart } from '../../src/text/newest.ts';

const quiet = (lines: number): string =>
  Array.from(
    { length: lines },
    (_, n) => `12:00:${n % 60} INFO served /orders.v1.Orders/Get http ok, nothing not found\n`,
  ).join('');
const older = '12:01:00 ERROR desc = unknown service orders.v1.Orders\n';
const newer = '12:02:00 ERROR dial tcp 10.4.0.9:443: connect:\n    connection refused\n';
const log = quiet(500) + older + quiet(5000) + newer + quiet(20_000);
const lineOfNewer = 500 + 1 + 5000 + 1;

function readInPieces(text: string, size: number) {
  const newest = new NewestFailure();
  for (let at = 0; at < text.length; at += size) newest.add(text.slice(at, at + size));
  return newest.end();
}

describe('of a long log', () => {
  it.each([1, 7, 4095, 65_536, log.length])('the newest failure is kept, read in pieces of %i characters', (size) => {
    const { text, linesBefore } = readInPieces(log, size);
    const { observations } = readFailure(text);
    expect(observations.map(({ kind }) => kind)).toEqual(['dial-failed']);
    expect((observations[0]?.line ?? 0) + linesBefore).toBe(lineOfNewer);
    expect(text.length).toBeLessThanOrEqual(100 * 1024);
  });

  it('the last lines are kept where nothing is known', () => {
    const { text, linesBefore } = newestPart(quiet(20_000));
    expect(text.split('\n').length - 1 + linesBefore).toBe(20_000);
    expect(readFailure(text).observations).toEqual([]);
  });

  it('what follows the failure at once is kept too', () => {
    const { text } = newestPart(
      `${log}12:03:00 ERROR unknown service a.B\n12:03:01 what it means: the end\n${quiet(5000)}`,
    );
    expect(text).toContain('the end');
  });
});

describe('bytes', () => {
  const words = '未找到命令 protoc-gen-go: not found\r\n';
  const kinds: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${words}`, 'utf16le').swap16()],
  ];

  it.each(kinds)('of %s are read in pieces of any size', (_, bytes) => {
    for (const size of [1, 2, 3, 1000]) {
      const decoding = new TextDecoding();
      let text = '';
      for (let at = 0; at < bytes.length; at += size) text += decoding.add(bytes.subarray(at, at + size));
      expect(text + decoding.end()).toBe(words);
    }
  });

  it('that are no text become marks of that', () => {
    const decoding = new TextDecoding();
    expect(decoding.add(Uint8Array.of(0x61, 0xff, 0xfe, 0x62)) + decoding.end()).toBe('a\ufffd\ufffdb');
    const one = new TextDecoding();
    expect(one.add(Uint8Array.of(0x61)) + one.end()).toBe('a');
    expect(new TextDecoding().end()).toBe('');
  });
});
