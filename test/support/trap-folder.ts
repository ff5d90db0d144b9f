import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { symptomKinds } from '../../src/core/symptom.ts';
import type { Locale, Messages, Trap } from '../../src/core/trap.ts';
import { type CaseFile, casesIn, machineOf } from './cases.ts';
import { type Difference, differences } from './leaves.ts';
import { placeholdersOf } from './sentences.ts';
import { textsIn } from './texts.ts';

/** The headings of an explanation, the same for every trap. */
const headings: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'What it is',
    'Why it bites',
    'What you see',
    'How we know',
    'How to get out',
    'When to ignore it',
    'What people say that is not true',
  ],
  'zh-CN': [
    '这是什么',
    '为什么会出问题',
    '你会看到什么',
    '我们怎么知道',
    '怎么解决',
    '什么时候可以忽略',
    '流传的错误说法',
  ],
};
const locales = Object.keys(headings) as Locale[];

/** What is missing or wrong in the folder of a trap, one sentence each. */
export async function problemsOf(folder: string): Promise<string[]> {
  const file = join(folder, 'trap.ts');
  if (!existsSync(file)) return ['no trap.ts'];
  const { default: trap } = (await import(pathToFileURL(file).href)) as { default: Trap };
  const readsTexts = existsSync(join(folder, 'text.ts'));
  // How it is seen in a text, and in a certificate file, may stand in a file of its own.
  const parts = [file, join(folder, 'text.ts'), join(folder, 'certificate.ts')].filter((path) => existsSync(path));
  const source = parts.map((path) => readFileSync(path, 'utf8')).join('');
  return [
    ...placeProblems(trap, folder),
    ...messageProblems(trap),
    ...deadKeys(trap.messages.en, source),
    ...(trap.sights.length > 0 ? symptomProblems(source) : []),
    ...locales.flatMap((locale) => explainProblems(folder, locale)),
    ...(trap.sights.length > 0 ? caseProblems(casesIn(folder)) : []),
    ...(readsTexts ? textProblems(folder) : trap.sights.length > 0 ? [] : ['seen neither in facts nor in texts']),
  ];
}

/** A text that it knows, and one that looks like it and is another matter. */
function textProblems(folder: string): string[] {
  const texts = textsIn(folder);
  const kinds = ['reads', 'passes'];
  const missing = kinds.filter((kind) => !texts.some(({ name }) => name.startsWith(`${kind}-`)));
  const strange = texts.filter(({ name }) => !kinds.some((kind) => name.startsWith(`${kind}-`)));
  return [
    ...missing.map((kind) => `no ${kind}- text`),
    ...strange.map(({ name }) => `${name}: neither reads- nor passes-`),
    ...texts
      .filter(({ about, from }) => !about?.trim() || !from?.trim())
      .map(({ name }) => `${name}: says not what it is, or from where`),
  ];
}

function placeProblems({ group, id }: Trap, folder: string): string[] {
  const place = `${basename(dirname(folder))}/${basename(folder)}`;
  return place === `${group}/${id}` ? [] : [`${group}/${id} lies in ${place}`];
}

function messageProblems({ messages }: Trap): string[] {
  const { en } = messages;
  const zh = messages['zh-CN'];
  const keys = [...new Set([...Object.keys(en), ...Object.keys(zh)])];
  return [...(en.summary ? [] : ['no summary']), ...keys.flatMap((key) => pairProblems(key, en[key], zh[key]))];
}

function pairProblems(key: string, en: string | undefined, zh: string | undefined): string[] {
  if (!en?.trim() || !zh?.trim()) return [`${key}: empty or missing in ${en?.trim() ? 'zh-CN' : 'en'}`];
  const [ofEn, ofZh] = [en, zh].map((text) => [...new Set(placeholdersOf(text))].join(' '));
  return [
    ...(ofEn === ofZh ? [] : [`${key}: other placeholders in zh-CN`]),
    // What a tool prints is quoted as it is; those keys begin with bites.
    ...(/\p{Script=Han}/u.test(zh) || key.startsWith('bites') ? [] : [`${key}: no Chinese in zh-CN`]),
  ];
}

