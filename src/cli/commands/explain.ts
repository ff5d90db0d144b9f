import { diagnose } from '../../core/diagnosis.ts';
import { UserError } from '../../core/errors.ts';
import { locales, type Trap } from '../../core/trap.ts';
import { maskSecrets } from '../../host/mask.ts';
import type { Words } from '../../i18n/words.ts';
import { type Answer, answer } from '../../lookup/answer.ts';
import { indexOf } from '../../lookup/search.ts';
import type { Topic } from '../../lookup/topic.ts';
import { topicsOf } from '../../lookup/topics.ts';
import type { Page } from '../../report/human.ts';
import { schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { wrap } from '../../report/layout.ts';
import { markdownPage } from '../../report/markdown.ts';
import { readFailure } from '../../text/failure.ts';
import { traps } from '../../traps/registry.gen.ts';
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
  const query = invocation.words.join(' ');
  const answered = answer({
    index: indexOf(topicsOf(traps), ({ id }) =>
      locales.map((locale) => asset(`explain/${locale}/${id}.md`) ?? '').join('\n'),
    ),
    query,
    explains: explainedBy(query),
  });
  const named = answered.whole ? `${query}\n${answered.whole.title.en}` : query;
  const explanation: Explanation = { ...answered, settings: await settingsHere(context, named) };
  await writeReports(context, (to, format) => (format === 'json' ? asJson(to, explanation) : asText(to, explanation)));
  if (answered.found.length > 0) return 0;
  const near = answered.nearest.map(({ id }) => id).join(words.ui('punctuation.comma'));
  note(`${words.ui('explain.none', { word: query })}${words.ui('hint.nearest', { words: near })}`);
  return 2;
}

/** The traps that explain the query, where it is the text of an error. */
function explainedBy(query: string): { readonly trap: string; readonly sure: boolean }[] {
  return diagnose(traps, readFailure(maskSecrets(query))).map(({ trap, claim }) => ({
    trap: trap.id,
    sure: claim.confidence !== 'possible',
  }));
}

function asText(context: Context, { whole, near, left, settings, found }: Explanation): string {
  const { words, page } = context;
  if (found.length === 0) return '';
  const here = settings.map((setting) => settingText(setting, words));
  const list = near.map((topic) => listed(topic, words, page));
  const rest = left > 0 ? [words.ui('explain.more', { count: left })] : [];
  if (!whole) return [...paragraph(here, page), ...list, ...paragraph(rest, page)].map((line) => `${line}\n`).join('');
  const title = titleOf(whole, words);
  const text = markdownPage(`# ${whole.id}\n\n${title}\n\n${pageOf(whole, context)}`, page);
  const more =
    list.length > 0 ? ['', page.style.strong(words.ui('explain.near')), ...list, ...paragraph(rest, page)] : [];
  return [text, ...(here.length > 0 ? ['', ...paragraph(here, page)] : []), ...more]
    .map((line) => `${line}\n`)
    .join('');
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

function pageOf({ id }: Topic, { words, asset }: Context): string {
  return asset(`explain/${words.locale}/${id}.md`) ?? '';
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
