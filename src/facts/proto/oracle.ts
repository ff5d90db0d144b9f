import { type Ask, defineFact } from '../../core/fact.ts';
import type { ExecResult } from '../../core/host.ts';
import { absent, known, type Reason, valueIfKnown } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import type { DescriptorFile } from '../../read/generation/descriptor-file.ts';
import { type CompilerError, readBufErrors, readProtocErrors } from '../../read/proto/compiler-errors.ts';
import { tree } from '../project/tree.ts';
import { toolsOnPath } from '../tools/path.ts';
import type { Compilation, InputFolder } from './compilation/compilation.ts';
import { compilations } from './compilation/compilations.ts';
import { protocOnPath } from './compilation/protoc-include.ts';

/** An error of the user's own compiler. */
export interface OracleError extends CompilerError {
  /** Relative to the project with `/`; absolute where it lies outside; undefined where the compiler names no file of it. */
  readonly path?: string;
}

/** What the user's own compiler says of one compilation. No code was generated. */
export interface Verdict {
  readonly compilation: Compilation;
  readonly tool: 'protoc' | 'buf';
  /** Empty where it takes all files. What only follows from another error of the list is left out. */
  readonly errors: readonly OracleError[];
  /** What it read of the files that it takes: inputs, and for buf all that they import. */
  readonly files: readonly DescriptorFile[];
}

/** The answers of the compilers on this machine, and why others were not asked. */
export interface Oracle {
  readonly verdicts: readonly Verdict[];
  readonly skipped: readonly Reason[];
}

/** Asked of the user's own protoc and buf; absent without `--deep`. Only what is known for certain of a command is compiled. */
export const protoOracle = defineFact<Oracle | undefined>('project.proto-oracle', 'project', async (ask) => {
  if (!ask.options.deep) return absent('deep-not-asked');
  const all = await ask.get(compilations);
  if (all.kind !== 'known') return all;
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  const verdicts: Verdict[] = [];
  const skipped: Reason[] = [];
  // What the compilers of this machine say is nothing about those of a job.
  const asked = all.value.filter(
    ({ via, certain, inputs, step }) => via !== 'none' && certain && inputs.length > 0 && !step?.job,
  );
  // One after the other: each may take a processor and much memory.
  for (const compilation of asked) {
    const answer = await (compilation.via === 'protoc' ? askProtoc : askBuf)(ask, root, compilation);
    if ('key' in answer) skipped.push(answer);
    else verdicts.push(answer);
  }
  return known({ verdicts, skipped });
});

const commandLineCharacters = 20_000;

/** The same roots and files, and no plugin. Arguments that fit no command line go into a file. */
async function askProtoc(ask: Ask, root: string, compilation: Compilation): Promise<Verdict | Reason> {
  const protoc = valueIfKnown(await ask.get(protocOnPath));
  if (!protoc) return { key: 'command-missing', data: { command: 'protoc' } };
  const { host } = ask;
  const folders = compilation.roots.filter(({ exists }) => exists);
  const words = [
    ...flags.filter((flag) => compilation.step?.text.includes(flag)),
    ...folders.map(({ prefix, folder }) => `--proto_path=${prefix === '' ? '' : `${prefix}=`}${folder}`),
    ...compilation.inputs.map(({ path }) => (host.path.isAbsolute(path) ? path : host.path.join(root, path))),
  ];
  const long = words.join(' ').length > commandLineCharacters;
  const argv = [protoc.protoc, '--descriptor_set_out={scratch}/set', ...(long ? ['@{scratch}/args'] : words)];
  const cwd = compilation.folder === undefined ? root : host.path.join(root, compilation.folder);
  const scratch: Record<string, string> = long ? { args: words.join('\n') } : {};
  const ran = await host.exec(argv, { cwd, scratch, take: 'set', timeoutMs: ask.options.timeoutMs });
  if (ran.kind !== 'exited') return reasonOf(ran.kind, 'protoc', ask.options.timeoutMs);
  const errors = ran.code === 0 ? [] : readProtocErrors(ran.stderr);
  if (ran.code !== 0 && errors.length === 0) return { key: 'command-unparsable', data: { command: 'protoc' } };
  return verdictOf(ask, root, compilation, 'protoc', errors, ran);
}

/** Switches that decide what a protoc takes. */
const flags = ['--experimental_allow_proto3_optional', '--experimental_editions'];

/** The folders and files that code is made of, one after the other: what lies beside them may be broken. */
async function askBuf(ask: Ask, root: string, compilation: Compilation): Promise<Verdict | Reason> {
  const buf = (valueIfKnown(await ask.get(toolsOnPath)) ?? []).find(
    ({ name, mayExecute }) => name === 'buf' && mayExecute,
  );
  if (!buf) return { key: 'command-missing', data: { command: 'buf' } };
  const answers: Verdict[] = [];
  for (const input of compilation.inputFolders ?? []) {
    const answer = await askBufOf(ask, root, compilation, buf.path, input);
    if ('key' in answer) return answer;
    answers.push(answer);
  }
  const errors = answers.flatMap((answer) => answer.errors);
  return { compilation, tool: 'buf', errors, files: answers.flatMap(({ files }) => files) };
}

