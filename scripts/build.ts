/** Bundles the program into dist/: the entry, parts that are read when something asks for them, and the explanations. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withoutMarks } from '../src/read/explanation.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
await build({
  entryPoints: { 'grpc-doctor': join(root, 'src/cli/main.ts') },
  outdir: dist,
  bundle: true,
  // What only some commands need (the traps, the labs) becomes files beside the entry, read when it is asked for.
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  platform: 'node',
  target: 'node20.20',
  format: 'esm',
  minify: true,
  legalComments: 'external',
  // Packages that are CommonJS inside ask for require.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

// The parser of Go: read by the program itself when there is Go source to look into.
for (const name of ['web-tree-sitter', 'tree-sitter-go']) {
  cpSync(join(root, 'node_modules', name, `${name}.wasm`), join(dist, `${name}.wasm`));
  cpSync(join(root, 'node_modules', name, 'LICENSE'), join(dist, `${name}.LICENSE.txt`));
}

for (const group of readdirSync(join(root, 'src/traps'), { withFileTypes: true })) {
  if (!group.isDirectory()) continue;
  for (const id of readdirSync(join(root, 'src/traps', group.name))) {
    for (const locale of ['en', 'zh-CN']) copyExplanation(group.name, id, locale);
  }
}

function copyExplanation(group: string, id: string, locale: string): void {
  mkdirSync(join(dist, 'explain', locale), { recursive: true });
  const page = readFileSync(join(root, 'src/traps', group, id, `explain.${locale}.md`), 'utf8');
  writeFileSync(join(dist, 'explain', locale, `${id}.md`), withoutMarks(page));
}
