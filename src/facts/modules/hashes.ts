import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { isCompleteGoMod } from '../../knowledge/go-rules.ts';
import { grpcModule, stackModules } from '../../knowledge/names.ts';
import { compiledWith } from '../../knowledge/questions.ts';
import type { CompiledModule } from '../../knowledge/table.ts';
import { isDirectoryPath } from '../../read/modules/go-mod-syntax.ts';
import type { GoSum } from '../../read/modules/go-sum.ts';
import type { BuildList } from './build-list.ts';
import { type ModuleFile, moduleFile, moduleSum, modules } from './modules.ts';

/** A requirement whose hash is not in go.sum. */
export interface Unhashed {
  /** The module that go.mod requires. */
  readonly required: string;
  /** The module and version that the build takes for it, after replacement. */
  readonly path: string;
  readonly version: string;
  readonly indirect: boolean;
  readonly line: number;
  readonly kind: 'go.mod' | 'files';
}

/**
 * Direct requirements need both hashes, of the files and of the go.mod; indirect ones at least the latter. A replacement
 * needs its own hashes, a local folder none.
 */
export function unhashedRequirements(file: ModuleFile, sum: GoSum | undefined): Unhashed[] {
  const missing: Unhashed[] = [];
  for (const { path: required, version, indirect, line } of file.mod.require) {
    const replacement = file.mod.replace.find(
      (one) => one.path === required && (!one.version || one.version === version),
    );
    if (replacement && isDirectoryPath(replacement.newPath)) continue;
    const used = replacement
      ? { path: replacement.newPath, version: replacement.newVersion ?? '' }
      : { path: required, version };
    const entry = sum?.entries.get(`${used.path} ${used.version}`);
    if (!entry?.goMod) missing.push({ required, ...used, indirect, line, kind: 'go.mod' });
    else if (!entry.h1 && !indirect) missing.push({ required, ...used, indirect, line, kind: 'files' });
  }
  return missing;
}

/** A module that nobody's go.mod names here, and that a required module is compiled with. */
export interface UnhashedCompiled extends CompiledModule {
  /** The version of the required module. */
  readonly by: string;
}

/**
 * Before go 1.17 a go.mod need not name the modules behind its requirements; their hashes are asked for all the same. Which
 * version is chosen is not known without the module cache, but a go.sum without the files of any version lacks that one.
 */
export function unhashedCompiled(
  { mod }: ModuleFile,
  sum: GoSum | undefined,
  list: BuildList,
  os: string,
): UnhashedCompiled[] {
  const by = list.modules.get(grpcModule);
  if (!sum || !by?.version || (mod.go && isCompleteGoMod(mod.go.version))) return [];
  if (by.replacedBy && !by.replacedBy.version) return [];
  const hashed = new Set([...sum.entries].filter(([, { h1 }]) => h1).map(([key]) => key.split(' ')[0]));
  const named = new Set([...mod.require, ...mod.replace].map(({ path }) => path));
  return compiledWith(grpcModule, by.version)
    .filter((row) => !row.os || row.os === os)
    .filter(({ compiles }) => !hashed.has(compiles) && !named.has(compiles))
    .map((row) => ({ ...row, by: by.version ?? '' }));
}

/** Modules of the stack in this project, and those of them whose content no go.sum pins down. */
export interface StackHashes {
  readonly used: readonly string[];
  readonly unhashed: readonly string[];
}

export const unhashedStackModules = defineFact<StackHashes>('project.stack-hashes', 'project', async (ask) => {
  const list = await ask.get(modules);
  if (list.kind !== 'known') return list;
  const used = new Set<string>();
  const unhashed = new Set<string>();
  for (const id of list.value) {
    const subject = { kind: 'module', id } as const;
    const file = valueIfKnown(await ask.get(moduleFile, subject));
    if (!file) continue;
    const sum = valueIfKnown(await ask.get(moduleSum, subject));
    for (const { path } of file.mod.require) used.add(path);
    for (const { required } of unhashedRequirements(file, sum)) unhashed.add(required);
  }
  return known({ used: ofStack(used), unhashed: ofStack(unhashed) });
});

function ofStack(paths: ReadonlySet<string>): string[] {
  return [...paths].filter((path) => stackModules.includes(path));
}
