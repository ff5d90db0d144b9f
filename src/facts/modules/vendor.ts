import { defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { vendorsByDefault } from '../../knowledge/go-rules.ts';
import { type ModulesTxt, parseModulesTxt } from '../../read/modules/modules-txt.ts';
import { effectiveSettings } from '../go/env.ts';
import { limits } from '../limits.ts';
import { moduleFile, projectPath, projectText } from './modules.ts';
import { isMember, workspace } from './workspace.ts';

/** The vendor folder of a module. */
export interface Vendor {
  /** Relative to the project. */
  readonly dir: string;
  /** vendor/modules.txt; undefined when the folder has none. */
  readonly list?: ModulesTxt;
}

export const vendor = defineFact<Vendor | undefined>('module.vendor', 'module', async (ask, { id }) => {
  const dir = id === '.' ? 'vendor' : `${id}/vendor`;
  const path = await projectPath(ask, dir);
  if (path.kind !== 'known') return path;
  if (ask.host.stat(path.value)?.kind !== 'folder') return absent('no-vendor-folder');
  const text = await projectText(ask, `${dir}/modules.txt`, limits.listBytes);
  if (text.kind === 'unknown') return text;
  return known({ dir, ...(text.kind === 'known' && { list: parseModulesTxt(text.value) }) });
});

/** Where the sources of other modules come from, and who decided it. */
export interface BuildMode {
  readonly kind: 'modules' | 'vendor' | 'workspace';
  /** The value of -mod in GOFLAGS, where one is given. */
  readonly flag?: string;
}

export const buildMode = defineFact<BuildMode>('module.build-mode', 'module', async (ask, { id }) => {
  const flag = modFlag(valueIfKnown(await ask.get(effectiveSettings))?.get('GOFLAGS'));
  const withFlag = flag ? { flag } : {};
  if (isMember(valueIfKnown(await ask.get(workspace)), id)) return known({ kind: 'workspace', ...withFlag });
  if (flag) return known({ kind: flag === 'vendor' ? 'vendor' : 'modules', flag });
  const goLine = valueIfKnown(await ask.get(moduleFile))?.mod.go?.version;
  const folder = await ask.get(vendor);
  const used = folder.kind === 'known' && goLine !== undefined && vendorsByDefault(goLine);
  return known({ kind: used ? 'vendor' : 'modules' });
});

function modFlag(goflags: string | undefined): string | undefined {
  const flags = goflags?.split(/\s+/).map((flag) => /^--?mod=(.*)$/.exec(flag)?.[1]);
  return flags?.filter((value) => value !== undefined).at(-1);
}
