import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { effectiveSettings, goVersion } from '../../../facts/go/env.ts';
import { type Setting, goSettings } from '../../../facts/go/settings.ts';
import { projectDemands } from '../../../facts/go/toolchain.ts';
import { cachedToolchains } from '../../../facts/go/toolchains.ts';
import { settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { isToolchainSetting, switchesToolchains, toolchainOf } from '../../../knowledge/go-rules.ts';
import { compareGo } from '../../../read/go-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The go command has to switch to another toolchain, and cannot get it: a bad name, or a proxy that is switched off. */
const trap: Trap = defineTrap({
  id: 'toolchain-not-available',
  group: 'go',
  subject: 'project',
  needs: {
    version: goVersion,
    effective: effectiveSettings,
    settings: goSettings,
    demands: projectDemands,
    cached: cachedToolchains,
  },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const { version = '', effective, settings, demands = [], cached = [] } = facts;
    if (!switchesToolchains(version)) return [];
    const value = effective?.get('GOTOOLCHAIN') ?? 'auto';
    const setting = settings?.set.get('GOTOOLCHAIN');
    if (!isToolchainSetting(value)) return setting ? [badName(setting)] : [];
    const fixed = /^go(1\.[0-9a-z.]+)/.exec(value)?.[1];
    const auto = value === 'auto' || value.endsWith('+auto');
    const demand = demands.find(({ kind }) => kind !== 'dependency');
    const asked = auto && demand ? toolchainOf(demand.version) : undefined;
    const wanted = asked && (!fixed || compareGo(asked, fixed) > 0) ? asked : fixed;
    if (!wanted || compareGo(wanted, version) === 0 || (!fixed && compareGo(wanted, version) < 0)) return [];
    if (cached.includes(wanted) || effective?.get('GOPROXY') !== 'off') return [];
    const fromDemand = wanted === asked && demand;
    return [
      {
        subject,
        severity: 'error',
        confidence: 'proven',
        title: { key: 'title', data: { wanted } },
        why: { key: 'why', data: { wanted, running: version } },
        bites: { key: 'bites', data: { wanted } },
        location: fromDemand ? { file: demand.file, line: demand.line } : { env: 'GOTOOLCHAIN' },
        ...(fromDemand && { frame: { text: demand.text } }),
        evidence: [
          { source: 'go', text: `go${version}` },
          { source: 'GOTOOLCHAIN', text: value },
          { source: settings?.set.get('GOPROXY')?.source ?? 'GOPROXY', text: 'off' },
        ],
        causes: [{ kind: 'toolchain-not-obtained', about: ['go'] }],
        fixes: [
          { kind: 'text', safety: 'manual', title: { key: 'fix-install', data: { wanted } } },
          ...(settings?.set.has('GOPROXY') ? [unsetSetting(settings.set.get('GOPROXY') as Setting)] : []),
        ],
        verify: { argv: ['go', 'version'], expect: { key: 'expect', data: { wanted } } },
      },
    ];

    function badName(bad: Setting): Claim {
      return {
        subject,
        severity: 'error',
        confidence: 'proven',
        title: { key: 'title-name', data: { value } },
        why: { key: 'why-name' },
        bites: { key: 'bites-name', data: { value } },
        location: settingPlace(bad),
        evidence: [{ source: bad.source, ...(bad.line && { line: bad.line }), text: value }],
        causes: [{ kind: 'toolchain-not-obtained', about: ['go'] }],
        fixes: [unsetSetting(bad)],
        verify: { argv: ['go', 'version'], expect: { key: 'expect-any' } },
      };
    }
  },
});

export default trap;
