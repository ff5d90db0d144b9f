import type { Claim, FixPlan, Severity } from '../../../core/claim.ts';
import type { Data } from '../../../core/outcome.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type GoPin, goPins, type ManagerView, managerViews } from '../../../facts/go/pins.ts';
import { type GoDemand, projectDemands, type RunningGo, runningGo } from '../../../facts/go/toolchain.ts';
import { pathLines } from '../../../fix/plans.ts';
import { switchesToolchains } from '../../../knowledge/go-rules.ts';
import { compareGo, goLanguage } from '../../../read/go/go-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** What the project asks a version manager for, and the go that really runs, are two things. */
const trap: Trap = defineTrap({
  id: 'version-manager-drift',
  group: 'go',
  subject: 'project',
  needs: { pins: goPins, views: managerViews, running: runningGo, demands: projectDemands },
  messages: { en, 'zh-CN': zh },
  article: ['2.1.version-manager', '2.1.manual-switch', '2.1.row-goroot'],
  judge: ({ facts, subject }) => {
    const { pins = [], views = [], running = { toolchain: 'auto' }, demands = [] } = facts;
    const active = views.find((view) => view.active);
    const stops = active && refused(active);
    if (stops) return [claimOf(subject, stops)];
    const found = [
      ...drifted(pins, views, running, demands),
      ...disagreeing(pins),
      ...tooOld(pins, demands, running),
      ...wishes(demands, running),
    ];
    return found.map((one) => claimOf(subject, one));
  },
});

type Place = Pick<GoPin, 'file' | 'line' | 'lineText'>;

interface Drift {
  readonly kind: string;
  readonly severity: Severity;
  readonly at: Place;
  readonly data: Data;
  readonly evidence: readonly { readonly source: string; readonly text: string; readonly line?: number }[];
  /** What is compared is which go runs at all, not what one file says. */
  readonly aboutGo?: boolean;
  readonly fixes: readonly FixPlan[];
}

/** The manager in charge is asked for a version that it does not have: its shim starts nothing. */
function refused({ manager, byShim, follows: pin, override, downloads }: ManagerView): Drift | undefined {
  if (!byShim || !pin || override || downloads) return undefined;
  const { rules, gos } = manager;
  const asked = [pin.version, ...pin.others];
  const badForm = rules.name === 'goenv' && /^\s*go\d/.test(pin.lineText);
  if (
    !badForm &&
    asked.some((version) => isElsewhere(version) || gos.some((go) => satisfies(manager, go.version, version)))
  )
    return undefined;
  const data = { ...dataOf(pin), manager: rules.name, have: gos.map(({ version }) => version).join(', ') };
  const install: FixPlan = {
    kind: 'command',
    safety: 'unsafe',
    title: { key: 'fix-install', data },
    argv: [...rules.install, pin.version],
    network: true,
  };
  const write: FixPlan = { kind: 'text', safety: 'manual', title: { key: badForm ? 'fix-form' : 'fix-other', data } };
  return {
    kind: badForm ? 'form' : `missing-${rules.name}`,
    severity: 'error',
    at: pin,
    data,
    evidence: [evidenceOf(pin), { source: manager.root, text: data.have }],
    aboutGo: true,
    fixes: badForm || !pin.exact ? [write] : [install, write],
  };
}

/** Not a version that has to be installed. */
function isElsewhere(version: string): boolean {
  return version === 'system' || /^(?:path|ref):/.test(version);
}

/** asdf takes a version by its whole name only; goenv and mise take `1.25` for the newest 1.25 that is there. */
function satisfies({ rules }: ManagerView['manager'], installed: string, asked: string): boolean {
  if (installed === asked) return true;
  return rules.name !== 'asdf' && (asked === 'latest' || installed.startsWith(`${asked.replace(/^prefix:/, '')}.`));
}

