import { type Ask, defineFact } from '../../core/fact.ts';
import { known, unknown, valueIfKnown } from '../../core/outcome.ts';
import { unreleased } from '../../knowledge/questions.ts';
import type { GoMod } from '../../read/modules/go-mod.ts';
import { isPseudo } from '../../read/modules/module-version.ts';
import {
  isImpossiblePseudo,
  readRequirementLine,
  type VersionFault,
  versionFault,
} from '../../read/modules/requirement-line.ts';
import { isMissing, type PublicAnswer, publicAnswers } from '../network/published.ts';
import { cachedModules } from './cached.ts';
import { type ModuleFile, moduleFile, moduleSum } from './modules.ts';
import { type RequiredModule, requiredModules } from './required.ts';
import { buildMode } from './vendor.ts';
import { isMember, workspace } from './workspace.ts';

/** A version in go.mod that does not exist, or cannot be one. */
export interface MissingVersion {
  /** The module that go.mod requires, and what the build takes for it. */
  readonly required: string;
  readonly path: string;
  readonly version: string;
  readonly line: number;
  /**
   * `never`: not in the complete list of published versions; `newer`: above the known ones; `pseudo`: no commit can have it;
   * `proxy`: the proxy says so. The others stop the go command while it reads the file.
   */
  readonly kind: VersionFault['kind'] | 'never' | 'newer' | 'pseudo' | 'proxy';
  readonly fault?: VersionFault;
  /** A published version to take instead. */
  readonly nearest?: string;
  /** Day of the list, or the address that was asked. */
  readonly source?: string;
}

/** Versions that go.mod requires and nobody can download. */
export const missingVersions = defineFact<readonly MissingVersion[]>(
  'module.missing-versions',
  'module',
  async (ask, { id }) => {
    const file = await ask.get(moduleFile);
    if (file.kind !== 'known') return file;
    const unreadable = faults(file.value);
    const mode = await ask.get(buildMode);
    if (mode.kind !== 'known') return mode;
    if (mode.value.kind === 'vendor') return known(unreadable);
    const unseen = await unseenRequirements(ask, id, file.value.mod);
    const wanted = unseen.filter((one) => impossible(one).length === 0);
    const answers = await publicAnswers(ask, wanted);
    const found = [...unreadable, ...unseen.flatMap(impossible), ...missingAt(answers, wanted)];
    const unheard = [...answers.values()].find(({ status }) => status === undefined);
    return found.length === 0 && unheard ? unknown('proxy-not-heard', { url: unheard.url }) : known(found);
  },
);

/** Lines that the reader of go.mod refused, because of their version. */
function faults({ mod, lines }: ModuleFile): MissingVersion[] {
  return mod.errors.flatMap(({ line }) => {
    const written = readRequirementLine(lines[line - 1] ?? '');
    const fault = written && versionFault(written);
    return fault ? [{ ...written, required: written.path, line, kind: fault.kind, fault }] : [];
  });
}

/** What neither go.sum nor the module cache has ever seen. Who has its hash has had it, so it exists. */
export async function unseenRequirements(ask: Ask, id: string, mod: GoMod): Promise<RequiredModule[]> {
  const entries = valueIfKnown(await ask.get(moduleSum))?.entries;
  const cached = valueIfKnown(await ask.get(cachedModules));
  const space = valueIfKnown(await ask.get(workspace));
  const elsewhere = new Set([
    ...(isMember(space, id) ? (space?.members ?? []) : []).map((member) => member.mod.module?.path),
    ...(space?.work.replace ?? []).map(({ path }) => path),
  ]);
  return requiredModules(mod).filter(({ path, version, required }) => {
    const key = `${path} ${version}`;
    return version && !elsewhere.has(required) && !entries?.has(key) && !cached?.has(key);
  });
}

function impossible({ required, path, version = '', line, replacement }: RequiredModule): MissingVersion[] {
  const one = { required, path, version, line: replacement?.line ?? line };
  if (isImpossiblePseudo(version)) return [{ ...one, kind: 'pseudo' }];
  const gap = isPseudo(version) ? undefined : unreleased(path, version);
  return gap ? [{ ...one, kind: gap.never ? 'never' : 'newer', nearest: gap.nearest, source: gap.asOf }] : [];
}

/** With `--network`: what the user's proxies do not have. */
function missingAt(answers: ReadonlyMap<string, PublicAnswer>, wanted: readonly RequiredModule[]): MissingVersion[] {
  return wanted.flatMap(({ required, path, version = '', line, replacement }) => {
    const answer = answers.get(`${path} ${version}`);
    if (!answer || !isMissing(answer)) return [];
    return [{ required, path, version, line: replacement?.line ?? line, kind: 'proxy' as const, source: answer.url }];
  });
}
