import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Cell, LabResult, Row } from './lab.ts';
import { packageRoot } from './paths.ts';

/** Where the results of a lab are committed. */
function resultFile(lab: string): string {
  return join(packageRoot(), 'labs', 'results', `${lab}.json`);
}

/** The committed results, if there are any. */
export async function readResult(lab: string): Promise<LabResult | undefined> {
  const file = resultFile(lab);
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as LabResult) : undefined;
}

/** Writes results, one row per line, so that a difference is one line of a review. */
export async function writeResult(result: LabResult): Promise<void> {
  const file = resultFile(result.lab);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, formatResult(result));
}

/** The text of a result file. */
export function formatResult(result: LabResult): string {
  const list = (items: readonly unknown[]) =>
    `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
  const head = `  "lab": ${JSON.stringify(result.lab)},\n  "asOf": ${JSON.stringify(result.asOf)},\n`;
  return `{\n${head}  "tools": ${list(result.tools)},\n  "rows": ${list(result.rows)}\n}\n`;
}

/** One measured value that is not what was committed; column `*`: the row is new. */
export interface Difference {
  readonly id: string;
  readonly column: string;
  readonly committed: Cell | undefined;
  readonly measured: Cell | undefined;
}

/** What the measured rows say that the committed ones do not. Rows and columns that were not measured are not compared. */
export function compareRows(committed: readonly Row[], measured: readonly Row[]): Difference[] {
  const known = new Map(committed.map((row) => [row.id, row]));
  return measured.flatMap((row) => {
    const before = known.get(row.id);
    return before === undefined
      ? [{ id: row.id, column: '*', committed: undefined, measured: row }]
      : compareRow(before, row);
  });
}

function compareRow(before: Row, row: Row): Difference[] {
  return Object.keys(row)
    .map((column) => ({ id: row.id, column, committed: before[column], measured: row[column] }))
    .filter((pair) => canonical(pair.committed) !== canonical(pair.measured));
}

/** The committed rows with the measured columns laid over them, sorted by id. */
export function mergeRows(committed: readonly Row[], measured: readonly Row[]): Row[] {
  const merged = new Map(committed.map((row) => [row.id, row]));
  for (const row of measured) merged.set(row.id, { ...merged.get(row.id), ...row });
  return [...merged.values()].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

/** JSON with sorted keys: the order of keys is no difference. */
function canonical(value: Cell | undefined): string {
  return JSON.stringify(value, (_, cell: unknown) =>
    typeof cell === 'object' && cell !== null && !Array.isArray(cell)
      ? Object.fromEntries(Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1)))
      : cell,
  );
}
