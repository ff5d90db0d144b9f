import { describe, expect, it } from 'vitest';
import { buildCommands } from '../../src/read/install/go-commands.ts';
import { readImageTag, readVersionRange } from '../../src/read/install/go-spec.ts';
import { readShell } from '../../src/read/shell/shell-words.ts';

const exact = (version: string) => ({ kind: 'exact', version });
const minor = (version: string) => ({ kind: 'minor', version });
const newest = { kind: 'newest' };

describe('readImageTag', () => {
  it.each([
    ['1.22', minor('1.22')],
    ['1.22-alpine', minor('1.22')],
    ['1.22.3-alpine3.19', exact('1.22.3')],
    ['1.23rc2-bookworm', exact('1.23rc2')],
    ['1', newest],
    ['1-bookworm', newest],
    ['latest', newest],
    ['alpine', newest],
    ['alpine3.20', newest],
    ['bookworm', newest],
    ['', newest],
    ['2.0', undefined],
  ])('%s', (tag, expected) => {
    expect(readImageTag(tag)).toEqual(expected);
  });

  it('takes a missing tag for the newest', () => {
    expect(readImageTag(undefined)).toEqual(newest);
  });
});

describe('readVersionRange', () => {
  it.each([
    ['1.22', minor('1.22')],
    ['1.22.x', minor('1.22')],
    ['~1.22', minor('1.22')],
    ['~1.22.3', minor('1.22')],
    ['1.22.3', exact('1.22.3')],
    ['v1.22.3', exact('1.22.3')],
    ['go1.22.3', exact('1.22.3')],
    ['1.23.0-rc.2', exact('1.23rc2')],
    ['1.2', minor('1.2')],
    ['^1.15', newest],
    ['>=1.15', newest],
    ['1.x', newest],
    ['stable', newest],
    ['tip', newest],
    ['oldstable', undefined],
    ['>=1.22 <1.24', undefined],
    ['1.21 || 1.22', undefined],
    [`\${{ needs.x }}`, undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(readVersionRange(text)).toEqual(expected);
  });
});

describe('buildCommands', () => {
  const told = (script: string): string[] =>
    buildCommands(readShell(script)).map(
      (one) => `${one.kind} ${one.folder} ${one.kind === 'go' ? one.packages.join(' ') : one.targets.join(' ')}`,
    );

  it('knows the commands that load go.mod', () => {
    expect(
      told(`go build -o x ./cmd/x
cd api && go -C v1 test ./...
CGO_ENABLED=0 go vet
go mod download
sudo -E go generate ./...
make -C api V=1 build
$(MAKE) all
`),
    ).toEqual([
      'go . ./cmd/x',
      'go api/v1 ./...',
      'go api ',
      'go api download',
      'go api ./...',
      'make api/api build',
      'make api all',
    ]);
  });

  it('leaves the others out', () => {
    expect(
      told(`go version
go env GOPATH
go install example.com/x@v1.0.0
go run example.com/x@latest
go mod edit -go=1.22
go tool cover
echo go build
command -v go build
apt-get install go build-essential
# go build
docker run x go build
`),
    ).toEqual([]);
  });
});
