import { isBufTemplate } from '../file-kind.ts';
import { type CommandGroup, readCommandFile } from '../shell/command-file.ts';
import type { Place } from '../source-text.ts';
import { type BufGen, type BufPlugin, readBufGen } from './buf-gen.ts';
import { type ProtocCommand, type ProtocOut, type ProtocPlugin, parseProtocCommands } from './protoc-command.ts';

export { readToolInstalls } from '../install/tool-install.ts';

/** A plugin that a generation step starts. Its place is the `--x_out` argument or the entry of the template. */
export interface StepPlugin extends Place {
  /** Name of the executable: `protoc-gen-go`. */
  name: string;
  /** `path`: searched on PATH. `explicit`: the step says where. `remote`: runs at buf. `builtin`: inside of protoc. */
  kind: 'path' | 'explicit' | 'remote' | 'go-tool' | 'go-run' | 'builtin';
  /** Where, when `explicit` or run by the go command; as written. For `remote` the reference without its version. */
  path?: string;
  version?: string;
  options: string[];
  out?: string;
  /** The argument, or the line of the template. */
  text: string;
}

/** One call of protoc or buf that generates code, or one buf template. */
export interface GenerationStep extends Place {
  file: string;
  /** The command on one line; for a template its name. */
  text: string;
  via: 'protoc' | 'buf';
  /** What is started, variables of the same file resolved: `protoc`, `./bin/protoc`, `python3 -m grpc_tools.protoc`. Empty for a template. */
  program: string;
  /** The make target, task or recipe. */
  target?: string;
  /** A makefile's target of which `.PHONY` says nothing: where something is called like it, make finds nothing to do. */
  mayBeUpToDate?: true;
  /** Empty for `buf generate`: its template is a step of its own. */
  plugins: StepPlugin[];
  protoPaths: string[];
  inputs: string[];
  /** The value of buf's `--template`, when it is a file. */
  template?: string;
  /** The values of buf's `--path`; they are among `inputs`, too. */
  paths?: string[];
  /** The value of buf's `--config`. */
  config?: string;
  /** The value of buf's `--output`: where the folders of the template are. */
  output?: string;
  /** buf: managed mode writes go_package. */
  managed?: boolean;
  unresolved: string[];
  /** What the loop variables among its words go through, by name: words as they are written. */
  loops?: Readonly<Record<string, readonly string[]>>;
  /** The command that lists its inputs: what is piped into `xargs`, or the `find` that executes it. */
  lister?: string;
  /** Folders in front of the inherited PATH, by a change in the same script, recipe or makefile. */
  pathPrefixes: string[];
  /** Folders behind it. */
  pathSuffixes: string[];
  /** Where earlier `cd` lead to, relative to the folder of a makefile, else to where the script is started. */
  folder?: string;
  /** Runs in a container, with the container's protoc and plugins. */
  container: boolean;
}

