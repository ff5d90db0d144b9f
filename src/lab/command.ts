import type { Context } from '../cli/context.ts';
import { UserError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import { schemaVersion } from '../report/json.ts';
import { jsonText } from '../report/json-text.ts';
import { cells, pad, wrap } from '../report/layout.ts';
import type { Lab } from './lab.ts';
import { labs } from './labs.gen.ts';
import { type LabOutcome, runLab } from './runner.ts';

/** `lab list` and `lab run ID...`: the exit code is 1 when a lab disagrees with its committed data. */
export async function runLabCommand(context: Context): Promise<number> {
  const [verb = 'list', ...ids] = context.invocation.words;
  if (verb === 'list') return list(context);
  if (verb !== 'run') throw new UserError('error.badValue', { word: verb, option: 'lab', values: 'list, run' });
  if (ids.length === 0) throw new UserError('error.missingArgument', { command: 'lab run', what: 'ID' });
  const chosen = ids.map(find);
  const outcomes: { lab: Lab; outcome: LabOutcome }[] = [];
  for (const lab of chosen) outcomes.push({ lab, outcome: await runOne(lab, context) });
  if (isJson(context)) {
    const told = outcomes.map(({ lab, outcome }) => ({
      ...describe(lab, context),
      agree: outcome.agree,
      differences: outcome.differences,
    }));
    context.out(jsonText({ schemaVersion, command: 'lab', labs: told }));
  }
  return outcomes.every(({ outcome }) => outcome.agree) ? 0 : 1;
}

function find(id: string): Lab {
  const lab = labs.find((one) => one.id === id);
  if (lab) return lab;
  throw new UserError(
    'error.unknownLab',
    { word: id },
    nearest(
      id,
      labs.map((one) => one.id),
    ),
  );
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
