import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGoGenerate } from '../../src/read/shell/go-generate.ts';
import { damageText, SEED, withstand } from './damage.ts';

const SOURCE = `package x

//go:generate -command pc protoc -I. --go_out=.
//go:generate pc "a b.proto" $GOFILE
 //go:generate protoc --go_out=no indented.proto
// //go:generate protoc --go_out=no comment.proto
//go:generateprotoc --go_out=no glued.proto
//go:generate sh -c "cd .. && protoc --go_out=\\"gen dir\\" c.proto"
`;

describe('readGoGenerate', () => {
  it('reads directives in column 1 and their aliases', () => {
    const lines = readGoGenerate(SOURCE).map((line) => line.words.map((word) => word.text));
    expect(lines).toEqual([
      ['protoc', '-I.', '--go_out=.', 'a b.proto', '$GOFILE'],
      ['cd', '..'],
      ['protoc', '--go_out=gen dir', 'c.proto'],
    ]);
  });

  it('knows places', () => {
    const [alias, , nested] = readGoGenerate(SOURCE);
    expect(alias).toMatchObject({ line: 4, column: 15, text: 'pc "a b.proto" $GOFILE' });
    expect(alias?.words.at(-1)).toMatchObject({ line: 4, column: 30, unresolved: ['$GOFILE'] });
    expect(nested).toMatchObject({ line: 8, column: 31, folder: '..' });
  });

  it('reads Windows line ends', () => {
    expect(readGoGenerate('//go:generate buf generate\r\n')[0]?.words.map((word) => word.text)).toEqual([
      'buf',
      'generate',
    ]);
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([SOURCE], damageText, readGoGenerate);
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(readGoGenerate(`//go:generate ${text}`))));
  });
});