/** Code generators inside of protoc (and of Python's grpc_tools). */
const BUILTIN = new Set([
  'cpp',
  'csharp',
  'java',
  'kotlin',
  'objc',
  'php',
  'pyi',
  'python',
  'ruby',
  'rust',
  'upb',
  'upbdefs',
  'upb_minitable',
]);
/** Most scripts of a repository have nothing to do with us: one look saves reading them. */
const WORTH_READING = /protoc|\bbuf\b|_out\b/i;
/** `$(go tool -n protoc-gen-go)` prints where the go command keeps a tool. */
const GO_TOOL = /\bgo tool -n (\S+?)[)`"']*$/;

function fullName(name: string): string {
  return name.startsWith('protoc-gen-') ? name : `protoc-gen-${name}`;
}

function isBuiltin(command: ProtocCommand, plugin: string): boolean {
  return BUILTIN.has(plugin) || (plugin === 'grpc_python' && /grpc[._]tools/.test(command.program));
}

function explicitFor(command: ProtocCommand, name: string): ProtocPlugin | undefined {
  return command.plugins.find((plugin) => plugin.name === name);
}

function protocKind(command: ProtocCommand, out: ProtocOut): Pick<StepPlugin, 'kind' | 'path'> {
  if (isBuiltin(command, out.plugin)) return { kind: 'builtin' };
  const explicit = explicitFor(command, fullName(out.plugin)) ?? maybeExplicit(command, out);
  if (!explicit) return { kind: 'path' };
  const tool = GO_TOOL.exec(explicit.path)?.[1];
  return tool ? { kind: 'go-tool', path: tool } : { kind: 'explicit', path: explicit.path };
}

/**
 * A `--plugin=$(GEN)` whose name nobody can resolve may be any plugin, so none can be said to be searched on PATH. Its text
 * usually tells (`$(GRPC_BIN)`); when it fits no output, it counts for all.
 */
function maybeExplicit(command: ProtocCommand, out: ProtocOut): ProtocPlugin | undefined {
  const unnamed = command.plugins.filter((plugin) => !plugin.name.startsWith('protoc-gen-'));
  const fitsNone = (plugin: ProtocPlugin): boolean => !command.outs.some((other) => mentions(plugin, other));
  return unnamed.find((plugin) => mentions(plugin, out)) ?? unnamed.find(fitsNone);
}

function mentions(plugin: ProtocPlugin, out: ProtocOut): boolean {
  const word = out.plugin.toLowerCase().split(/[-_]/).at(-1) ?? '';
  return plugin.path.toLowerCase().includes(word);
}

function protocPlugin(command: ProtocCommand, out: ProtocOut): StepPlugin {
  const { line, column, text, options, dir } = out;
  return { name: fullName(out.plugin), ...protocKind(command, out), options, out: dir, line, column, text };
}

const BUF_KINDS: Record<BufPlugin['kind'], StepPlugin['kind']> = {
  local: 'path',
  remote: 'remote',
  builtin: 'builtin',
  'go-tool': 'go-tool',
  'go-run': 'go-run',
};

function bufPath(plugin: BufPlugin): string | undefined {
  if (plugin.kind === 'remote') return plugin.remote;
  const [program] = plugin.path ?? [];
  return plugin.kind === 'local' ? program : plugin.path?.slice(2).find((word) => !word.startsWith('-'));
}

/** A bare name in `path:` or at the head of a list is still searched on PATH. */
function bufKind(plugin: BufPlugin, path: string | undefined): StepPlugin['kind'] {
  return plugin.kind === 'local' && /[\\/]/.test(path ?? '') ? 'explicit' : BUF_KINDS[plugin.kind];
}

function bufPlugin(plugin: BufPlugin, source: string[]): StepPlugin {
  const path = bufPath(plugin);
  const bare = plugin.kind === 'local' && path && !/[\\/]/.test(path) ? path : undefined;
  const { line, column, version, out } = plugin;
  return {
    name: bare ?? fullName(plugin.name ?? ''),
    kind: bufKind(plugin, path),
    ...(path ? { path } : {}),
    ...(version ? { version } : {}),
    options: plugin.opt,
    out,
    line,
    column,
    text: (source[line - 1] ?? '').trim(),
  };
}

const NOTHING = { protoPaths: [], unresolved: [], pathPrefixes: [], pathSuffixes: [], container: false };

function templateStep(file: string, gen: BufGen, text: string): GenerationStep[] {
  if (gen.plugins.length === 0) return [];
  const source = text.split('\n');
  const plugins = gen.plugins.map((plugin) => bufPlugin(plugin, source));
  const inputs = (gen.inputs ?? []).map((input) => input.value);
  const { line, column } = gen.plugins[0] ?? { line: 1, column: 1 };
  const name = file.slice(file.lastIndexOf('/') + 1);
  return [
    { file, line, column, text: name, via: 'buf', program: '', plugins, inputs, managed: gen.managed, ...NOTHING },
  ];
}

/** `--template '{"version":"v2",...}'` brings its plugins along. */
function inlineTemplate(command: ProtocCommand): Pick<GenerationStep, 'plugins' | 'template' | 'managed'> {
  const { template, line, column } = command;
  if (template === undefined) return { plugins: [] };
  if (!template.trimStart().startsWith('{')) return { plugins: [], template };
  const gen = readBufGen(template);
  const plugins = gen.plugins.map((plugin) => ({ ...bufPlugin(plugin, []), line, column, text: command.text }));
  return { plugins, managed: gen.managed };
}

function commandStep(file: string, { target, phony }: CommandGroup, command: ProtocCommand): GenerationStep {
  const { line, column, text, protoPaths, inputs, unresolved, pathPrefixes, pathSuffixes, folder, container } = command;
  const own =
    command.tool === 'buf'
      ? inlineTemplate(command)
      : { plugins: command.outs.map((out) => protocPlugin(command, out)) };
  const place = {
    file,
    line,
    column,
    text,
    via: command.tool,
    program: command.program,
    ...(target ? { target } : {}),
    ...(target && phony === false ? { mayBeUpToDate: true as const } : {}),
    ...(folder ? { folder } : {}),
    ...(command.loops ? { loops: command.loops } : {}),
    ...(command.lister ? { lister: command.lister } : {}),
    ...(command.paths ? { paths: command.paths } : {}),
    ...(command.config ? { config: command.config } : {}),
    ...(command.output ? { output: command.output } : {}),
  };
  return { ...place, ...own, protoPaths, inputs, unresolved, pathPrefixes, pathSuffixes, container };
}

/** protoc without any `--x_out` may still generate, when its flags are in a variable that nobody knows. */
function generates(command: ProtocCommand): boolean {
  if (command.commented) return false;
  return (
    command.tool === 'buf' ||
    command.outs.length > 0 ||
    (command.unresolved.length > 0 && !/descriptor_set_(?:out|in)|\s-o\b/.test(command.text))
  );
}

/**
 * Everything in a file that generates code from .proto files. The name decides how the file is read: makefiles, Taskfiles,
 * justfiles, shell, batch and PowerShell scripts, Go files (`//go:generate`), buf templates; other files give nothing, and so
 * do comments. Pure: runs nothing, reads no other file. Never throws.
 *
 * @param path decides by its name; it is copied into `file`.
 * @param groups the commands of the text, where the caller has read them already.
 */
export function readGeneration(path: string, text: string, groups?: readonly CommandGroup[]): GenerationStep[] {
  if (isBufTemplate(path)) return templateStep(path, readBufGen(text), text);
  if (!WORTH_READING.test(text)) return [];
  return (groups ?? readCommandFile(path, text)).flatMap((group) => readCommandGroup(path, group));
}

/** Those of commands that were read out of a file already, as the scripts of a CI file are. Never throws. */
export function readCommandGroup(path: string, group: CommandGroup): GenerationStep[] {
  return parseProtocCommands(group.lines)
    .filter(generates)
    .map((command) => commandStep(path, group, command));
}
