import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ExecResult, FetchResult } from '../../src/core/host.ts';
import { goEnvArguments } from '../../src/facts/go/env.ts';
import { askedModules } from '../../src/facts/modules/build-list.ts';
import { type MadeUpFile, MadeUpHost } from '../../src/host/made-up.ts';
import { fakeBinary } from './binary.ts';

/** An executable of a made-up machine. */
export interface ToolSpec {
  readonly package?: string;
  readonly version?: string;
  /** The Go that it was built with. */
  readonly go?: string;
  readonly os?: string;
  readonly arch?: string;
  /** A script with this text instead of a binary. */
  readonly script?: string;
  readonly empty?: boolean;
  readonly executable?: boolean;
}

/** The go of a made-up machine. */
export interface GoSpec {
  readonly folder: string;
  readonly version: string;
  readonly root: string;
  /** GOTOOLCHAIN of the distribution, in the go.env of its tree. */
  readonly toolchain?: string;
  /** What `go env -json` prints instead of the usual; `nothing`: it hangs. */
  readonly says?: string;
  /** What `go list -m` prints before it fails. */
  readonly complaint?: string;
  /** Versions that `go list -m` knows of the modules of the stack; asked only where a module cache is there. */
  readonly lists?: Readonly<Record<string, string>>;
  /** What `go mod graph` prints. */
  readonly graph?: string;
}

/** A whole made-up machine with one project, as a case file writes it. Every leaf is one fact of the world. */
export interface MachineSpec {
  readonly os: string;
  readonly arch: string;
  readonly env: Record<string, string>;
  readonly go: GoSpec | null;
  /** By absolute path. */
  readonly tools: Record<string, ToolSpec>;
  /** Files of the project, by relative path. */
  readonly project: Record<string, string>;
  /** Other files by absolute path. */
  readonly files: Record<string, string>;
  /** Links by absolute path, to absolute paths. */
  readonly links?: Record<string, string>;
  /** Files and folders, by absolute path. */
  readonly unreadable: readonly string[];
  /** What proxies answer, by address. */
  readonly answers: Record<string, { readonly status?: number; readonly body?: string; readonly problem?: string }>;
  readonly options: { readonly network?: boolean; readonly for?: 'build' | 'generate' | 'all' };
  /** Folder of the project. */
  readonly dir: string;
}

const machines = join(import.meta.dirname, '../machines');

/** Names of the machines of test/machines. */
export function machineNames(): string[] {
  return readdirSync(machines).map((file) => file.slice(0, -'.yaml'.length));
}

/** A machine of test/machines, by name. */
export function baseMachine(name: string): MachineSpec {
  return parse(readFileSync(join(machines, `${name}.yaml`), 'utf8')) as MachineSpec;
}

/** Builds the host that answers as the machine would. */
export function hostOf(spec: MachineSpec): MadeUpHost {
  const files = new Map<string, MadeUpFile>();
  const commands = new Map<string, ExecResult>();
  const separator = spec.os === 'windows' ? '\\' : '/';
  const put = (path: string, bytes: Uint8Array, executable = false): void => {
    files.set(path, { bytes, executable });
  };
  for (const [path, text] of Object.entries(spec.project)) {
    put([spec.dir, ...path.split('/')].join(separator), Buffer.from(text));
  }
  for (const [path, text] of Object.entries(spec.files)) put(path, Buffer.from(text));
  for (const [path, tool] of Object.entries(spec.tools)) put(path, toolBytes(tool, spec), tool.executable ?? true);
  if (spec.go) installGo(spec, spec.go, separator, put, commands);
  return new MadeUpHost({
    today: '2026-11-24',
    platform: { os: spec.os, arch: spec.arch },
    env: spec.env,
    files,
    unreadable: new Set(spec.unreadable),
    links: new Map(Object.entries(spec.links ?? {})),
    commands,
    answers: new Map(Object.entries(spec.answers).map(([url, answer]) => [url, toFetch(answer)])),
  });
}

function installGo(
  spec: MachineSpec,
  go: GoSpec,
  separator: string,
  put: (path: string, bytes: Uint8Array, executable?: boolean) => void,
  commands: Map<string, ExecResult>,
): void {
  const path = [go.folder, spec.os === 'windows' ? 'go.exe' : 'go'].join(separator);
  put(path, fakeBinary({ os: spec.os, arch: spec.arch }), true);
  put([go.root, 'VERSION'].join(separator), Buffer.from(`go${go.version}\n`));
  if (go.toolchain) put([go.root, 'go.env'].join(separator), Buffer.from(`GOTOOLCHAIN=${go.toolchain}\n`));
  const stdout =
    go.says ??
    JSON.stringify({ GOVERSION: `go${go.version}`, GOROOT: go.root, GOPROXY: 'https://proxy.example,direct' });
  commands.set(
    [path, ...goEnvArguments].join(' '),
    go.says === 'nothing' ? { kind: 'timeout' } : { kind: 'exited', code: 0, stdout, stderr: '' },
  );
  const listed = Object.entries(go.lists ?? {}).map(([Path, Version]) => JSON.stringify({ Path, Version }));
  const listing: ExecResult = { kind: 'exited', code: 0, stdout: listed.join('\n'), stderr: '' };
  if (go.lists) commands.set(`${path} list -m -e -json ${askedModules.join(' ')}`, listing);
  if (go.graph) commands.set(`${path} mod graph`, { ...listing, stdout: go.graph });
  commands.set(`${path} list -m`, {
    kind: 'exited',
    code: go.complaint ? 1 : 0,
    stdout: '',
    stderr: go.complaint ?? '',
  });
}

function toolBytes(tool: ToolSpec, spec: MachineSpec): Uint8Array {
  if (tool.empty) return new Uint8Array();
  if (tool.script !== undefined) return Buffer.from(tool.script);
  return fakeBinary({ os: spec.os, arch: spec.arch, ...tool });
}

function toFetch({ status, body = '', problem }: MachineSpec['answers'][string]): FetchResult {
  if (status !== undefined) return { kind: 'answered', status, contentType: 'text/plain', body };
  return { kind: (problem ?? 'failed') as 'refused', message: problem ?? 'failed' };
}
