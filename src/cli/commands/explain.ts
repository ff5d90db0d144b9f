import { UserError } from '../../core/errors.ts';
import { locales, type Trap } from '../../core/trap.ts';
import { decisions } from '../../decisions/decisions.ts';
import { maskSecrets } from '../../host/mask.ts';
import type { Words } from '../../i18n/words.ts';
import { type Answer, answer } from '../../lookup/answer.ts';
import { indexOf } from '../../lookup/search.ts';
import type { Topic } from '../../lookup/topic.ts';
import { topicsOf } from '../../lookup/topics.ts';
import { decisionTree, questionTree } from '../../report/decision-tree.ts';
import type { Page } from '../../report/human.ts';
import { schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { wrap } from '../../report/layout.ts';
import { markdownPage } from '../../report/markdown.ts';
import { readFailure } from '../../text/failure.ts';
import { traps } from '../../traps/registry.gen.ts';
import { causesOf } from '../causes.ts';
import type { Context } from '../context.ts';
import { writeReports } from '../reports.ts';
import { type SettingHere, settingsHere } from '../settings-here.ts';

/** What was asked, what answers it, and the variables in question on this machine. */
interface Explanation extends Answer {
  readonly settings: readonly SettingHere[];
}

/** Tells what a word leads to: one page where one topic fits best, else a list. */
export async function explainCommand(context: Context): Promise<number> {
  const { invocation, words, note, asset } = context;
  if (invocation.words.length === 0) throw new UserError('error.missingArgument', { command: 'explain', what: 'WORD' });
  const query = maskSecrets(invocation.words.join(' '));
  const answered = answer({
    index: indexOf(topicsOf(traps, decisions), ({ id }) =>
      locales.map((locale) => asset(`explain/${locale}/${id}.md`) ?? '').join('\n'),
    ),
    query,
    explains: explainedBy(query),
  });
  const named = answered.whole ? `${query}\n${answered.whole.title.en}` : query;
  const explanation: Explanation = { ...answered, settings: await settingsHere(context, named) };
  await writeReports(context, (to, format) => (format === 'json' ? asJson(to, explanation) : asText(to, explanation)));
  if (answered.found.length > 0) {
    if (!answered.whole && answered.found.length > 1) note(words.ui('explain.several', { word: short(query) }));
    return 0;
  }
  const near = answered.nearest.map(({ id }) => id).join(words.ui('punctuation.comma'));
  note(`${words.ui('explain.none', { word: short(query) })}${words.ui('hint.nearest', { words: near })}`);
  return 2;
}

/** As a remark names it: the first line, and not all of a long one. */
function short(query: string): string {
  const [line = ''] = query.trim().split('\n');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

const longest = 80;

/** What explains the query, where it is the text of an error: traps that it proves, else the decision that it leaves open, else traps. */
function explainedBy(query: string): { readonly id: string; readonly sure: boolean }[] {
  const causes = causesOf(readFailure(query));
  const open = causes.flatMap(({ decision }) => (decision ? [{ id: decision.id, sure: true }] : [])).slice(0, 1);
  const read = causes
    .filter(({ decision }) => !decision)
    .map(({ trap, claim }) => ({ id: trap.id, sure: claim.confidence !== 'possible' }));
  return [...read.filter(({ sure }) => sure), ...open, ...read.filter(({ sure }) => !sure)];
}

function asText(context: Context, { whole, near, left, settings }: Explanation): string {
  const { words, page } = context;
  const here = paragraph(
    settings.map((setting) => settingText(setting, words)),
    page,
  );
  const list = near.map((topic) => listed(topic, words, page));
  if (!whole) {
    const rest = left > 0 ? paragraph([words.ui('explain.more', { count: left })], page) : [];
    return blocks(here, [...list, ...rest]);
  }
  const decision = decisions.find(({ id }) => id === whole.id);
  const told = decision ? '' : pageOf(whole, context);
  const text = markdownPage(`# ${whole.id}\n\n${titleOf(whole, words)}\n\n${told}`, page);
  return blocks(
    [text],
    decision ? questionTree(decision, words, page.width) : [],
    here,
    list.length > 0 ? [page.style.strong(words.ui('explain.near')), ...list] : [],
  );
}

/** Blocks of lines with an empty line between them. */
function blocks(...all: readonly (readonly string[])[]): string {
  const told = all.filter((lines) => lines.length > 0);
  return told.map((lines) => lines.map((line) => `${line}\n`).join('')).join('\n');
}

function paragraph(lines: readonly string[], { width }: Page): string[] {
  return lines.flatMap((line) => wrap(line, width));
}

function settingText({ name, value, source }: SettingHere, words: Words): string {
  if (source !== undefined) return words.ui('explain.set', { name, value: value ?? '', source });
  return value === undefined ? words.ui('explain.unset', { name }) : words.ui('explain.default', { name, value });
}

/** The id, and what it is about below it. */
function listed(topic: Topic, words: Words, { width, style }: Page): string {
  const lines = wrap(titleOf(topic, words).replaceAll('`', ''), width - 4);
  return [style.strong(topic.id), ...lines.map((line) => `    ${line}`)].join('\n');
}

/** What the article says is told as such: it may be untrue. */
function titleOf({ kind, title }: Topic, words: Words): string {
  const text = title[words.locale];
  return kind === 'myth' || kind === 'claim' ? words.ui(`explain.${kind}`, { text }) : text;
}

/** In Markdown. */
function pageOf({ id }: Topic, { words, asset }: Context): string {
  const decision = decisions.find((one) => one.id === id);
  return decision
    ? `\`\`\`text\n${decisionTree(decision, words)}\n\`\`\`\n`
    : (asset(`explain/${words.locale}/${id}.md`) ?? '');
}

function asJson(context: Context, { found, nearest, settings }: Explanation): string {
  const { machineWords: words } = context;
  const topics = found.map((topic) => ({
    kind: topic.kind,
    id: topic.id,
    title: topic.title[words.locale],
    text: pageOf(topic, { ...context, words }),
  }));
  const ofTraps = topics.flatMap(({ id, title, text }) => {
    const trap = traps.find((one: Trap) => one.id === id);
    return trap ? [{ trap: id, group: trap.group, summary: title, text }] : [];
  });
  return jsonText({
    schemaVersion,
    command: 'explain',
    traps: ofTraps,
    topics,
    settings,
    nearest: nearest.map(({ id }) => id),
  });
}