/** A file at the root asks for one release, and another one runs. */
function drifted(
  pins: readonly GoPin[],
  views: readonly ManagerView[],
  running: RunningGo,
  demands: readonly GoDemand[],
): Drift[] {
  const active = views.find((view) => view.active);
  const pin = active?.follows ?? active?.passesOver?.pin ?? pins.find(({ folder }) => folder === '.');
  const { installed, effective } = running;
  if (!pin?.exact || !installed || !effective || isServed(pin, installed, effective)) return [];
  if (givesWay(pin, demands)) return [];
  const data = { ...dataOf(pin), running: installed, manager: active?.manager.rules.name ?? '' };
  const common = { at: pin, evidence: [evidenceOf(pin), { source: 'go', text: `go${installed}` }] };
  const differs = { ...common, data };
  if (active) return ofActive(active, pin, installed, differs);
  const idle = views.find(
    ({ follows, manager }) => follows === pin && manager.gos.some(({ version }) => version === pin.version),
  );
  if (idle) {
    const { shims, gos, rules } = idle.manager;
    const folder = shims ?? gos.find(({ version }) => version === pin.version)?.goFolder ?? '';
    const named = { ...data, manager: rules.name, folder };
    const fixes: FixPlan[] = [
      { kind: 'text', safety: 'manual', title: { key: 'fix-order', data: named }, lines: pathLines(folder, false) },
    ];
    return [{ ...differs, kind: 'other-go', severity: 'warning', data: named, aboutGo: true, fixes }];
  }
  // A later patch of the same Go is what everybody should have.
  if (goLanguage(installed) === goLanguage(pin.version) && compareGo(installed, pin.version) > 0) return [];
  return [{ ...differs, kind: 'no-manager', severity: 'info', fixes: [sameVersion(data)] }];
}

/** What the file asks for runs, or what go.mod asks for is at least as new and go switches to it by itself. */
function isServed({ version, others }: GoPin, installed: string, effective: string): boolean {
  if ([version, ...others].some((one) => one === installed || one === effective || isElsewhere(one))) return true;
  return compareGo(effective, installed) > 0 && compareGo(effective, version) >= 0;
}

/** go.mod asks for more than the file: whichever Go of 1.21 or later starts, it switches, and the file decides nothing. */
function givesWay({ version }: GoPin, demands: readonly GoDemand[]): boolean {
  const [highest] = demands.filter(({ kind }) => kind !== 'dependency');
  return switchesToolchains(version) && highest !== undefined && compareGo(highest.version, version) > 0;
}

function ofActive(
  { override, passesOver, byShim }: ManagerView,
  pin: GoPin,
  installed: string,
  differs: Pick<Drift, 'at' | 'data' | 'evidence'>,
): Drift[] {
  if (override) {
    if (override.value !== installed) return [];
    const data = { ...differs.data, variable: override.variable };
    const unset: FixPlan = {
      kind: 'text',
      safety: 'manual',
      title: { key: 'common.unset-variable', data: { source: `$${override.variable}` } },
      lines: [
        { shell: 'bash, zsh', line: `unset ${override.variable}` },
        { shell: 'fish', line: `set -e ${override.variable}` },
      ],
    };
    const evidence = [...differs.evidence, { source: `$${override.variable}`, text: override.value }];
    return [{ ...differs, kind: 'override', severity: 'warning', data, evidence, fixes: [unset] }];
  }
  if (passesOver?.pin === pin) {
    const manager = String(differs.data.manager);
    const kind = passesOver.reason === 'form' ? 'unread-gvm' : `unread-${manager}`;
    const fixes: FixPlan[] = [{ kind: 'text', safety: 'manual', title: { key: `fix-${kind}`, data: differs.data } }];
    return [{ ...differs, kind, severity: 'info', fixes }];
  }
  // A shim has looked at the folder just now; a folder on PATH stays until the shell looks again.
  return byShim
    ? []
    : [{ ...differs, kind: 'stale', severity: 'warning', aboutGo: true, fixes: [again(differs.data)] }];
}

