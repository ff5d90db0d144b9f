import type { ShellLine, ShellWord } from '../shell/shell-words.ts';
import type { Place } from '../source-text.ts';

/** One `--NAME_out` of protoc. */
export interface ProtocOut extends Place {
  /** The NAME: `go`, `go-grpc`, `python` ... */
  plugin: string;
  /** Output folder, as written. */
  dir: string;
  /** Options in the order of the command line: those before the colon of `--go_out=plugins=grpc:.` and those of `--go_opt`. */
  options: string[];
  /** The argument in the file. */
  text: string;
}

/** One `--plugin` of protoc. */
export interface ProtocPlugin {
  /** Executable name without `.exe`: `protoc-gen-go`. */
  name: string;
  path: string;
}

/** A call of protoc, or of `buf generate`, in a script. */
export interface ProtocCommand extends Place {
  tool: 'protoc' | 'buf';
  /** The word that starts it: `protoc`, `./bin/protoc`, `$(PROTOC)`, `grpc_tools.protoc`. */
  program: string;
  /** The whole command on one line. */
  text: string;
  outs: ProtocOut[];
  plugins: ProtocPlugin[];
  protoPaths: string[];
  inputs: string[];
  /** buf: the values of `--path`; they are among `inputs`, too. */
  paths?: string[];
  /** buf: the value of `--template`. */
  template?: string;
  /** buf: the value of `--config`. */
  config?: string;
  /** buf: the value of `--output`. */
  output?: string;
  /** References that nobody could resolve, without repetition. */
  unresolved: string[];
  /** What the loop variables among its words go through, by name: words as they are written. */
  loops?: Readonly<Record<string, readonly string[]>>;
  /** The command that lists its inputs: what is piped into `xargs`, or the `find` that executes it. */
  lister?: string;
  pathPrefixes: string[];
  pathSuffixes: string[];
  /** The folder that it runs in, relative to where the script starts; absent when no `cd` came before. */
  folder?: string;
  container: boolean;
  commented: boolean;
}

/** Programs that only talk about their arguments. */
const TALKERS = /^(?:echo|printf|print|log\w*|info|warn\w*|die|fail|error|say|grep|which|type|hash|test|\[\[?)$/i;
const PROTOC = /^(?:protoc|grpc[._]tools\.protoc)(?:[-_]?v?\d[\w.-]*)?$/;
const UNKNOWN_PROTOC = /^\$+[({]?\w*PROTOC(?!\w*GEN)\w*[)}]?$/i;
const NO_WORD = { text: '' };
const OUT = /^--([\w.-]+)_out(?:=|$)/;
/** Outputs of protoc itself that are no code generators. */
const NO_PLUGIN = new Set(['descriptor_set', 'dependency']);
/** Flags of protoc that never take the next word as their value. */
const SWITCHES = new Set([
  'help',
  'version',
  'include_imports',
  'include_source_info',
  'retain_options',
  'disallow_services',
  'decode_raw',
  'print_free_field_numbers',
  'experimental_allow_proto3_optional',
  'experimental_editions',
  'deterministic_output',
  'fatal_warnings',
  'enable_codegen_trace',
  'notices',
]);
const BUF_VALUES = new Set([
  '--template',
  '--output',
  '-o',
  '--path',
  '--exclude-path',
  '--config',
  '--error-format',
  '--timeout',
  '--type',
  '--include-types',
  '--exclude-type',
  '--log-format',
  '--debug-timeout',
]);

/** `buf` of `github.com/bufbuild/buf/cmd/buf@v1.45.0`, `protoc` of `C:\tools\protoc.exe` and of the image `x/protoc:3`. */
function programName(word: Pick<ShellWord, 'text'>): string {
  const base = word.text.slice(Math.max(word.text.lastIndexOf('/'), word.text.lastIndexOf('\\')) + 1);
  return base.replace(/[@:].*$/, '').replace(/\.exe$/i, '');
}

function hasOut(words: ShellWord[]): boolean {
  return words.some((word) => OUT.test(word.text));
}

function looksLikeProtoc(word: ShellWord): boolean {
  return PROTOC.test(programName(word)) || (word.unresolved.length > 0 && UNKNOWN_PROTOC.test(word.text));
}

/** Places of the last words that make a run of protoc out of a word before them; -1 where there is none. */
interface LastArguments {
  readonly out: number;
  readonly input: number;
}

function lastArguments(words: ShellWord[]): LastArguments {
  return {
    out: words.findLastIndex((word) => OUT.test(word.text)),
    input: words.findLastIndex((word) => word.unresolved.length > 0 || word.text.endsWith('.proto')),
  };
}

function isProtocRun(words: ShellWord[], at: number, last: LastArguments): boolean {
  if (last.out > at) return true;
  const first = at === 0 || words[at - 1]?.text === '-m';
  return first && last.input > at;
}

function findProtoc(words: ShellWord[]): number {
  const last = lastArguments(words);
  const named = words.findIndex((word, i) => looksLikeProtoc(word) && isProtocRun(words, i, last));
  // A wrapper script that is called with protoc's own flags counts as protoc.
  return named >= 0 || !hasOut(words.slice(1)) ? named : 0;
}

function findBuf(words: ShellWord[]): number {
  return words.findIndex((word, i) => programName(word) === 'buf' && bufVerb(words, i) >= 0);
}

/** Index of the word `generate`, when that is what buf is asked for. */
function bufVerb(words: ShellWord[], program: number): number {
  const isValue = (i: number): boolean => BUF_VALUES.has(words[i - 1]?.text ?? '');
  const verb = words.findIndex(
    (word, i) => i > program && !word.text.startsWith('-') && word.text !== 'beta' && !isValue(i),
  );
  return words[verb]?.text === 'generate' ? verb : -1;
}

interface Draft {
  outs: ProtocOut[];
  options: Map<string, string[]>;
  plugins: ProtocPlugin[];
  protoPaths: string[];
  inputs: string[];
}

/** protoc's own rule: options stand before the first colon, unless that colon belongs to a Windows drive. */
function splitOut(value: string): { options: string[]; dir: string } {
  const colon = /^[A-Za-z]:[\\/]/.test(value) ? -1 : colonOutside(value);
  if (colon < 0) return { options: [], dir: value };
  return { options: splitOptions(value.slice(0, colon)), dir: value.slice(colon + 1) };
}

/** A colon inside of `${X:-y}` is none. */
function colonOutside(value: string): number {
  let depth = 0;
  for (let i = 0; i < value.length; i++) {
    if (value[i] === '{' || value[i] === '(') depth++;
    else if (value[i] === '}' || value[i] === ')') depth--;
    else if (value[i] === ':' && depth <= 0) return i;
  }
  return -1;
}

function splitOptions(text: string): string[] {
  return text
    .split(',')
    .map((option) => option.trim())
    .filter((option) => option !== '');
}

function addOut(draft: Draft, plugin: string, value: string, word: ShellWord): void {
  if (NO_PLUGIN.has(plugin)) return;
  draft.outs.push({ plugin, ...splitOut(value), line: word.line, column: word.column, text: word.raw });
}

function addPlugin(draft: Draft, value: string): void {
  const named = /^(protoc-gen-[\w.-]+)=(.*)$/s.exec(value);
  const path = named?.[2] ?? value;
  // `$(which protoc-gen-go)` ends in a bracket that is not part of the name.
  const base = path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), path.lastIndexOf(' ')) + 1)
    .replace(/[)}"'`]+$/, '');
  draft.plugins.push({ name: (named?.[1] ?? base).replace(/\.exe$/i, ''), path });
}

