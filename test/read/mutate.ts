/** A generator of numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/** A small generator with 32 bits of state; good enough to choose mutations. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** One of the items. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

type Mutation = (lines: string[], random: Random) => string[];

function index(lines: readonly unknown[], random: Random): number {
  return Math.floor(random() * lines.length);
}

function replaceAt(lines: readonly string[], at: number, ...by: string[]): string[] {
  return [...lines.slice(0, at), ...by, ...lines.slice(at + 1)];
}

/** Changes the words of one line that has some; comments and blanks are left alone. */
function onWords(change: (words: string[], random: Random) => string[]): Mutation {
  return (lines, random) => {
    const at = index(lines, random);
    const line = lines[at] ?? '';
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    const words = line.trim().split(/\s+/);
    if (line.trim() === '' || line.trim().startsWith('//')) return lines;
    return replaceAt(lines, at, indent + change(words, random).join(' '));
  };
}

function insertLine(candidates: readonly string[]): Mutation {
  return (lines, random) => {
    const at = Math.floor(random() * (lines.length + 1));
    return [...lines.slice(0, at), pick(random, candidates), ...lines.slice(at)];
  };
}

function appendTo(candidates: readonly string[]): Mutation {
  return (lines, random) => {
    const at = index(lines, random);
    return replaceAt(lines, at, `${lines[at] ?? ''}${pick(random, candidates)}`);
  };
}

function onWord(change: (word: string, random: Random) => string): Mutation {
  return onWords((words, random) => {
    const at = index(words, random);
    return replaceAt(words, at, change(words[at] ?? '', random));
  });
}

const COMMENTS = [
  ' // indirect',
  ' // indirect; kept for a reason',
  ' // indirect kept',
  '//indirect',
  '// indirect// twice',
  ' // Deprecated: use another',
  ' //',
  ' // é \u0085 \u00a0',
  '\t//\tindirect\t',
];

const COMMENT_LINES = [
  '// a comment',
  '\t// indented',
  '// Deprecated: of old.',
  '//',
  '// Deprecated:two\n// lines\n//\n// and a paragraph',
  '// before\n//\n// Deprecated: after a paragraph',
  '',
  '',
  '   ',
];

const GOOD_LINES = [
  'toolchain go1.25.1',
  'toolchain default',
  'go 1.24.0',
  'go 1.21rc2',
  'godebug default=go1.21',
  'godebug (\n\tpanicnil=1\n\thttp2client=0\n)',
  'tool example.com/a/cmd/b',
  'tool (\n\texample.com/a\n\n\texample.com/b\n)',
  'ignore ./node_modules',
  'ignore (\n\tstatic\n\tthird_party/x\n)',
  'exclude example.com/old v1.2.3',
  'exclude (\n\texample.com/old v1.2.3\n\texample.com/old v1.2.4-rc.1\n)',
  'retract v1.0.0',
  'retract [v1.0.0, v1.9.9] // broken',
  'retract [ v1.0.0 , v1.1.0 ]',
  '// all of them\nretract (\n\tv1.0.0\n\t// this one too\n\t[v1.2.0, v1.3.0]\n\n\tv1.4.0 // why\n\tv1.5.0\n)',
  'replace example.com/a => ../a',
  'replace example.com/a v1.2.3 => example.com/b v1.2.4',
  'replace (\n\texample.com/c => ./c\n\texample.com/c v1.0.0 => example.com/d/v2 v2.0.1\n)',
  'replace example.com/e => "./with space"',
  'replace example.com/f => C:/x',
  'require example.com/z/v3 v3.0.0-20200101000000-abcdefabcdef',
  'require gopkg.in/yaml.v3 v3.0.1 // indirect',
  'require gopkg.in/check.v1 v0.0.0-20161208181325-20d25e280405',
  'require github.com/docker/docker v28.0.0+incompatible',
  'require ()',
  'require () // empty',
  'require ( // opened\n)',
  'use ./a',
  'use (\n\t./b\n\t"./c d" // why\n)',
];

const BAD_LINES = [
  'require',
  'require (',
  ')',
  '(',
  '( (',
  ') // closed',
  '( )',
  'require ( example.com/a v1.0.0 )',
  'require ( )x',
  'require example.com/a',
  'require example.com/a v1.2.3 v1.2.4',
  'require example.com/a latest',
  'require example.com/a/v2 v1.0.0',
  'require example.com/a v2.0.0',
  'require example.com/a/v1 v1.0.0',
  'require gopkg.in/yaml v1.0.0',
  'require "example.com/a v1.0.0',
  "require 'example.com/a' v1.0.0",
  'require `example.com/a` v1.0.0',
  'module example.com/again',
  'module',
  'module a b',
  'module (\n\texample.com/block\n)',
  'go 1',
  'go 1.21 1.22',
  'go 1.21.x',
  'go "1.21"',
  'go (\n\t1.21\n)',
  'toolchain 1.21',
  'toolchain go2',
  'godebug a',
  'godebug a=b,c=d',
  'godebug a = b',
  'replace a',
  'replace a =>',
  'replace a => b',
  'replace a => b@v1.0.0',
  'replace a => ./b v1.0.0',
  'replace a v1.0.0 => ./b c d',
  'replace a => .\\b',
  'replace => ./b',
  'retract',
  'retract [v1.0.0',
  'retract [v1.0.0, v1.1.0] more',
  'retract [v1.0.0 v1.1.0]',
  'retract (',
  'tool',
  'tool a b',
  'ignore a b',
  'use',
  'use a b',
  'frobnicate x',
  'frobnicate (\n\tx\n)',
  'require retract (\n\tx\n)',
  '/* comment */',
  'a/* comment */',
  '{',
  '=>',
  '"',
  '`',
  '\u0000',
  '\uFEFF',
  '\u00a0',
  '\u200b',
  '<<<<<<< HEAD',
  'module "\\x',
];

