import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Frame,
  FrameWalker,
  mayBeServer,
  preface,
  readGoaway,
  readReset,
  readSettings,
} from '../../../src/read/http2/frames.ts';
import { frame } from '../../support/hostile-server.ts';

function walk(chunks: readonly Uint8Array[], skip = 0): { frames: Frame[]; tooLong: boolean } {
  const frames: Frame[] = [];
  const walker = new FrameWalker((one) => frames.push(one), skip);
  for (const chunk of chunks) walker.push(chunk);
  return { frames, tooLong: walker.tooLong };
}

const frameArbitrary = fc
  .tuple(
    fc.integer({ min: 0, max: 255 }),
    fc.integer({ min: 0, max: 255 }),
    fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    fc.uint8Array({ maxLength: 3000 }),
  )
  .map(([type, flags, stream, payload]) => ({
    type,
    flags,
    stream,
    payload,
    bytes: frame(type, flags, stream, payload),
  }));

describe('frames', () => {
  it('are told wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(frameArbitrary, { maxLength: 6 }), fc.array(fc.nat(12_000)), (frames, cuts) => {
        const whole = Buffer.concat([Buffer.from(preface), ...frames.map(({ bytes }) => bytes)]);
        const at = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
        const chunks = at.slice(1).map((end, index) => whole.subarray(at[index], end));
        const told = walk(chunks, preface.length);
        expect(told.tooLong).toBe(false);
        expect(told.frames.map(({ type, flags, stream, length }) => [type, flags, stream, length])).toEqual(
          frames.map(({ type, flags, stream, payload }) => [type, flags, stream, payload.length]),
        );
        for (const [index, { type, payload }] of told.frames.entries()) {
          const kept =
            type === 3 || type === 4 || type === 7 ? frames[index]?.payload.slice(0, 2048) : new Uint8Array();
          expect(payload).toEqual(kept);
        }
      }),
    );
  });

  it('end where one is longer than it may be', () => {
    const long = Buffer.from([0, 0x40, 1, 0, 0, 0, 0, 0, 1]);
    const told = walk([frame(4, 0, 0), long, Buffer.alloc(100), frame(6, 0, 0, Buffer.alloc(8))]);
    expect(told.tooLong).toBe(true);
    expect(told.frames).toHaveLength(1);
  });

  it('of any bytes take linear time and do not throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        walk([bytes]);
        mayBeServer(bytes);
        readSettings(bytes);
        readGoaway(bytes);
        readReset(bytes);
      }),
    );
  });
});

describe('the beginning of a server', () => {
  it('is SETTINGS, as soon as a byte tells', () => {
    const settings = frame(4, 0, 0, Buffer.from([0, 3, 0, 0, 0, 100]));
    for (let length = 0; length <= settings.length; length += 1)
      expect(mayBeServer(settings.subarray(0, length))).toBe(true);
    expect(mayBeServer(frame(4, 1, 0))).toBe(false);
    expect(mayBeServer(frame(4, 0, 1))).toBe(false);
    expect(mayBeServer(frame(6, 0, 0, Buffer.alloc(8)))).toBe(false);
    expect(mayBeServer(Buffer.from('HTTP/1.1'))).toBe(false);
    expect(mayBeServer(Buffer.from('H'))).toBe(false);
    expect(mayBeServer(Buffer.from([21, 3, 1, 0, 2, 2, 40]))).toBe(false);
  });
});

describe('payloads', () => {
  it('hold settings, and the reasons of GOAWAY and RST_STREAM', () => {
    expect(
      readSettings(Buffer.from([0, 3, 0, 0, 0, 100, 0, 3, 0, 0, 0, 7, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1])),
    ).toEqual({
      3: 7,
      65535: 4_294_967_295,
    });
    const goaway = Buffer.concat([Buffer.from([0, 0, 0, 5, 0, 0, 0, 11]), Buffer.from('too_many_pings')]);
    expect(readGoaway(goaway)).toEqual({ code: 11, debug: 'too_many_pings' });
    expect(readGoaway(goaway.subarray(0, 7))).toEqual({ code: 0, debug: '' });
    expect(readReset(Buffer.from([0, 0, 0, 2]))).toBe(2);
  });
});