async function askBufOf(
  ask: Ask,
  root: string,
  compilation: Compilation,
  buf: string,
  { folder, paths, excludes }: InputFolder,
): Promise<Verdict | Reason> {
  const { host } = ask;
  const absolute = (path: string): string => (path === '.' ? root : host.path.join(root, ...path.split('/')));
  const cwd = absolute(compilation.folder ?? '.');
  // Its own words for files count from where it runs.
  const word = (path: string): string => host.path.relative(cwd, absolute(path)) || '.';
  const argv = [
    ...[buf, 'build', word(folder), '--error-format=json', '-o', '{scratch}/set#format=binpb'],
    ...(compilation.config === undefined ? [] : [`--config=${absolute(compilation.config)}`]),
    ...paths.map((path) => `--path=${word(path)}`),
    ...excludes.map((path) => `--exclude-path=${word(path)}`),
  ];
  const ran = await host.exec(argv, {
    cwd,
    env: {
      ...(hasBufCache(ask) ? {} : { BUF_CACHE_DIR: '{scratch}/cache' }),
      ...(ask.options.network ? {} : noPackets),
    },
    scratch: {},
    take: 'set',
    timeoutMs: ask.options.timeoutMs,
  });
  if (ran.kind !== 'exited') return reasonOf(ran.kind, 'buf', ask.options.timeoutMs);
  const errors = ran.code === 0 ? [] : readBufErrors(`${ran.stdout}\n${ran.stderr}`);
  // Without a place in a file it is about modules that it would have to fetch.
  if (ran.code !== 0 && errors.length === 0)
    return { key: ask.options.network ? 'command-unparsable' : 'buf-cache-cold', data: { command: 'buf' } };
  return verdictOf(ask, root, compilation, 'buf', errors, ran);
}

/** Modules of a registry are only in buf's own cache. Where it has none yet, it gets a folder that goes away, and makes none. */
function hasBufCache({ host }: Ask): boolean {
  const home = host.env('HOME');
  const below = host.env('XDG_CACHE_HOME') || (home && host.path.join(home, '.cache'));
  const folder = host.env('BUF_CACHE_DIR') || (below && host.path.join(below, 'buf'));
  return folder !== undefined && folder !== '' && host.stat(folder)?.kind === 'folder';
}

/** A proxy that nobody listens on: what buf would ask for on the network fails on this machine. */
const noPackets = {
  HTTPS_PROXY: 'http://127.0.0.1:9',
  HTTP_PROXY: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
  http_proxy: 'http://127.0.0.1:9',
  NO_PROXY: '',
  no_proxy: '',
};

function reasonOf(kind: Exclude<ExecResult['kind'], 'exited'>, command: string, timeoutMs: number): Reason {
  return { key: `command-${kind}`, data: { command, seconds: timeoutMs / 1000 } };
}

async function verdictOf(
  ask: Ask,
  root: string,
  compilation: Compilation,
  tool: Verdict['tool'],
  errors: readonly CompilerError[],
  { taken }: { readonly taken?: string },
): Promise<Verdict> {
  const placed = errors.map((error): OracleError => {
    const path = pathOf(ask, root, compilation, error.file);
    const message = maskSecrets(error.message);
    return { ...error, message, ...(path !== undefined && { path }), ...nameOf(compilation, error, path) };
  });
  return { compilation, tool, errors: causesOf(placed), files: await filesOf(taken) };
}

/** Old releases name a file as it is imported, those from 30 on as it lies on the disk, as far as it was named so. */
function pathOf({ host }: Ask, root: string, compilation: Compilation, file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const named = compilation.files.get(file)?.path;
  if (named !== undefined) return named;
  const folder = host.path.join(root, compilation.folder ?? '.');
  const absolute = host.path.isAbsolute(file) ? file : host.path.join(folder, file);
  const relative = host.path.relative(root, absolute);
  const inside = !relative.startsWith('..') && !host.path.isAbsolute(relative);
  return inside ? relative.split(host.path.sep).join('/') : absolute;
}

/** The import statement where the compiler does not tell the name. */
function nameOf({ files }: Compilation, error: CompilerError, path: string | undefined): { readonly name?: string } {
  if (error.kind !== 'not-found' || error.name !== undefined) return {};
  const file = [...files.values()].find((one) => one.path === path);
  const name = file?.imports.find(({ line }) => line === error.line)?.path;
  return name === undefined ? {} : { name };
}

/** In a file whose import has errors of its own, nothing else is certain. */
function causesOf(errors: readonly OracleError[]): readonly OracleError[] {
  const lame = new Set(errors.flatMap(({ kind, path }) => (kind === 'imports' && path !== undefined ? [path] : [])));
  const lost = new Set(errors.flatMap(({ kind, path }) => (kind === 'not-found' && path !== undefined ? [path] : [])));
  return errors.filter(({ kind, path }) => {
    if (kind === 'imports') return false;
    if (kind !== 'other' || path === undefined) return true;
    return !lame.has(path) && !lost.has(path);
  });
}

/** What is read of a set, in base64: all of googleapis is smaller, and a larger one takes more memory than it is worth. */
const longestSet = 24 * 1024 * 1024;

async function filesOf(taken: string | undefined): Promise<readonly DescriptorFile[]> {
  if (taken === undefined || taken.length > longestSet) return [];
  // The library that decodes descriptors is only read where there is one.
  const { readDescriptorSet } = await import('../../read/generation/descriptor-file.ts');
  return readDescriptorSet(Buffer.from(taken, 'base64')) ?? [];
}
