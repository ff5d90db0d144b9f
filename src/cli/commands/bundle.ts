import { UserError } from '../../core/errors.ts';
import { packBundle } from '../../host/bundle.ts';
import { stripControls } from '../../host/mask.ts';
import { type Recording, RecordingHost } from '../../host/recording.ts';
import { environmentCard } from '../../report/card.ts';
import { schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { wrap } from '../../report/layout.ts';
import { traps } from '../../traps/registry.gen.ts';
import type { Context } from '../context.ts';
import { localPatient } from '../patient.ts';
import { writeReports } from '../reports.ts';
import { runCheck } from '../run.ts';
import { renderFor } from './check-formats.ts';

/** Keeps everything that a check asked of this machine in one file; with --list only tells what that would be. */
export async function bundleCommand(context: Context): Promise<number> {
  const { invocation, words, page } = context;
  const file = invocation.value('out');
  const listOnly = invocation.flag('list');
  if (file === undefined && !listOnly)
    throw new UserError('error.missingArgument', { command: 'bundle', what: '-o FILE' });
  const patient = localPatient(context, invocation.words[0] ?? '.');
  const recorder = new RecordingHost(context.host, patient.dir, `grpc-doctor ${context.version}`);
  const run = await runCheck(context, { host: recorder, dir: patient.dir }, traps);
  // The other reports ask more than the traps do.
  await environmentCard(run.report, run.store, page);
  renderFor('sarif', run.report, run, context);
  const packed = await packBundle(recorder.recording, file?.endsWith('.gz') ?? false);
  const contents = contentsOf(recorder.recording);
  if (listOnly || file === undefined) {
    await writeReports(context, (to, format) => (format === 'json' ? json(contents) : listText(contents, to)));
    return 0;
  }
  const message = context.save(file, packed);
  if (message) throw new UserError('error.output', { file, message });
  const numbers = {
    files: contents.files.length,
    variables: contents.variables.length,
    commands: contents.commands.length,
  };
  const told = words.ui('bundle.written', { file, ...numbers, size: sizeText(packed.length) });
  await writeReports(context, (to, format) =>
    format === 'json'
      ? json({ ...contents, written: file })
      : `${wrap(stripControls(told), to.page.width).join('\n')}\n`,
  );
  return 0;
}

interface Contents {
  readonly files: readonly string[];
  readonly leftOut: readonly string[];
  readonly folders: readonly string[];
  readonly variables: readonly string[];
  readonly commands: readonly string[];
  readonly requests: readonly string[];
  readonly written?: string;
}

/** Names of what is in a recording: files with content, variables that are set, what was run and asked. */
function contentsOf({ files, parts, folders, env, commands, answers }: Recording): Contents {
  const read = Object.entries(files);
  const partly = Object.entries(parts).flatMap(([key, part]) => (part === null ? [] : key.replace(/@\d+\+\d+$/, '')));
  const whole = read.flatMap(([path, { kind }]) => (kind === 'text' || kind === 'bytes' ? path : []));
  return {
    files: [...new Set([...whole, ...partly])].sort(),
    leftOut: read.flatMap(([path, { kind }]) => (kind === 'unrecorded' ? path : [])).sort(),
    folders: Object.entries(folders)
      .flatMap(([path, entries]) => (entries ? path : []))
      .sort(),
    variables: Object.entries(env)
      .flatMap(([name, value]) => (value === null ? [] : name))
      .sort(),
    commands: Object.keys(commands).sort(),
    requests: Object.keys(answers).sort(),
  };
}

function json(contents: Contents): string {
  return jsonText({ schemaVersion, command: 'bundle', ...contents });
}

function listText(contents: Contents, { words, page }: Context): string {
  const sections = (['files', 'leftOut', 'folders', 'variables', 'commands', 'requests'] as const).flatMap((name) => {
    const entries = contents[name];
    if (entries.length === 0) return [];
    const title = words.ui(`bundle.${name}`, { count: entries.length });
    return [page.style.strong(title), ...entries.map((entry) => `  ${stripControls(entry)}`), ''];
  });
  return `${[...sections, ...wrap(words.ui('bundle.listed'), page.width)].join('\n')}\n`;
}

function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
