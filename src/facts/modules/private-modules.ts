import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { publicCodeHosts } from '../../knowledge/names.ts';
import { hostOf, isNeverPublic, looksLikeOwnHost } from '../../read/modules/module-host.ts';
import { matchesModulePattern } from '../../read/modules/module-pattern.ts';
import { effectiveSettings } from '../go/env.ts';
import { credentials, mayLogIn } from '../network/credentials.ts';
import { publicAnswers } from '../network/published.ts';
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
   * is, and no login for its host was seen.
   */
  readonly kind: 'database' | 'unknown-to-proxy' | 'unnamed' | 'login';
  /** The address that was asked. */
  readonly asked?: string;
}

/** Requirements that nobody here has fetched yet, and that the go command would ask the public of. */
export const privateModules = defineFact<readonly PrivateModule[]>('module.private', 'module', async (ask, { id }) => {
  const file = await ask.get(moduleFile);
  if (file.kind !== 'known') return file;
  if (valueIfKnown(await ask.get(buildMode))?.kind === 'vendor') return known([]);
  const unseen = (await unseenRequirements(ask, id, file.value.mod)).filter(({ path }) => maybePrivate(hostOf(path)));
  const settings = valueIfKnown(await ask.get(effectiveSettings)) ?? new Map<string, string>();
  const named = (path: string): boolean =>
    matchesModulePattern(settings.get('GONOSUMDB') || settings.get('GOPRIVATE') || '', path);
  const checked = settings.get('GOSUMDB') !== 'off';
  const answers = await publicAnswers(
    ask,
    unseen.filter(({ path }) => !named(path)),
  );
  const found: PrivateModule[] = [];
  for (const requirement of unseen) {
    const host = hostOf(requirement.path);
    const answer = answers.get(`${requirement.path} ${requirement.version}`);
    const missed = answer?.status === 404 || answer?.status === 410;
    if (named(requirement.path)) {
      if (!(await hasLogin(ask, host))) found.push({ requirement, host, kind: 'login' });
    } else if (checked && isNeverPublic(host)) found.push({ requirement, host, kind: 'database' });
    else if (missed) found.push({ requirement, host, kind: 'unknown-to-proxy', asked: answer?.url ?? '' });
    else if (checked && !answer) found.push({ requirement, host, kind: 'unnamed' });
  }
  return known(found);
});

function maybePrivate(host: string): boolean {
  return isNeverPublic(host) || (looksLikeOwnHost(host) && !publicCodeHosts.includes(host));
}

async function hasLogin(ask: Ask, host: string): Promise<boolean> {
  const ways = valueIfKnown(await ask.get(credentials));
  return !ways || mayLogIn(ways, host);
}
