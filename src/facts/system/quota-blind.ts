import { type Ask, defineFact } from '../../core/fact.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { grpcModule } from '../../knowledge/names.ts';
import { firstGoThatReadsQuota } from '../../knowledge/processors.ts';
import { compareGo } from '../../read/go/go-version.ts';
import type { GodebugSetting } from '../../read/modules/go-mod-syntax.ts';
import { type ModuleFile, moduleFile, modules } from '../modules/modules.ts';
import { moduleSources } from '../modules/sources.ts';
import { isMember, type Workspace, workspace } from '../modules/workspace.ts';
import type { GoFile } from '../project/sources.ts';
import { tree } from '../project/tree.ts';
import { bytesOf, isBesideTheProduct } from '../source/own-code.ts';

/** A module with a gRPC program that does not look at the quota of its cgroup. */
export interface QuotaBlindModule {
  readonly dir: string;
  /** Where its go line stands: go.mod, or go.work in a workspace. */
  readonly file: string;
  readonly line?: number;
  /** The go line; what Go takes for it where there is none. */
  readonly goLine: string;
}

/** What Go takes for the language of a module without a go line. */
const withoutGoLine = '1.16';
const godebugName = 'containermaxprocs';

/**
 * Modules whose programs start as if there were no quota: by their go line, unless a godebug setting, an import of
 * automaxprocs or a call of runtime.GOMAXPROCS says otherwise.
 */
export const quotaBlindModules = defineFact<readonly QuotaBlindModule[]>(
  'project.quota-blind-modules',
  'project',
  async (ask) => {
    const ids = await ask.get(modules);
    if (ids.kind !== 'known') return ids;
    const space = valueIfKnown(await ask.get(workspace));
    const found = await Promise.all(ids.value.map((id) => blindModule(ask, id, space)));
    const trouble = found.find((one) => one.kind === 'unknown');
    return trouble ?? known(found.flatMap((one) => valueIfKnown(one) ?? []));
  },
);

async function blindModule(ask: Ask, id: string, space: Workspace | undefined): Promise<Outcome<QuotaBlindModule[]>> {
  const subject = { kind: 'module', id } as const;
  const [file, sources] = [await ask.get(moduleFile, subject), await ask.get(moduleSources, subject)];
  if (file.kind !== 'known') return file.kind === 'absent' ? known([]) : file;
  if (sources.kind !== 'known') return sources;
  const { place, godebug } = rulesOf(file.value, id, space);
  const own = sources.value.files.filter((one) => !one.ignored && !isBesideTheProduct(one));
  // Generators and other tools are of no concern: nobody waits for their answer.
  const serves = own.some((one) => one.imports.some(({ path }) => path === grpcModule));
  const hasProgram = own.some((one) => one.package === 'main');
  if (!serves || !hasProgram || setByGodebug(place.goLine, godebug) || (await countsByItself(ask, own)))
    return known([]);
  return known([{ dir: id, ...place }]);
}

/** In a workspace its go.work decides, for all members. */
function rulesOf({ file, mod }: ModuleFile, id: string, space: Workspace | undefined) {
  const inSpace = space !== undefined && isMember(space, id);
  const rules = inSpace ? { file: space.file, ...space.work } : { file, ...mod };
  const { go, godebug } = rules;
  const place = { file: rules.file, ...(go && { line: go.line }), goLine: go?.version ?? withoutGoLine };
  return { place, godebug };
}

function setByGodebug(goLine: string, settings: readonly Pick<GodebugSetting, 'key' | 'value'>[]): boolean {
  const value = (key: string): string | undefined => settings.find((one) => one.key === key)?.value;
  const explicit = value(godebugName);
  if (explicit !== undefined) return explicit !== '0';
  return compareGo(value('default') ?? goLine, firstGoThatReadsQuota) >= 0;
}

const automatic = 'go.uber.org/automaxprocs';

async function countsByItself(ask: Ask, files: readonly GoFile[]): Promise<boolean> {
  if (files.some(({ imports }) => imports.some(({ path }) => path === automatic || path.startsWith(`${automatic}/`))))
    return true;
  const root = valueIfKnown(await ask.get(tree))?.root;
  return files.some((file) => {
    const asks = file.package === 'main' || file.imports.some(({ path }) => path === 'runtime');
    const text = asks && root !== undefined ? bytesOf(ask.host, root, file.path)?.toString('latin1') : undefined;
    return text !== undefined && (setsMaxProcs(text) || setByGodebug('', godebugComments(text)));
  });
}

/** `runtime.GOMAXPROCS(0)` only asks. */
function setsMaxProcs(text: string): boolean {
  return /\bruntime\.GOMAXPROCS\((?!\s*(?:0|-1)\s*\))/.test(text);
}

/** `//go:debug containermaxprocs=1` above the package clause of a program. */
function godebugComments(text: string): { key: string; value: string }[] {
  const found = text.matchAll(/^\/\/go:debug[ \t]+(\w+)=([^\s]+)/gm);
  return [...found].map(([, key = '', value = '']) => ({ key, value }));
}
