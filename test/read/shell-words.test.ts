import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShell, type ShellContext, type ShellLine } from '../../src/read/shell/shell-words.ts';
import { damageText, SEED, withstand } from './damage.ts';

const CUT = `\${X%y}`;

function words(text: string, context?: ShellContext): string[][] {
  return readShell(text, context)
    .filter((line) => !line.commented)
    .map((line) => line.words.map((word) => word.text));
}

function only(text: string, context?: ShellContext): ShellLine {
  const lines = readShell(text, context);
  expect(lines).toHaveLength(1);
  return lines[0] as ShellLine;
}

const SCRIPT = `#!/usr/bin/env bash
# protoc --go_out=. old.proto
set -euo pipefail
OUT=gen FLAGS="--go_out=gen --go_opt=paths=source_relative"
export PATH="$(go env GOPATH)/bin:$PATH"
mods=(Ma.proto=x/a "Mb.proto=x b")
cat <<EOF > note
protoc --go_out=heredoc a.proto
EOF
if [ -z "$CI" ]; then MODE=local; else MODE=ci; fi
for f in proto/*.proto; do
  protoc $FLAGS "\${mods[@]}" \\
    --go-grpc_out="$MODE" "$f" 2>&1 | tee log
done
(cd api && GOBIN=$PWD/bin go install ./...) || exit 1
docker run --rm -v "$PWD:/w" builder sh -c 'protoc --go_out=/w x.proto && echo ok'
`;

