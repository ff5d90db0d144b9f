import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, unknown, valueIfKnown } from '../../core/outcome.ts';
import { isOfDownloadCommand } from '../../knowledge/go-rules.ts';
import { type GoVersion, parseGoVersion } from '../../read/go/go-version.ts';
import { readText } from '../text-file.ts';
import { runGo } from './command.ts';
import { folderThatDecides } from './env.ts';
import { installedManagers } from './managers.ts';
import { goSettings, type Setting } from './settings.ts';

/** A GOROOT that somebody set, beside the tree that the go on PATH would use by itself. */
export interface GoRoot {
  readonly setting: Setting;
  /** `no-tree`: a folder without the standard library. */
  readonly state: 'missing' | 'no-tree' | 'tree';
  /** First line of VERSION, such as `go1.25.4`; undefined in a tree that was built from a checkout. */
  readonly version?: string;
  /** GOTOOLCHAIN of its go.env, which trees since Go 1.21 have; without that file the go command knows no defaults at all. */
  readonly toolchain?: string;
  readonly own: OwnGo;
  /** Who sets GOROOT to such a tree on purpose: a version manager, conda, the `go1.x.y` command of golang.org/dl. */
  readonly setBy?: string;
  /** The tree is one of another release. Versions of checkouts and suffixes of distributions are not compared. */
  readonly differs: boolean;
}

/** What the go on PATH says of itself when nobody tells it a GOROOT. */
export interface OwnGo {
  /** Such as `go1.26.8`. */
  readonly version: string;
  readonly root: string;
}

/** Undefined where nobody set GOROOT. A wrong one stops even `go env`, so its tree is read, and go is asked without it. */
export const goRoot = defineFact<GoRoot | undefined>('go.root', 'machine', async (ask) => {
  const setting = valueIfKnown(await ask.get(goSettings))?.set.get('GOROOT');
  if (!setting) return known(undefined);
  const own = await ownGo(ask);
  if (own.kind !== 'known') return own;
  const tree = treeAt(ask, setting.value);
  const setBy = await ownerOf(ask, setting.value);
  const differs = areOtherReleases(tree.version, own.value.version);
  return known({ setting, own: own.value, ...tree, ...(setBy && { setBy }), differs });
});

/** Arguments of the question; a test answers them apart from those of {@link goEnv}. */
export const ownGoArguments: readonly string[] = ['env', 'GOVERSION', 'GOROOT'];

async function ownGo(ask: Ask): Promise<Outcome<OwnGo>> {
  const nothingSet = { GOROOT: undefined, GOPATH: undefined, GOFLAGS: undefined, GOEXPERIMENT: undefined };
  const run = await runGo(ask, {
    args: ownGoArguments,
    cwd: await folderThatDecides(ask),
    env: { ...nothingSet, GOENV: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off' },
  });
  if (run.kind !== 'known') return run;
  const [version, root] = run.value.stdout.split(/\r?\n/);
  // GOVERSION exists since Go 1.16.
  return version && root ? known({ version, root }) : unknown('go-version-unknown');
}

function treeAt({ host }: Ask, root: string): Pick<GoRoot, 'state' | 'version' | 'toolchain'> {
  if (host.stat(root)?.kind !== 'folder') return { state: 'missing' };
  const version = firstLine(valueIfKnown(readText(host, host.path.join(root, 'VERSION'))));
  if (!version?.startsWith('go')) {
    return { state: host.stat(host.path.join(root, 'src', 'fmt')) ? 'tree' : 'no-tree' };
  }
  const defaults = valueIfKnown(readText(host, host.path.join(root, 'go.env')));
  const toolchain = defaults === undefined ? undefined : (/^GOTOOLCHAIN=(.*)$/m.exec(defaults)?.[1]?.trim() ?? 'local');
  return { state: 'tree', version, ...(toolchain !== undefined && { toolchain }) };
}

async function ownerOf(ask: Ask, root: string): Promise<string | undefined> {
  const bin = ask.host.path.join(root, 'bin');
  const managers = valueIfKnown(await ask.get(installedManagers)) ?? [];
  const manager = managers.find(({ gos }) => gos.some(({ goFolder }) => goFolder === bin));
  if (manager) return manager.rules.name;
  const conda = ask.host.env('CONDA_PREFIX');
  if (conda && root.startsWith(conda)) return 'conda';
  return isOfDownloadCommand(root) ? 'golang.org/dl' : undefined;
}

function firstLine(text: string | undefined): string | undefined {
  return text?.split(/\r?\n/, 1)[0];
}

function areOtherReleases(a: string | undefined, b: string): boolean {
  const [one, other] = [a === undefined ? undefined : parseGoVersion(a), parseGoVersion(b)];
  if (!one || !other || one.devel || other.devel) return false;
  return release(one) !== release(other);
}

function release({ major, minor, patch, kind, pre }: GoVersion): string {
  return [major, minor, patch, kind, pre].join(' ');
}
