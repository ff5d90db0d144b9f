import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type GoSettings, goSettings, type Setting } from '../../../facts/go/settings.ts';
import { unhashedStackModules } from '../../../facts/modules/hashes.ts';
import { settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { matchesModulePattern } from '../../../read/modules/module-pattern.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A setting lets a proxy deliver a changed grpc or protobuf without anybody noticing. */
const trap: Trap = defineTrap({
  id: 'checksum-protection-off',
  group: 'module',
  subject: 'project',
  needs: { settings: goSettings, modules: unhashedStackModules },
  messages: { en, 'zh-CN': zh },
  article: ['1.script.row-proxy', '2.3.checksum-risk'],
  judge: ({ facts, subject }) => {
    const { settings, modules } = facts;
    if (!settings || !modules?.used.length) return [];
    const hole = openHole(settings, modules.used);
    if (!hole) return [];
    const unhashed = hole.modules.filter((module) => modules.unhashed.includes(module));
    const data = {
      name: hole.setting.name,
      value: hole.setting.value,
      module: unhashed[0] ?? hole.modules[0] ?? '',
      own: hole.settings[0]?.value ?? '',
    };
    return [
      {
        subject,
        severity: unhashed.length > 0 ? 'warning' : 'info',
        confidence: 'proven',
        title: { key: hole.kind === 'private' ? 'title-private' : 'title', data },
        why: { key: `why-${hole.kind}`, data },
        bites: { key: unhashed.length > 0 ? 'bites-unhashed' : 'bites', data },
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
  /** The modules that come unverified. */
  readonly modules: readonly string[];
}

function openHole({ set }: GoSettings, modules: readonly string[]): Hole | undefined {
  const database = set.get('GOSUMDB');
  if (database?.value === 'off') return { kind: 'off', setting: database, settings: [database], modules };
  const matched = ({ value }: Setting): string[] => modules.filter((module) => matchesModulePattern(value, module));
  const exempt = set.get('GONOSUMDB');
  if (exempt) return opened('pattern', exempt, [exempt], matched(exempt));
  // GOPRIVATE alone also goes around the proxy; only together with a GONOPROXY that does not does it open the hole.
  const own = set.get('GOPRIVATE');
  const direct = set.get('GONOPROXY');
  if (!own || !direct) return undefined;
  const aroundProxy = matched(direct);
  return opened(
    'private',
    direct,
    [own, direct],
    matched(own).filter((module) => !aroundProxy.includes(module)),
  );
}

function opened(
  kind: Hole['kind'],
  setting: Setting,
  settings: readonly Setting[],
  modules: readonly string[],
): Hole | undefined {
  return modules.length > 0 ? { kind, setting, settings, modules } : undefined;
}

export default trap;
