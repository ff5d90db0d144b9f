import { describe, expect, it } from 'vitest';
import { functionAt, isCalled } from '../../src/read/shell/functions.ts';

const script = [
  'set -e',
  'function first {',
  '  go list -mod=mod ./...',
  '}',
  '',
  '# second is for people',
  'second() {',
  '  if true; then',
  '    go vet ./...',
  '  fi',
  '}',
  'go build ./...',
  'second',
];

describe('shell functions', () => {
  it('are told by the lines in them', () => {
    expect([3, 9, 12, 13, 1].map((line) => functionAt(script, line))).toEqual([
      'first',
      'second',
      ...[undefined, undefined, undefined],
    ]);
  });

  it('are called where their name is written outside of their head and of comments', () => {
    const text = script.join('\n');
    expect(isCalled('second', [text])).toBe(true);
    expect(isCalled('first', [text])).toBe(false);
    expect(isCalled('first', [text, '# first\nfirst-of-all\n'])).toBe(false);
    expect(isCalled('first', [text, 'run first ./...\n'])).toBe(true);
    expect(isCalled('first', [text, 'echo "$(first)"\n'])).toBe(true);
  });
});
