/** Bundles the program into dist/: the entry, parts that are read when something asks for them, and the explanations. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { type Group, type Locale, locales, type Messages } from '../src/core/trap.ts';
import { explanation } from './docs/explanations.ts';
import { articleTopicPages } from './docs/topic-pages.ts';
import { factsOfProjects } from './facts-of-projects.ts';
import { keepCompiled } from './keep-compiled.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'parts'), { recursive: true });

const common: BuildOptions = {
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20.20',
  format: 'esm',
  minify: true,
  legalComments: 'external',
  logLevel: 'warning',
};
// Packages that are CommonJS inside ask for require.
const banner = "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";

/**
 * Parts that are one file each, with a copy of all that they need, as the entry is. What is shared between parts becomes files, and
 * each of these costs a probe more time than all that is in it.
 */
const alone: Readonly<Record<string, string>> = {
  main: 'src/cli/main.ts',
  probe: 'src/cli/commands/probe.ts',
  converse: 'src/host/converse.ts',
  'ask-name': 'src/host/ask-name.ts',
};
/** Parts that the entry reads when they are asked for. */
const parts: Readonly<Record<string, string>> = {
  handlers: 'src/cli/handlers.ts',
  compat: 'src/cli/commands/compat.ts',
  explain: 'src/cli/commands/explain.ts',
  script: 'src/cli/commands/script.ts',
  run: 'src/cli/commands/run.ts',
  lab: 'src/lab/command.ts',
  traps: 'src/traps/registry.gen.ts',
  fetch: 'src/host/fetch.ts',
  'system-lookup': 'src/host/system-lookup.ts',
};
const mark = 'part:';

/** These parts stay files of their own where they are imported when asked for. */
function leftOut(files: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'parts are left out',
    setup({ onResolve }) {
      onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
        const file = join(resolveDir, path);
        const name = Object.keys(files).find((one) => join(root, files[one] ?? '') === file);
        return kind === 'dynamic-import' && name ? { path: `${mark}${name}`, external: true } : undefined;
      });
    },
  };
}

/** A part that nobody named would become a piece of the entry, which every run reads. */
const noOtherParts: Plugin = {
  name: 'no other parts',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import'
        ? { errors: [{ text: `name ${path} among the parts in scripts/build.ts` }] }
        : undefined,
    );
  },
};

/**
 * Facts of projects, which the same traps need when they judge files: no probe asks for them, and they bring parsers of YAML, Go and
 * Dockerfiles along. `test/scripts/facts-of-projects.test.ts` proves it.
 */
const withoutFactsOfProjects: Plugin = {
  name: 'facts of projects are left out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: factsOfProjects }, (one) => {
      const byTrap = /[\\/]src[\\/]traps[\\/]/.test(one.importer);
      return byTrap ? { path: one.path, namespace: 'left-out' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

/**
 * Tables as texts, parsed when somebody asks for their rows: the engine reads a string a good deal faster than the same as code, and
 * a run asks for few of them.
 */
const parsedTables: Plugin = {
  name: 'tables are parsed',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]knowledge[\\/].*\.json$/ }, ({ path }) => {
      const { rows, ...about } = JSON.parse(readFileSync(path, 'utf8')) as { rows: unknown };
      const text = JSON.stringify(JSON.stringify(rows));
      const contents = `let rows;\nexport default { ...${JSON.stringify(about)}, get rows() { return (rows ??= JSON.parse(${text})); } };`;
      return { contents, loader: 'js' };
    });
  },
};

/**
 * Sentences as texts, parsed when one of them is said: a run speaks one language, and says few of the sentences of few traps. The text
 * is ASCII, which the engine keeps in half of the space.
 */
const parsedMessages: Plugin = {
  name: 'messages are parsed',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/](?:i18n|traps|decisions)[\\/].*\.(?:en|zh-CN)\.ts$/ }, async ({ path }) => {
      const found = Object.entries((await import(pathToFileURL(path).href)) as Record<string, Messages>);
      return { contents: found.map(([name, messages]) => parsedWhenAsked(name, messages)).join('\n'), loader: 'js' };
    });
  },
};

