import { describe, expect, it } from 'vitest';
import { packageConstants } from '../../../src/read/go/syntax/reader.ts';
import type { Argument, Constant } from '../../../src/read/go/syntax/syntax.ts';
import { parser, readBody } from './read.ts';

/** The argument of `grpc.WithTimeout` in a body. */
function timeout(expression: string, before = '', lead = ''): Constant | undefined {
  return readBody(`${lead}\n\tgrpc.WithTimeout(${expression})`, before).references.at(-1)?.arguments[0]?.value;
}

describe('a constant', () => {
  it.each([
    ['5 * time.Second', 5e9],
    ['time.Second * 5', 5e9],
    ['time.Minute + 30*time.Second', 90e9],
    ['-time.Second', -1e9],
    ['(1 + 2) * time.Millisecond', 3e6],
    ['time.Duration(3) * time.Hour', 3 * 3600e9],
    ['1.5 * time.Second', 1.5e9],
    ['7 / 2', 3],
    ['7.0 / 2', 3.5],
    ['7 % 4', 3],
    ['1 << 20', 1048576],
    ['4 * 1024 * 1024', 4194304],
    ['0x10 + 0b11 + 0o17 + 017 + 1_000', 16 + 3 + 15 + 15 + 1000],
    ['int64(12)', 12],
  ])('%s', (expression, value) => {
    expect(timeout(expression)).toMatchObject({ kind: 'number', value });
  });

  it.each([
    ['a constant of the file', 'limit', 'const limit = 2 * unit\nconst unit = time.Second', '', 2e9],
    ['a typed constant', 'limit', 'const limit time.Duration = 3 * time.Second', '', 3e9],
    ['a constant of the function', 'limit', '', '\tconst limit = time.Second', 1e9],
    ['a variable that never changes', 'limit', '', '\tlimit := 4 * time.Second', 4e9],
    ['the nearer of two', 'limit', 'const limit = time.Hour', '\tconst limit = time.Second', 1e9],
  ])('%s', (_, expression, before, lead, value) => {
    expect(timeout(expression, before, lead)).toMatchObject({ value });
  });

  it.each([
    ['a parameter', 'wait', 'func f(wait time.Duration) { grpc.WithTimeout(wait) }', ''],
    ['a variable that changes', 'limit', '', '\tlimit := time.Second\n\tlimit = time.Hour'],
    ['a variable whose address is taken', 'limit', '', '\tlimit := time.Second\n\tset(&limit)'],
    ['a variable of the package', 'limit', 'var limit = time.Second', ''],
    ['a function', 'limit()', '', ''],
    ['another package called time', 'other.Second', '', ''],
    ['a shadowed time', 'time.Second', '', '\ttime := clock{}'],
    ['a constant of itself', 'a', 'const a = b\nconst b = a', ''],
    ['a division by zero', '1 / 0', '', ''],
  ])('is not %s', (_, expression, before, lead) => {
    expect(timeout(expression, before, lead)).toBeUndefined();
  });

  it('may stand in another file of the package', () => {
    const constants = packageConstants(
      parser,
      'package main\nimport "time"\nconst (\n\tA = 2 * time.Second\n\tB = A / 2\n\tC = f()\n)\n',
    );
    expect([...constants.keys()]).toEqual(['A', 'B']);
    expect(constants.get('B')).toMatchObject({ value: 1e9 });
  });
});

describe('an argument', () => {
  const argument = (body: string): Argument | undefined =>
    readBody(body)
      .references.find(({ name }) => name === 'DialContext')
      ?.arguments.at(-1);
  const names = (one: Argument | undefined): string[] | undefined => one?.calls.map(({ name }) => name);

  it('is followed through variables and append', () => {
    const options = argument(
      '\topts := []grpc.DialOption{grpc.WithInsecure()}\n\tif x { opts = append(opts, grpc.WithBlock()) }\n\tgrpc.DialContext(ctx, "x", opts...)',
    );
    expect(names(options)).toEqual(['WithInsecure', 'WithBlock']);
    expect(options?.closed).toBe(true);
  });

  it.each([
    ['a parameter', 'ctx'],
    ['a field', 's.ctx'],
    ['a function of this package', 'options()'],
    ['what a map holds', 'm[1]'],
  ])('is open where it is %s', (_, expression) => {
    expect(argument(`\tgrpc.DialContext(${expression})`)?.closed).toBe(false);
  });

  it('keeps calls in calls', () => {
    const context = argument(
      '\tctx, cancel := context.WithTimeout(context.Background(), time.Second)\n\tgrpc.DialContext(ctx)',
    );
    expect(context?.calls).toMatchObject([
      {
        package: 'context',
        name: 'WithTimeout',
        arguments: [{ calls: [{ name: 'Background' }] }, { value: { value: 1e9 } }],
      },
    ]);
  });

  it('ends where variables are made of each other', () => {
    expect(argument('\ta := f\n\tb := a\n\ta = b\n\tgrpc.DialContext(a)')).toBeDefined();
  });
});

describe('a field of a type of another package', () => {
  it.each([
    ['var', '\tvar v x509.CertificateInvalidError\n\terrors.As(err, &v)\n\t_ = v.Code', 1],
    ['a pointer', '\tv := new(x509.CertificateInvalidError)\n\t_ = v.Code', 1],
    ['an assertion', '\tif v, ok := err.(*x509.CertificateInvalidError); ok { _ = v.Code }', 1],
    ['an assertion at once', '\t_ = err.(x509.CertificateInvalidError).Code', 1],
    ['errors.AsType', '\tv, ok := errors.AsType[x509.CertificateInvalidError](err)\n\t_ = v.Code', 1],
    ['a literal', '\t_ = x509.CertificateInvalidError{Code: x509.Expired}', 1],
    ['the address of a literal', '\tv := &x509.CertificateInvalidError{}\n\tv.Code = 1', 1],
    [
      'a switch',
      '\tswitch v := err.(type) {\n\tcase x509.CertificateInvalidError:\n\t\t_ = v.Code\n\tcase nil, *other:\n\t\t_ = v.Code\n\t}',
      1,
    ],
    ['another field', '\tvar v x509.CertificateInvalidError\n\t_ = v.Reason', 0],
    ['another type', '\tvar v x509.HostnameError\n\t_ = v.Code', 0],
    ['a status', '\tv := status.Convert(err)\n\t_ = v.Code', 0],
    [
      'a nearer variable',
      '\tvar v x509.CertificateInvalidError\n\t{\n\t\tv := other{}\n\t\t_ = v.Code\n\t}\n\t_ = v',
      0,
    ],
    ['a literal within a literal', '\t_ = x509.CertificateInvalidError{Cert: &cert{Code: 1}}', 0],
  ])('%s', (_, body, count) => {
    expect(readBody(body).fieldUses).toHaveLength(count);
  });
});
