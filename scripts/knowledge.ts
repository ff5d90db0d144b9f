/**
 * Refreshes the knowledge tables by ordinary calls of the go command, and shows what changed.
 * `--check` writes nothing and exits with 1 when a table is out of date. Words after it name tables: only those.
 */
import { goLineRows, newestRows, releaseRows, requirementRows } from './knowledge/modules.ts';
import { type AnyRow, diffRows, readTable, tableNames, writeTable } from './knowledge/table-file.ts';

/**
 * How a table is measured again: from its rows of today to those that were measured now. A new table that this script can
 * measure gets a line here, and a module in `scripts/knowledge/`.
 */
const refreshers: Readonly<
  Record<string, (before: readonly AnyRow[]) => readonly AnyRow[] | Promise<readonly AnyRow[]>>
> = {
  releases: releaseRows,
  'module-go-lines': goLineRows,
  'module-requirements': requirementRows,
  'newest-releases': newestRows,
};

/** Tables that take builds or whole sources: what measures them. Of the others the `source` tells. */
const elsewhere: Readonly<Record<string, string>> = {
  'deprecated-names': 'npm run lab -- run dial-deprecated',
  'grpc-dropped-constants': 'npm run lab -- run generated-code-older-than-grpc',
  'grpc-support-constants': 'npm run lab -- run compat',
  'grpc-symbols': 'npx tsx scripts/grpc-symbols.ts',
  'imaginary-names': 'npm run lab -- run imaginary-api',
  'installable-releases': 'npm run lab -- run regeneration-will-break',
  'module-hashes': 'npm run lab -- run checksum-mismatch',
  'old-go-builds': 'npm run lab -- run compat',
  'plugin-go-packages': 'npm run lab -- run plugin-rules',
  'plugin-options': 'npm run lab -- run plugin-rules',
  'plugin-releases': 'npm run lab -- run compat',
  'proto-features': 'npm run lab -- run proto-floors',
  'runtime-names': 'npm run lab -- run proto-floors',
  'schema-generators': 'npm run lab -- run gateway-json',
};

const today = new Date().toISOString().slice(0, 10);
const words = process.argv.slice(2);
const check = words.includes('--check');
const only = words.filter((word) => !word.startsWith('-'));
const outdated: string[] = [];
const known = tableNames();
const misspelt = only.filter((name) => !known.includes(name));
if (misspelt.length > 0) {
  console.error(`there is no table ${misspelt.join(', ')}; there are ${known.join(', ')}`);
  process.exit(2);
}

for (const [name, measure] of Object.entries(refreshers)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const before = readTable(name);
  const rows = await measure(before.rows);
  const changed = diffRows(before.rows, rows);
  console.log(`${name}: ${rows.length} rows, ${changed.length === 0 ? 'nothing new' : `${changed.length} changes`}`);
  for (const line of changed) console.log(`  ${line}`);
  if (changed.length > 0) outdated.push(name);
  if (!check) writeTable({ ...before, asOf: today, rows });
}
for (const name of known.filter((one) => !(one in refreshers))) {
  if (only.length > 0 && !only.includes(name)) continue;
  const { asOf, source } = readTable(name);
  console.log(`${name}: of ${asOf}; not measured here: ${elsewhere[name] ?? source}`);
}
if (check && outdated.length > 0) {
  console.error(`out of date, run npm run knowledge: ${outdated.join(', ')}`);
  process.exitCode = 1;
}
