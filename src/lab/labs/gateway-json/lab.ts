import { defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';
import { type Generator, gateway, generators, type SchemaEdit, schemaOf, switchesOf } from './generators.ts';
import type { Json } from './openapi.ts';
import { answers, detours, edits, inputs } from './rows.ts';
import { type Served, serve } from './served.ts';
import { type Violations, violationsOf } from './violations.ts';

const path = '/v1/everything/{which}';
const older = 'v2.15.0';

const named = (generator: Generator): string => generator.replace(' ', '-');
const names = Object.keys(generators) as Generator[];
const switchable: readonly Generator[] = ['openapiv2 2.33.0', 'openapiv3 2.33.0'];

const cells = [
  ...answers.flatMap((answer) =>
    names.map((generator) => ({ ...answer, generator, id: `${answer.id}/${named(generator)}` })),
  ),
  ...detours.map((detour) => ({ ...detour, id: `${detour.id}/${named(detour.generator)}` })),
];
const mended = edits.map((edit) => ({ ...edit, id: `edit-${edit.id}/${named(edit.generator)}` }));

const lab = defineLab({
  id: 'gateway-json',
  title: { en: 'What a gateway sends, and what its schema says', zh: '网关实际返回什么，schema 又怎么说' },
  question: {
    en: 'Which answers of a grpc-gateway does the OpenAPI document refuse, for which reason, and which edit makes both agree?',
    zh: 'grpc-gateway 的哪些响应不符合 OpenAPI 文档？原因是什么？改哪里能让两者一致？',
  },
  traps: [],
  article: [
    '3.3.tags',
    '3.3.gateway-string',
    '3.3.openapiv3-exists',
    '3.3.message',
    '3.3.integer',
    '3.3.client-fails',
    '3.3.row-gateway',
    '3.3.row-openapiv3',
    '3.3.diagram',
  ],
  rowsOf: {
    '3.3.tags': ['finite/openapiv3-2.33.0'],
    '3.3.gateway-string': ['finite/openapiv3-2.33.0', 'older-gateway'],
    '3.3.openapiv3-exists': ['finite/openapiv3-2.33.0'],
    '3.3.message': ['input-camel-beside-json-name'],
    '3.3.integer': names.map((generator) => `finite/${named(generator)}`),
    '3.3.client-fails': ['finite/openapiv3-2.33.0', 'zero/openapiv3-2.33.0', 'proto-names/openapiv3-2.33.0'],
    '3.3.row-gateway': ['finite/openapiv3-2.33.0', 'zero/openapiv3-2.33.0', 'unset-left-out/openapiv3-2.33.0'],
    '3.3.row-openapiv3': ['finite/openapiv3-2.33.0'],
    '3.3.diagram': ['finite/openapiv3-2.33.0', 'finite/gnostic-0.6.9'],
  },
  short: [
    ...['finite', 'zero', 'proto-names'].map((id) => `${id}/openapiv2-2.33.0`),
    'edit-nullable/openapiv2-2.33.0',
    'edit-proto-names/openapiv2-2.33.0',
    'edit-defaults-only/openapiv3-2.33.0',
    ...inputs.map(({ id }) => `input-${id}`),
    'int64-as-number',
  ],
  table: [
    { column: 'id', title: { en: 'answer and generator', zh: '响应与生成器' } },
    { column: 'count', title: { en: 'violations', zh: '违反处数' } },
    { column: 'violations', title: { en: 'which', zh: '具体内容' } },
    { column: 'undeclared', title: { en: 'names that the schema does not have', zh: 'schema 中没有的字段名' } },
    { column: 'default', title: { en: 'default gateway', zh: '默认网关' } },
    { column: 'strict', title: { en: 'without DiscardUnknown', zh: '不带 DiscardUnknown' } },
  ],
  run: async (context) => {
    const wanted = <T extends { readonly id: string }>(all: readonly T[]): T[] =>
      all.filter(({ id }) => isWanted(lab, context, id));
    await using served = await serve(gateway, context);
    const rows: Row[] = [];
    for (const cell of wanted(cells)) rows.push(await validated(cell, served, context));
    for (const edit of wanted(mended)) rows.push(await validated(edit, served, context));
    for (const { id, body, field } of wanted(inputs.map((one) => ({ ...one, id: `input-${one.id}` })))) {
      const [usual, strict] = [await served.post('default', body), await served.post('strict', body)];
      rows.push({ id, body, default: takenAs(usual, field), strict: takenAs(strict, field) });
    }
    if (isWanted(lab, context, 'int64-as-number')) rows.push(await numberRow(served, context));
    for (const generator of switchable) {
      const id = `switches/${named(generator)}`;
      if (isWanted(lab, context, id)) rows.push(await switchesRow(id, generator, served, context));
    }
    if (isWanted(lab, context, 'older-gateway')) rows.push(await olderRow(served, context));
    return { rows, problems: problemsOf(rows) } satisfies Measured;
  },
});

async function validated(cell: (typeof cells)[number], served: Served, context: LabContext): Promise<Row> {
  const { id, generator, mux, which, ...edit } = cell;
  const found = await compared(generator, edit, await served.get(mux, which), context);
  context.progress(`gateway-json ${id}: ${found.violations.length} violations, ${found.undeclared.length} undeclared`);
  return { id, count: found.violations.length, ...found };
}

async function compared(
  generator: Generator,
  edit: SchemaEdit,
  answer: string,
  context: LabContext,
): Promise<Violations> {
  const found = violationsOf(await schemaOf(generator, edit, context), path, JSON.parse(answer) as Json);
  if (!found) throw new Error(`${generator} says nothing of the answer of ${path}`);
  return found;
}

/** What a field is after the message went to the backend and back; of a refusal its text. */
function takenAs(answer: string, field: string): string {
  const { [field]: value, message } = JSON.parse(answer) as { readonly [name: string]: Json };
  // protojson puts one of two kinds of space into its errors, so that nobody relies on their text.
  return message === undefined ? JSON.stringify(value) : String(message).replaceAll('\u00a0', ' ');
}

/** protojson and a marshaler of one's own: who writes a number, who can read it, and what the schema says of it. */
async function numberRow(served: Served, context: LabContext): Promise<Row> {
  const text = await served.get('numbers', 'finite');
  const written = /"int64Value":\s*(\d+)/.exec(text)?.[1] ?? null;
  const answer = JSON.parse(text) as { readonly [name: string]: Json };
  const { violations } = await compared('openapiv2 2.33.0', {}, text, context);
  return {
    id: 'int64-as-number',
    protojsonSwitches: served.switches.tried,
    switchesThatWriteNumbers: served.switches.found,
    ownMarshalerWrites: written,
    javascriptReads: String(answer.int64Value),
    count: violations.length,
    violations,
  };
}

/** Every switch of a generator on its own: which places of the answer with special values fit afterwards. */
async function switchesRow(id: string, generator: Generator, served: Served, context: LabContext): Promise<Row> {
  const text = await served.get('default', 'special');
  const answer = JSON.parse(text) as Json;
  const { violations: without } = await compared(generator, {}, text, context);
  const switches = await switchesOf(generator, context);
  const helpful: string[] = [];
  for (const option of switches) {
    // One of them leaves the answers out of the document.
    const found = violationsOf(await schemaOf(generator, { options: [option] }, context), path, answer);
    if (found && without.some((one) => !placesOf(found.violations).includes(placeOf(one)))) helpful.push(option);
  }
  return { id, count: without.length, violations: without, switches: switches.length, helpful };
}

/** Whether an old grpc-gateway sends the same. */
async function olderRow(served: Served, context: LabContext): Promise<Row> {
  await using before = await serve(older, context);
  const differing: string[] = [];
  for (const { id, mux, which } of answers) {
    const [a, b] = [await before.get(mux, which), await served.get(mux, which)];
    if (JSON.stringify(JSON.parse(a)) !== JSON.stringify(JSON.parse(b))) differing.push(id);
  }
  return { id: 'older-gateway', version: older, answers: answers.length, differing };
}

function placesOf(lines: readonly string[]): string[] {
  return lines.map(placeOf);
}

function placeOf(line: string): string {
  return line.split(/[: ]/)[0] ?? '';
}

/** Where an edit does not do what the pages say of it. */
function problemsOf(rows: readonly Row[]): string[] {
  return mended.flatMap(({ id, left }) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return [];
    const places = placesOf([...(row.violations as string[]), ...(row.undeclared as string[])]);
    const unexpected = places.filter((place) => !left.includes(place));
    return unexpected.map((place) => `${id}: ${place} does not fit`);
  });
}

export default lab;
