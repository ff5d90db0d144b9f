import type { Claim, Evidence, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type GoRoot, goRoot } from '../../../facts/go/root.ts';
import { goSettings, type Setting } from '../../../facts/go/settings.ts';
import { type GoDemand, projectDemands, wantedToolchain } from '../../../facts/go/toolchain.ts';
import { settingEvidence, settingPlace, strikeSetting } from '../../../fix/plans.ts';
import { switchesToolchains } from '../../../knowledge/go-rules.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** GOROOT leads the go on PATH to the tree of another release, to a folder that is no Go, or to nothing. */
const trap: Trap = defineTrap({
  id: 'goroot-mismatch',
  group: 'go',
  subject: 'machine',
  needs: { root: goRoot, settings: goSettings, demands: projectDemands },
  messages: { en, 'zh-CN': zh },
  article: [
    '2.1.manual-switch',
    '2.1.version-manager',
    '2.1.diagnose',
    '2.1.ls-go',
    '2.1.env-goroot-inverted',
    '2.1.toolexec',
    '2.1.row-goroot',
  ],
  judge: ({ facts, subject }) => {
    const { root, settings, demands = [] } = facts;
    if (!root || (root.state === 'tree' && !root.differs)) return [];
    const running = withoutGo(root.own.version);
    const common = {
      subject,
      confidence: 'proven',
      location: settingPlace(root.setting),
      evidence: evidenceOf(root),
      causes: [{ kind: 'go-root-of-other-version', about: ['GOROOT'] }],
      fixes: [...(root.setBy ? [chooseAgain(root.setBy)] : []), strikeSetting(root.setting)],
      verify: { argv: ['go', 'build', 'fmt'], expect: { key: 'common.build-passes' } },
    } satisfies Partial<Claim>;
    const data = { value: root.setting.value, source: root.setting.source, running };
    if (root.state !== 'tree') {
      const { state } = root;
      const keys = { title: { key: `title-${state}`, data }, why: { key: `why-${state}`, data } };
      return [{ ...common, ...keys, severity: 'error', bites: { key: `bites-${state}`, data } }];
    }
    const wanted = switchTo(root, settings?.set.get('GOTOOLCHAIN'), demands);
    if (wanted && !wanted.demand) return [];
    const kind = wanted ? 'hidden' : 'version';
    const versions = { ...data, root: withoutGo(root.version ?? ''), wanted: wanted?.version ?? '' };
    return [
      {
        ...common,
        severity: wanted ? 'info' : 'error',
        title: { key: `title-${kind}`, data: versions },
        why: { key: `why-${kind}`, data: versions },
        bites: { key: 'bites-version', data: versions },
      },
    ];
  },
});

function evidenceOf({ setting, version, own, state, setBy }: GoRoot): Evidence[] {
  const found = { missing: 'no such folder', 'no-tree': 'no file VERSION, no src/fmt', tree: version ?? '' };
  return [
    settingEvidence(setting),
    { source: state === 'tree' ? `${setting.value}/VERSION` : setting.value, text: found[state] },
    { source: 'go env GOVERSION', text: own.version },
    ...(setBy ? [{ source: setBy, text: 'sets GOROOT to its own trees' }] : []),
  ];
}

/**
 * The toolchain that go switches to, which gets a GOROOT of its own: by GOTOOLCHAIN in every command, or by a demand that every
 * module of this project makes. Without a go.env the tree has no defaults, and nothing is switched (measured).
 */
function switchTo({ toolchain, own }: GoRoot, setting: Setting | undefined, demands: readonly GoDemand[]) {
  const running = withoutGo(own.version);
  if (toolchain === undefined || !switchesToolchains(running)) return undefined;
  return wantedToolchain(setting?.value ?? toolchain, running, demandOfEach(demands));
}

/** The lowest of what the modules ask for: what all of them get. */
function demandOfEach(demands: readonly GoDemand[]): GoDemand | undefined {
  const highest = new Map<string, GoDemand>();
  for (const demand of demands) {
    if (demand.kind !== 'dependency' && !highest.has(demand.file)) highest.set(demand.file, demand);
  }
  return [...highest.values()].at(-1);
}

function chooseAgain(manager: string): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key: 'fix-manager', data: { manager } } };
}

function withoutGo(version: string): string {
  return version.replace(/^go/, '');
}

export default trap;
