import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { effectiveSettings, goVersion } from '../../../facts/go/env.ts';
import { type GoInstallation, installationsInOrder } from '../../../facts/go/installations.ts';
import { type GoSettings, goSettings } from '../../../facts/go/settings.ts';
import { type GoDemand, goDemands } from '../../../facts/go/toolchain.ts';
import { platform } from '../../../facts/machine.ts';
import { pathLines, unsetSetting } from '../../../fix/plans.ts';
import { hasPatch, refusesToCompile, switchesToolchains } from '../../../knowledge/go-rules.ts';
import { compareGo, goLanguage } from '../../../read/go/go-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The Go that runs is older than go.mod, go.work or a dependency demands, and may not be exchanged for a newer one. */
const trap: Trap = defineTrap({
  id: 'go-too-old-for-module',
  group: 'go',
  subject: 'module',
  needs: {
    version: goVersion,
    effective: effectiveSettings,
    settings: goSettings,
    demands: goDemands,
    installations: installationsInOrder,
    platform,
  },
  messages: { en, 'zh-CN': zh },
  article: ['1.version-coupling.go-1.21'],
  judge: ({ facts, subject }) => {
    const { version, demands = [] } = facts;
    const toolchain = facts.effective?.get('GOTOOLCHAIN') ?? '';
    const running = version && fixedVersion(toolchain, version);
    if (!running) return [];
    const demand = refusedBefore121(running, demands) ?? demands.find(({ kind }) => kind !== 'toolchain line');
    const unreadable = switchesToolchains(running) ? undefined : demands.find(isUnreadableBefore121);
    // What the order of PATH decides is only the go that is started, not one that GOTOOLCHAIN names.
    const shadowed = running === version ? newerBehind(facts.installations ?? [], demands) : undefined;
    const order = shadowed ? [firstOnPath(shadowed, facts.platform?.os === 'windows')] : [];
    if (unreadable) return [claim(subject, running, unreadable, toolchain, 'unreadable', facts.settings, order)];
    if (!demand || compareGo(running, demand.version) >= 0) return [];
    const kind = kindOf(running, demand);
    return [claim(subject, running, demand, toolchain, kind, facts.settings, order)];
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

type Kind = 'refused' | 'advice' | 'uncompilable' | 'unreadable';

function kindOf(running: string, demand: GoDemand): Kind {
  if (switchesToolchains(running)) return 'refused';
  return stopsCompiling(running, demand) ? 'uncompilable' : 'advice';
}

/** The line that the last releases of Go 1.19 and 1.20 refuse: this module's own before one of a dependency. */
function refusedBefore121(running: string, demands: readonly GoDemand[]): GoDemand | undefined {
  const refused = demands.filter((demand) => stopsCompiling(running, demand));
  return refused.find(({ kind }) => kind === 'go line') ?? refused[0];
}

/** They read the go line of the module of each package that they compile; go.work has none, and `// indirect` may not be compiled. */
function stopsCompiling(running: string, { kind, file, text, version }: GoDemand): boolean {
  const compiled = kind === 'dependency' ? !text.includes('// indirect') : !file.endsWith('.work');
  return compiled && kind !== 'toolchain line' && refusesToCompile({ version: running }, version);
}

interface Shadowed {
  readonly version: string;
  readonly path: string;
}

/** A go further back on PATH with which this module would be content. */
function newerBehind(
  [first, ...others]: readonly GoInstallation[],
  demands: readonly GoDemand[],
): Shadowed | undefined {
  // Without a version of its own the first one is a shim: what it starts is not decided by PATH.
  if (!first?.version) return undefined;
  const suffices = (version: string): boolean =>
    demands.every((one) =>
      one.kind === 'toolchain line' ? switchesToolchains(version) : compareGo(version, one.version) >= 0,
    );
  return others.flatMap(({ version, path }) => (version && suffices(version) ? [{ version, path }] : []))[0];
}

function firstOnPath({ version, path }: Shadowed, windows: boolean): FixPlan {
  const folder = path.replace(/[\\/][^\\/]+$/, '');
  const title = { key: 'fix-order', data: { version } };
  return { kind: 'text', safety: 'manual', title, lines: pathLines(folder, windows) };
}

function claim(
  subject: Subject,
  running: string,
  demand: GoDemand,
  toolchain: string,
  kind: Kind,
  settings: GoSettings | undefined,
  order: readonly FixPlan[],
): Claim {
  const { file, line, text, module = '' } = demand;
  const language = goLanguage(demand.version) ?? '';
  const data = { running, needed: demand.version, language, file, line, text, module, toolchain };
  const variant = module && kind === 'refused' ? 'refused-dependency' : kind;
  const setting = settings?.set.get('GOTOOLCHAIN');
  return {
    subject,
    severity: kind === 'advice' ? 'warning' : 'error',
    confidence: kind === 'uncompilable' && module ? 'likely' : 'proven',
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
    fixes: [...order, ...fixes(demand, setting && kind === 'refused' ? [unsetSetting(setting)] : [])],
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
