import type { UiKey } from '../i18n/ui.en.ts';

/** An option of the command line. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** One value may be several, with commas between them. */
  readonly commas?: boolean;
  /** The values it takes; anything where it is left out. */
  readonly values?: readonly string[];
  /** Placeholder of a free value in the help. */
  readonly hint?: string;
  readonly help: UiKey;
}

export interface CommandSpec {
  readonly name: string;
  readonly arguments: string;
  /** How many arguments it takes at most. */
  readonly most: number;
  readonly help: UiKey;
  /** What its exit codes mean, where it is not what those of the others do. */
  readonly exit?: UiKey;
  readonly options: readonly OptionSpec[];
}

/** Forms of a report that every command has. */
const format: OptionSpec = { name: 'format', type: 'string', values: ['human', 'json'], help: 'option.format' };

export const globalOptions: readonly OptionSpec[] = [
  { name: 'lang', type: 'string', values: ['en', 'zh'], help: 'option.lang' },
  format,
  { name: 'output', type: 'string', multiple: true, hint: 'FMT=FILE', help: 'option.output' },
  { name: 'timeout', type: 'string', hint: 'SECONDS', help: 'option.timeout' },
  { name: 'no-color', type: 'boolean', help: 'option.noColor' },
  { name: 'quiet', short: 'q', type: 'boolean', help: 'option.quiet' },
  { name: 'version', type: 'boolean', help: 'option.version' },
  { name: 'help', short: 'h', type: 'boolean', help: 'option.help' },
];

/** Files of a team: what does not count, and from where on the exit code is 1. */
const teamOptions: readonly OptionSpec[] = [
  { name: 'config', type: 'string', hint: 'FILE', help: 'option.config' },
  { name: 'baseline', type: 'string', hint: 'FILE', help: 'option.baseline' },
];

const checkOptions: readonly OptionSpec[] = [
  { name: 'only', type: 'string', multiple: true, commas: true, hint: 'TRAP', help: 'option.only' },
  { name: 'skip', type: 'string', multiple: true, commas: true, hint: 'TRAP', help: 'option.skip' },
  { name: 'fail-on', type: 'string', values: ['error', 'warning', 'info', 'never'], help: 'option.failOn' },
  { name: 'for', type: 'string', values: ['build', 'generate', 'all'], help: 'option.for' },
  { name: 'network', type: 'boolean', help: 'option.network' },
];

export const commands: readonly CommandSpec[] = [
  {
    name: 'check',
    arguments: '[DIR]',
    most: 1,
    help: 'command.check',
    options: [
      { ...format, values: ['human', 'json', 'sarif', 'github', 'gitlab', 'junit'] },
      ...checkOptions,
      ...teamOptions,
      { name: 'from', type: 'string', hint: 'BUNDLE', help: 'option.from' },
      { name: 'verbose', short: 'v', type: 'boolean', help: 'option.verbose' },
    ],
  },
  {
    name: 'fix',
    arguments: '[TRAP...]',
    most: Number.POSITIVE_INFINITY,
    help: 'command.fix',
    options: [
      { name: 'dir', type: 'string', hint: 'DIR', help: 'option.dir' },
      { name: 'apply', type: 'boolean', help: 'option.apply' },
      { name: 'unsafe', type: 'boolean', help: 'option.unsafe' },
      ...checkOptions.filter(({ name }) => name === 'for' || name === 'fail-on' || name === 'network'),
      ...teamOptions,
    ],
  },
  {
    name: 'baseline',
    arguments: 'write [DIR]',
    most: 2,
    help: 'command.baseline',
    options: [
      { name: 'out', short: 'o', type: 'string', hint: 'FILE', help: 'option.baselineOut' },
      ...checkOptions.filter(({ name }) => name === 'for' || name === 'network'),
      ...teamOptions.filter(({ name }) => name === 'config'),
    ],
  },
  {
    name: 'bundle',
    arguments: '[DIR]',
    most: 1,
    help: 'command.bundle',
    options: [
      { name: 'out', short: 'o', type: 'string', hint: 'FILE', help: 'option.bundleOut' },
      { name: 'list', type: 'boolean', help: 'option.list' },
      ...checkOptions.filter(({ name }) => name === 'network'),
      ...teamOptions.filter(({ name }) => name === 'config'),
    ],
  },
  { name: 'explain', arguments: 'WORD...', most: Number.POSITIVE_INFINITY, help: 'command.explain', options: [] },
  { name: 'traps', arguments: '[WORD]', most: 1, help: 'command.traps', options: [] },
  {
    name: 'compat',
    arguments: '[DIR]',
    most: 1,
    help: 'command.compat',
    exit: 'help.exitCompat',
    options: [
      { name: 'go', type: 'string', hint: 'VERSION', help: 'option.go' },
      { name: 'go-line', type: 'string', hint: 'VERSION', help: 'option.goLine' },
      { name: 'grpc', type: 'string', hint: 'VERSION', help: 'option.grpc' },
      { name: 'protobuf', type: 'string', hint: 'VERSION', help: 'option.protobuf' },
      { name: 'protoc-gen-go', type: 'string', hint: 'VERSION', help: 'option.pluginVersion' },
      { name: 'protoc-gen-go-grpc', type: 'string', hint: 'VERSION', help: 'option.pluginVersion' },
    ],
  },
  {
    name: 'lab',
    arguments: 'list | run ID...',
    most: Number.POSITIVE_INFINITY,
    help: 'command.lab',
    options: [
      { name: 'short', type: 'boolean', help: 'option.short' },
      { name: 'update', type: 'boolean', help: 'option.update' },
    ],
  },
];

/** Every option of a command: its own word on an option stands before the general one. */
export function optionsOf(command: CommandSpec): readonly OptionSpec[] {
  const own = new Set(command.options.map(({ name }) => name));
  return [...command.options, ...globalOptions.filter(({ name }) => !own.has(name))];
}
