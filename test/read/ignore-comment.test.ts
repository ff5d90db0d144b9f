import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readComments } from '../../src/read/suppress/comments.ts';
import { readIgnoreComments } from '../../src/read/suppress/ignore-comment.ts';
import { damageText } from './damage.ts';
import { randomFrom } from './mutate.ts';

const directive = 'grpc-doctor:ignore some-trap reason="known"';

function coversOf(path: string, text: string): unknown[] {
  const { ignores, bad } = readIgnoreComments(path, text);
  expect(bad).toEqual([]);
  return ignores.map(({ covers }) => covers);
}

describe('where a comment may stand', () => {
  it.each([
    ['behind a line of Go', 'a.go', `package a\n\nvar x = 1 // ${directive}\n`, [[3]]],
    ['above a line of Go', 'a.go', `package a\n\n// ${directive}\nvar x = 1\n`, [[3, 4]]],
    [
      'above, with another comment between',
      'a.go',
      `package a\n\n// ${directive}\n// x is one\nvar x = 1\n`,
      [[3, 4, 5]],
    ],
    ['above a directive of Go', 'a.go', `package a\n\n// ${directive}\n//go:generate x\n\nvar x = 1\n`, [[3, 4]]],
    [
      'above a command of several lines',
      'Makefile',
      `a:\n\t# ${directive}\n\tb \\\n\t\tc \\\n\t\td\n\te\n`,
      [[2, 3, 4, 5]],
    ],
    ['above an empty line', 'a.go', `package a\n\n// ${directive}\n\nvar x = 1\n`, [[3]]],
    ['in a block of Go', 'a.go', `package a\n\n/* ${directive} */\nvar x = 1\n`, [[3, 4]]],
    ['in a block of several lines', 'a.go', `package a\n\n/*\n * ${directive}\n */\nvar x = 1\n`, [[4, 5, 6]]],
    ['at the top, with an empty line after it', 'a.go', `// Copyright\n// ${directive}\n\npackage a\n`, ['file']],
    ['at the top, for the line below', 'a.go', `// ${directive}\npackage a\n`, [[1, 2]]],
    ['after the words of another linter', 'a.go', `package a\nvar x = 1 //nolint:all // ${directive}\n`, [[2]]],
    ['before the words of another linter', 'a.go', `package a\nvar x = 1 // ${directive} //nolint:all\n`, [[2]]],
    ['in go.mod', 'go.mod', `module a\n\ngo 1.19 // ${directive}\n`, [[3]]],
    ['in go.work', 'api/go.work', `// ${directive}\ngo 1.19\n`, [[1, 2]]],
    ['in proto', 'a.proto', `syntax = "proto3"; // ${directive}\n`, [[1]]],
    ['in a Dockerfile', 'Dockerfile', `# ${directive}\nFROM golang:1.20\n`, [[1, 2]]],
    [
      'in a Dockerfile, for all of it',
      'Dockerfile',
      `# syntax=docker/dockerfile:1\n# ${directive}\n\nFROM golang:1.20\n`,
      ['file'],
    ],
    ['in a Dockerfile, within an instruction', 'Dockerfile', `FROM a\nRUN a && \\\n  # ${directive}\n  b\n`, [[3, 4]]],
    ['in a Dockerfile, behind a command', 'Dockerfile', `FROM a\nRUN go install x@latest # ${directive}\n`, [[2]]],
    ['in a script of a Dockerfile', 'Dockerfile', `FROM a\nRUN <<EOF\n# ${directive}\nb\nEOF\n`, [[3, 4]]],
    ['in YAML', 'ci.yml', `a: 1 # ${directive}\n`, [[1]]],
    [
      'in a script of YAML',
      'ci.yml',
      `jobs:\n  a:\n    steps:\n      - run: |\n          # ${directive}\n          go install x@latest\n`,
      [[5, 6]],
    ],
    [
      'in a script of YAML, in a list',
      '.gitlab-ci.yml',
      `a:\n  script:\n    - |\n      go install x # ${directive}\n`,
      [[4]],
    ],
    ['in a Makefile', 'Makefile', `# ${directive}\nproto:\n\tprotoc x\n`, [[1, 2]]],
    ['in a recipe', 'Makefile', `proto:\n\tprotoc x # ${directive}\n`, [[2]]],
    ['behind a variable of a Makefile', 'Makefile', `X = "a" # ${directive}\n`, [[1]]],
    ['in a shell script', 'gen.sh', `#!/bin/sh\n\nprotoc x # ${directive}\n`, [[3]]],
    ['in nginx', 'nginx.conf', `server {\n  listen 80; # ${directive}\n}\n`, [[2]]],
    ['in TOML', 'mise.toml', `[tools]\ngo = "1.20" # ${directive}\n`, [[2]]],
    ['in a list of versions', '.tool-versions', `golang 1.20 # ${directive}\n`, [[1]]],
    ['in Lua', 'a.lua', `x = 1 -- ${directive}\n`, [[1]]],
    ['with Windows line ends', 'a.go', `package a\r\n\r\nvar x = 1 // ${directive}\r\n`, [[3]]],
    ['after a byte order mark', 'a.yaml', `\ufeff# ${directive}\na: 1\n`, [[1, 2]]],
  ])('%s', (_, path, text, covers) => {
    expect(coversOf(path, text)).toEqual(covers);
  });

  it.each([
    ['a text in Go', 'a.go', `package a\nvar x = "// ${directive.replaceAll('"', '\\"')}"\n`],
    ['a raw text in Go', 'a.go', `package a\nvar x = \`\n// ${directive}\n\`\n`],
    ['a rune before it', 'a.go', `package a\nvar q, x = '"', "// ${directive.replaceAll('"', '\\"')}"\n`],
    ['a text in proto', 'a.proto', `option x = '// ${directive}';\n`],
    ['a text in YAML', 'a.yaml', `a: '# ${directive}'\nb: "# ${directive.replaceAll('"', '\\"')}"\n`],
    ['a value of several lines in YAML', 'a.yaml', `description: |\n  # ${directive}\n`],
    ['a plain value in YAML', 'a.yaml', `a: b#${directive}\n`],
    ['a text in a shell script', 'a.sh', `echo '# ${directive}'\n`],
    ['a text of several lines in a shell script', 'a.sh', `echo '\n# ${directive}\n'\n`],
    ['a here-document', 'a.sh', `cat <<EOF\n# ${directive}\nEOF\n`],
    ['a file of a Dockerfile', 'Dockerfile', `FROM a\nCOPY <<EOF /x\n# ${directive}\nEOF\n`],
    ['a text in a recipe', 'Makefile', `proto:\n\techo '# ${directive}'\n`],
    ['an escaped mark in a Makefile', 'Makefile', `X = a \\# ${directive}\n`],
    ['a text of TOML', 'a.toml', `a = """\n# ${directive}\n"""\n`],
    ['a word about it in a comment', 'a.go', `package a\n// write ${directive} here\n`],
    ['Markdown', 'README.md', `# ${directive}\n`],
    ['JSON', 'a.json', `{"a": "# ${directive.replaceAll('"', '\\"')}"}\n`],
    ['another directive', 'a.go', 'package a // grpc-doctor:ignored some-trap reason="x"\n'],
  ])('not in %s', (_, path, text) => {
    expect(readIgnoreComments(path, text)).toEqual({ ignores: [], bad: [] });
  });

  it('finds what follows a shift that looks like a here-document', () => {
    expect(coversOf('a.sh', `x=$((1<<y))\nz # ${directive}\n`)).toEqual([[2]]);
  });
});

