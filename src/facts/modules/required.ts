import type { GoMod } from '../../read/modules/go-mod.ts';
import { isDirectoryPath, type Replacement } from '../../read/modules/go-mod-syntax.ts';

/** A requirement of go.mod, and what the build takes for it. */
export interface RequiredModule {
  /** The module that go.mod requires. */
  readonly required: string;
  readonly indirect: boolean;
  readonly line: number;
  /** The module and version after replacement; a local folder has no version. */
  readonly path: string;
  readonly version?: string;
  readonly replacement?: Replacement;
}

/** The requirements of a go.mod with its own replacements; a replacement of this very version wins. */
export function requiredModules(mod: GoMod, replacements: readonly Replacement[] = mod.replace): RequiredModule[] {
  const byPath = new Map<string, Replacement[]>();
  for (const one of replacements) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  return mod.require.map(({ path, version, indirect, line }) => {
    const candidates = byPath.get(path) ?? [];
    const replacement =
      candidates.find((one) => one.version === version) ?? candidates.find((one) => one.version === undefined);
    if (!replacement) return { required: path, indirect, line, path, version };
    const { newPath, newVersion } = replacement;
    const local = isDirectoryPath(newPath) || newVersion === undefined;
    return { required: path, indirect, line, path: newPath, ...(!local && { version: newVersion }), replacement };
  });
}
