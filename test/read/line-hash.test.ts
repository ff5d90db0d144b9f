import { expect, it } from 'vitest';
import { lineHashes } from '../../src/read/suppress/line-hash.ts';

// What the action that uploads SARIF files to GitHub computes (github/codeql-action, src/fingerprints.ts): values of its own tests.
it.each([
  ['', ['c129715d7a2bc9a3:1']],
  [' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
  [
    ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End',
    [
      '8b7cf3e952e7aeb2:1',
      'b1ae1287ec4718d9:1',
      'bff680108adb0fcc:1',
      'c6805c5e1288b612:1',
      'b86d3392aea1be30:1',
      'e6ceba753e1a442:1',
    ],
  ],
  [
    ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n',
    [
      'e9496ae3ebfced30:1',
      'fb7c023a8b9ccb3f:1',
      'ce8ba1a563dcdaca:1',
      'e20e36e16fcb0cc8:1',
      'b3edc88f2938467e:1',
      'c8e28b0b4002a3a0:1',
      'c129715d7a2bc9a3:1',
    ],
  ],
])('agrees with GitHub on %j', (text, hashes) => {
  expect(lineHashes(text)).toEqual(hashes);
});

it('numbers lines that look alike', () => {
  const hashes = lineHashes('Lorem ipsum dolor sit amet.\n'.repeat(10));
  expect(hashes.slice(0, 3)).toEqual(['a7f2ff13bc495cf2:1', 'a7f2ff13bc495cf2:2', 'a7f2ff13bc495cf2:3']);
  expect(hashes.at(-1)).toBe('c129715d7a2bc9a3:1');
});
