import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { UserError } from '../core/errors.ts';
import { NotRecorded } from '../core/host.ts';
import type { Locale } from '../core/trap.ts';
import { abandon, LocalHost } from '../host/local.ts';
import { stripControls } from '../host/mask.ts';
import type { UiKey } from '../i18n/ui.en.ts';
import { localeOf, Words } from '../i18n/words.ts';
import { Style } from '../report/style.ts';
import { helpText } from './commands/help.ts';
import type { Context } from './context.ts';
import { type Invocation, parseCommandLine } from './parse.ts';
import { outputTargets, pageWidth } from './reports.ts';

type Handler = (context: Context) => number | Promise<number>;

const ownFolder = dirname(fileURLToPath(import.meta.url));
const narrowest = 40;
const widest = 120;

// A run is over before the optimizing compiler pays off: on a hundred modules it took a quarter of all CPU time (npm run bench).
setFlagsFromString('--interrupt-budget=1000000');
// The same for the parser of Go: to optimise it before a handful of files is parsed costs more than all of the parsing.
setFlagsFromString('--liftoff-only');

// `grpc-doctor traps | head` closes the pipe early: that is no fault of anybody. A full disk is another matter.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`grpc-doctor: ${error.message}\n`);
  process.exit(2);
});
// Nobody reads the remarks: nothing is lost.
process.stderr.on('error', () => {});
process.on('exit', abandon);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    abandon();
    process.kill(process.pid, signal);
  });
}
process.exitCode = await main(process.argv.slice(2));
// Everything is said. What may still be under way (a name that nobody resolves) is not worth waiting for.
await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
process.exit();

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
  if (command === 'compat') return (await import('./commands/compat.ts')).compatCommand;
  const { handlers } = await import('./handlers.ts');
  return handlers[command] as Handler;
}

/** The language for what is wrong with the command line itself. */
function localeFromWords(argv: readonly string[]): Locale | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return undefined;
  const value = argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  return localeOf(value, () => undefined);
}

function contextOf(invocation: Invocation, words: Words): Context {
  const width = Math.min(widest, Math.max(narrowest, process.stdout.columns ?? pageWidth));
  return {
    invocation,
    words,
    machineWords: new Words(localeOf(invocation.value('lang') ?? 'en', () => undefined)),
    host: new LocalHost(),
    page: { width, style: new Style(wantsColour(invocation)) },
    cwd: currentFolder(),
    version: versionText(),
    save,
    asset: (path) => textBeside(path),
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(`grpc-doctor: ${stripControls(text)}\n`),
  };
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
function wantsColour(invocation: Invocation): boolean {
  if (invocation.flag('no-color') || process.env.NO_COLOR) return false;
  const forced = process.env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0';
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}

function save(path: string, content: string | Uint8Array): string | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function textBeside(path: string): string | undefined {
  try {
    return readFileSync(join(ownFolder, path), 'utf8');
  } catch {
    return undefined;
  }
}

function versionText(): string {
  const text = textBeside('../package.json') ?? textBeside('../../package.json') ?? '{}';
  return (JSON.parse(text) as { version?: string }).version ?? '?';
}

function messageOf(error: unknown, words: Words): string {
  if (error instanceof NotRecorded)
    return stripControls(words.reason({ key: 'not-recorded', data: { what: error.what } }));
  if (!(error instanceof UserError)) {
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
