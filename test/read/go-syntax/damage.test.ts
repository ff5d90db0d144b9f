import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageConstants, readGoSyntax } from '../../../src/read/go/syntax/reader.ts';
import { damageText, SEED } from '../damage.ts';
import { randomFrom } from '../mutate.ts';
import { interest, parser, read } from './read.ts';

const labs = join(import.meta.dirname, '../../../labs');
const good = [
  readFileSync(join(labs, 'hello/main.go'), 'utf8'),
  'package a\nimport (\n\t"context"\n\tg "google.golang.org/grpc"\n\t"time"\n)\nconst d = 5 * time.Second\nfunc f(ctx context.Context) {\n\topts := []g.DialOption{g.WithBlock(), g.WithTimeout(d)}\n\topts = append(opts, g.WithInsecure())\n\tif c, err := g.DialContext(ctx, "x", opts...); err != nil { //nolint:staticcheck\n\t\t_ = c\n\t}\n}\n',
  'package a\nimport "crypto/x509"\nfunc f(err error) {\n\tswitch v := err.(type) {\n\tcase x509.CertificateInvalidError:\n\t\t_ = v.Code\n\t}\n\t_ = x509.CertificateInvalidError{Code: 1}\n}\n',
];
const rounds = 500;

describe('the reader of Go', () => {
  it('stands broken source', () => {
    const random = randomFrom(SEED);
    for (let round = 0; round < rounds; round += 1) {
      const text = damageText(good[round % good.length] ?? '', random);
      const file = readGoSyntax(parser, text, interest);
      packageConstants(parser, text);
      const lines = text.split('\n');
      for (const { line, text: quoted } of [...(file?.references ?? []), ...(file?.fieldUses ?? [])])
        expect(lines[line - 1]?.replace('\r', '')).toBe(quoted);
    }
  });

  it('stands any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        readGoSyntax(parser, `package a\nimport "google.golang.org/grpc"\nfunc f() { grpc.Dial(${text}`, interest);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it.each([
    ['parentheses', `package a\nvar x = ${'('.repeat(100_000)}`],
    ['blocks', `package a\nfunc f() ${'{'.repeat(100_000)}`],
    ['selectors', `package a\nvar x = a${'.b'.repeat(100_000)}`],
    ['sums', `package a\nimport "google.golang.org/grpc"\nvar x = grpc.WithTimeout(1${' + 1'.repeat(50_000)})`],
    ['appends', `package a\nimport "google.golang.org/grpc"\nvar x = grpc.Dial(${'append('.repeat(20_000)}`],
    [
      'variables',
      `package a\nimport "google.golang.org/grpc"\nfunc f() {\n${manyVariables(3000)}\n\tgrpc.Dial(v2999)\n}`,
    ],
    ['signs', `package a\n${'@ # $ '.repeat(20_000)}`],
    ['closing brackets', `package a\n${') } ] '.repeat(20_000)}`],
    ['quotes', `package a\n${'" \n'.repeat(20_000)}`],
    ['keywords', `package a\n${'func type var '.repeat(10_000)}`],
    ['junk', 'package a\n@#$ func ( [ '.repeat(10_000)],
  ])('ends with many %s', (_, text) => {
    const started = performance.now();
    readGoSyntax(parser, text, interest);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('leaves what nobody wrote by hand', () => {
    expect(readGoSyntax(parser, `package a\n${'// x\n'.repeat(200_000)}`, interest)).toBeUndefined();
  });

  it('reads the rest of a file with an error in it', () => {
    const file = read(
      'package a\nimport "google.golang.org/grpc"\nfunc f() {\n\tx := := 1\n}\nfunc g() {\n\tgrpc.Dial("x")\n}\n',
    );
    expect(file.damaged).toBe(true);
    expect(file.references).toMatchObject([{ name: 'Dial', line: 7, inside: 'g' }]);
  });

  it.each(['\r\n', '\n'])('counts lines with %j', (end) => {
    const text = ['package a', 'import "google.golang.org/grpc"', 'var _ = grpc.Dial'].join(end);
    expect(read(text).references).toMatchObject([{ line: 3, text: 'var _ = grpc.Dial' }]);
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(read('\ufeffpackage a\nimport "google.golang.org/grpc"\nvar _ = grpc.Dial').references).toHaveLength(1);
  });
});

function manyVariables(count: number): string {
  return Array.from({ length: count }, (_, n) => `\tv${n} := ${n === 0 ? '1' : `f(v${n - 1})`}`).join('\n');
}
