import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { type Executable, readExecutable } from '../../read/binary/executable.ts';
import { type GoBuildInfo, readGoBuildInfo } from '../../read/binary/go-buildinfo.ts';
import { goSettings } from '../go/settings.ts';
import { limits } from '../limits.ts';

/** An executable that has something to do with Go or code generation. It is looked at, never run. */
export interface ToolFile {
  /** Name as it is called: without `.exe`. */
  readonly name: string;
  readonly path: string;
  readonly folder: string;
  readonly mayExecute: boolean;
  /** In bytes. */
  readonly size: number;
  readonly format: Executable;
  /** A script whose interpreter does not exist: the kernel calls the script itself missing. */
  readonly interpreterMissing: boolean;
  /** What the Go linker wrote into it; undefined for other programs and for stripped ones. */
  readonly build?: GoBuildInfo;
}

const interesting = /^(go|protoc|buf|golangci-lint|protoc-gen-[A-Za-z0-9._-]+)$/;

/** A Go toolchain under its own name, as `go install golang.org/dl/go1.25.4` leaves it. */
const toolchain = /^go1\.\d[0-9a-z.]*$/;

/** The folders of PATH in order, each once. Entries that no shell would find anything by are left out. */
export const searchPath = defineFact<readonly string[]>('tools.search-path', 'machine', ({ host }) => {
  const raw = host.env('PATH') ?? host.env('Path') ?? '';
  const folders = raw.split(host.path.delimiter).filter((folder) => host.path.isAbsolute(folder));
  return known([...new Set(folders.map((folder) => trimSlash(host, folder)))]);
});

/** A file in a folder of PATH whose name says that it has to do with Go or code generation. */
export interface ProgramEntry {
  readonly folder: string;
  readonly fileName: string;
  /** Name as it is called: without `.exe`. */
  readonly name: string;
}

/** Such files in the order of PATH; only the folders were listed, nothing was opened. */
export const programsOnPath = defineFact<readonly ProgramEntry[]>('tools.programs', 'machine', async (ask) => {
  const folders = await ask.get(searchPath);
  if (folders.kind !== 'known') return folders;
  return known(folders.value.flatMap((folder) => programsIn(ask.host, folder)));
});

/** Every interesting executable on PATH, in the order in which they are found; the first of a name is the one that runs. */
export const toolsOnPath = defineFact<readonly ToolFile[]>('tools.on-path', 'machine', async (ask) => {
  const programs = await ask.get(programsOnPath);
  if (programs.kind !== 'known') return programs;
  return known(programs.value.flatMap((program) => toolsOf(ask.host, program)));
});

/** The go that runs. Only its place is looked up: every other fact of it comes from itself. */
export const goOnPath = defineFact<ToolFile>('tools.go', 'machine', async (ask) => {
  const tools = await ask.get(toolsOnPath);
  if (tools.kind !== 'known') return tools;
  const go = tools.value.find((tool) => tool.name === 'go' && tool.mayExecute);
  return go ? known(go) : absent('go-missing');
});

/** A folder into which `go install` puts programs. */
export interface InstallFolder {
  readonly folder: string;
  /** `GOBIN`, or `GOPATH` for the `bin` of one of its entries. */
  readonly from: 'GOBIN' | 'GOPATH';
  /** `go install` writes here: GOBIN where it is set, else the first entry of GOPATH. */
  readonly current: boolean;
  readonly onPath: boolean;
}

export const installFolders = defineFact<readonly InstallFolder[]>('tools.install-folders', 'machine', async (ask) => {
  const settings = valueIfKnown(await ask.get(goSettings));
  const onPath = new Set(valueIfKnown(await ask.get(searchPath)) ?? []);
  const gobin = settings?.set.get('GOBIN')?.value;
  const folders = [
    ...(gobin ? [{ folder: gobin, from: 'GOBIN' as const }] : []),
    ...goPaths(ask.host, settings?.set.get('GOPATH')?.value).map((folder) => ({
      folder: ask.host.path.join(folder, 'bin'),
      from: 'GOPATH' as const,
    })),
  ];
  return known(
    folders.map(({ folder, from }, index) => {
      const trimmed = trimSlash(ask.host, folder);
      return { folder: trimmed, from, current: index === 0, onPath: onPath.has(trimmed) };
    }),
  );
});

/** Interesting executables where `go install` puts them, on PATH or not. */
export const installedTools = defineFact<readonly ToolFile[]>('tools.installed', 'machine', async (ask) => {
  const folders = await ask.get(installFolders);
  if (folders.kind !== 'known') return folders;
  return known(
    folders.value
      .flatMap(({ folder }) => programsIn(ask.host, folder))
      .flatMap((program) => toolsOf(ask.host, program)),
  );
});

/** The entries of GOPATH, or its default below the home folder. */
export function goPaths(host: ReadHost, setting: string | undefined): string[] {
  if (setting) return setting.split(host.path.delimiter).filter((folder) => host.path.isAbsolute(folder));
  const home = host.platform.os === 'windows' ? host.env('USERPROFILE') : host.env('HOME');
  return home ? [host.path.join(home, 'go')] : [];
}

function programsIn(host: ReadHost, folder: string): ProgramEntry[] {
  const programs: ProgramEntry[] = [];
  for (const { name: fileName, kind } of host.list(folder) ?? []) {
    const name = callName(host, fileName);
    if (kind !== 'folder' && (interesting.test(name) || toolchain.test(name)))
      programs.push({ folder, fileName, name });
  }
  return programs;
}

function toolsOf(host: ReadHost, { folder, fileName, name }: ProgramEntry): ToolFile[] {
  const tool = interesting.test(name) ? toolFile(host, folder, fileName) : undefined;
  return tool ? [tool] : [];
}

function callName(host: ReadHost, fileName: string): string {
  return host.platform.os === 'windows' ? fileName.replace(/\.(exe|cmd|bat)$/i, '') : fileName;
}

/** Looks at one executable; undefined where there is no such file. */
export function toolFile(host: ReadHost, folder: string, fileName: string): ToolFile | undefined {
  const path = host.path.join(folder, fileName);
  const state = host.stat(path);
  if (state?.kind !== 'file') return undefined;
  const format = readExecutable(host.readAt(path, 0, limits.executableHeadBytes) ?? new Uint8Array());
  const build = hasBuildInfo(format)
    ? readGoBuildInfo((offset, length) => host.readAt(path, offset, length), state.size)
    : undefined;
  const name = callName(host, fileName);
  return {
    name,
    path,
    folder,
    mayExecute: host.mayExecute(path),
    size: state.size,
    format,
    interpreterMissing: format.interpreter !== undefined && !host.stat(format.interpreter),
    ...(build && { build }),
  };
}

function hasBuildInfo(format: Executable): boolean {
  return format.kind === 'elf' || format.kind === 'macho' || format.kind === 'macho-fat' || format.kind === 'pe';
}

function trimSlash(host: ReadHost, folder: string): string {
  const normal = host.path.normalize(folder);
  return normal.length > 1 && normal.endsWith(host.path.sep) ? normal.slice(0, -1) : normal;
}
