import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cycles, readSource, type SourceFile, sourceFiles } from './support/imports.ts';

const files = sourceFiles(join(import.meta.dirname, '../src'));

/** Which files a rule is about, and what they may import: paths below src, or names of packages. */
interface Rule {
  readonly about: RegExp;
  readonly may: (target: string, file: SourceFile) => boolean;
}

/** Libraries that measure and colour text. */
const textLibraries = ['get-east-asian-width', 'node:util'];

/** Also the labs that lie beside their traps. */
const labs = /^lab\/|^traps\/.*\/(?:lab|not-reproduced)\.ts$/;

const rules: Readonly<Record<string, Rule>> = {
  'core imports nothing but core': {
    about: /^core\//,
    may: (target, { path }) => isIn(target, 'core/') || (path === 'core/finding.ts' && target === 'node:crypto'),
  },
  'hosts know the questions, readers, and where systems keep their roots': {
    about: /^host\//,
    may: (target) =>
      isIn(target, 'host/', 'core/host.ts', 'read/', 'node:') ||
      target === 'knowledge/system-roots.ts' ||
      target.endsWith('package.json'),
  },
  'read imports nothing but read and parsers': {
    about: /^read\//,
    may: (target, { path }) =>
      isIn(target, 'read/', '@bufbuild/protobuf') ||
      (path === 'read/tls/decrypt.ts' && target === 'node:crypto') ||
      ['node:path', 'node:zlib', 'yaml', 'smol-toml', 'dockerfile-ast', 'web-tree-sitter'].includes(target),
  },
  'knowledge imports nothing but knowledge and read': {
    about: /^knowledge\//,
    may: (target) => isIn(target, 'knowledge/', 'read/'),
  },
  'compat is pure: it knows core, read and knowledge': {
    about: /^compat\//,
    may: (target) => isIn(target, 'compat/', 'core/', 'read/', 'knowledge/'),
  },
  'the wire knows no trap and no report': {
    about: /^wire\//,
    may: (target, { path }) =>
      isIn(target, 'core/', 'facts/', 'read/', 'knowledge/', 'wire/') ||
      (path.startsWith('wire/go-verdict/') && target === 'node:crypto'),
  },
  "Go's verdict on certificates is pure": {
    about: /^wire\/go-verdict\//,
    may: (target) => isIn(target, 'read/', 'knowledge/', 'wire/go-verdict/') || target === 'node:crypto',
  },
  'texts are read without facts: they know core, read and knowledge': {
    about: /^text\//,
    may: (target) => isIn(target, 'core/', 'text/', 'read/', 'knowledge/'),
  },
  'what a text leaves open is data: it knows observations, and other decisions': {
    about: /^decisions\//,
    may: (target) => isIn(target, 'core/', 'decisions/'),
  },
  'looking up is pure: it knows core and knowledge': {
    about: /^lookup\//,
    may: (target) => isIn(target, 'core/', 'lookup/', 'knowledge/'),
  },
  'facts know no trap and no report': {
    about: /^facts\//,
    may: (target, { path }) =>
      isIn(target, 'core/', 'facts/', 'read/', 'knowledge/', 'host/mask.ts', 'wire/go-verdict/') ||
      (path === 'facts/modules/module-hash.ts' && target === 'node:crypto'),
  },
  'a trap knows no other trap': {
    about: /^traps\/.*\/(?!(?:lab|not-reproduced)\.ts$)[^/]+$/,
    may: (target, { path }) =>
      isIn(
        target,
        'core/',
        'facts/',
        'wire/',
        'text/names.ts',
        'text/grpc-names.ts',
        'text/refused-certificate.ts',
        'fix/plans.ts',
        'fix/go-edits.ts',
        'fix/proxy-plans.ts',
        'fix/program-plans.ts',
        'fix/proto-plans.ts',
        'fix/proto-command.ts',
        'fix/certificate-plans.ts',
        'fix/endpoint-claims.ts',
        'fix/certificate-claims.ts',
        'fix/schema-options.ts',
        'knowledge/',
        'read/',
        `${dirname(path)}/messages.`,
        `${dirname(path)}/certificate.ts`,
      ),
  },
  'reports know findings, not facts': {
    about: /^report\/(?!card(?:-|\.)|compat-|probe)/,
    may: (target) => isIn(target, 'core/', 'i18n/', 'report/', 'host/mask.ts') || textLibraries.includes(target),
  },
  'the report of compat knows its answers': {
    about: /^report\/compat-/,
    may: (target) => isIn(target, 'core/', 'i18n/', 'report/', 'host/mask.ts', 'compat/', 'knowledge/'),
  },
  'the report of probe knows what was seen': {
    about: /^report\/probe/,
    may: (target) => isIn(target, 'core/', 'i18n/', 'report/', 'host/mask.ts', 'wire/'),
  },
  'only the environment card shows facts': {
    about: /^report\/card(?:-|\.)/,
    may: (target) => isIn(target, 'core/', 'i18n/', 'report/', 'host/mask.ts', 'facts/'),
  },
  'suppressions know findings and readers, no fact and no report': {
    about: /^suppress\//,
    may: (target) => isIn(target, 'core/', 'read/', 'suppress/'),
  },
  'only labs and the command for them know labs': {
    about: /^(?!lab\/|traps\/.*\/(?:lab|not-reproduced)\.ts$)/,
    may: (target) => !labs.test(target) || target === 'lab/command.ts',
  },
};