function addProtoPath(draft: Draft, value: string): void {
  const text = value.replace(/^=/, '');
  const parts = /^[A-Za-z]:[\\/]/.test(text) ? text.split(';') : splitPaths(text);
  draft.protoPaths.push(...parts.filter((part) => part !== ''));
}

function splitPaths(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  for (let colon = colonOutside(rest); colon >= 0; colon = colonOutside(rest)) {
    parts.push(rest.slice(0, colon));
    rest = rest.slice(colon + 1);
  }
  return [...parts, rest];
}

function addFlag(draft: Draft, name: string, value: string, word: ShellWord): void {
  const out = /^(.+)_(out|opt)$/.exec(name);
  if (out?.[1] && out[2] === 'out') addOut(draft, out[1], value, word);
  else if (out?.[1]) draft.options.set(out[1], [...(draft.options.get(out[1]) ?? []), ...splitOptions(value)]);
  else if (name === 'plugin') addPlugin(draft, value);
  else if (name === 'proto_path' || name === 'I') addProtoPath(draft, value);
}

/** Name, and value when it stands in the same word. */
function readFlag(text: string): { name: string; value?: string } | undefined {
  const long = /^--([\w.-]+)(?:=(.*))?$/s.exec(text);
  if (long?.[1]) return { name: long[1], ...(long[2] === undefined ? {} : { value: long[2] }) };
  const short = /^-([A-Za-z])(.*)$/s.exec(text);
  if (!short?.[1]) return undefined;
  return { name: short[1], ...(short[2] ? { value: short[2] } : {}) };
}

function takesNext(flag: { name: string; value?: string }): boolean {
  return flag.value === undefined && !SWITCHES.has(flag.name) && flag.name !== 'h';
}

/** `find -exec protoc ... {} \;` ends here. */
function isEnd(word: ShellWord): boolean {
  return word.text === ';' || word.text === '+';
}

/** `--${LANG}_out=x` is a flag that nobody can read, not a file. */
function addInput(draft: Draft, word: ShellWord): void {
  if (!word.text.startsWith('-') && word.text !== '') draft.inputs.push(word.text);
}