/** Keys that the source neither names nor puts together: `title-x` of `title-${kind}`. */
function deadKeys(messages: Messages, source: string): string[] {
  const used = (key: string): boolean =>
    key === 'summary' ||
    source.includes(`'${key}'`) ||
    isTold(key, source) ||
    prefixesOf(key).some((prefix) => source.includes(`\`${prefix}\${`));
  return Object.keys(messages).flatMap((key) => (used(key) ? [] : [`${key}: not used by trap.ts`]));
}

/** The sentences of `toldBy`, which `refusedCertificate` calls: of its usual name, or of one that is given. */
function isTold(key: string, source: string): boolean {
  const name = /^(.+)-(?:why|fix)$/.exec(key)?.[1];
  return (
    name !== undefined &&
    /\b(?:toldBy|refusedCertificate)\(/.test(source) &&
    (name === 'seen' || source.includes(`sentences: '${name}'`))
  );
}

function prefixesOf(key: string): string[] {
  return [...key.matchAll(/-/g)].map(({ index }) => key.slice(0, index + 1));
}

/** The kinds in `causes: [{ kind: …, about: … }]`; a choice between two names both. Claims about a certificate have theirs in common. */
function symptomProblems(source: string): string[] {
  if (source.includes('...aboutCertificate(') && !source.includes('causes:')) return [];
  const known: readonly string[] = symptomKinds;
  const causes = [...source.matchAll(/kind:([^}]*?),\s*about:/g)].map(([, kind = '']) => kind);
  const kinds = causes.flatMap((text) =>
    [...text.matchAll(/'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/g)].map(([, kind = '']) => kind),
  );
  const strange = kinds.filter((kind) => !known.includes(kind)).map((kind) => `${kind}: no such symptom`);
  return kinds.length > 0 ? strange : ['causes no symptom'];
}

function explainProblems(folder: string, locale: Locale): string[] {
  const name = `explain.${locale}.md`;
  const file = join(folder, name);
  if (!existsSync(file)) return [`no ${name}`];
  const sections = sectionsOf(readFileSync(file, 'utf8'));
  const titles = sections.map(({ title }) => title).join(' | ');
  const empty = sections.filter(({ text }) => text.trim() === '').map(({ title }) => `${name}: nothing under ${title}`);
  return [...(titles === headings[locale].join(' | ') ? [] : [`${name}: its headings are ${titles}`]), ...empty];
}

/** The parts below headings of the second level; lines of a code block are no headings. */
function sectionsOf(markdown: string): { title: string; text: string }[] {
  const sections: { title: string; text: string }[] = [];
  let inCode = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) inCode = !inCode;
    const title = inCode ? undefined : /^## (.*)$/.exec(line)?.[1];
    const last = sections.at(-1);
    if (title !== undefined) sections.push({ title, text: '' });
    else if (last) last.text += `${line}\n`;
  }
  return sections;
}

function caseProblems(cases: readonly CaseFile[]): string[] {
  const kinds = ['fires', 'quiet', 'skipped'];
  const missing = kinds.filter((kind) => !cases.some(({ name }) => name.startsWith(`${kind}-`)));
  const strange = cases.filter(({ name }) => !kinds.some((kind) => name.startsWith(`${kind}-`)));
  return [
    ...missing.map((kind) => `no ${kind}- case`),
    ...strange.map(({ name }) => `${name}: neither fires-, quiet- nor skipped-`),
    ...cases.filter(({ about }) => !about?.trim()).map(({ name }) => `${name}: says nothing about itself`),
    ...cases.filter(({ name }) => name.startsWith('quiet-')).flatMap((one) => quietProblems(one, cases)),
  ];
}

function quietProblems(one: CaseFile, cases: readonly CaseFile[]): string[] {
  if (!one.of?.startsWith('fires-') || !cases.some(({ name }) => name === one.of)) {
    return [`${one.name}: differs from no firing case`];
  }
  const count = quietDifferences(one, cases).length;
  return count === 1 ? [] : [`${one.name}: differs from ${one.of} in ${count} leaves`];
}

/** In what a quiet case differs from the firing case that it names. */
export function quietDifferences(one: CaseFile, cases: readonly CaseFile[]): Difference[] {
  const firing = cases.find(({ name }) => name === one.of);
  return firing ? differences(machineOf(firing, cases), machineOf(one, cases)) : [];
}
