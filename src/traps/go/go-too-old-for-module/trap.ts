import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { effectiveSettings, goVersion } from '../../../facts/go/env.ts';
import { type GoSettings, goSettings } from '../../../facts/go/settings.ts';
import { type GoDemand, goDemands } from '../../../facts/go/toolchain.ts';
import { unsetSetting } from '../../../fix/plans.ts';
import { hasPatch, switchesToolchains } from '../../../knowledge/go-rules.ts';
import { compareGo } from '../../../read/go/go-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The Go that runs is older than go.mod, go.work or a dependency demands, and may not be exchanged for a newer one. */
const trap: Trap = defineTrap({
  id: 'go-too-old-for-module',
  group: 'go',
  subject: 'module',
  needs: { version: goVersion, effective: effectiveSettings, settings: goSettings, demands: goDemands },
  messages: { en, 'zh-CN': zh },
  article: ['1.version-coupling.go-1.21'],
  judge: ({ facts, subject }) => {
    const { version, demands = [] } = facts;
    const toolchain = facts.effective?.get('GOTOOLCHAIN') ?? '';
    const running = version && fixedVersion(toolchain, version);
    if (!running) return [];
    const demand = demands.find(({ kind }) => kind !== 'toolchain line');
    const unreadable = switchesToolchains(running) ? undefined : demands.find(isUnreadableBefore121);
    if (unreadable) return [claim(subject, running, unreadable, toolchain, 'unreadable', facts.settings)];
    if (!demand || compareGo(running, demand.version) >= 0) return [];
    const kind = switchesToolchains(running) ? 'refused' : 'advice';
    return [claim(subject, running, demand, toolchain, kind, facts.settings)];
  },
});

/** The version that is bound to run: undefined where the go command may switch to a newer one by itself. */
function fixedVersion(toolchain: string, local: string): string | undefined {
  if (!switchesToolchains(local) || toolchain === 'local') return local;
  return /^go(1\.[0-9a-z.]+)$/.exec(toolchain)?.[1];
}

/** Go up to 1.20 knows neither a toolchain line nor a patch number in the go line, and stops at both. */
function isUnreadableBefore121(demand: GoDemand): boolean {
  return demand.kind === 'toolchain line' || (demand.kind === 'go line' && hasPatch(demand.version));
}

function claim(
  subject: Subject,
  running: string,
  demand: GoDemand,
  toolchain: string,
  kind: 'refused' | 'advice' | 'unreadable',
  settings: GoSettings | undefined,
): Claim {
  const { file, line, text, module = '' } = demand;
  const data = { running, needed: demand.version, file, line, text, module, toolchain };
  const variant = module && kind === 'refused' ? 'refused-dependency' : kind;
  const setting = settings?.set.get('GOTOOLCHAIN');
  return {
    subject,
    severity: kind === 'advice' ? 'warning' : 'error',
    confidence: 'proven',
    title: { key: module ? 'title-dependency' : 'title', data },
    why: { key: `why-${kind}`, data },
    bites: { key: `bites-${variant}`, data },
    location: { file, line },
    frame: { text, label: { key: 'label', data } },
    evidence: [
      { source: 'go', text: `go${running}` },
      { source: setting?.source ?? 'GOTOOLCHAIN', ...(setting?.line && { line: setting.line }), text: toolchain },
    ],
    causes: [{ kind: 'toolchain-refuses-module', about: [subject.id, 'go'] }],
    fixes: fixes(demand, setting && kind === 'refused' ? [unsetSetting(setting)] : []),
    verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
  };
}

/** Lifting the lock lets the go command fetch a newer toolchain: that changes a tool version and needs the network. */
function fixes(demand: GoDemand, unlock: readonly FixPlan[]): FixPlan[] {
  const lifted = unlock.map(
    (plan): FixPlan => (plan.kind === 'command' ? { ...plan, safety: 'unsafe', network: true } : plan),
  );
  return [
    { kind: 'text', safety: 'manual', title: { key: 'fix-upgrade', data: { needed: demand.version } } },
    ...lifted,
  ];
}

export default trap;
