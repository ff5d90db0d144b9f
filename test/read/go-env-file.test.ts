import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGoEnvFile } from '../../src/read/go/go-env-file.ts';

describe('parseGoEnvFile', () => {
  it('takes values as they stand', () => {
    const text = '# GOBIN=no\nGOFLAGS=-mod=mod -x\nGOBIN="/with quotes"\n\nGOPRIVATE=$HOME\nGOBIN=last';
    expect(parseGoEnvFile(text)).toEqual({
      entries: [
        { key: 'GOFLAGS', value: '-mod=mod -x', line: 2 },
        { key: 'GOBIN', value: '"/with quotes"', line: 3 },
        { key: 'GOPRIVATE', value: '$HOME', line: 5 },
        { key: 'GOBIN', value: 'last', line: 6 },
      ],
      errors: [],
    });
  });

  it('tells what the go command ignores in silence', () => {
    const { entries, errors } = parseGoEnvFile('\uFEFFGOBIN=/a\n GOBIN=/b\ngobin=/c\nGARBAGE\nGOBIN = /d\n');
    expect(entries).toEqual([]);
    expect(errors.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps a carriage return, which the go command keeps, too', () => {
    expect(parseGoEnvFile('GOBIN=/a\r\n')).toEqual({
      entries: [{ key: 'GOBIN', value: '/a\r', line: 1 }],
      errors: [{ line: 1, message: 'the value ends in a carriage return' }],
    });
  });

  it('never throws, and finds again what it wrote', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseGoEnvFile(text)));
    const values = fc.array(fc.stringMatching(/^[!-~ ]*$/));
    fc.assert(
      fc.property(values, (list) => {
        const text = list.map((value, index) => `KEY${index}=${value}\n`).join('');
        expect(parseGoEnvFile(text).entries.map(({ value }) => value)).toEqual(list);
      }),
    );
  });
});