function parsedWhenAsked(name: string, messages: Messages): string {
  const odd = Object.entries(messages).find(([, message]) => typeof message !== 'string');
  if (odd) throw new Error(`${name}: ${odd[0]} is no text`);
  const ascii = JSON.stringify(messages).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `let said_${name};
const all_${name} = () => (said_${name} ??= JSON.parse(${JSON.stringify(ascii)}));
export const ${name} = /* @__PURE__ */ new Proxy({}, {
  get: (_, key) => all_${name}()[key],
  ownKeys: () => Object.keys(all_${name}()),
  getOwnPropertyDescriptor: (_, key) => Object.getOwnPropertyDescriptor(all_${name}(), key),
});`;
}

await emit({
  entryPoints: { 'grpc-doctor': join(root, 'src/cli/start.ts') },
  outdir: dist,
  // A script, too: as a module it would first have to start the loader of modules.
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': 'ownUrl' },
  banner: { js: "#!/usr/bin/env node\nconst ownUrl = require('node:url').pathToFileURL(__filename).href;" },
});
await emit({
  entryPoints: Object.fromEntries(Object.entries(parts).map(([name, file]) => [name, join(root, file)])),
  outdir: join(dist, 'parts'),
  // What several of them need becomes files beside them.
  splitting: true,
  chunkNames: '[name]-[hash]',
  banner: { js: banner },
  plugins: [leftOut(alone), parsedTables, parsedMessages],
});
for (const [name, file] of Object.entries(alone))
  await emit({
    entryPoints: { [name]: join(root, file) },
    outdir: join(dist, 'parts'),
    // A script and not a module: of these the engine can keep what it has compiled (scripts/keep-compiled.ts).
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.url': 'ownUrl' },
    plugins:
      name === 'main'
        ? [leftOut({ ...alone, ...parts }), noOtherParts, parsedTables, parsedMessages]
        : [leftOut(alone), parsedTables, parsedMessages, withoutFactsOfProjects],
  });

/** Writes what was built; parts name each other from the folder in which they lie. */
async function emit(options: BuildOptions): Promise<void> {
  const { outputFiles = [] } = await build({ ...common, ...options });
  for (const { path, text, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    const content = /\.c?js$/.test(path)
      ? (isPart(path) ? partOf(text) : text).replaceAll(
          new RegExp(`\\bimport\\("${mark}([a-z-]+)"\\)`, 'g'),
          (_, name: string) => importOf(name, path),
        )
      : contents;
    writeFileSync(path, content);
  }
}

function isPart(path: string): boolean {
  return path.endsWith('.cjs') && dirname(path) !== dist;
}

/** A part as src/cli/start.ts calls it. */
function partOf(script: string): string {
  const odd = /[^\0-~]/.exec(script);
  if (odd) throw new Error(`a part is ASCII, and not ${odd[0]}`);
  return `(function(exports,require,module,ownUrl,part,load){${script.replaceAll('import("node:', 'load("node:')}\n})`;
}

/** How a file of `parts` asks for another one of them. */
function importOf(name: string, path: string): string {
  const isScript = path.endsWith('.cjs');
  if (!alone[name]) return `${isScript ? 'load' : 'import'}("./${name}.js")`;
  return isScript ? `part("${name}")` : `import("../grpc-doctor.cjs").then(({part})=>part("${name}"))`;
}

// The parser of Go: read by the program itself when there is Go source to look into.
for (const name of ['web-tree-sitter', 'tree-sitter-go']) {
  cpSync(join(root, 'node_modules', name, `${name}.wasm`), join(dist, `${name}.wasm`));
  cpSync(join(root, 'node_modules', name, 'LICENSE'), join(dist, `${name}.LICENSE.txt`));
}

// The body of what `grpc-doctor script` prints.
cpSync(join(root, 'src/script/script.sh'), join(dist, 'script/script.sh'));

for (const group of readdirSync(join(root, 'src/traps'), { withFileTypes: true })) {
  if (!group.isDirectory()) continue;
  for (const id of readdirSync(join(root, 'src/traps', group.name))) {
    for (const locale of locales) copyExplanation(group.name as Group, id, locale);
  }
}

for (const locale of locales) {
  for (const [id, page] of await articleTopicPages(locale)) writePage(id, locale, page);
}

function copyExplanation(group: Group, id: string, locale: Locale): void {
  writePage(id, locale, explanation({ group, id }, locale));
}

/** What `explain` shows of one topic. */
function writePage(id: string, locale: Locale, page: string): void {
  mkdirSync(join(dist, 'explain', locale), { recursive: true });
  writeFileSync(join(dist, 'explain', locale, `${id}.md`), page);
}

await keepCompiled(join(dist, 'grpc-doctor.cjs'));
