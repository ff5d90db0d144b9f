/** Refreshes what the tables can learn from the module proxy: the newest releases, their go lines and requirements. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goLineOf, requirementsOf } from '../src/knowledge/questions.ts';
import type { ModuleGoLine, ModuleRequirement, Release, Table } from '../src/knowledge/table.ts';
import { parseGoMod } from '../src/read/go-mod.ts';

const folder = join(import.meta.dirname, '../src/knowledge/tables');
const today = new Date().toISOString().slice(0, 10);

interface Published {
  readonly Version: string;
  readonly GoVersion?: string;
  readonly GoMod?: string;
}

function published(module: string): Published {
  const run = spawnSync('go', ['list', '-m', '-json', `${module}@latest`], { cwd: tmpdir(), encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${module}: ${run.stderr.trim()}`);
  return JSON.parse(run.stdout) as Published;
}

function readTable<Row>(name: string): Table<Row> {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Table<Row>;
}

/** One row a line, so that a new fact is one line of a review. */
function writeTable<Row>(name: string, table: Table<Row>): void {
  const { rows, ...head } = { ...table, asOf: today };
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const list = rows.map(
    (row) =>
      `    ${JSON.stringify(row).replaceAll('":', '": ').replaceAll(',"', ', "').replace('{', '{ ').replace(/\}$/, ' }')}`,
  );
  writeFileSync(
    join(folder, `${name}.json`),
    `${['{', ...lines, '  "rows": [', list.join(',\n'), '  ]', '}'].join('\n')}\n`,
  );
}

const newest = readTable<Release>('newest-releases');
const goLines = readTable<ModuleGoLine>('module-go-lines');
const requirements = readTable<ModuleRequirement>('module-requirements');
const rows: Release[] = [];
const newGoLines = [...goLines.rows];
const newRequirements = [...requirements.rows];

for (const row of newest.rows) {
  const module = row.module ?? '';
  if (module === 'go') {
    // Toolchains have no list of their own in the module proxy; the row is kept by hand.
    rows.push(row);
    continue;
  }
  const { Version: version, GoVersion: go, GoMod: goMod } = published(module);
  console.error(`knowledge: ${module} ${row.version}${version === row.version ? '' : ` -> ${version}`}`);
  rows.push({ ...row, version });
  const known = goLines.rows.some((line) => line.module === module);
  if (known && go && goLineOf(module, version) !== go) newGoLines.push({ module, since: version, go });
  const required = goMod ? parseGoMod(readFileSync(goMod, 'utf8')).require : [];
  for (const before of requirementsOf(module, version)) {
    const now = required.find(({ path }) => path === before.requires)?.version;
    if (before.version && now && now !== before.version) {
      newRequirements.push({ module, since: version, requires: before.requires, version: now });
    }
  }
}

writeTable('newest-releases', { ...newest, rows });
writeTable('module-go-lines', { ...goLines, rows: newGoLines });
writeTable('module-requirements', { ...requirements, rows: newRequirements });
