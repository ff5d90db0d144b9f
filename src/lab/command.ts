import type { Context } from '../cli/context.ts';
import { UserError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import { stripControls } from '../host/mask.ts';
import { schemaVersion } from '../report/json.ts';
import { jsonLine, jsonText } from '../report/json-text.ts';
import { cells, pad, wrap } from '../report/layout.ts';
import type { Lab, Row } from './lab.ts';
import { labs } from './labs.gen.ts';
import { ProgressFile } from './progress-file.ts';
import { type LabOutcome, runLab } from './runner.ts';
import { type Suite, suiteIds, suiteOf } from './suites.ts';

/** `lab list` and `lab run ID...`: the exit code is 1 when a lab disagrees with its committed data. */
export async function runLabCommand(context: Context): Promise<number> {
  const [verb = 'list', ...ids] = context.invocation.words;
  if (verb === 'list') return list(context);
  if (verb !== 'run') throw new UserError('error.badValue', { word: verb, option: 'lab', values: 'list, run' });
  if (ids.length === 0) throw new UserError('error.missingArgument', { command: 'lab run', what: 'ID' });
  const elsewhere = await measureElsewhere(ids, context);
  if (elsewhere === 'emitted') return 0;
  const outcomes: Ended[] = [];
  for (const id of ids) outcomes.push(...(await runWord(id, context)));
  if (!isJson(context)) for (const row of elsewhere) context.out(`${jsonLine(row)}\n`);
  else {
    const told = outcomes.map(({ lab, agree, differences }) => ({ ...describe(lab, context), agree, differences }));
    context.out(
      jsonText({ schemaVersion, command: 'lab', labs: told, ...(elsewhere.length > 0 && { read: elsewhere }) }),
    );
  }
  return outcomes.every(({ agree }) => agree) ? 0 : 1;
}

/** What other machines have to do with it: a program for one is written, or what it printed there is read. */
async function measureElsewhere(ids: readonly string[], context: Context): Promise<'emitted' | readonly Row[]> {
  const { invocation } = context;
  const platform = invocation.value('emit');
  const files = invocation.values('read');
  if (platform === undefined && invocation.value('out') !== undefined)
    throw new UserError('error.missingArgument', { command: 'lab run -o FILE', what: '--emit GOOS/GOARCH' });
  if (platform === undefined && files.length === 0) return [];
  if (platform !== undefined && files.length > 0) throw new UserError('error.emitAndRead');
  const { elsewhereOf, emit, readElsewhere } = await import('./elsewhere.ts');
  const chosen = ids.flatMap((id) => suiteOf(id, labs)?.labs ?? [find(id)]);
  const elsewhere = elsewhereOf(chosen, platform === undefined ? '--read' : '--emit');
  const [lab] = chosen as [Lab];
  if (platform === undefined) return files.map((file) => readElsewhere(lab, elsewhere, file, context));
  const emitted = await emit(elsewhere, platform, context);
  const text = stripControls(context.words.ui('lab.emitted', { file: emitted, lab: lab.id }));
  context.out(isJson(context) ? jsonText({ schemaVersion, command: 'lab', labs: [], emitted }) : `${text}\n`);
  return 'emitted';
}

/** What the report tells of a lab that was run. */
type Ended = Pick<LabOutcome, 'agree' | 'differences'> & { readonly lab: Lab };

async function runWord(word: string, context: Context): Promise<Ended[]> {
  const suite = suiteOf(word, labs);
  if (suite) return runSuite(suite, context);
  const lab = find(word);
  return [{ lab, ...(await runOne(lab, context)) }];
}

/**
 * One after the other, with those beside them that only wait. What an earlier run that was stopped has done is not done again.
 */
async function runSuite({ id, labs: own }: Suite, context: Context): Promise<Ended[]> {
  const { invocation, words, note } = context;
  const form = invocation.flag('short') ? 'short' : 'full';
  const file = new ProgressFile(`${id} ${form}`, invocation.flag('restart') || invocation.flag('update'));
  const started = performance.now();
  const ended: Ended[] = [];
  const runNext = async (lab: Lab): Promise<void> => {
    const data = { lab: lab.id, number: own.indexOf(lab) + 1, of: own.length, minutes: minutesSince(started) };
    const before = file.done.get(lab.id);
    if (before) {
      note(words.ui('lab.doneBefore', { ...data, seconds: Math.round(before.seconds) }));
      ended.push({ lab, agree: before.agree, differences: [] });
      return;
    }
    note(words.ui('lab.next', data));
    const began = performance.now();
    const outcome = await runOne(lab, context);
    file.add(lab.id, { agree: outcome.agree, seconds: (performance.now() - began) / 1000 });
    ended.push({ lab, ...outcome });
  };
  const waiting = Promise.allSettled(own.filter(({ waits }) => waits).map(runNext));
  for (const lab of own.filter(({ waits }) => !waits)) await runNext(lab);
  for (const one of await waiting) if (one.status === 'rejected') throw one.reason;
  file.remove();
  const odd = ended.filter(({ agree }) => !agree).map(({ lab }) => lab.id);
  const data = { suite: id, of: own.length, minutes: minutesSince(started), count: odd.length, odd: odd.join(', ') };
  note(words.ui(odd.length > 0 ? 'lab.suiteDisagrees' : 'lab.suiteAgrees', data));
  return ended;
}

function minutesSince(started: number): string {
  const seconds = Math.round((performance.now() - started) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function find(id: string): Lab {
  const lab = labs.find((one) => one.id === id);
  if (lab) return lab;
  throw new UserError('error.unknownLab', { word: id }, nearest(id, [...labs.map((one) => one.id), ...suiteIds(labs)]));
}

function isJson({ invocation }: Context): boolean {
  return invocation.value('format') === 'json';
}

function inLanguage(text: { en: string; zh: string }, context: Context): string {
  const words = isJson(context) ? context.machineWords : context.words;
  return words.locale === 'zh-CN' ? text.zh : text.en;
}

function describe(lab: Lab, context: Context) {
  return {
    lab: lab.id,
    title: inLanguage(lab.title, context),
    question: inLanguage(lab.question, context),
    traps: lab.traps,
  };
}

function list(context: Context): number {
  if (isJson(context)) {
    context.out(jsonText({ schemaVersion, command: 'lab', labs: labs.map((lab) => describe(lab, context)) }));
    return 0;
  }
  const left = Math.max(0, ...labs.map(({ id }) => cells(id)));
  for (const lab of labs) {
    const [first = '', ...rest] = wrap(inLanguage(lab.question, context), Math.max(20, context.page.width - left - 2));
    context.out(`${pad(lab.id, left)}  ${first}\n${rest.map((line) => `${' '.repeat(left + 2)}${line}\n`).join('')}`);
  }
  const suites = context.words.ui('lab.suites', {
    suites: suiteIds(labs).join(context.words.ui('punctuation.comma')),
    suite: suiteIds(labs)[0] ?? '',
  });
  context.out(`\n${wrap(suites, context.page.width).join('\n')}\n`);
  return 0;
}

async function runOne(lab: Lab, context: Context): Promise<LabOutcome> {
  const { invocation, words, out, note } = context;
  const outcome = await runLab(lab, {
    form: invocation.flag('short') ? 'short' : 'full',
    update: invocation.flag('update'),
    progress: note,
  });
  if (isJson(context)) return outcome;
  out(`${lab.render?.(outcome.result.rows) ?? outcome.result.rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
  for (const problem of outcome.problems) out(`  ${problem}\n`);
  for (const difference of outcome.differences) out(`  ${JSON.stringify(difference)}\n`);
  out(`${words.ui(outcome.agree ? 'lab.agrees' : 'lab.disagrees', { lab: lab.id })}\n`);
  return outcome;
}
