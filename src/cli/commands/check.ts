import { type Severity, severities } from '../../core/claim.ts';
import { examine } from '../../core/engine.ts';
import { UserError } from '../../core/errors.ts';
import type { CheckOptions } from '../../core/fact.ts';
import { FactStore } from '../../core/fact.ts';
import { nearest } from '../../core/nearest.ts';
import { type Outcome, type Reason, valueIfKnown } from '../../core/outcome.ts';
import { project } from '../../core/subject.ts';
import type { Trap } from '../../core/trap.ts';
import { generation } from '../../facts/generation/steps.ts';
import { workspace } from '../../facts/modules/workspace.ts';
import { goSources } from '../../facts/project/sources.ts';
import { type Tree, tree } from '../../facts/project/tree.ts';
import { subjectList } from '../../facts/subjects.ts';
import { outdatedSince } from '../../knowledge/questions.ts';
import { environmentCard } from '../../report/card.ts';
import { humanReport } from '../../report/human.ts';
import { checkJson } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import type { CheckReport } from '../../report/report.ts';
import { traps } from '../../traps/registry.gen.ts';
import type { Context } from '../context.ts';
import { commands } from '../options.ts';
import type { Invocation } from '../parse.ts';
import { writeReports } from '../reports.ts';

/** One run of the traps over one folder. */
export interface CheckRun {
  readonly report: CheckReport;
  readonly store: FactStore;
}

export async function checkCommand(context: Context): Promise<number> {
  const { invocation } = context;
  const run = await runCheck(context, invocation.words[0] ?? '.', selectedTraps(invocation));
  await writeReports(context, (to, format) => render(to, run, format));
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
  const absolute = host.path.isAbsolute(folder);
  if (!absolute && cwd === undefined) throw new UserError('error.noCurrentFolder');
  const dir = host.path.normalize(absolute ? folder : host.path.join(cwd ?? '', folder));
  const trimmed = dir.length > 1 && dir.endsWith(host.path.sep) ? dir.slice(0, -1) : dir;
  const state = host.stat(trimmed);
  if (!state) throw noSuchFolder(folder, invocation);
  if (state.kind !== 'folder') throw new UserError('error.notAFolder', { dir: folder });
  if (!host.list(trimmed)) throw new UserError('error.unreadableFolder', { dir: folder });
  const purpose = invocation.value('for');
  return {
    dir: trimmed,
    network: invocation.flag('network'),
    purpose: purpose === 'generate' || purpose === 'all' ? purpose : 'build',
    timeoutMs: Math.round(seconds(invocation) * 1000),
  };
}

/** `grpc-doctor chekc` is more likely a command mistyped than a folder. */
function noSuchFolder(folder: string, invocation: Invocation): UserError {
  const meant = invocation.commandGiven
    ? undefined
    : nearest(
        folder,
        commands.map(({ name }) => name),
      );
  return meant
    ? new UserError('error.unknownCommand', { word: folder }, meant)
    : new UserError('error.noSuchFolder', { dir: folder });
}

const defaultSeconds = 10;
/** Timers take no more. */
const mostSeconds = 86_400;

function seconds(invocation: Invocation): number {
  const text = invocation.value('timeout');
  if (text === undefined) return defaultSeconds;
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0.001) return Math.min(value, mostSeconds);
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
async function remark({ words, note, host }: Context, store: FactStore, files: Tree | undefined): Promise<void> {
  const since = outdatedSince(host.today());
  if (since) note(words.ui('note.oldKnowledge', { since }));
  if (!files) return;
  if (files.stoppedAfter !== undefined) note(words.ui('note.tooLarge', { count: files.stoppedAfter }));
  const [folder] = files.unreadable;
  if (folder !== undefined) note(words.ui('note.unreadable', { count: files.unreadable.length, folder }));
  const sources = valueIfKnown(await store.get(goSources, project));
  if (sources && sources.left > 0) note(words.ui('note.tooManyGo', { count: sources.left }));
  const unread = [
    ...reasonOf(await store.get(workspace, project)),
    ...(valueIfKnown(await store.get(generation, project))?.unread ?? []),
    ...(sources?.unread ?? []),
  ];
  if (unread[0]) note(words.ui('note.unread', { count: unread.length, reason: words.reason(unread[0]) }));
  if (files.goMods.length === 0 && files.protos.length === 0) note(words.ui('note.nothing', { dir: files.root }));
}

/** Why it is not known; nothing where it is known, or known not to be there. */
function reasonOf(outcome: Outcome<unknown>): readonly Reason[] {
  return outcome.kind === 'unknown' ? [outcome.reason] : [];
}

async function render(context: Context, run: CheckRun, format: string): Promise<string> {
  if (format === 'json') return jsonText(checkJson({ ...run.report, words: context.machineWords }));
  const text = humanReport(run.report, context.page, context.invocation.flag('quiet'));
  if (!context.invocation.flag('verbose')) return text;
  return `${await environmentCard(run.report, run.store, context.page)}\n${text}`;
}

/** 1 when something at or above `--fail-on` was found. */
export function exitCode({ examination }: CheckReport, invocation: Invocation): number {
  const failOn = invocation.value('fail-on') ?? 'error';
  if (failOn === 'never') return 0;
  const limit = severities.indexOf(failOn as Severity);
  return examination.findings.some(({ claim }) => severities.indexOf(claim.severity) <= limit) ? 1 : 0;
}
