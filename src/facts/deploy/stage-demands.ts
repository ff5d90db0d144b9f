import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import type { GoMod } from '../../read/modules/go-mod.ts';
import { moduleFile } from '../modules/modules.ts';
import { workspace } from '../modules/workspace.ts';
import type { StageBuild } from './stage.ts';
import { stage } from './stages.ts';

/** A line of go.mod or go.work that asks something of the Go of a stage. */
export interface StageDemand {
  readonly build: StageBuild;
  readonly kind: 'go line' | 'toolchain line' | 'newer directive';
  /** Of a go or toolchain line: the version. */
  readonly version?: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** True for the commands of go that compile packages of the module. */
export function compiles({ verb }: Pick<StageBuild, 'verb'>): boolean {
  return ['build', 'install', 'run', 'test', 'vet'].includes(verb);
}

/** What the modules that a stage builds, and the go.work in force, ask of its Go; in the order of the commands. */
export const stageDemands = defineFact<readonly StageDemand[]>('stage.demands', 'stage', async (ask) => {
  const found = await ask.get(stage);
  if (found.kind !== 'known') return found;
  // Of commands that ask the same, the first is told.
  const builds = new Map<string, StageBuild>();
  for (const build of found.value.builds) {
    const key = `${build.module} ${build.workspace} ${build.toolchain} ${compiles(build)}`;
    if (!builds.has(key)) builds.set(key, build);
  }
  const demands: StageDemand[] = [];
  for (const build of builds.values()) demands.push(...(await demandsOf(ask, build)));
  return known(demands);
});

async function demandsOf(ask: Ask, build: StageBuild): Promise<StageDemand[]> {
  const file = valueIfKnown(await ask.get(moduleFile, { kind: 'module', id: build.module }));
  const space = build.workspace ? valueIfKnown(await ask.get(workspace)) : undefined;
  const text = (line: number): string => file?.lines[line - 1]?.trim() ?? '';
  const ofModule = file
    ? linesOf(file.mod).map((one) => ({ build, file: file.file, text: text(one.line), ...one }))
    : [];
  const ofSpace = space
    ? linesOf(space.work).map((one) => ({ build, file: space.file, text: `${one.name} ${one.value}`, ...one }))
    : [];
  return [...ofModule, ...ofSpace].map(({ name: _name, value: _value, ...demand }) => demand);
}

type Line = Pick<StageDemand, 'kind' | 'version' | 'line'> & { readonly name: string; readonly value: string };

/** Go up to 1.20 knows none of the directives that came later. */
function linesOf(mod: Pick<GoMod, 'go' | 'toolchain'> & Partial<Pick<GoMod, 'tool' | 'ignore' | 'godebug'>>): Line[] {
  const lines: Line[] = [];
  if (mod.go)
    lines.push({ kind: 'go line', name: 'go', value: mod.go.version, version: mod.go.version, line: mod.go.line });
  if (mod.toolchain) {
    const { name, line } = mod.toolchain;
    lines.push({ kind: 'toolchain line', name: 'toolchain', value: name, version: name.replace(/^go/, ''), line });
  }
  const [newer] = [...(mod.godebug ?? []), ...(mod.tool ?? []), ...(mod.ignore ?? [])];
  if (newer) lines.push({ kind: 'newer directive', name: '', value: '', line: newer.line });
  return lines;
}