describe('readShell', () => {
  it('splits words as a shell does', () => {
    expect(words(`a 'b c' "d \\"e\\" f"g h\\ i '' # no`)).toEqual([['a', 'b c', 'd "e" fg', 'h i', '']]);
    expect(words('a && b || c; d | e & f\n(g)\n')).toEqual([['a'], ['b'], ['c'], ['d'], ['e'], ['f'], ['g']]);
    expect(words('a >x 2>&1 b </dev/null >>"y z" c')).toEqual([['a', 'b', 'c']]);
    expect(words('a \\\n  b\\\n c')).toEqual([['a', 'b', 'c']]);
    expect(words('a#b #c')).toEqual([['a#b']]);
  });

  it('passes over heredocs', () => {
    expect(words('cat <<-"E O" && b\n\tprotoc x\n\tE O\nc')).toEqual([['cat'], ['b'], ['c']]);
  });

  it('does not let a lone quote swallow the file', () => {
    expect(words("echo don't\nprotoc a.proto\n").at(-1)).toEqual(['protoc', 'a.proto']);
    expect(words('echo "open\nprotoc a.proto\n').at(-1)).toEqual(['protoc', 'a.proto']);
  });

  it('replaces variables and lists the rest', () => {
    expect(words(`A=x\nB="$A y"\np $A "$B" $B \${A}z \${C:-d} \${A:-e}`)).toEqual([
      ['p', 'x', 'x y', 'x', 'y', 'xz', 'd', 'x'],
    ]);
    const line = only(`p "$HOME/x" $(go env GOPATH)/bin \`pwd\` ${CUT}`);
    expect(line.words.map((word) => word.text)).toEqual(['p', '$HOME/x', '$(go env GOPATH)/bin', '`pwd`', CUT]);
    expect(line.words.flatMap((word) => word.unresolved)).toEqual(['$HOME', '$(go env GOPATH)', '`pwd`', CUT]);
    expect(words("p '$A'")).toEqual([['p', '$A']]);
  });

  it('does not guess between branches, but follows a straight line', () => {
    expect(words('if x; then A=1; else A=2; fi\np $A').at(-1)).toEqual(['p', '$A']);
    expect(words('A=1\np $A\nA=2\np $A')).toEqual([
      ['p', '1'],
      ['p', '2'],
    ]);
    expect(words('for A in 1 2; do p $A; done').at(-1)).toEqual(['p', '$A']);
  });

  it('knows line and column of commands and words', () => {
    const line = readShell('x=1\n  run && protoc \\\n   --go_out=$x').find((l) => l.words[0]?.text === 'protoc');
    expect(line).toMatchObject({ line: 2, column: 10, text: 'protoc --go_out=$x' });
    expect(line?.words[1]).toMatchObject({ line: 3, column: 4, text: '--go_out=1', raw: '--go_out=$x' });
  });

  it('follows PATH, GOBIN and cd', () => {
    expect(only('PATH="$PWD/bin:$PATH" p')).toMatchObject({ pathPrefixes: ['$PWD/bin'], pathSuffixes: [] });
    expect(only('export PATH=$PATH:$(go env GOPATH)/bin\np')).toMatchObject({
      pathPrefixes: [],
      pathSuffixes: ['$(go env GOPATH)/bin'],
    });
    expect(only('PATH=a:$PATH\nPATH=b:$PATH\np').pathPrefixes).toEqual(['b', 'a']);
    expect(only('env GOBIN=/b PATH=/b:$PATH p')).toMatchObject({ gobin: '/b', pathPrefixes: ['/b'] });
    const folders = readShell('(cd a/b && p)\np\ncd a && cd .. && p').map((line) => line.folder);
    expect(folders).toEqual(['a/b', 'a/b', undefined, 'a', 'a/..', 'a/..']);
  });

  it('reads scripts in scripts', () => {
    const text = `A=x\nbash -ec "protoc --go_out='$A' && echo \\"hi\\""`;
    expect(readShell(text)).toMatchObject([
      { line: 2, column: 11, words: [{ text: 'protoc' }, { text: '--go_out=x', line: 2, column: 18 }] },
      { line: 2, words: [{ text: 'echo' }, { text: 'hi' }] },
    ]);
    const inContainer = readShell(SCRIPT).filter((line) => line.container);
    expect(inContainer.map((line) => line.words.map((word) => word.text))).toEqual([
      ['protoc', '--go_out=/w', 'x.proto'],
      ['echo', 'ok'],
    ]);
  });

  it('reads a whole script', () => {
    const lines = readShell(SCRIPT);
    expect(lines.filter((line) => line.commented).map((line) => line.text)).toContain('protoc --go_out=. old.proto');
    const protoc = lines.find((line) => line.line === 12);
    expect(protoc?.words.map((word) => word.text)).toEqual([
      'protoc',
      '--go_out=gen',
      '--go_opt=paths=source_relative',
      'Ma.proto=x/a',
      'Mb.proto=x b',
      '--go-grpc_out=$MODE',
      '$f',
    ]);
    expect(protoc?.pathPrefixes).toEqual(['$(go env GOPATH)/bin']);
    expect(lines.some((line) => line.text.includes('heredoc'))).toBe(false);
    expect(lines.find((line) => line.words[0]?.text === 'go')).toMatchObject({ gobin: '$PWD/bin', folder: 'api' });
  });

  it('reads batch files', () => {
    const text =
      '@echo off\r\nrem protoc no\r\nset "OUT=gen"\r\nset PATH=C:\\b;%PATH%\r\n@protoc ^\r\n  --go_out=%out% proto\\a.proto\r\n';
    const line = readShell(text, { dialect: 'cmd' }).find((l) => l.words[0]?.text === 'protoc' && !l.commented);
    expect(line?.words.map((word) => word.text)).toEqual(['protoc', '--go_out=gen', 'proto\\a.proto']);
    expect(line).toMatchObject({ line: 5, column: 2, pathPrefixes: ['C:\\b'] });
    expect(readShell(text, { dialect: 'cmd' }).find((l) => l.commented)?.text).toBe('protoc no');
  });

  it('reads PowerShell', () => {
    const text = '# no\n$out = "gen"\n$env:PATH = "$PWD\\bin;$env:PATH"\n& protoc `\n  "--go_out=$out" $env:X\n';
    const line = readShell(text, { dialect: 'powershell' }).find((l) => l.words[0]?.text === 'protoc');
    expect(line?.words.map((word) => word.text)).toEqual(['protoc', '--go_out=gen', '$env:X']);
    expect(line).toMatchObject({ line: 4, column: 3, pathPrefixes: ['$PWD\\bin'] });
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([SCRIPT], damageText, (text) => readShell(text));
    const dialect = fc.constantFrom('sh', 'make', 'task', 'just', 'cmd', 'powershell') as fc.Arbitrary<
      ShellContext['dialect']
    >;
    fc.assert(fc.property(fc.string(), dialect, (text, name) => Array.isArray(readShell(text, { dialect: name }))));
  });

  it('ends quickly', { timeout: 60_000 }, () => {
    const hostile = [
      '$('.repeat(20_000),
      '"$('.repeat(10_000),
      '\'"'.repeat(20_000),
      `A=$A$A\n${'A="$A$A"\n'.repeat(100)}p $A`,
      '('.repeat(50_000),
      'env '.repeat(50_000),
      `bash -c "${'x;'.repeat(20_000)}"`,
    ];
    for (const text of hostile) readShell(text);
  });
});
