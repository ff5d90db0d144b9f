import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecResult, FetchResult } from '../../src/core/host.ts';
import { type MadeUpFile, MadeUpHost } from '../../src/host/made-up.ts';
import { parse } from 'yaml';
import { fakeBinary } from './binary.ts';

/** An executable of a made-up machine. */
export interface ToolSpec {
  readonly package?: string;
  readonly version?: string;
  readonly os?: string;
  readonly arch?: string;
  /** A script with this text instead of a binary. */
  readonly script?: string;
  readonly empty?: boolean;
  readonly executable?: boolean;
}

/** A whole made-up machine with one project, as a case file writes it. Every leaf is one fact of the world. */
export interface MachineSpec {
  readonly os: string;
  readonly arch: string;
  readonly env: Record<string, string>;
  /** The go on PATH, by the folder it lies in and its version; `answers: false`: it hangs. */
  readonly go: { readonly folder: string; readonly version: string; readonly root: string; readonly toolchain?: string; readonly says?: string; readonly complaint?: string } | null;
  /** By absolute path. */
  readonly tools: Record<string, ToolSpec>;
  /** Files of the project, by relative path. */
  readonly project: Record<string, string>;
  /** Other files by absolute path. */
  readonly files: Record<string, string>;
  /** Files and folders, by absolute path. */
  readonly unreadable: readonly string[];
  /** What proxies answer, by address. */
  readonly answers: Record<string, { readonly status?: number; readonly body?: string; readonly problem?: string }>;
  readonly options: { readonly network?: boolean; readonly for?: 'build' | 'generate' | 'all' };
  /** Folder of the project. */
  readonly dir: string;
}

const machines = join(import.meta.dirname, '../machines');

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
    platform: { os: spec.os, arch: spec.arch },
    env: spec.env,
    files,
    unreadable: new Set(spec.unreadable),
    links: new Map(),
    commands,
    answers: new Map(Object.entries(spec.answers).map(([url, answer]) => [url, toFetch(answer)])),
  });
}

function installGo(
  spec: MachineSpec,
  go: NonNullable<MachineSpec['go']>,
  separator: string,
  put: (path: string, bytes: Uint8Array, executable?: boolean) => void,
  commands: Map<string, ExecResult>,
): void {
  const path = [go.folder, spec.os === 'windows' ? 'go.exe' : 'go'].join(separator);
  put(path, fakeBinary({ os: spec.os, arch: spec.arch }), true);
  put([go.root, 'VERSION'].join(separator), Buffer.from(`go${go.version}\n`));
  if (go.toolchain) put([go.root, 'go.env'].join(separator), Buffer.from(`GOTOOLCHAIN=${go.toolchain}\n`));
  const stdout = go.says ?? JSON.stringify({ GOVERSION: `go${go.version}`, GOROOT: go.root, GOPROXY: 'https://proxy.example,direct' });
  commands.set(`${path} env -json`, go.says === 'nothing' ? { kind: 'timeout' } : { kind: 'exited', code: 0, stdout, stderr: '' });
  commands.set(`${path} list -m`, { kind: 'exited', code: go.complaint ? 1 : 0, stdout: '', stderr: go.complaint ?? '' });
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
