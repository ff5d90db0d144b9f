import type { Claim, Evidence, FixPlan } from '../../../core/claim.ts';
import type { Text } from '../../../core/outcome.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { effectiveSettings, goVersion } from '../../../facts/go/env.ts';
import { goSettings, type Setting } from '../../../facts/go/settings.ts';
import { projectDemands, wantedToolchain } from '../../../facts/go/toolchain.ts';
import { localToolchains } from '../../../facts/go/toolchains.ts';
import { platform } from '../../../facts/machine.ts';
import { settingPlace, strikeSetting, unsetSetting } from '../../../fix/plans.ts';
import { isToolchainSetting, switchesToolchains } from '../../../knowledge/go-rules.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The go command has to switch to another toolchain, and cannot get it: a bad name, PATH only, or a proxy switched off. */
const trap: Trap = defineTrap({
  id: 'toolchain-not-available',
  group: 'go',
  subject: 'project',
  needs: {
    version: goVersion,
    effective: effectiveSettings,
    settings: goSettings,
    demands: projectDemands,
    local: localToolchains,
    platform,
  },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const { version = '', effective, settings, demands = [], local = [] } = facts;
    if (!switchesToolchains(version)) return [];
    const value = effective?.get('GOTOOLCHAIN') ?? 'auto';
    const setting = settings?.set.get('GOTOOLCHAIN');
    if (!isToolchainSetting(value)) return setting ? [badName(subject, setting)] : [];
    const wanted = wantedToolchain(
      value,
      version,
      demands.find(({ kind }) => kind !== 'dependency'),
    );
    if (!wanted || local.includes(wanted.version)) return [];
    const pathOnly = value === 'path' || value.endsWith('+path');
    if (!pathOnly && effective?.get('GOPROXY') !== 'off') return [];
    const kind = pathOnly ? 'path' : 'proxy';
    const blocking = pathOnly ? setting : settings?.set.get('GOPROXY');
    const data = {
      wanted: wanted.version,
      running: version,
      value,
      os: facts.platform?.os ?? '',
      arch: facts.platform?.arch ?? '',
    };
    return [
      {
        ...common(subject, [
          { source: 'go', text: `go${version}` },
          { source: setting?.source ?? 'GOTOOLCHAIN', text: value },
          ...(pathOnly ? [] : [{ source: blocking?.source ?? 'GOPROXY', text: 'off' }]),
        ]),
        title: { key: `title-${kind}`, data },
        why: { key: `why-${kind}`, data },
        bites: { key: `bites-${kind}`, data },
        location: wanted.demand ? { file: wanted.demand.file, line: wanted.demand.line } : { env: 'GOTOOLCHAIN' },
        ...(wanted.demand && { frame: { text: wanted.demand.text } }),
        fixes: [install(data), ...(blocking ? [takeBack(blocking)] : [])],
        verify: { argv: ['go', 'version'], expect: { key: 'expect', data } },
      },
    ];
  },
});

/** With a toolchain that cannot be had, `go env -u GOTOOLCHAIN` does not run either (measured). */
function takeBack(setting: Setting): FixPlan {
  return setting.name === 'GOTOOLCHAIN' ? strikeSetting(setting) : unsetSetting(setting);
}

function badName(subject: Subject, bad: Setting): Claim {
  return {
    ...common(subject, [{ source: bad.source, ...(bad.line && { line: bad.line }), text: bad.value }]),
    title: { key: 'title-name', data: { value: bad.value } },
    why: { key: 'why-name' },
    bites: { key: 'bites-name', data: { value: bad.value } },
    location: settingPlace(bad),
    fixes: [strikeSetting(bad)],
    verify: { argv: ['go', 'version'], expect: { key: 'expect-any' } },
  };
}

function install(data: Text['data']): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key: 'fix-install', ...(data && { data }) } };
}

function common(subject: Subject, evidence: readonly Evidence[]) {
  return {
    subject,
    severity: 'error',
    confidence: 'proven',
    evidence,
    causes: [{ kind: 'toolchain-not-obtained', about: ['go'] }],
  } as const;
}

export default trap;