const WORDS = [
  '"quoted"',
  '`raw`',
  '=>',
  ',',
  '(',
  ')',
  '[',
  ']',
  'v1',
  'v1.2',
  'v1.2.3+meta',
  'v2.0.0+incompatible',
  'v01.0.0',
  'v1.0.0-01',
  'v1.0.0-rc.1',
  'latest',
  'é/ü',
  '日本',
  '"\\u00e9\\t\\x41\\101"',
  '"\\q"',
  '""',
  '\u{1F600}',
  '\uFFFD',
  "it's",
];

const GENTLE: readonly Mutation[] = [
  (lines) => lines.map((line) => `${line}\r`),
  (lines) => lines.map((line) => line.replace(/^\t/, '    ')),
  appendTo([' ', '\t', '\r', ' \r']),
  appendTo(COMMENTS),
  insertLine(COMMENT_LINES),
  insertLine(GOOD_LINES),
  insertLine(GOOD_LINES),
  (lines, random) => {
    const at = index(lines, random);
    return replaceAt(lines, at, lines[at] ?? '', lines[at] ?? '');
  },
  (lines, random) => replaceAt(lines, index(lines, random)),
  (lines, random) => {
    const at = index(lines, random);
    return [...lines.slice(at), ...lines.slice(0, at)];
  },
  (lines, random) => {
    const [a, b] = [index(lines, random), index(lines, random)];
    return lines.map((line, at) => (at === a ? (lines[b] ?? '') : at === b ? (lines[a] ?? '') : line));
  },
  onWords((words, random) => {
    const at = index(words, random);
    const word = words[at] ?? '';
    return /^[\w./-]+$/.test(word) ? replaceAt(words, at, `"${word}"`) : words;
  }),
  (lines, random) => {
    const singles = lines.flatMap((line, at) =>
      /^(require|replace|exclude|retract|use) [^(]*$/.test(line) ? [at] : [],
    );
    if (singles.length === 0) return lines;
    const at = pick(random, singles);
    const [verb = '', ...rest] = (lines[at] ?? '').split(' ');
    return replaceAt(lines, at, `${verb} (`, `\t${rest.join(' ')}`, ')');
  },
  (lines) => {
    const open = lines.findIndex((line) => /^(require|replace|exclude|retract|use) \($/.test(line));
    const close = lines.indexOf(')', open);
    if (open < 0 || close < 0) return lines;
    const verb = (lines[open] ?? '').slice(0, -2);
    const single = lines.slice(open + 1, close).map((line) => (line.trim() === '' ? '' : `${verb} ${line.trim()}`));
    return [...lines.slice(0, open), ...single, ...lines.slice(close + 1)];
  },
];

const ROUGH: readonly Mutation[] = [
  onWords((words, random) => replaceAt(words, index(words, random))),
  onWords((words, random) => {
    const at = index(words, random);
    return replaceAt(words, at, words[at] ?? '', pick(random, WORDS));
  }),
  onWord((_, random) => pick(random, WORDS)),
  onWord((word, random) => word.slice(0, Math.floor(random() * word.length))),
  onWord((word, random) => {
    const at = Math.floor(random() * (word.length + 1));
    return word.slice(0, at) + pick(random, [...'"`\'/*()[]{},@=\\\u0000\u00a0\u00ad\u2028']) + word.slice(at);
  }),
  onWord((word) => `\`${word}\``),
  insertLine(BAD_LINES),
  insertLine(BAD_LINES),
  (lines, random) => {
    const at = index(lines, random);
    return replaceAt(lines, at, `${lines[at] ?? ''} ${lines[at + 1] ?? ''}`);
  },
  (lines, random) => lines.slice(0, index(lines, random)),
  (lines) => [`\uFEFF${lines[0] ?? ''}`, ...lines.slice(1)],
];

/** A text changed in one to four ways, most of them gentle, so that the go command still accepts a good part. */
export function mutate(text: string, random: Random): string {
  let lines = text.split('\n');
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const mutation = pick(random, random() < 0.85 ? GENTLE : ROUGH);
    lines = mutation(lines, random).join('\n').split('\n');
  }
  return lines.join('\n');
}

/** Every single line that mutations insert, as a file of its own. */
export const ODD_TEXTS: readonly string[] = [...GOOD_LINES, ...BAD_LINES, ...COMMENT_LINES].flatMap((line) => [
  line,
  `${line}\n`,
  `module example.com/m\n\n${line}\n\ngo 1.21\n`,
]);

/** A go.mod with a bit of everything. */
export const RICH_GO_MOD = `// Deprecated: use example.com/m/v2 instead.
module example.com/m

go 1.24.0

toolchain go1.25.1

godebug default=go1.21

require (
	google.golang.org/grpc v1.60.1
	"google.golang.org/protobuf" v1.31.0 // indirect

	gopkg.in/yaml.v3 v3.0.1 // indirect; needed
)

require example.com/one v0.0.0-20200101000000-abcdefabcdef

exclude example.com/old v1.2.3

replace (
	example.com/one => ../one
	google.golang.org/grpc v1.60.1 => google.golang.org/grpc v1.60.2
)

// Published by mistake.
retract (
	v1.0.0
	[v1.1.0, v1.2.0] // broken
)

tool example.com/one/cmd/gen

ignore ./node_modules
`;

/** A go.work with a bit of everything. */
export const RICH_GO_WORK = `go 1.24.0

toolchain go1.25.1

godebug (
	default=go1.21
	panicnil=1
)

use (
	./a
	"./b c" // a comment
	../d
)

use .

replace example.com/one v1.2.3 => ./one

replace (
	example.com/two => example.com/three v1.0.0
)
`;