/** Two files of one folder that ask for different releases: which one counts depends on who reads. */
function disagreeing(pins: readonly GoPin[]): Drift[] {
  const first = new Map<string, GoPin>();
  return pins.flatMap((pin): Drift[] => {
    if (!pin.exact) return [];
    const other = first.get(pin.folder);
    first.set(pin.folder, other ?? pin);
    if (!other || [other.version, ...other.others].includes(pin.version)) return [];
    const data = { ...dataOf(pin), other: other.version, file2: other.file };
    const evidence = [evidenceOf(other), evidenceOf(pin)];
    return [
      {
        kind: 'files',
        severity: 'info',
        at: pin,
        data,
        evidence,
        fixes: [oneFile(data)],
      },
    ];
  });
}

/** A Go that knows no switching is asked for, beside a go.mod that needs a newer one. */
function tooOld(pins: readonly GoPin[], demands: readonly GoDemand[], { installed }: RunningGo): Drift[] {
  return pins.flatMap((pin): Drift[] => {
    if (!pin.exact || switchesToolchains(pin.version) || pin.version === installed) return [];
    const demand = demands.find(({ kind, file }) => kind === 'go line' && inFolder(file, pin.folder));
    if (!demand || compareGo(demand.version, pin.version) <= 0) return [];
    const data = { ...dataOf(pin), needed: demand.version, file2: demand.file };
    const evidence = [evidenceOf(pin), { source: demand.file, line: demand.line, text: demand.text }];
    return [
      {
        kind: 'too-old',
        severity: 'warning',
        at: pin,
        data,
        evidence,
        fixes: [raise(data)],
      },
    ];
  });
}

function inFolder(file: string, folder: string): boolean {
  return folder === '.' ? !file.includes('/') : file.startsWith(`${folder}/`);
}

/** A toolchain line is a wish; with GOTOOLCHAIN=local it is not even heard. */
function wishes(demands: readonly GoDemand[], { installed, toolchain }: RunningGo): Drift[] {
  const wish = demands.find(({ kind }) => kind === 'toolchain line');
  const line = demands.find(({ kind }) => kind !== 'toolchain line');
  if (!installed || !wish || toolchain !== 'local' || !switchesToolchains(installed)) return [];
  if (compareGo(wish.version, installed) <= 0 || (line && compareGo(line.version, installed) > 0)) return [];
  const at = { file: wish.file, line: wish.line, lineText: wish.text };
  const data = { file: wish.file, wanted: wish.version, running: installed, text: wish.text };
  const evidence = [
    { source: wish.file, line: wish.line, text: wish.text },
    { source: 'GOTOOLCHAIN', text: 'local' },
  ];
  const fixes: FixPlan[] = [{ kind: 'text', safety: 'manual', title: { key: 'fix-toolchain', data } }];
  return [{ kind: 'toolchain', severity: 'info', at, data, evidence, fixes }];
}

function dataOf({ file, version, lineText }: GoPin) {
  return { file, wanted: version, text: lineText.trim() };
}

function evidenceOf({ file, line, lineText }: GoPin) {
  return { source: file, line, text: lineText.trim() };
}

const manual =
  (key: string) =>
  (data: Data): FixPlan => ({ kind: 'text', safety: 'manual', title: { key, data } });
const sameVersion = manual('fix-same');
const again = manual('fix-again');
const oneFile = manual('fix-files');
const raise = manual('fix-raise');

function claimOf(subject: Subject, drift: Drift): Claim {
  const { kind, severity, at, data, evidence, aboutGo, fixes } = drift;
  return {
    subject,
    severity,
    confidence: 'proven',
    title: { key: `title-${kind}`, data },
    why: { key: `why-${kind}`, data },
    ...(severity === 'error' && { bites: { key: `bites-${kind}`, data } }),
    location: { file: at.file, line: at.line },
    frame: { text: at.lineText },
    evidence,
    causes: [
      {
        kind: severity === 'error' ? 'go-not-started' : 'go-version-differs',
        about: [aboutGo ? 'go' : `${at.file} ${kind}`],
      },
    ],
    fixes,
    verify: {
      argv: ['go', 'version'],
      expect: { key: 'expect', data: { wanted: String(data.needed ?? data.wanted) } },
    },
    about: `${at.file} ${kind}`,
  };
}

export default trap;
