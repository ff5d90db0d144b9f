import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from '../../src/knowledge/table.ts';

/** A row of any table. */
export type AnyRow = object;

const folder = join(import.meta.dirname, '../../src/knowledge/tables');

/** The tables that there are. */
export function tableNames(): string[] {
  return readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
}

export function readTable<Row = AnyRow>(name: string): Table<Row> {
  return JSON.parse(readFileSync(file(name), 'utf8')) as Table<Row>;
}

export function writeTable(table: Table<AnyRow>): void {
  writeFileSync(file(table.table), formatTable(table));
}

/** One row a line, so that a new fact is one line of a review. */
export function formatTable({ rows, ...head }: Table<AnyRow>): string {
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  return `${['{', ...lines, '  "rows": [', rows.map((row) => `    ${spaced(row)}`).join(',\n'), '  ]', '}'].join('\n')}\n`;
}

/** The rows that went and came, as a diff shows them. Order does not count. */
export function diffRows(before: readonly AnyRow[], after: readonly AnyRow[]): string[] {
  const old = before.map(spaced);
  const now = after.map(spaced);
  return [
    ...old.filter((row) => !now.includes(row)).map((row) => `- ${row}`),
    ...now.filter((row) => !old.includes(row)).map((row) => `+ ${row}`),
  ];
}

/** JSON on one line with a space after each mark. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`);
  return `{ ${pairs.join(', ')} }`;
}

function file(name: string): string {
  return join(folder, `${name}.json`);
}
