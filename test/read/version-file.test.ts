import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVersionFile } from '../../src/read/deploy/version-file.ts';

const said = (path: string, text: string): string[] =>
  readVersionFile(path, text).entries.map(({ tool, version, line }) => `${line} ${tool} ${version}`);

describe('readVersionFile', () => {
  it('reads .go-version', () => {
    expect(said('.go-version', '1.22.3\n')).toEqual(['1 go 1.22.3']);
    expect(said('.go-version', '\uFEFF# pinned\r\ngo1.22\r\n')).toEqual(['2 go 1.22']);
    expect(said('.go-version', '\n')).toEqual([]);
  });

  it('reads .tool-versions', () => {
    expect(said('a/.tool-versions', 'golang 1.22.3 1.21.0 # old\n\n# x 1\nprotoc 25.4\nbuf\n')).toEqual([
      '1 golang 1.22.3',
      '4 protoc 25.4',
    ]);
  });

  it('reads mise.toml', () => {
    const text = `[env]
A = "b"
[tools]
go = "1.22"
protoc = ["25.4", "24.0"]
buf = { version = "1.47.2" }
"go:google.golang.org/grpc/cmd/protoc-gen-go-grpc" = "latest"
node = true
`;
    expect(said('mise.toml', text)).toEqual([
      '4 go 1.22',
      '5 protoc 25.4',
      '6 buf 1.47.2',
      '7 go:google.golang.org/grpc/cmd/protoc-gen-go-grpc latest',
    ]);
  });

  it('says where TOML is broken', () => {
    expect(readVersionFile('mise.toml', '[tools]\ngo = \n')).toMatchObject({ entries: [], problem: { line: 2 } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom('.go-version', '.tool-versions', 'mise.toml'), fc.string(), (path, text) => {
        readVersionFile(path, path === 'mise.toml' ? `[tools]\n${text}` : text);
      }),
    );
  });
});
