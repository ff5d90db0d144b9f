import type { ReadHost } from '../../core/host.ts';
import { limits } from '../../facts/limits.ts';
import { readText } from '../../facts/text-file.ts';
import { goOfWorkWithoutLine } from '../../knowledge/go-rules.ts';
import { grpcModule, netModule } from '../../knowledge/names.ts';
import { type GoMod, parseGoMod } from '../../read/modules/go-mod.ts';
import { type GoWork, parseGoWork } from '../../read/modules/go-work.ts';
import { compareModule } from '../../read/modules/module-version.ts';

/** A value, and where it stands: `go.mod:3`. */
export interface Placed {
  readonly value: string;
  readonly from: string;
}

/** What the project at a folder says of a Go client that is built there. */
export interface ProjectOfClient {
  readonly goLine: Placed;
  /** Of the toolchain line. */
  readonly toolchain?: Placed;
  readonly godebug: Readonly<Record<string, string>>;
  readonly grpc?: Placed;
  /** golang.org/x/net. */
  readonly net?: Placed;
}

/** What the go command takes for a module without a go line. */
const withoutGoLine = '1.16';
/** More members of a workspace are not read for one probe. */
const mostMembers = 32;

/**
 * Reads the nearest go.mod, and the go.work that it is a member of. The whole tree is not walked, as a probe may be asked for from any
 * folder. Undefined where no module is.
 */
export function projectOfClient(host: ReadHost, dir: string): ProjectOfClient | undefined {
  const file = above(host, dir, 'go.mod');
  if (file === undefined) return undefined;
  const mod = parseGoMod(textOf(host, file));
  const work = workspaceOf(host, file);
  const members = work ? work.members : [{ folder: host.path.dirname(file), mod }];
  const rules = work ? { name: 'go.work', ...work.work } : { name: 'go.mod', ...mod };
  const toolchain = /^go(1\..*)$/.exec(rules.toolchain?.name ?? '')?.[1];
  const grpc = versionOf(grpcModule, members, work?.work);
  const net = versionOf(netModule, members, work?.work);
  return {
    goLine: {
      value: rules.go?.version ?? (work ? goOfWorkWithoutLine : withoutGoLine),
      from: at(rules.name, rules.go),
    },
    ...(toolchain !== undefined && { toolchain: { value: toolchain, from: at(rules.name, rules.toolchain) } }),
    godebug: Object.fromEntries(rules.godebug.map(({ key, value }) => [key, value])),
    ...(grpc && { grpc }),
    ...(net && { net }),
  };
}

interface Member {
  readonly folder: string;
  readonly mod: GoMod;
}

/** The go.work above, if it names this module. */
function workspaceOf(host: ReadHost, goMod: string): { work: GoWork; members: Member[] } | undefined {
  const setting = host.env('GOWORK');
  if (setting === 'off') return undefined;
  const folder = host.path.dirname(goMod);
  const file = setting || above(host, folder, 'go.work');
  if (file === undefined) return undefined;
  const work = parseGoWork(textOf(host, file));
  const base = host.path.dirname(file);
  const folders = work.use.map(({ path }) =>
    host.path.normalize(host.path.isAbsolute(path) ? path : host.path.join(base, path)),
  );
  if (!folders.some((one) => host.path.relative(one, folder) === '')) return undefined;
  const members = folders
    .slice(0, mostMembers)
    .map((one) => ({ folder: one, mod: parseGoMod(textOf(host, host.path.join(one, 'go.mod'))) }));
  return { work, members };
}

/** The highest version that a member requires, or what a replacement makes of it. */
function versionOf(path: string, members: readonly Member[], work: GoWork | undefined): Placed | undefined {
  const required = members
    .flatMap(({ mod }) => mod.require.filter((one) => one.path === path))
    .sort((a, b) => compareModule(b.version, a.version))[0];
  if (!required) return undefined;
  const replacements = [...(work?.replace ?? []), ...members.flatMap(({ mod }) => mod.replace)];
  const replaced = replacements.find(
    (one) => one.path === path && (one.version === undefined || one.version === required.version),
  );
  if (!replaced) return { value: required.version.replace(/^v/, ''), from: `go.mod:${required.line}` };
  // A fork in a folder has no version that could be read here; most of them are of the release that is required.
  const value = replaced.newPath === path ? (replaced.newVersion ?? required.version) : required.version;
  return { value: value.replace(/^v/, ''), from: `go.mod:${replaced.line}` };
}

function at(file: string, directive: { readonly line: number } | undefined): string {
  return directive ? `${file}:${directive.line}` : file;
}

function textOf(host: ReadHost, file: string): string {
  const text = readText(host, file, limits.textBytes);
  return text.kind === 'known' ? text.value : '';
}

/** The file of that name in the folder or above it. */
function above(host: ReadHost, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = host.path.dirname(folder)) {
    const file = host.path.join(folder, name);
    if (host.stat(file)?.kind === 'file') return file;
    if (host.path.dirname(folder) === folder) return undefined;
  }
}
