import type { Cell } from '../../src/lab/lab.ts';

/** A cell of a markdown table: texts of tools keep their lines. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell !== 'object') return escapeCell(String(cell));
  if (Array.isArray(cell)) return cell.map((one) => (typeof one === 'string' ? code(one) : cellText(one))).join('<br>');
  const entries = Object.entries(cell).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return entries.map(([name, value]) => `${name}: ${cellText(value)}`).join('<br>');
}

/** Between backticks nothing is an entity, and no tag. */
function code(text: string): string {
  const plain = text.replaceAll('|', '\\|').replaceAll('`', "'").replaceAll('\n', ' ').trim();
  return plain === '' ? '' : `\`${plain}\``;
}

function escapeCell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('`', "'")
    .replaceAll('\n', '<br>')
    .replaceAll('<', '&lt;')
    .replaceAll('&lt;br>', '<br>');
}
