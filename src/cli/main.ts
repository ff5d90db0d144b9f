import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isUserError } from '../core/errors.ts';
import { isNotRecorded } from '../core/host.ts';
import type { Locale } from '../core/trap.ts';
import { abandon, LocalHost } from '../host/local.ts';
import { stripControls } from '../host/mask.ts';
import { save } from '../host/save.ts';
import type { UiKey } from '../i18n/ui.en.ts';
import { localeOf, Words } from '../i18n/words.ts';
import { Style } from '../report/style.ts';
import { helpText } from './commands/help.ts';
import type { Context } from './context.ts';
import { type Invocation, parseCommandLine } from './parse.ts';
import { outputTargets, pageWidth } from './reports.ts';

/** As Node has it for a module that waits for something that never comes. */
const unsettled = 13;

type Handler = (context: Context) => number | Promise<number>;

/** The folder above the part that this is, `dist`; of the sources `src`. */
const ownFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const narrowest = 40;
const widest = 120;

// `grpc-doctor traps | head` closes the pipe early: that is no fault of anybody. A full disk is another matter.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`grpc-doctor: ${error.message}\n`);
  process.exit(2);
});
// Nobody reads the remarks: nothing is lost.
process.stderr.on('error', () => {});
process.on('exit', () => {
  abandon();
  if (!settled && process.exitCode === unsettled) endUnsettled();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    abandon();
    process.kill(process.pid, signal);
  });
}
// It stays this where everything comes to a rest before there is an answer.
process.exitCode = unsettled;
/** True once there is an answer: a command that is run may end with that code, too. */
let settled = false;
void main(process.argv.slice(2)).then(async (code) => {
  settled = true;
  process.exitCode = code;
  // Everything is said. What may still be under way (a name that nobody resolves) is not worth waiting for.
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
  process.exit();
});

/** A fault like any other, told like any other. */
function endUnsettled(): void {
  process.exitCode = 2;
  const message = messageOf(
    new Error('what it waits for never comes'),
    new Words(localeOf(undefined, () => undefined)),
  );
  process.stderr.write(`grpc-doctor: ${message}\n`);
}

async function main(argv: readonly string[]): Promise<number> {
  const env = (name: string): string | undefined => process.env[name] || undefined;
  let words = new Words(localeFromWords(argv) ?? localeOf(undefined, env));
  try {
    const invocation = parseCommandLine(argv);
    words = new Words(localeOf(invocation.value('lang'), env));
    const context = contextOf(invocation, words);
    outputTargets(invocation);
    if (invocation.flag('version')) context.out(`${context.version}\n`);
    else if (invocation.flag('help'))
      context.out(
        helpText(words, context.page.width, argv.includes(invocation.command.name) ? invocation.command : undefined),
      );
    else return await (await handlerOf(invocation.command.name))(context);
    return 0;
  } catch (error) {
    process.stderr.write(`grpc-doctor: ${messageOf(error, words)}\n`);
    return 2;
  }
}

/** What knows the traps is a file of its own beside the program, what knows the labs another: --version reads neither. */
async function handlerOf(command: string): Promise<Handler> {
  if (command === 'lab') return (await import('../lab/command.ts')).runLabCommand;
  if (command === 'probe') return (await import('./commands/probe.ts')).probeCommand;
  if (command === 'run') {
    await saveMemory();
    return (await import('./commands/run.ts')).runCommand;
  }
  await saveCompiling();
  if (command === 'diagnose') await saveMemory();
  if (command === 'compat') return (await import('./commands/compat.ts')).compatCommand;
  if (command === 'explain') return (await import('./commands/explain.ts')).explainCommand;
  if (command === 'script') return (await import('./commands/script.ts')).scriptCommand;
  const { handlers } = await import('./handlers.ts');
  return handlers[command] as Handler;
}

/**
 * For commands that read much and are over soon. Not for a probe: with other flags Node compiles its own modules anew instead of taking
 * them from its cache, and those for TLS and HTTP/2 cost more than all the rest of it.
 */
async function saveCompiling(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  // A run is over before the optimizing compiler pays off: on a hundred modules it took a quarter of all CPU time (npm run bench).
  setFlagsFromString('--interrupt-budget=1000000');
  // The same for the parser of Go: to optimise it before a handful of files is parsed costs more than all of the parsing.
  setFlagsFromString('--liftoff-only');
}

/**
 * For commands that read logs of any length. Of what they read next to nothing is kept, but the engine would make room for ever more of it
 * before it looks.
 */
async function saveMemory(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}

/** The language for what is wrong with the command line itself. */
function localeFromWords(argv: readonly string[]): Locale | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return undefined;
  const value = argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  return localeOf(value, () => undefined);
}

function contextOf(invocation: Invocation, words: Words): Context {
  const report = invocation.command.reportsTo === 'stderr' ? process.stderr : process.stdout;
  const width = Math.min(widest, Math.max(narrowest, report.columns ?? pageWidth));
  return {
    invocation,
    words,
    machineWords: new Words(localeOf(invocation.value('lang') ?? 'en', () => undefined)),
    host: new LocalHost(),
    page: { width, style: new Style(wantsColour(invocation, report.isTTY)) },
    cwd: currentFolder(),
    version: versionText(),
    save,
    asset: (path) => textBeside(path),
    input: () => (process.stdin.isTTY ? undefined : process.stdin),
    out: (text) => void (invocation.flag('help') ? process.stdout : report).write(text),
    note: (text) => void process.stderr.write(`grpc-doctor: ${stripControls(text)}\n`),
    ...(process.stderr.isTTY === true && {
      progress: (text: string) => void process.stderr.write(`\r\u001b[K${stripControls(text)}`),
    }),
    stdin: textOfStdin,
    allTraps: async () => (await import('../traps/registry.gen.ts')).traps,
  };
}

/** All of standard input; undefined where it is larger than that. */
async function textOfStdin(limit: number): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of process.stdin as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Undefined where the folder was removed behind our back. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/** The user's word first (--no-color, NO_COLOR, FORCE_COLOR), then whether there is somebody to see it. */
function wantsColour(invocation: Invocation, isTerminal: boolean): boolean {
  if (invocation.flag('no-color') || process.env.NO_COLOR) return false;
  const forced = process.env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0';
  return isTerminal === true && process.env.TERM !== 'dumb';
}

function textBeside(path: string): string | undefined {
  try {
    return readFileSync(join(ownFolder, path), 'utf8');
  } catch {
    return undefined;
  }
}

function versionText(): string {
  const text = textBeside('../package.json') ?? '{}';
  return (JSON.parse(text) as { version?: string }).version ?? '?';
}

function messageOf(error: unknown, words: Words): string {
  if (isNotRecorded(error)) return stripControls(words.reason({ key: 'not-recorded', data: { what: error.what } }));
  if (!isUserError(error)) {
    return words.ui('error.internal', {
      message: stripControls(error instanceof Error ? error.message : String(error)),
    });
  }
  const hint = error.meant ? words.ui('hint.didYouMean', { word: error.meant }) : '';
  const data = { hint, ...error.data };
  // Why a file cannot be read is a reason, wherever it is told.
  const isReason = error.key.startsWith('file-');
  return stripControls(isReason ? words.reason({ key: error.key, data }) : words.ui(error.key as UiKey, data));
}
