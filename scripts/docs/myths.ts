import { type ArticleItem, type Bilingual, isRefuted } from '../../src/knowledge/article/item.ts';
import { articleItems, sectionOf } from '../../src/knowledge/article/items.ts';
import { isOutcome } from '../../src/lab/kit/environment.ts';
import type { Lab, LabResult, Row } from '../../src/lab/lab.ts';
import { readResult } from '../../src/lab/results.ts';
import { type Answers, answersOf } from './answers.ts';
import { articleWords } from './article-words.ts';
import { cellText } from './cells.ts';

/** The chapters and sections whose refuted claims have a page each. */
const places = ['1.', '2.', '3.', '4.1.'];

/** What the article says there and what is not so, or no longer. */
export const refuted: readonly ArticleItem[] = articleItems.filter(
  (item) => places.some((place) => item.id.startsWith(place)) && isRefuted(item),
);

/** `docs/myths/`: a page for each refuted claim with the rows of the labs that refute it, and one that lists them. */
export async function mythPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const item of refuted) pages.set(`docs/myths/${item.id}.md`, await mythPage(item));
  pages.set('docs/myths/README.md', mythIndex());
  return pages;
}

function both({ en, zh }: Bilingual): string {
  return en === zh ? en : `${en} · ${zh}`;
}

function mythIndex(): string {
  const rows = refuted.map((item) => {
    const labs = answersOf(item.id).labs.map(({ id }) => `[${id}](../evidence/${id}.md)`);
    const cells = [`[${item.id}](${item.id}.md)`, item.says.en, item.says.zh, verdictText(item), labs.join(', ')];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    '# Refuted claims of chapters 1 to 3 and of section 4.1 · 第一至三章及 4.1 节中不成立的说法',
    'Each page tells what the article claims, what is so, and shows the measured rows. All its claims: [in English](../en/article.md).',
    '每一页都写明文章的说法、实际情况和实测数据。全部说法见[中文核对表](../zh-CN/article.md)。',
    ['| id | claim | 说法 | verdict · 结论 | labs · 实验 |', '|---|---|---|---|---|', ...rows].join('\n'),
    '',
  ].join('\n\n');
}

function verdictText({ verdict }: ArticleItem): string {
  return `${articleWords.en.verdict[verdict]} · ${articleWords['zh-CN'].verdict[verdict]}`;
}

async function mythPage(item: ArticleItem): Promise<string> {
  const { id, says, why, basis } = item;
  const section = sectionOf(item);
  const answers = answersOf(id);
  const rests = basis
    ? [`${articleWords.en.basis[basis[0]]} · ${articleWords['zh-CN'].basis[basis[0]]}: ${basis[1]}`]
    : [];
  const measured = await Promise.all(answers.labs.map((lab) => labPart(lab, id)));
  return [
    `# ${says.en}`,
    `**${says.zh}**`,
    `**${verdictText(item)}** · [${id}](../en/article.md#${id})${section ? ` · ${both(section.title)}` : ''}`,
    `${why.en}`,
    `${why.zh}`,
    ...rests,
    ...measured.flat(),
    ...seenBy(answers),
    '',
  ].join('\n\n');
}

function seenBy({ traps }: Answers): string[] {
  const links = traps.map(({ id }) => `[${id}](../en/traps/${id}.md) ([中文](../zh-CN/traps/${id}.md))`);
  return links.length > 0 ? [`\`grpc-doctor check\`: ${links.join(', ')}`] : [];
}

async function labPart(lab: Lab, item: string): Promise<string[]> {
  const result = await readResult(lab.id);
  if (!result) return [];
  const wanted = lab.rowsOf?.[item];
  const rows = result.rows.filter((row) => wanted?.includes(row.id) ?? true);
  return [
    `## ${both(lab.title)}`,
    both(lab.question),
    table(lab, rows),
    `[${lab.id}](../evidence/${lab.id}.md) · ${result.asOf} · ${toolsOf(result)} · \`grpc-doctor lab run ${lab.id}\``,
  ];
}

/** Each tool once, with all its versions. */
function toolsOf({ tools }: LabResult): string {
  const versions = new Map<string, string[]>();
  for (const tool of tools) {
    const name = tool.name.split('/').at(-1) ?? '';
    versions.set(name, [...(versions.get(name) ?? []), tool.version]);
  }
  return [...versions].map(([name, of]) => `${name} ${of.join(' ')}`).join(', ');
}

interface Column {
  readonly title: string;
  readonly cell: (row: Row) => string;
}

function table(lab: Lab, rows: readonly Row[]): string {
  const columns = columnsOf(lab, rows);
  const lines = rows.map((row) => columns.map(({ cell }) => cell(row)));
  return [columns.map(({ title }) => title), columns.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function columnsOf({ table: named, rowTitles }: Lab, rows: readonly Row[]): Column[] {
  const ids: Column = { title: '', cell: ({ id }) => titleOf(rowTitles?.[id], id) };
  if (named) {
    const columns = named.map(({ column, title }) => ({
      title: both(title),
      cell: (row: Row) => cellText(row[column]),
    }));
    return rowTitles ? [ids, ...columns] : columns;
  }
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (!rowTitles) return keys.map((key) => ({ title: key, cell: (row) => cellText(row[key]) }));
  const own = keys.filter((key) => !ofEnvironments.has(key));
  return [
    { ...ids, title: 'environment · 环境' },
    { title: 'protoc, go build', cell: ({ truth }) => (truth === 'healthy' ? 'work · 正常' : 'fail · 失败') },
    ...own.map((key): Column => ({ title: key, cell: (row) => cellText(row[key]) })),
    { title: 'what they print · 输出', cell: (row) => firstWords(row) },
    { title: 'grpc-doctor', cell: ({ trap }) => cellText(trap) },
  ];
}

/** Columns of every lab of environments, which are told in words here. */
const ofEnvironments = new Set(['id', 'truth', 'trap', 'protoc', 'build', 'doctorWarm', 'doctorCold']);

function titleOf(title: Bilingual | undefined, id: string): string {
  return title ? both(title) : id;
}

/** What the first command that failed printed. */
function firstWords({ protoc, build }: Row): string {
  const failed = [protoc, build].find((one) => isOutcome(one) && one.rc !== 0);
  return isOutcome(failed) ? cellText(failed.lines.slice(0, 2)) : '';
}
