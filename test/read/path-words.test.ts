import { describe, expect, it } from 'vitest';
import { evaluatePath, type PathWorld } from '../../src/read/shell/path-words.ts';

const world: PathWorld = {
  cwd: '/src/app/api',
  own: '/src/app/scripts',
  root: '/src/app',
  variable: (name) => ({ GOPATH: '/go', HOME: '/home/ann' })[name],
  module: (path) => (path === 'example.com/dep' ? '/go/pkg/mod/example.com/dep@v1.0.0' : undefined),
};

describe('evaluatePath', () => {
  it.each([
    ['api/v1', 'api/v1'],
    ['$(pwd)/x', '/src/app/api/x'],
    ['`pwd`/x', '/src/app/api/x'],
    ['$PWD', '/src/app/api'],
    ['$$PWD/x', '/src/app/api/x'],
    [`\${PWD}/..`, '/src/app/api/..'],
    ['$(shell pwd)', '/src/app/api'],
    ['$(GOPATH)/src', '/go/src'],
    ['$(go env GOPATH)/src', '/go/src'],
    ['~/protos', '/home/ann/protos'],
    ['$(dirname "$0")/../proto', '/src/app/scripts/../proto'],
    [`$(dirname "\${BASH_SOURCE[0]}")`, '/src/app/scripts'],
    ['$(dirname $(dirname $(readlink -f "$0")))', '/src/app'],
    ['$(cd "$(dirname "$0")/.." && pwd)/proto', '/src/app/scripts/../proto'],
    ['$(git rev-parse --show-toplevel)/proto', '/src/app/proto'],
    ['$(dir $(abspath $(lastword $(MAKEFILE_LIST))))', '/src/app/scripts'],
    ["$(go list -m -f '{{.Dir}}' example.com/dep)/proto", '/go/pkg/mod/example.com/dep@v1.0.0/proto'],
    ["$(shell go list -f '{{ .Dir }}' -m example.com/dep)", '/go/pkg/mod/example.com/dep@v1.0.0'],
    ['$(realpath x/y)', 'x/y'],
  ])('%s', (word, path) => {
    expect(evaluatePath(word, world)).toBe(path);
  });

  it.each([
    '$(UNKNOWN)/x',
    '$1',
    '$(curl https://example.com)',
    '$(go list -m -f {{.Dir}} example.com/other)',
    '$(pwd',
    '`pwd',
    '$',
    '$(dirname "$file")',
  ])('does not know %s', (word) => {
    expect(evaluatePath(word, world)).toBeUndefined();
  });

  it('ends on deep and long words', () => {
    expect(evaluatePath('$(dirname '.repeat(5000), world)).toBeUndefined();
    expect(evaluatePath(`${'$('.repeat(3000)}pwd${')'.repeat(3000)}`, world)).toBeUndefined();
  });
});
