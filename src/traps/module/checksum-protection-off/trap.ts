import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type GoSettings, goSettings, type Setting } from '../../../facts/go/settings.ts';
import { unhashedStackModules } from '../../../facts/modules/hashes.ts';
import { settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { matchesModulePattern } from '../../../read/module-pattern.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A setting lets a proxy deliver a changed grpc or protobuf without anybody noticing. */
const trap: Trap = defineTrap({
  id: 'checksum-protection-off',
  group: 'module',
  subject: 'project',
  needs: { settings: goSettings, modules: unhashedStackModules },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const { settings, modules } = facts;
    if (!settings || !modules?.used.length) return [];
    const hole = openHole(settings, modules.used);
    if (!hole) return [];
    const unhashed = modules.unhashed.length > 0;
    const data = { name: hole.setting.name, value: hole.setting.value, module: modules.unhashed[0] ?? modules.used[0] ?? '' };
    return [
      {
        subject,
        severity: unhashed ? 'warning' : 'info',
        confidence: 'proven',
        title: { key: 'title', data },
        why: { key: `why-${hole.kind}`, data },
        bites: { key: unhashed ? 'bites-unhashed' : 'bites', data },
        location: settingPlace(hole.setting),
        evidence: hole.settings.map((setting) => ({
          source: setting.source,
          ...(setting.line && { line: setting.line }),
          text: `${setting.name}=${setting.value}`,
        })),
        causes: [{ kind: 'module-source-unverified', about: ['go.sum'] }],
        fixes: [unsetSetting(hole.setting)],
        verify: { argv: ['go', 'env', 'GOSUMDB', 'GONOSUMDB'], expect: { key: 'expect' } },
      },
    ];
  },
});

interface Hole {
  readonly kind: 'off' | 'pattern' | 'private';
  /** The one to take back. */
  readonly setting: Setting;
  readonly settings: readonly Setting[];
}

function openHole({ set }: GoSettings, modules: readonly string[]): Hole | undefined {
  const database = set.get('GOSUMDB');
  if (database?.value === 'off') return { kind: 'off', setting: database, settings: [database] };
  const matches = (setting: Setting | undefined): boolean =>
    setting !== undefined && modules.some((module) => matchesModulePattern(setting.value, module));
  const exempt = set.get('GONOSUMDB');
  if (exempt && matches(exempt)) return { kind: 'pattern', setting: exempt, settings: [exempt] };
  // GOPRIVATE alone also goes around the proxy; only together with a GONOPROXY that does not does it open the hole.
  const own = set.get('GOPRIVATE');
  const direct = set.get('GONOPROXY');
  if (exempt || !own || !direct || !matches(own) || matches(direct)) return undefined;
  return { kind: 'private', setting: direct, settings: [own, direct] };
}

export default trap;
