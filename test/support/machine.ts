import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ExecResult, FetchResult } from '../../src/core/host.ts';
import { goEnvArguments } from '../../src/facts/go/env.ts';
import { ownGoArguments } from '../../src/facts/go/root.ts';
import { askedModules } from '../../src/facts/modules/build-list.ts';
import { type MadeUpFile, MadeUpHost } from '../../src/host/made-up.ts';
import { type FakeBinary, fakeBinary } from './binary.ts';
import {
  certificateText,
  derOf,
  type NameSpec,
  nameAnswerOf,
  type ProbeSpec,
  type TranscriptSpec,
  transcriptOf,
} from './endpoint.ts';

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
  /** What the compiler makes of a package that is no program. */
  readonly archive?: boolean;
  /** Build settings of a Go program: GOAMD64, CGO_ENABLED, -tags. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What a Linux program asks of the loader, or a library defines. */
  readonly linkage?: NonNullable<FakeBinary['linkage']>;
  readonly empty?: boolean;
  readonly executable?: boolean;
}

/** The go of a made-up machine. */
export interface GoSpec {
  readonly folder: string;
  /** The link by which PATH finds it, where that is not the file itself. */
  readonly startedAs?: string;
  readonly version: string;
  readonly root: string;
  /** GOTOOLCHAIN of the distribution, in the go.env of its tree. */
  readonly toolchain?: string;
  /** What `go env -json` prints instead of the usual; `nothing`: it hangs. */
  readonly says?: string;
  /** What `go env -json` prints before it fails with code 2. */
  readonly refuses?: string;
  /** What `go list -m` prints before it fails. */
  readonly complaint?: string;
  /** Versions that `go list -m` knows of the modules of the stack; asked only where a module cache is there. */
  readonly lists?: Readonly<Record<string, string>>;
  /** What `go mod graph` prints. */
  readonly graph?: string;
}

/** A whole made-up machine with one project, as a case file writes it. Every leaf is one fact of the world. */
export interface MachineSpec {
  /** The lab that made such a machine with real tools. */
  readonly recorded?: string;
  /** Where it was not recorded: what each of its parts rests on, by the name of the part (`env`, `go`, `tools` …). */
  readonly sources?: Readonly<Record<string, string>>;
  readonly os: string;
  readonly arch: string;
  readonly env: Record<string, string>;
  readonly go: GoSpec | null;
  /** By absolute path. */
  readonly tools: Record<string, ToolSpec>;
  /** Files of the project, by relative path. `@certificates leaf root`: those of test/certificates as PEM. */
  readonly project: Record<string, string>;
  /** Other files by absolute path. */
  readonly files: Record<string, string>;
  /** Links by absolute path, to absolute paths. */
  readonly links?: Record<string, string>;
  /** Files and folders, by absolute path. */
  readonly unreadable: readonly string[];
  /** Folders and files that may not be changed, by absolute path. */
  readonly readonly?: readonly string[];
  /** What its clock shows, YYYY-MM-DD; default: 2026-11-24. */
  readonly today?: string;
  /** Default: 4. */
  readonly processors?: number;
  /** What commands other than go print, by their words, and the file that is taken of them, in base64. */
  readonly commands?: Readonly<
    Record<
      string,
      { readonly code?: number; readonly stdout?: string; readonly stderr?: string; readonly taken?: string }
    >
  >;
  /** What proxies answer, by address; one that ends with a slash answers for all below it. */
  readonly answers: Record<
    string,
    /** A status, a problem, or `serves`: a module proxy that has everything. */
    | number
    | string
    | {
        readonly status?: number;
        readonly body?: string;
        /** A file of test/certificates: its bytes are the body. */
        readonly pem?: string;
        readonly contentType?: string;
        readonly date?: string;
        readonly age?: number;
        readonly at?: string;
        readonly problem?: string;
        /** In the words of the system; default: the problem. */
        readonly message?: string;
        /** Host and port of the HTTP proxy that it came through. */
        readonly via?: string;
      }
  >;
  readonly options: {
    readonly network?: boolean;
    readonly deep?: boolean;
    readonly for?: 'build' | 'generate' | 'all';
    /** Absolute. */
    readonly binary?: string;
    readonly downloadLog?: string;
  };
  /** The endpoint that is probed from this machine: then the traps judge it, and not the machine. */
  readonly probe?: ProbeSpec;
  /** What name servers answer, by `A svc.example @10.0.0.10:53`; who is not listed is silent. */
  readonly names?: Readonly<Record<string, NameSpec>>;
  /** What is seen on connections, by `tls 10.0.0.5:443`; what is not listed is refused. */
  readonly conversations?: Readonly<Record<string, TranscriptSpec>>;
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

/** Parts of a machine that its system decides. What the project holds is nobody's answer. */
const parts = ['env', 'go', 'tools', 'files', 'links', 'commands'] as const;

/** What a machine that was not recorded says without naming a file, a page or a public thread for it. */
export function unsourced(machine: MachineSpec): string[] {
  const { sources } = machine;
  if (!sources) return [];
  const has = (part: (typeof parts)[number]): boolean => Object.keys(machine[part] ?? {}).length > 0;
  const lacking = parts.filter((part) => has(part) && !sources[part]);
  const surplus = Object.keys(sources).filter((part) => part !== 'os' && !has(part as (typeof parts)[number]));
  const vague = Object.entries(sources).filter(([, source]) => !/[a-z]\/[A-Za-z]|\bissue \d+/.test(source));
  return [
    ...lacking,
    ...surplus.map((part) => `${part}: no such part`),
    ...vague
      .map(([part]) => `${part}: names no file, page or thread`)
      .filter((text) => !surplus.includes(text.split(':')[0] ?? '')),
  ];
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
    put([spec.dir, ...path.split('/')].join(separator), Buffer.from(certificateText(text)));
  }
  for (const [path, text] of Object.entries(spec.files)) put(path, Buffer.from(certificateText(text)));
  for (const [path, tool] of Object.entries(spec.tools)) put(path, toolBytes(tool, spec), tool.executable ?? true);
  for (const [words, { code = 0, stdout = '', stderr = '', taken }] of Object.entries(spec.commands ?? {}))
    commands.set(words, { kind: 'exited', code, stdout, stderr, ...(taken !== undefined && { taken }) });
  if (spec.go) installGo(spec, spec.go, separator, put, commands);
  return new MadeUpHost({
    today: spec.today ?? '2026-11-24',
    platform: { os: spec.os, arch: spec.arch },
    env: spec.env,
    files,
    unreadable: new Set(spec.unreadable),
    readonly: new Set(spec.readonly ?? []),
    ...(spec.processors !== undefined && { processors: spec.processors }),
    links: new Map(Object.entries(spec.links ?? {})),
    commands,
    answers: new Map(Object.entries(spec.answers).map(([url, answer]) => [url, toFetch(answer)])),
    names: new Map(Object.entries(spec.names ?? {}).map(([key, answer]) => [key, nameAnswerOf(answer)])),
    conversations: new Map(Object.entries(spec.conversations ?? {}).map(([key, one]) => [key, transcriptOf(one)])),
  });
}