describe('what a comment says', () => {
  it('is the trap, the reason and the day', () => {
    const text = '# grpc-doctor:ignore some-trap until=2027-01-31 reason="a \\"b\\" until=never"\nx\n';
    expect(readIgnoreComments('a.sh', text).ignores).toEqual([
      { trap: 'some-trap', reason: 'a "b" until=never', until: '2027-01-31', line: 1, covers: [1, 2] },
    ]);
  });

  it.each([
    ['', 'no-trap', ''],
    [' reason="x"', 'no-trap', ''],
    [' some-trap', 'no-reason', 'some-trap'],
    [' some-trap reason=x', 'no-reason', 'some-trap'],
    [' some-trap reason="  "', 'no-reason', 'some-trap'],
    [' some-trap reason="x" until=soon', 'no-day', 'soon'],
    [' some-trap reason="x" until=2026-02-30', 'no-day', '2026-02-30'],
    [' some-trap reason="x" until=', 'no-day', ''],
    [' some-trap, other-trap reason="x"', 'surplus', ', other-trap'],
    [' some-trap reason="x" and more', 'surplus', 'and more'],
  ])('%j is %s', (words, problem, word) => {
    expect(readIgnoreComments('a.sh', `x # grpc-doctor:ignore${words}\n`)).toEqual({
      ignores: [],
      bad: [{ line: 1, problem, word }],
    });
  });
});

describe('any text at all', () => {
  const paths = ['a.go', 'a.proto', 'Dockerfile', 'a.yaml', 'Makefile', 'a.sh', 'go.mod', 'a.lua', 'nginx.conf'];
  const pieces = [
    '"',
    "'",
    '`',
    '#',
    '//',
    '/*',
    '*/',
    '\\',
    '\n',
    '\t',
    ' ',
    '<<A',
    'A',
    ': |',
    'RUN ',
    `# ${directive}`,
  ];

  it('is read to its end, and each comment stands in it', () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom(...paths), texts, (path, words) => {
        const text = words.join('');
        const lines = text.split('\n');
        for (const comment of readComments(path, text)) {
          expect(lines[comment.line - 1]?.replace('\r', '')).toContain(comment.text.replace('\r', ''));
        }
        readIgnoreComments(path, text);
      }),
    );
  });

  it.each(paths)('%s of a hundred kilobytes takes no time', (path) => {
    for (const piece of ['<<A ', '# ', '"', "'", '/*', '\\\n', `# ${directive}\n`, '- |\n', '{']) {
      const started = performance.now();
      readIgnoreComments(path, `${piece.repeat(100_000 / piece.length)}\n${directive}`);
      expect(performance.now() - started, piece).toBeLessThan(3000);
    }
  });

  it('survives damage', () => {
    const text = `package a\n\nvar x = 1 // ${directive}\n/* ${directive} */\n`;
    const random = randomFrom(7);
    for (const path of paths) {
      for (let count = 0; count < 500; count += 1) readIgnoreComments(path, damageText(text, random));
    }
  });
});
