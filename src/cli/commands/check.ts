import { type Severity, severities } from '../../core/claim.ts';
import { examine } from '../../core/engine.ts';
import { UserError } from '../../core/errors.ts';
import type { CheckOptions } from '../../core/fact.ts';
import { FactStore } from '../../core/fact.ts';
import { nearest } from '../../core/nearest.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { project } from '../../core/subject.ts';
import type { Trap } from '../../core/trap.ts';
import { goSources } from '../../facts/project/sources.ts';
import { type Tree, tree } from '../../facts/project/tree.ts';
import { subjectList } from '../../facts/subjects.ts';
import { localeOf, Words } from '../../i18n/words.ts';
import { environmentCard } from '../../report/card.ts';
import { humanReport } from '../../report/human.ts';
import { checkJson } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import type { CheckReport } from '../../report/report.ts';
import { traps } from '../../traps/registry.gen.ts';
import type { Context } from '../context.ts';
import type { Invocation } from '../parse.ts';

/** One run of the traps over one folder. */
export interface CheckRun {
  readonly report: CheckReport;
  readonly store: FactStore;
}

export async function checkCommand(context: Context): Promise<number> {
  const { invocation } = context;
  const run = await runCheck(context, invocation.words[0] ?? '.', selectedTraps(invocation));
  await writeReports(context, run);
  return exitCode(run.report, invocation);
}

/** Looks at a folder. Throws a UserError when there is no such folder. */
export async function runCheck(context: Context, folder: string, selection: readonly Trap[]): Promise<CheckRun> {
  const started = performance.now();
  const options = checkOptions(context, folder);
  const store = new FactStore(context.host, options);
  const examination = await examine(selection, store, subjectList);
  const files = valueIfKnown(await store.get(tree, project));
  await remark(context, store, files);
  const report = {
    examination,
    root: files?.root ?? options.dir,
    durationMs: performance.now() - started,
    words: context.words,
  };
  return { report, store };
}

function checkOptions({ host, invocation, cwd }: Context, folder: string): CheckOptions {
  const dir = host.path.normalize(host.path.isAbsolute(folder) ? folder : host.path.join(cwd, folder));
  const trimmed = dir.length > 1 && dir.endsWith(host.path.sep) ? dir.slice(0, -1) : dir;
  const state = host.stat(trimmed);
  if (!state) throw new UserError('error.noSuchFolder', { dir: folder });
  if (state.kind !== 'folder') throw new UserError('error.notAFolder', { dir: folder });
  if (!host.list(trimmed)) throw new UserError('error.unreadableFolder', { dir: folder });
  const purpose = invocation.value('for');
  return {
    dir: trimmed,
    network: invocation.flag('network'),
    purpose: purpose === 'generate' || purpose === 'all' ? purpose : 'build',
    timeoutMs: seconds(invocation) * 1000,
  };
}

const defaultSeconds = 10;

function seconds(invocation: Invocation): number {
  const text = invocation.value('timeout');
  if (text === undefined) return defaultSeconds;
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new UserError('error.badValue', { word: text, option: '--timeout', values: '0.5, 10, ...' });
}

export function selectedTraps(invocation: Invocation): readonly Trap[] {
  const only = invocation.values('only').map(knownTrap);
  const skip = new Set(invocation.values('skip').map(knownTrap));
  return traps.filter((trap) => (only.length === 0 || only.includes(trap)) && !skip.has(trap));
}

/** The trap of that id. Throws a UserError that names the nearest one. */
export function knownTrap(id: string): Trap {
  const trap = traps.find((one) => one.id === id);
  if (trap) return trap;
  throw new UserError(
    'error.unknownTrap',
    { word: id },
    nearest(
      id,
      traps.map((one) => one.id),
    ),
  );
}

/** What was not looked at is said, and never counted as passed. */
async function remark({ words, note }: Context, store: FactStore, files: Tree | undefined): Promise<void> {
  if (!files) return;
  if (files.stoppedAfter !== undefined) note(words.ui('note.tooLarge', { count: files.stoppedAfter }));
  const [folder] = files.unreadable;
  if (folder !== undefined) note(words.ui('note.unreadable', { count: files.unreadable.length, folder }));
  const left = valueIfKnown(await store.get(goSources, project))?.left ?? 0;
  if (left > 0) note(words.ui('note.tooManyGo', { count: left }));
  if (files.goMods.length === 0 && files.protos.length === 0) note(words.ui('note.nothing', { dir: files.root }));
}

async function writeReports(context: Context, run: CheckRun): Promise<void> {
  const { invocation } = context;
  context.out(await render(context, run, invocation.value('format') ?? 'human'));
  for (const target of invocation.values('output')) {
    const at = target.indexOf('=');
    const [format, file] = at < 0 ? ['', ''] : [target.slice(0, at), target.slice(at + 1)];
    if (!['human', 'json'].includes(format) || file === '') {
      throw new UserError('error.badValue', { word: target, option: '--output', values: 'human=FILE, json=FILE' });
    }
    const failure = context.save(file, await render({ ...context, page: plain(context) }, run, format));
    if (failure) throw new UserError('error.output', { file, message: failure });
  }
}

function plain(context: Context): Context['page'] {
  return { ...context.page, style: context.page.style.plain() };
}

async function render(context: Context, run: CheckRun, format: string): Promise<string> {
  const { invocation } = context;
  // Machines get English unless a language was asked for.
  const words =
    format === 'human' ? context.words : new Words(localeOf(invocation.value('lang') ?? 'en', () => undefined));
  const report = { ...run.report, words };
  if (format === 'json') return jsonText(checkJson(report));
  const text = humanReport(report, context.page, invocation.flag('quiet'));
  if (!invocation.flag('verbose')) return text;
  return `${await environmentCard(report, run.store, context.page)}\n${text}`;
}

/** 1 when something at or above `--fail-on` was found. */
export function exitCode({ examination }: CheckReport, invocation: Invocation): number {
  const failOn = invocation.value('fail-on') ?? 'error';
  if (failOn === 'never') return 0;
  const limit = severities.indexOf(failOn as Severity);
  return examination.findings.some(({ claim }) => severities.indexOf(claim.severity) <= limit) ? 1 : 0;
}
