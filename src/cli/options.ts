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
  /** Names of general options that it does not take. */
  readonly without?: readonly string[];
  /** Its first word that is no option begins a command line: all from there on is not ours. */
  readonly takesCommand?: true;
  /** Options that it does not know are words: people ask about flags of other programs. */
  readonly takesFlags?: true;
  /** Where its report goes; standard output where it is left out. */
  readonly reportsTo?: 'stderr';
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
  { name: 'deep', type: 'boolean', help: 'option.deep' },
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
      { name: 'binary', type: 'string', hint: 'FILE', help: 'option.binary' },
      { name: 'download-log', type: 'string', hint: 'FILE', help: 'option.downloadLog' },
      { name: 'verbose', short: 'v', type: 'boolean', help: 'option.verbose' },
    ],
  },
  {
    name: 'probe',
    arguments: 'TARGET...',
    most: Number.POSITIVE_INFINITY,
    help: 'command.probe',
    exit: 'help.exitProbe',
    options: [
      { name: 'targets', type: 'string', hint: 'FILE', help: 'option.targets' },
      { name: 'as', type: 'string', values: ['plaintext', 'tls', 'mtls'], help: 'option.as' },
      { name: 'ca', type: 'string', multiple: true, hint: 'FILE', help: 'option.ca' },
      { name: 'cert', type: 'string', hint: 'FILE', help: 'option.cert' },
      { name: 'key', type: 'string', hint: 'FILE', help: 'option.key' },
      { name: 'servername', type: 'string', hint: 'NAME', help: 'option.servername' },
      { name: 'service', type: 'string', hint: 'NAME', help: 'option.service' },
      { name: 'count', type: 'string', hint: 'N', help: 'option.count' },
      { name: 'hold', type: 'string', hint: 'DURATION', help: 'option.hold' },
      { name: 'grpc-version', type: 'string', hint: 'VERSION', help: 'option.grpcVersion' },
      { name: 'go-version', type: 'string', hint: 'VERSION', help: 'option.goVersion' },
      { name: 'go-line', type: 'string', hint: 'VERSION', help: 'option.goLineOfClient' },
      { name: 'verify-with-go', type: 'boolean', help: 'option.verifyWithGo' },
      { name: 'check-revocation', type: 'boolean', help: 'option.checkRevocation' },
      { name: 'concurrency', type: 'string', hint: 'N', help: 'option.concurrency' },
      ...checkOptions.filter(({ name }) => ['only', 'skip', 'fail-on'].includes(name)),
      { name: 'timeout', type: 'string', hint: 'SECONDS', help: 'option.stepTimeout' },
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
      ...checkOptions.filter(({ name }) => ['for', 'fail-on', 'network', 'deep'].includes(name)),
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
      ...checkOptions.filter(({ name }) => ['for', 'network', 'deep'].includes(name)),
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
      ...checkOptions.filter(({ name }) => name === 'network' || name === 'deep'),
      ...teamOptions.filter(({ name }) => name === 'config'),
    ],
  },
  {
    name: 'diagnose',
    arguments: '[FILE|-|TEXT]',
    most: Number.POSITIVE_INFINITY,
    help: 'command.diagnose',
    exit: 'help.exitDiagnose',
    options: [{ name: 'batch', type: 'boolean', help: 'option.batch' }],
  },
  {
    name: 'run',
    arguments: '-- CMD...',
    most: Number.POSITIVE_INFINITY,
    help: 'command.run',
    exit: 'help.exitRun',
    options: [
      { name: 'stall', type: 'string', hint: 'SECONDS', help: 'option.stall' },
      { name: 'debug', type: 'boolean', help: 'option.debug' },
    ],
    without: ['format', 'output', 'timeout', 'quiet'],
    takesCommand: true,
    reportsTo: 'stderr',
  },
  {
    name: 'explain',
    arguments: 'WORD...',
    most: Number.POSITIVE_INFINITY,
    help: 'command.explain',
    exit: 'help.exitExplain',
    options: [],
    takesFlags: true,
  },
  { name: 'traps', arguments: '[WORD]', most: 1, help: 'command.traps', options: [] },
  {
    name: 'compat',
    arguments: '[proto] [DIR]',
    most: 2,
    help: 'command.compat',
    exit: 'help.exitCompat',
    options: [
      { name: 'go', type: 'string', hint: 'VERSION', help: 'option.go' },
      { name: 'go-line', type: 'string', hint: 'VERSION', help: 'option.goLine' },
      { name: 'grpc', type: 'string', hint: 'VERSION', help: 'option.grpc' },
      { name: 'protobuf', type: 'string', hint: 'VERSION', help: 'option.protobuf' },
      { name: 'protoc-gen-go', type: 'string', hint: 'VERSION', help: 'option.pluginVersion' },
      { name: 'protoc-gen-go-grpc', type: 'string', hint: 'VERSION', help: 'option.pluginVersion' },
      { name: 'protoc', type: 'string', hint: 'VERSION', help: 'option.protocVersion' },
      {
        name: 'feature',
        type: 'string',
        multiple: true,
        values: ['optional', 'edition-2023', 'edition-2024', 'opaque'],
        help: 'option.feature',
      },
    ],
  },
  { name: 'script', arguments: '', most: 0, help: 'command.script', options: [] },
  {
    name: 'lab',
    arguments: 'list | run ID... | run chapter-N',
    most: Number.POSITIVE_INFINITY,
    help: 'command.lab',
    options: [
      { name: 'short', type: 'boolean', help: 'option.short' },
      { name: 'restart', type: 'boolean', help: 'option.restart' },
      { name: 'update', type: 'boolean', help: 'option.update' },
      { name: 'emit', type: 'string', hint: 'GOOS/GOARCH', help: 'option.emit' },
      { name: 'out', short: 'o', type: 'string', hint: 'FILE', help: 'option.emitOut' },
      { name: 'read', type: 'string', multiple: true, hint: 'FILE', help: 'option.read' },
    ],
  },
];

/** Every option of a command: its own word on an option stands before the general one. */
export function optionsOf(command: CommandSpec): readonly OptionSpec[] {
  const own = new Set([...command.options.map(({ name }) => name), ...(command.without ?? [])]);
  return [...command.options, ...globalOptions.filter(({ name }) => !own.has(name))];
}
