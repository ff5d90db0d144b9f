import { expect, it } from 'vitest';
import { casesOf, examineMachine, machineOf } from '../support/cases.ts';

it('a package is called as other files call it, when an option is written for one more file', async () => {
  const cases = casesOf('proto', 'go-package-missing');
  const one = cases.find(({ name }) => name === 'fires-neighbour');
  if (!one) throw new Error('no such case');
  const { findings } = await examineMachine(machineOf(one, cases));
  const plans = findings.find(({ trap }) => trap.id === 'go-package-missing')?.fixes.map(({ plan }) => plan) ?? [];
  const edits = plans.flatMap((plan) => (plan.kind === 'edit' ? plan.edits : []));
  expect(edits.map(({ file, after }) => [file, after.split('\n').at(-1)])).toEqual([
    ['pb/more.proto', 'option go_package = "example.com/hello/pb;hellopb";'],
  ]);
});
