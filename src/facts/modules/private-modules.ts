import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { publicCodeHosts } from '../../knowledge/names.ts';
import { hostOf, isNeverPublic, looksLikeOwnHost } from '../../read/modules/module-host.ts';
import { matchesModulePattern } from '../../read/modules/module-pattern.ts';
import { effectiveSettings } from '../go/env.ts';
import { credentials, mayLogIn } from '../network/credentials.ts';
import { originAnswer } from '../network/origin.ts';
import { isMissing, publicAnswers } from '../network/published.ts';
import { unseenRequirements } from './missing-versions.ts';
import { moduleFile } from './modules.ts';
import type { RequiredModule } from './required.ts';
import { buildMode } from './vendor.ts';

/** A requirement that has to be fetched from a host that is not everybody's. */
export interface PrivateModule {
  readonly requirement: RequiredModule;
  readonly host: string;
  /**
   * `database`: its hash would be asked of the public checksum database, which cannot know it. `unknown-to-proxy`: the public
   * proxy was asked and does not have it. `unnamed`: it looks private, and no setting says so. `login`: settings say that it
   * is, and no login for its host was seen. `refused`, `unreachable`: the same, and the origin was asked.
   */
  readonly kind: 'database' | 'unknown-to-proxy' | 'unnamed' | 'login' | 'refused' | 'unreachable';
  /** The address that was asked. */
  readonly asked?: string;
  /** What it answered. */
  readonly answer?: string;
}

/** Requirements that nobody here has fetched yet, and that the go command would ask the public of. */
export const privateModules = defineFact<readonly PrivateModule[]>('module.private', 'module', async (ask, { id }) => {
  const file = await ask.get(moduleFile);
  if (file.kind !== 'known') return file;
  const mode = await ask.get(buildMode);
  if (mode.kind !== 'known') return mode;
  if (mode.value.kind === 'vendor') return known([]);
  const unseen = (await unseenRequirements(ask, id, file.value.mod)).filter(({ path }) => maybePrivate(hostOf(path)));
  const settings = valueIfKnown(await ask.get(effectiveSettings)) ?? new Map<string, string>();
  const named = (path: string): boolean =>
    matchesModulePattern(settings.get('GONOSUMDB') || settings.get('GOPRIVATE') || '', path);
  const direct = settings.get('GONOPROXY') || settings.get('GOPRIVATE') || '';
  const checked = settings.get('GOSUMDB') !== 'off';
  const answers = await publicAnswers(
    ask,
    unseen.filter(({ path }) => !named(path)),
  );
  const found: PrivateModule[] = [];
  for (const requirement of unseen) {
    const host = hostOf(requirement.path);
    const answer = answers.get(`${requirement.path} ${requirement.version}`);
    if (named(requirement.path)) {
      if (!(await hasLogin(ask, host))) found.push(...(await withoutLogin(ask, requirement, host, direct)));
    } else if (checked && isNeverPublic(host)) found.push({ requirement, host, kind: 'database' });
    else if (isMissing(answer)) found.push({ requirement, host, kind: 'unknown-to-proxy', asked: answer?.url ?? '' });
    else if (checked && answer?.status === undefined) found.push({ requirement, host, kind: 'unnamed' });
  }
  return known(found);
});

/** With `--network` the origin is asked, as the go command would: nobody else learns the name. */
async function withoutLogin(
  ask: Ask,
  requirement: RequiredModule,
  host: string,
  direct: string,
): Promise<PrivateModule[]> {
  const { path } = requirement;
  if (!ask.options.network || !matchesModulePattern(direct, path)) return [{ requirement, host, kind: 'login' }];
  const { kind, url, text } = await originAnswer(ask, path);
  if (kind === 'open') return [];
  const told = { requirement, host, asked: url, answer: text };
  if (kind === 'unclear') return [{ requirement, host, kind: 'login' }];
  return [{ ...told, kind: kind === 'refuses' ? 'refused' : 'unreachable' }];
}

function maybePrivate(host: string): boolean {
  return isNeverPublic(host) || (looksLikeOwnHost(host) && !publicCodeHosts.includes(host));
}

async function hasLogin(ask: Ask, host: string): Promise<boolean> {
  const ways = valueIfKnown(await ask.get(credentials));
  return !ways || mayLogIn(ways, host);
}
