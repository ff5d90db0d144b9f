import { expect, it } from 'vitest';
import { liesBesideTheProduct } from '../../src/facts/source/own-code.ts';

it.each([
  ['internal/testprotos/regenerate.bash', true],
  ['examples/hello/Makefile', true],
  ['a/e2e/x.pb.go', true],
  ['testing.go', false],
  ['contest/api.go', false],
  ['example', false],
])('%s lies beside the product: %s', (path, beside) => {
  expect(liesBesideTheProduct(path)).toBe(beside);
});
