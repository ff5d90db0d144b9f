import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJustfile } from '../../src/read/shell/justfile.ts';
import { damageText, SEED, withstand } from './damage.ts';

const JUSTFILE = `set shell := ["bash", "-c"]
out := "gen"
bin := justfile_directory() / "bin"
sha := \`git rev-parse HEAD\`
export PATH := bin + ":" + env_var("PATH")

# protoc --go_out=. never.proto
[group('gen')]
gen dir="proto" *args: tools && after
    @echo generating
    @protoc -I {{ dir }} --go_out={{out}} \\
      {{dir}}/a.proto {{args}} {{sha}}

tools:
    #!/usr/bin/env bash
    set -e
    OUT=x
    buf generate -o $OUT

py:
    #!/usr/bin/env python3
    protoc = 1
`;

describe('parseJustfile', () => {
  it('reads the commands of the recipes', () => {
    const { recipes, variables } = parseJustfile(JUSTFILE);
    expect(variables).toEqual({ out: 'gen', bin: './bin', PATH: './bin:$PATH' });
    const all = recipes.map((r) => [
      r.name,
      r.line,
      r.lines.filter((l) => !l.commented).map((l) => l.words.map((w) => w.text).join(' ')),
    ]);
    expect(all).toEqual([
      ['gen', 9, ['echo generating', 'protoc -I proto --go_out=gen proto/a.proto {{args}} {{sha}}']],
      ['tools', 14, ['set -e', 'buf generate -o x']],
      ['py', 20, []],
    ]);
  });

  it('knows places and PATH', () => {
    const line = parseJustfile(JUSTFILE).recipes[0]?.lines[1];
    expect(line).toMatchObject({ line: 11, column: 6, pathPrefixes: ['./bin'] });
    expect(line?.words.at(-1)).toMatchObject({ line: 12, unresolved: ['{{sha}}'] });
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([JUSTFILE], damageText, parseJustfile);
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseJustfile(`a:\n ${text}`).recipes)));
  });
});
