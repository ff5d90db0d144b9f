import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage, recordTypes, writeQuery } from '../../../src/read/dns/message.ts';

/** A message with these answers, as bytes of records behind the question. */
function answer(question: Uint8Array, records: readonly Buffer[], flags = 0x8180): Buffer {
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(flags, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt16BE(0, 10);
  // The OPT record of the query has 11 bytes.
  return Buffer.concat([head, question.subarray(12, question.length - 11), ...records]);
}

function record(owner: Buffer, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(10);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(1, 2);
  head.writeUInt16BE(data.length, 8);
  return Buffer.concat([owner, head, data]);
}

const toQuestion = Buffer.from([0xc0, 12]);

function query(name: string, type: number = recordTypes.A): Uint8Array {
  const bytes = writeQuery(7, name, type);
  if (!bytes) throw new Error('no query');
  return bytes;
}

describe('queries', () => {
  it('are what Go sends: one question, recursion desired, room for 1232 bytes', () => {
    const bytes = Buffer.from(query('svc.example'));
    expect(bytes.toString('hex')).toBe(
      '00070100000100000000000103737663076578616d706c65000001000100002904d0000000000000',
    );
    expect(writeQuery(7, 'svc.example', 1, { trustAd: true })?.[3]).toBe(0x20);
  });

  it('are none for names that no message can hold', () => {
    expect(writeQuery(1, 'a'.repeat(64), 1)).toBeUndefined();
    expect(writeQuery(1, 'a..b', 1)).toBeUndefined();
    expect(writeQuery(1, Array(130).fill('a').join('.'), 1)).toBeUndefined();
  });
});

describe('answers', () => {
  it('give addresses, aliases and texts', () => {
    const records = [
      record(toQuestion, recordTypes.CNAME, Buffer.from('\x04real\x07example\x00', 'latin1')),
      record(toQuestion, recordTypes.A, Buffer.from([10, 0, 0, 5])),
      record(toQuestion, recordTypes.AAAA, Buffer.from('20010db8000000000000000000000005', 'hex')),
      record(toQuestion, recordTypes.TXT, Buffer.from('\x03abc\x02de', 'latin1')),
    ];
    const read = readMessage(answer(query('svc.example'), records));
    expect(read?.answers.map(({ value }) => value)).toEqual(['real.example', '10.0.0.5', '2001:db8::5', 'abcde']);
    expect(read).toMatchObject({ id: 7, response: true, recursionAvailable: true, rcode: 0, damaged: false });
  });

  it('are damaged where an address has another length, up to there they count', () => {
    const records = [
      record(toQuestion, recordTypes.A, Buffer.from([10, 0, 0, 5])),
      record(toQuestion, recordTypes.A, Buffer.from([10, 0, 0])),
    ];
    const read = readMessage(answer(query('svc.example'), records));
    expect(read?.answers.length).toBe(1);
    expect(read?.damaged).toBe(true);
  });

  it.each([
    ['a pointer to itself', Buffer.from([0xc0, 29])],
    ['two pointers in a circle', Buffer.from([0xc0, 31, 0xc0, 29])],
    ['a label that is longer than the message', Buffer.from([63, 97])],
    ['a label of a kind that there is not', Buffer.from([0x80, 1])],
  ])('have an end: %s', (_, owner) => {
    const read = readMessage(answer(query('svc.example'), [record(owner, recordTypes.A, Buffer.from([1, 2, 3, 4]))]));
    expect(read?.damaged).toBe(true);
    expect(read?.answers).toEqual([]);
  });

  it('cost no more than their length, whatever their pointers lead to', () => {
    // A name of 120 labels, and thousands of records that all point to it.
    const labels = Buffer.concat([...Array(120).fill(Buffer.from([1, 97])), Buffer.from([0])]);
    const first = record(labels, recordTypes.A, Buffer.from([1, 2, 3, 4]));
    const rest = Array(5000).fill(record(Buffer.from([0xc0, 29]), recordTypes.A, Buffer.from([1, 2, 3, 4])));
    const bytes = answer(query('svc.example'), [first, ...rest]);
    bytes.writeUInt16BE(0xffff, 6);
    const read = readMessage(bytes);
    expect(read?.damaged).toBe(true);
    expect(read?.answers.length).toBeGreaterThan(1000);
  });

  it('of any bytes are read without an exception', () => {
    const whole = answer(query('svc.example'), [
      record(toQuestion, recordTypes.CNAME, Buffer.from('\x04real\xc0\x10', 'latin1')),
      record(toQuestion, recordTypes.SRV, Buffer.from('\x00\x01\x00\x02\x00\x03\x01a\x00', 'latin1')),
    ]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readMessage(bytes)),
      { numRuns: 2000 },
    );
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, length) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const read = readMessage(bytes.subarray(0, length));
        for (const one of read?.answers ?? []) expect(one.name.length).toBeLessThan(256);
      }),
      { numRuns: 3000 },
    );
  });
});