function readArguments(words: ShellWord[]): Draft {
  const draft: Draft = { outs: [], options: new Map(), plugins: [], protoPaths: [], inputs: [] };
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word || isEnd(word)) break;
    const flag = readFlag(word.text);
    if (!flag) addInput(draft, word);
    else addFlag(draft, flag.name, takesNext(flag) ? (words[++i]?.text ?? '') : (flag.value ?? ''), word);
  }
  return draft;
}

function unresolvedOf(words: ShellWord[]): string[] {
  const places = words.filter((word) => word.text === '{}').map((word) => word.text);
  return [...new Set([...words.flatMap((word) => word.unresolved), ...places])];
}

function listerOf({ words, text, fedBy }: ShellLine): { lister?: string } {
  const program = words[0]?.text;
  if (program === 'xargs' && fedBy !== undefined) return { lister: fedBy };
  const at = program === 'find' ? text.search(/\s-exec\s/) : -1;
  return at < 0 ? {} : { lister: text.slice(0, at) };
}

type Common = Omit<ProtocCommand, 'tool' | 'outs' | 'plugins' | 'protoPaths' | 'inputs'>;

function common(line: ShellLine, at: number): Common {
  return {
    program: line.words[at]?.text ?? '',
    line: line.line,
    column: line.column,
    text: line.text,
    unresolved: unresolvedOf(line.words),
    pathPrefixes: line.pathPrefixes,
    pathSuffixes: line.pathSuffixes,
    ...(line.folder ? { folder: line.folder } : {}),
    ...(line.loops ? { loops: line.loops } : {}),
    ...listerOf(line),
    container: line.container,
    commented: line.commented,
  };
}

function readProtoc(line: ShellLine, at: number): ProtocCommand {
  const draft = readArguments(line.words.slice(at + 1));
  const outs = draft.outs.map((out) => ({
    ...out,
    options: [...out.options, ...(draft.options.get(out.plugin) ?? [])],
  }));
  const { plugins, protoPaths } = draft;
  // A wrapper may have arguments of its own.
  const wrapped = !PROTOC.test(programName(line.words[at] ?? NO_WORD));
  const inputs = wrapped ? draft.inputs.filter((input) => /\.proto\b|\$/.test(input)) : draft.inputs;
  return { tool: 'protoc', ...common(line, at), outs, plugins, protoPaths, inputs };
}

function bufValues(words: ShellWord[]): { flags: Map<string, string[]>; inputs: string[] } {
  const flags = new Map<string, string[]>();
  const inputs: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [name = '', value] = splitFlag(words[i]?.text ?? '');
    if (!name.startsWith('-')) inputs.push(words[i]?.text ?? '');
    else if (BUF_VALUES.has(name)) flags.set(name, [...(flags.get(name) ?? []), value ?? words[++i]?.text ?? '']);
  }
  return { flags, inputs };
}

function splitFlag(text: string): [string, string?] {
  const match = /^(--[\w-]+)=(.*)$/s.exec(text);
  return match ? [match[1] ?? '', match[2] ?? ''] : [text];
}

function readBuf(line: ShellLine, at: number): ProtocCommand {
  const verb = bufVerb(line.words, at);
  const { flags, inputs } = bufValues([
    ...line.words.slice(at + 1, verb).filter(({ text }) => text !== 'beta'),
    ...line.words.slice(verb + 1),
  ]);
  const template = flags.get('--template')?.[0];
  const output = (flags.get('--output') ?? flags.get('-o'))?.[0];
  const config = flags.get('--config')?.[0];
  const paths = flags.get('--path') ?? [];
  return {
    tool: 'buf',
    ...common(line, at),
    outs: [],
    plugins: [],
    protoPaths: [],
    inputs: [...inputs, ...paths],
    ...(paths.length > 0 ? { paths } : {}),
    ...(template ? { template } : {}),
    ...(config ? { config } : {}),
    ...(output ? { output } : {}),
  };
}

function readLine(line: ShellLine): ProtocCommand[] {
  if (TALKERS.test(line.words[0]?.text ?? '')) return [];
  const buf = findBuf(line.words);
  if (buf >= 0) return [readBuf(line, buf)];
  const protoc = findProtoc(line.words);
  return protoc >= 0 ? [readProtoc(line, protoc)] : [];
}

/**
 * Finds the calls of protoc and `buf generate` among the commands of a script, also behind `run`, `docker run`, `xargs`,
 * `find -exec`, `go run`, `go tool`. `protoc --version` and the like are none. Calls in comments are marked as such.
 * Source: protoc's own command line rules (src/google/protobuf/compiler/command_line_interface.cc).
 */
export function parseProtocCommands(script: readonly ShellLine[]): ProtocCommand[] {
  return script.flatMap(readLine);
}
