import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programOf } from '../../src/read/install/go-program.ts';
import { installsIn } from '../../src/read/install/tool-install.ts';
import { readShell } from '../../src/read/shell/shell-words.ts';

/** Each installation on one line: verb, tool, package, version, how firm. */
function told(script: string): string[] {
  return installsIn('x.sh', readShell(script)).map(
    ({ line, verb, name, package: path, version = '-', pin }) => `${line} ${verb} ${name} ${path} ${version} ${pin}`,
  );
}

describe('installsIn', () => {
  it('tells exact versions, queries and none apart', () => {
    expect(
      told(`go install google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.6
go install google.golang.org/protobuf/cmd/protoc-gen-go@v1.36
go install google.golang.org/protobuf/cmd/protoc-gen-go@latest
go install google.golang.org/protobuf/cmd/protoc-gen-go
go install google.golang.org/protobuf/cmd/protoc-gen-go@f2a2a9b
go install google.golang.org/protobuf/cmd/protoc-gen-go@$VERSION
go run github.com/bufbuild/buf/cmd/buf@v1.47.2 generate ./x
go run ./cmd/x
`),
    ).toEqual([
      '1 install protoc-gen-go google.golang.org/protobuf/cmd/protoc-gen-go v1.36.6 exact',
      '2 install protoc-gen-go google.golang.org/protobuf/cmd/protoc-gen-go v1.36 query',
      '3 install protoc-gen-go google.golang.org/protobuf/cmd/protoc-gen-go latest query',
      '4 install protoc-gen-go google.golang.org/protobuf/cmd/protoc-gen-go - none',
      '5 install protoc-gen-go google.golang.org/protobuf/cmd/protoc-gen-go f2a2a9b exact',
      '6 install protoc-gen-go google.golang.org/protobuf/cmd/protoc-gen-go $VERSION variable',
      '7 run buf github.com/bufbuild/buf/cmd/buf v1.47.2 exact',
    ]);
  });

  it('reads package managers', () => {
    expect(
      told(`sudo apt-get install -y --no-install-recommends protobuf-compiler=3.21.12-3 golang-go libprotobuf-dev
apt install -t sid protobuf-compiler && apk add --no-cache protobuf-dev protoc~3.21 'protobuf>3'
dnf install protobuf-compiler-3.19.6-2.fc38
brew install protobuf@21 buf
npm install -g @bufbuild/buf@1.47.2
apt-get update
pip install protobuf
echo apt-get install protobuf-compiler
# apt-get install protobuf-compiler
`),
    ).toEqual([
      '1 package protoc protobuf-compiler 3.21.12-3 exact',
      '2 package protoc protobuf-compiler - none',
      '2 package protoc protobuf-dev - none',
      '2 package protoc protoc 3.21 exact',
      '3 package protoc protobuf-compiler 3.19.6-2.fc38 exact',
      '4 package protoc protobuf 21 query',
      '4 package buf buf - none',
      '5 package buf @bufbuild/buf 1.47.2 exact',
    ]);
  });

  it('reads downloads of releases, with the variables that the script sets', () => {
    expect(
      told(`V=25.4
curl -LO https://github.com/protocolbuffers/protobuf/releases/download/v$V/protoc-$V-linux-x86_64.zip
wget -q "https://github.com/protocolbuffers/protobuf/releases/download/v\${P}/protoc-\${P}-osx-universal_binary.zip"
curl -sSL https://github.com/bufbuild/buf/releases/latest/download/buf-Linux-x86_64 -o /usr/bin/buf
curl -sSfL https://raw.githubusercontent.com/golangci/golangci-lint/HEAD/install.sh | sh -s -- -b bin v1.64.8
curl -sSfL https://golangci-lint.run/golangci-lint/install.sh | sh
curl https://example.com/x
`),
    ).toEqual([
      '2 download protoc protoc 25.4 exact',
      `3 download protoc protoc \${P} variable`,
      '4 download buf buf latest query',
      '5 download golangci-lint golangci-lint v1.64.8 exact',
      '6 download golangci-lint golangci-lint - query',
    ]);
  });

  it('leaves out what runs in a container, and flags that a variable brings', () => {
    expect(told('docker run x go install a.b/c@v1.0.0\ngo build -o x -ldflags "-X a=b" -X=c\n')).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void told(`apt install ${text}\ngo install ${text}\ncurl protoc-${text}`)),
    );
  });
});

describe('programOf', () => {
  it.each([
    ['google.golang.org/grpc/cmd/protoc-gen-go-grpc', 'protoc-gen-go-grpc'],
    ['github.com/go-kratos/kratos/cmd/kratos/v2', 'kratos'],
    ['github.com/go-bindata/go-bindata/...', 'go-bindata'],
    ['./cmd/x', 'x'],
  ])('%s', (path, expected) => {
    expect(programOf(path)).toBe(expected);
  });
});
