import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Messages } from '../../src/core/trap.ts';
import { decisions } from '../../src/decisions/decisions.ts';
import { commonEn } from '../../src/i18n/common.en.ts';
import { commonZh } from '../../src/i18n/common.zh-CN.ts';
import { compatEn } from '../../src/i18n/compat.en.ts';
import { compatZh } from '../../src/i18n/compat.zh-CN.ts';
import { reasonsEn } from '../../src/i18n/reasons.en.ts';
import { reasonsZh } from '../../src/i18n/reasons.zh-CN.ts';
import { stepsEn } from '../../src/i18n/steps.en.ts';
import { stepsZh } from '../../src/i18n/steps.zh-CN.ts';
import { uiEn } from '../../src/i18n/ui.en.ts';
import { uiZh } from '../../src/i18n/ui.zh-CN.ts';
import { wordsEn } from '../../src/script/words.en.ts';
import { wordsZh } from '../../src/script/words.zh-CN.ts';
import { traps } from '../../src/traps/registry.gen.ts';

/** One text in both languages; `where` names its place for whoever mends it. */
export interface Pair {
  readonly where: string;
  readonly en: string;
  readonly zh: string;
}

const root = join(import.meta.dirname, '../..');

/** The tables of messages, the program's own and those of the traps, by what a report of them is called. */
export const messageTables: readonly (readonly [string, Messages, Messages])[] = [
  ['common', commonEn, commonZh],
  ['compat', compatEn, compatZh],
  ['reasons', reasonsEn, reasonsZh],
  ['steps', stepsEn, stepsZh],
  ['ui', uiEn, uiZh],
  ['script', wordsEn, wordsZh],
  ...[...traps, ...decisions].map(({ id, messages }) => [id, messages.en, messages['zh-CN']] as const),
];

/** Every message that is there in both languages. */
export function messagePairs(): Pair[] {
  return messageTables.flatMap(([name, en, zh]) =>
    Object.entries(en).flatMap(([key, text]) => {
      const other = zh[key];
      return other === undefined ? [] : [{ where: `${name} ${key}`, en: text, zh: other }];
    }),
  );
}

const literal = String.raw`('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\x60(?:[^\x60\\]|\\.)*\x60)`;
const beside = new RegExp(String.raw`\ben:\s*${literal},\s*zh:\s*${literal}`, 'g');

/** Texts that stand beside each other in the sources, `{ en: '…', zh: '…' }`: labs, the items of the article, pages. */
export function inlinePairs(): Pair[] {
  const sources = ['src', 'scripts'].flatMap((folder) => filesIn(join(root, folder), /(?<!\.en|\.zh-CN)\.ts$/));
  return sources.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return [...source.matchAll(beside)].map(({ 1: en = '', 2: zh = '', index }) => ({
      where: `${relative(root, file)}:${source.slice(0, index).split('\n').length}`,
      en: spoken(en),
      zh: spoken(zh),
    }));
  });
}

/** What a literal stands for, as far as these texts have escapes. */
function spoken(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(['"`\\])/g, '$1');
}

/** Explanations and the README, block by block: a paragraph, an item of a list, a row of a table, a piece of code. */
export function documentPairs(): Pair[] {
  const explanations = filesIn(join(root, 'src/traps'), /explain\.en\.md$/);
  return [...explanations, join(root, 'README.md')].flatMap((file) => {
    const other = file.endsWith('README.md') ? join(root, 'README.zh-CN.md') : file.replace('.en.md', '.zh-CN.md');
    const [en, zh] = [file, other].map((path) => blocksOf(readFileSync(path, 'utf8'))) as [string[], string[]];
    const where = relative(root, other);
    if (en.length !== zh.length) return [{ where, en: `${en.length} blocks`, zh: '' }];
    return en.map((text, place) => ({ where: `${where}, block ${place + 1}`, en: text, zh: zh[place] ?? '' }));
  });
}

/** A fence of code is one block whatever it holds. */
export const isCode = ({ en }: Pair): boolean => en.startsWith('```');

function blocksOf(markdown: string): string[] {
  const parts = markdown.replace(/<!--.*?-->/gs, '').split(/^[ ]*(```[^\n]*\n.*?^[ ]*```)$/ms);
  return parts.flatMap((part) =>
    part.startsWith('```')
      ? [part]
      : part
          .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s|\||#)/)
          .map((block) => block.trim())
          .filter((block) => block !== ''),
  );
}

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path, name);
      return name.test(path) ? [path] : [];
    });
}
