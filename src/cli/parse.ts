import { UserError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import { type CommandSpec, commands, globalOptions, type OptionSpec, optionsOf } from './options.ts';

/** A command line that was understood. */
export interface Invocation {
  readonly command: CommandSpec;
  /** False where `check` was not written. */
  readonly commandGiven: boolean;
  readonly words: readonly string[];
  flag(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

/** Reads a command line; without a command word it is `check`. Throws a UserError for what it does not understand. */
export function parseCommandLine(argv: readonly string[]): Invocation {
  const separator = argv.indexOf('--');
  const first = argv.findIndex((word, place) => !word.startsWith('-') && !takesValue(argv[place - 1]));
  const named = separator < 0 || first < separator ? commands.find(({ name }) => name === argv[first]) : undefined;
  const command = named ?? (commands[0] as CommandSpec);
  if (command.takesCommand) return withCommandLine(command, argv, first);
  const ours = separator < 0 ? argv : argv.slice(0, separator);
  const rest = separator < 0 ? [] : argv.slice(separator + 1);
  const specs = optionsOf(command);
  const words: string[] = [];
  const given = new Map<string, string[]>();
  const queue = named ? ours.filter((_, index) => index !== first) : [...ours];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const isWord = !isOption(word) || (command.takesFlags && isForeign(word, specs));
    if (isWord) words.push(word);
    else take(word, specs, queue, given);
  }
  words.push(...rest);
  const surplus = words[command.most];
  if (surplus !== undefined) throw tooMany(named === undefined, words, surplus);
  return invocationOf(command, named !== undefined, words, given);
}

/** What belongs to the other command is not looked at: `run --stall 5 go test -v -- -x`. */
function withCommandLine(command: CommandSpec, argv: readonly string[], place: number): Invocation {
  const specs = optionsOf(command);
  const given = new Map<string, string[]>();
  const queue = argv.filter((_, index) => index !== place);
  while (queue[0]?.startsWith('-') && queue[0] !== '--') take(queue.shift() as string, specs, queue, given);
  return invocationOf(command, true, queue[0] === '--' ? queue.slice(1) : queue, given);
}

function invocationOf(
  command: CommandSpec,
  commandGiven: boolean,
  words: readonly string[],
  given: ReadonlyMap<string, readonly string[]>,
): Invocation {
  return {
    command,
    commandGiven,
    words,
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  };
}

/** `grpc-doctor chekc foo` is a command mistyped, not a folder too many. */
function tooMany(noCommand: boolean, words: readonly string[], surplus: string): UserError {
  const [first = ''] = words;
  const meant = noCommand
    ? nearest(
        first,
        commands.map(({ name }) => name),
      )
    : undefined;
  return meant
    ? new UserError('error.unknownCommand', { word: first }, meant)
    : new UserError('error.tooManyArguments', { word: surplus });
}

/** `--lang zh run`: the second word is no command. */
function takesValue(word: string | undefined): boolean {
  return globalOptions.some(({ name, type }) => type === 'string' && word === `--${name}`);
}

/** `--go_out: protoc-gen-go: ...` is a text that somebody pasted. */
function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-' && !/\s/.test(splitOnce(word, '=')[0]);
}

/** True for an option that is none of ours, and none of ours mistyped. */
function isForeign(word: string, specs: readonly OptionSpec[]): boolean {
  const [flag = ''] = splitOnce(word, '=');
  return specOf(flag, specs) === undefined && nearestOption(flag, specs) === undefined;
}

function specOf(flag: string, specs: readonly OptionSpec[]): OptionSpec | undefined {
  return specs.find((one) => flag === `--${one.name}` || (one.short && flag === `-${one.short}`));
}

function nearestOption(flag: string, specs: readonly OptionSpec[]): string | undefined {
  return nearest(
    flag,
    specs.map(({ name }) => `--${name}`),
  );
}

function take(word: string, specs: readonly OptionSpec[], queue: string[], given: Map<string, string[]>): void {
  const [flag = '', inline] = splitOnce(word, '=');
  const spec = specOf(flag, specs);
  if (!spec) throw new UserError('error.unknownOption', { word: flag }, nearestOption(flag, specs));
  if (spec.type === 'boolean') {
    if (inline !== undefined) throw new UserError('error.badValue', { word: inline, option: flag, values: '-' });
    given.set(spec.name, ['true']);
    return;
  }
  const value = inline ?? queue.shift();
  if (value === undefined || value === '') throw new UserError('error.missingValue', { word: flag });
  if (spec.values && !spec.values.includes(value)) {
    throw new UserError('error.badValue', { word: value, option: flag, values: spec.values.join(', ') });
  }
  const parts = spec.commas ? value.split(',').filter((part) => part !== '') : [value];
  given.set(spec.name, [...(spec.multiple ? (given.get(spec.name) ?? []) : []), ...parts]);
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
