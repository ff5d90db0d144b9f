import { expect, it } from 'vitest';
import { buildLines } from '../../src/fix/program-plans.ts';

it('command lines to be copied quote what a file name or a package brings along', () => {
  const lines = buildLines({ CGO_ENABLED: '0' }, "it's mine; rm -rf ~", 'example.com/$(reboot)');
  expect(lines.map(({ line }) => line)).toEqual([
    `CGO_ENABLED=0 go build -o 'it'\\''s mine; rm -rf ~' 'example.com/$(reboot)'`,
    `$env:CGO_ENABLED="0"; go build -o 'it''s mine; rm -rf ~' 'example.com/$(reboot)'`,
  ]);
  expect(buildLines({}, 'server', undefined)[0]?.line).toBe('go build -o server .');
});