function installGo(
  spec: MachineSpec,
  go: GoSpec,
  separator: string,
  put: (path: string, bytes: Uint8Array, executable?: boolean) => void,
  commands: Map<string, ExecResult>,
): void {
  const file = [go.folder, spec.os === 'windows' ? 'go.exe' : 'go'].join(separator);
  const path = go.startedAs ?? file;
  put(file, fakeBinary({ os: spec.os, arch: spec.arch }), true);
  put([go.root, 'VERSION'].join(separator), Buffer.from(`go${go.version}\n`));
  if (go.toolchain) put([go.root, 'go.env'].join(separator), Buffer.from(`GOTOOLCHAIN=${go.toolchain}\n`));
  const stdout =
    go.says ??
    JSON.stringify({ GOVERSION: `go${go.version}`, GOROOT: go.root, GOPROXY: 'https://proxy.example,direct' });
  commands.set(
    [path, ...goEnvArguments].join(' '),
    go.says === 'nothing'
      ? { kind: 'timeout' }
      : go.refuses
        ? { kind: 'exited', code: 2, stdout: '', stderr: go.refuses }
        : { kind: 'exited', code: 0, stdout, stderr: '' },
  );
  const own = { kind: 'exited', code: 0, stdout: `go${go.version}\n${go.root}\n`, stderr: '' } as const;
  const question = [path, ...ownGoArguments].join(' ');
  if (!commands.has(question)) commands.set(question, own);
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
  if (tool.archive)
    return Buffer.from(
      '!<arch>\n__.PKGDEF       0           0     0     644     30        `\ngo object linux amd64 go1.26.8\n',
    );
  return fakeBinary({ os: spec.os, arch: spec.arch, ...tool });
}

function toFetch(spec: MachineSpec['answers'][string]): FetchResult {
  if (spec === 'serves') return toFetch({ status: 200, body: anyFile });
  if (typeof spec === 'string') return toFetch({ problem: spec });
  if (typeof spec === 'number') return toFetch({ status: spec });
  const { status, body = '', pem, contentType = 'text/plain', date, age, at, problem, message, via } = spec;
  const bytes = pem === undefined ? {} : { bytes: derOf(pem) };
  const more = {
    ...bytes,
    ...(date && { date }),
    ...(age && { age }),
    ...(at && { at: Date.parse(at) }),
    ...(via && { via }),
  };
  if (status !== undefined) return { kind: 'answered', status, contentType, body, ...more };
  return { kind: (problem ?? 'failed') as 'refused', message: message ?? problem ?? 'failed', ...(via && { via }) };
}

/** Passes for a zip, a go.mod, the description of a version, a list of versions, and a lookup in the checksum database. */
const anyFile = 'PK\nmodule m\n{}\ngo.sum database tree\n';
