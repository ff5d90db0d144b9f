import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { switchesToolchains, toolchainOf } from '../../knowledge/go-rules.ts';
import { goLineOf } from '../../knowledge/questions.ts';
import { compareGo } from '../../read/go/go-version.ts';
import { buildList } from '../modules/build-list.ts';
import { moduleFile, modules } from '../modules/modules.ts';
import { isMember, workspace } from '../modules/workspace.ts';
import { effectiveSettings, goVersion } from './env.ts';

/** A line or a module that asks for a Go version. */
export interface GoDemand {
  /** Such as `1.25.0`; a `toolchain` line is a wish, not a demand, and is told apart. */
  readonly version: string;
  readonly kind: 'go line' | 'toolchain line' | 'dependency';
  readonly file: string;
  readonly line: number;
  /** Text of the line. */
  readonly text: string;
  /** The module that asks, for `dependency`. */
  readonly module?: string;
}

/** Everything that asks for a Go version when this module is built, the highest demand first. */
export const goDemands = defineFact<readonly GoDemand[]>('module.go-demands', 'module', async (ask, { id }) => {
  const file = await ask.get(moduleFile);
  if (file.kind !== 'known') return file;
  const { mod, lines } = file.value;
  const demands: GoDemand[] = [];
  const add = (version: string | undefined, rest: Omit<GoDemand, 'version'>): void => {
    if (version) demands.push({ version, ...rest });
  };
  const at = (line: number): { file: string; line: number; text: string } => ({
    file: file.value.file,
    line,
    text: lines[line - 1]?.trim() ?? '',
  });
  if (mod.go) add(mod.go.version, { kind: 'go line', ...at(mod.go.line) });
  if (mod.toolchain) add(toolchainVersion(mod.toolchain.name), { kind: 'toolchain line', ...at(mod.toolchain.line) });
  const space = valueIfKnown(await ask.get(workspace));
  if (space && isMember(space, id)) {
    const inWork = (line: number, text: string) => ({ file: space.file, line, text });
    const { go, toolchain } = space.work;
    if (go) add(go.version, { kind: 'go line', ...inWork(go.line, `go ${go.version}`) });
    if (toolchain)
      add(toolchainVersion(toolchain.name), {
        kind: 'toolchain line',
        ...inWork(toolchain.line, `toolchain ${toolchain.name}`),
      });
  }
  const list = valueIfKnown(await ask.get(buildList));
  for (const module of list?.modules.values() ?? []) {
    if (!module.version || module.file !== file.value.file || module.line === undefined) continue;
    add(goLineOf(module.replacedBy?.version ? module.replacedBy.path : module.path, module.version), {
      kind: 'dependency',
      module: `${module.path}@${module.version}`,
      ...at(module.line),
    });
  }
  return known(demands.sort((a, b) => compareGo(b.version, a.version)));
});

function toolchainVersion(name: string): string | undefined {
  return /^go(1\..*)$/.exec(name)?.[1];
}

/** The demands of all modules of the project, the highest first. */
export const projectDemands = defineFact<readonly GoDemand[]>('project.go-demands', 'project', async (ask) => {
  const list = await ask.get(modules);
  if (list.kind !== 'known') return list;
  const all = await Promise.all(list.value.map((id) => ask.get(goDemands, { kind: 'module', id })));
  return known(all.flatMap((outcome) => valueIfKnown(outcome) ?? []).sort((a, b) => compareGo(b.version, a.version)));
});

/**
 * The toolchain that must be had from elsewhere, by the value of GOTOOLCHAIN and the highest demand; `demand` is the line that
 * asks for it, where it is not GOTOOLCHAIN itself.
 */
export function wantedToolchain(
  value: string,
  running: string,
  demand: GoDemand | undefined,
): { version: string; demand?: GoDemand } | undefined {
  const fixed = /^go(1\.[0-9a-z.]+)/.exec(value)?.[1];
  const follows = value === 'auto' || value === 'path' || value.includes('+');
  const asked = follows && demand ? toolchainOf(demand.version) : undefined;
  if (demand && asked && compareGo(asked, fixed ?? running) > 0) return { version: asked, demand };
  return fixed && compareGo(fixed, running) !== 0 ? { version: fixed } : undefined;
}

/** The go of this project, as far as it is known. */
export interface RunningGo {
  /** The go that is started; undefined where it does not start. */
  readonly installed?: string;
  /** The toolchain that works after a switch by go.mod, go.work or GOTOOLCHAIN. */
  readonly effective?: string;
  /** GOTOOLCHAIN in force. */
  readonly toolchain: string;
}

export const runningGo = defineFact<RunningGo>('project.running-go', 'project', async (ask) => {
  const installed = valueIfKnown(await ask.get(goVersion));
  const toolchain = valueIfKnown(await ask.get(effectiveSettings))?.get('GOTOOLCHAIN') ?? 'auto';
  if (installed === undefined) return known({ toolchain });
  const demands = valueIfKnown(await ask.get(projectDemands)) ?? [];
  const wanted = switchesToolchains(installed)
    ? wantedToolchain(
        toolchain,
        installed,
        demands.find(({ kind }) => kind !== 'dependency'),
      )
    : undefined;
  return known({ installed, effective: wanted?.version ?? installed, toolchain });
});
