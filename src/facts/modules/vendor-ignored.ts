import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { vendorsByDefault } from '../../knowledge/go-rules.ts';
import type { ModulesTxt } from '../../read/modules/modules-txt.ts';
import { type VendorProblem, vendorProblems } from '../../read/modules/vendor-consistency.ts';
import { limits } from '../limits.ts';
import { tree } from '../project/tree.ts';
import { type ModuleFile, moduleFile, projectText } from './modules.ts';
import { buildMode, vendor } from './vendor.ts';

/** A vendor folder that the go command passes over because of its module's go line, and nobody's flag. */
export interface IgnoredVendor {
  /** Relative to the project. */
  readonly dir: string;
  readonly file: ModuleFile;
  readonly list: ModulesTxt;
  /** What a build with -mod=vendor would say. */
  readonly problems: readonly VendorProblem[];
  /** A line of the project that asks for the folder. */
  readonly askedBy?: { readonly file: string; readonly line: number; readonly text: string };
}

/** Absent where the folder is used, or not used for another reason: a flag, a workspace. */
export const ignoredVendor = defineFact<IgnoredVendor | undefined>('module.vendor-ignored', 'module', async (ask) => {
  const file = await ask.get(moduleFile);
  const folder = await ask.get(vendor);
  if (file.kind !== 'known') return file;
  if (folder.kind !== 'known') return folder;
  const mode = valueIfKnown(await ask.get(buildMode));
  const list = folder.value?.list;
  const { mod } = file.value;
  const oldLine = mod.go === undefined || !vendorsByDefault(mod.go.version);
  if (!list || list.workspace || list.modules.length === 0) return absent('no-vendor-folder');
  if (mode?.kind !== 'modules' || mode.flag || !oldLine) return absent('no-vendor-folder');
  const askedBy = await firstAsking(ask);
  return known({
    dir: folder.value?.dir ?? 'vendor',
    file: file.value,
    list,
    problems: vendorProblems(mod, list),
    ...(askedBy && { askedBy }),
  });
});

/** Makefiles of that time gave the flag to every command; a word in a comment asks for nothing. */
async function firstAsking(ask: Ask): Promise<IgnoredVendor['askedBy']> {
  const files = valueIfKnown(await ask.get(tree));
  for (const file of [...(files?.generationFiles ?? []), ...(files?.dockerfiles ?? []), ...(files?.ciFiles ?? [])]) {
    if (file.endsWith('.go')) continue;
    const text = valueIfKnown(await projectText(ask, file, limits.scriptBytes));
    const lines = text?.includes('vendor') ? text.split(/\r?\n/) : [];
    const at = lines.findIndex((line) => /-mod[= ]vendor\b/.test(line) && !/^\s*(?:#|\/\/|::|rem\b)/i.test(line));
    if (at >= 0) return { file, line: at + 1, text: lines[at]?.trim() ?? '' };
  }
  return undefined;
}