function isIn(target: string, ...places: readonly string[]): boolean {
  return places.some((place) => target.startsWith(place));
}

function violations({ about, may }: Rule, all: readonly SourceFile[]): string[] {
  return all
    .filter(({ path }) => about.test(path))
    .flatMap((file) =>
      file.imports.filter(({ target }) => !may(target, file)).map(({ target }) => `${file.path} imports ${target}`),
    );
}

/** The doors to the outside: files, processes, sockets, the machine itself. */
const outside = /^(?:node:)?(?:fs|child_process|net|http|https|http2|dns|os|tls|dgram)(?:\/|$)/;
const mayTouchOutside = /^host\/|^cli\/(?:main|start)\.ts$/;

function outsideOf(all: readonly SourceFile[]): string[] {
  return all
    .filter(({ path }) => !mayTouchOutside.test(path) && !labs.test(path))
    .flatMap(({ path, code, imports }) => [
      ...imports.filter(({ target }) => outside.test(target)).map(({ target }) => `${path} imports ${target}`),
      ...(/(?<![./\w])process\s*[.[]/.test(code) ? [`${path} mentions process`] : []),
    ]);
}

/** A trap is a pure function: it neither fails, nor waits, nor looks at the clock. */
function impurities(all: readonly SourceFile[]): string[] {
  return all
    .filter(({ path }) => /^traps\/.*\/trap\.ts$/.test(path))
    .flatMap(({ path, code }) =>
      [...code.matchAll(/\b(?:throw|await|async|Date)\b/g)].map(([word]) => `${path}: ${word}`),
    );
}

describe('the directions of imports', () => {
  it.each(Object.entries(rules))('%s', (_, rule) => {
    expect(files.filter(({ path }) => rule.about.test(path)).length).toBeGreaterThan(0);
    expect(violations(rule, files)).toEqual([]);
  });

  it('has no cycles', () => {
    expect(cycles(files)).toEqual([]);
  });
});

describe('what a file may touch', () => {
  it('lets only hosts, labs and the entry reach the outside', () => {
    expect(outsideOf(files)).toEqual([]);
  });

  it('keeps traps pure', () => {
    expect(impurities(files)).toEqual([]);
  });
});

describe('the check itself', () => {
  it('sees every way to import', () => {
    const text = [
      "import fs, { readFileSync } from 'node:fs';",
      "import './side.ts';",
      "import type { A } from '../core/a.ts';",
      "import {\n  type B,\n  type C,\n} from './b.ts';",
      "import { type D, e } from './d.ts';",
      "export { f } from './f.ts';",
      "// import { g } from './g.ts';",
      "const h = await import('./h.ts');",
      "const url = 'https://example.com/i';",
    ].join('\n');
    expect(readSource('facts/x.ts', text).imports).toEqual([
      { target: 'node:fs', typeOnly: false },
      { target: 'facts/side.ts', typeOnly: false },
      { target: 'core/a.ts', typeOnly: true },
      { target: 'facts/b.ts', typeOnly: true },
      { target: 'facts/d.ts', typeOnly: false },
      { target: 'facts/f.ts', typeOnly: false },
      { target: 'facts/h.ts', typeOnly: false },
    ]);
  });

  it('reports what is forbidden', () => {
    const bad = [
      readSource('core/a.ts', "import { b } from '../facts/b.ts';"),
      readSource('facts/b.ts', "import { a } from '../core/a.ts';\nconst home = process.env;"),
      readSource('facts/c.ts', "import { existsSync } from 'node:fs';\n// process.exit() in a comment"),
      readSource(
        'traps/go/x/trap.ts',
        "import { y } from '../y/trap.ts';\nif (y) throw new Error(String(Date.now()));",
      ),
    ];
    expect(Object.values(rules).flatMap((rule) => violations(rule, bad))).toEqual([
      'core/a.ts imports facts/b.ts',
      'facts/c.ts imports node:fs',
      'traps/go/x/trap.ts imports traps/go/y/trap.ts',
    ]);
    expect(outsideOf(bad)).toEqual(['facts/b.ts mentions process', 'facts/c.ts imports node:fs']);
    expect(impurities(bad)).toEqual(['traps/go/x/trap.ts: throw', 'traps/go/x/trap.ts: Date']);
    expect(cycles(bad)).toEqual(['core/a.ts > facts/b.ts > core/a.ts']);
  });
});
