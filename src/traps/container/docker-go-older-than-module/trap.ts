import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type BroughtGo, withVersion } from '../../../facts/deploy/go-brought.ts';
import type { Stage } from '../../../facts/deploy/stage.ts';
import { compiles, type StageDemand, stageDemands } from '../../../facts/deploy/stage-demands.ts';
import { stage } from '../../../facts/deploy/stages.ts';
import { hasPatch, refusesToCompile, switchesToolchains, usesGopathMode } from '../../../knowledge/go-rules.ts';
import { compareGo, goLanguage } from '../../../read/go/go-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** An image or a CI job builds a module with a Go that is older than go.mod or go.work demands, and cannot exchange it. */
const trap: Trap = defineTrap({
  id: 'docker-go-older-than-module',
  group: 'container',
  subject: 'stage',
  needs: { stage, demands: stageDemands },
  messages: { en, 'zh-CN': zh },
  article: ['1.version-coupling.go-1.21'],
  judge: ({ facts: { stage: place, demands = [] }, subject }) => {
    if (!place) return [];
    const judged = place.go.map((go) => {
      const failures = demands.flatMap((demand) => failureOf(go, demand) ?? []);
      return { go, worst: failures.find(({ kind }) => kind !== 'advice') ?? failures[0] };
    });
    // A matrix that goes up to a sufficient Go tries the older ones on purpose.
    const onPurpose = place.otherGo || judged.some(({ worst }) => !worst);
    return judged.flatMap(({ go, worst }) =>
      worst && !(onPurpose && worst.kind === 'advice') ? [claim(subject, place, go, worst, demands)] : [],
    );
  },
});

interface Failure {
  readonly kind: 'refused' | 'unreadable' | 'uncompilable' | 'advice' | 'locked';
  readonly demand: StageDemand;
  /** The version that is bound to run. */
  readonly running: string;
  readonly toolchain: string;
}

function failureOf(go: BroughtGo, demand: StageDemand): Failure | undefined {
  const set = demand.build.toolchain ?? go.toolchain ?? (go.unsure ? undefined : 'auto');
  if (!switchesToolchains(go.version)) {
    const common = { demand, running: go.version, toolchain: 'local' };
    const readsNone = demand.build.inGopath && usesGopathMode(go.version);
    if (!readsNone && isUnreadable(demand)) return { kind: 'unreadable', ...common };
    if (!readsNone && stopsCompiling(demand, go)) return { kind: 'uncompilable', ...common };
    return isAbove(demand, go) ? { kind: 'advice', ...common } : undefined;
  }
  const wanted = demand.kind !== 'newer directive' && isBelow(go, demand.version ?? '');
  if (set !== undefined && /^(?:auto|.*\+auto)$/.test(set))
    return wanted && demand.build.lock ? { kind: 'locked', demand, running: go.version, toolchain: set } : undefined;
  const named = /^go(1\.[0-9a-z.]+)$/.exec(set ?? '')?.[1];
  if (named === undefined && set !== 'local') return undefined;
  const running = named === undefined ? go : { version: named, floats: false };
  return isAbove(demand, running)
    ? { kind: 'refused', demand, running: running.version, toolchain: set ?? '' }
    : undefined;
}

/** Go up to 1.20 knows neither a patch number in the go line, nor a toolchain line, nor what came later still. */
function isUnreadable({ kind, version = '' }: StageDemand): boolean {
  return kind !== 'go line' || hasPatch(version);
}

/** The last releases of Go 1.19 and 1.20 read the go line of each module that they compile, not the one of go.work. */
function stopsCompiling({ kind, version = '', file, build }: StageDemand, go: BroughtGo): boolean {
  return kind === 'go line' && !file.endsWith('.work') && compiles(build) && refusesToCompile(go, version);
}

/** The go line asks for more than this release, or than the newest release of this minor version. */
function isAbove({ kind, version = '' }: StageDemand, go: Pick<BroughtGo, 'version' | 'floats'>): boolean {
  return kind === 'go line' && isBelow(go, version);
}

function isBelow({ version, floats }: Pick<BroughtGo, 'version' | 'floats'>, wanted: string): boolean {
  return floats ? compareGo(goLanguage(wanted) ?? '', version) > 0 : compareGo(wanted, version) > 0;
}

function claim(
  subject: Subject,
  { kind: place }: Stage,
  go: BroughtGo,
  { kind, demand, running, toolchain }: Failure,
  demands: readonly StageDemand[],
): Claim {
  const { file, line, text, build } = demand;
  const needed = neededBy(demands);
  const demanded = demand.version ?? needed;
  const data = {
    by: go.by,
    running,
    file,
    line,
    text,
    needed,
    demanded,
    toolchain,
    command: build.text,
    written: go.written,
    language: goLanguage(demanded) ?? '',
    lock: build.lock ?? '',
  };
  // A version without quotes loses its last zero: 1.20 is 1.2.
  const lostZero = place === 'job' && go.lineText.includes(`${go.written}0`) && !/["']/.test(go.lineText);
  return {
    subject,
    severity: kind === 'advice' ? 'warning' : 'error',
    confidence: 'likely',
    title: { key: kind === 'unreadable' ? 'title-unreadable' : 'title', data },
    why: { key: lostZero ? 'why-number' : `why-${kind}`, data },
    bites: { key: bitesOf(kind, demand), data },
    location: { file: go.file, line: go.line },
    frame: { text: go.lineText.trim(), label: { key: 'label', data } },
    evidence: [
      { source: file, line, text },
      { source: build.file, line: build.line, text: build.text },
    ],
    causes: [{ kind: 'toolchain-refuses-module', about: [subject.id] }],
    fixes: fixes(place, go, needed, kind),
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'docker-go-older-than-module'],
      expect: { key: 'common.check-again' },
    },
    about: `${go.by} ${build.module}`,
  };
}

/** What to write instead: the toolchain that the project asks for, else the highest go line. */
function neededBy(demands: readonly StageDemand[]): string {
  const versions = demands.flatMap(({ version }) => version ?? []);
  return versions.sort(compareGo).at(-1) ?? '';
}

function bitesOf(kind: Failure['kind'], demand: StageDemand): string {
  if (kind !== 'unreadable') return `bites-${kind}`;
  return demand.kind === 'go line' ? 'bites-version' : 'bites-directive';
}

function fixes(place: Stage['kind'], go: BroughtGo, needed: string, kind: Failure['kind']): FixPlan[] {
  const plans: FixPlan[] = [];
  const version = withVersion(go, needed);
  const data = { version, needed };
  if (go.place) {
    const { line, lineText, text } = go.place;
    const after = text.startsWith(':') ? `:${version}` : version;
    const edits = [{ file: go.file, line, text: lineText, before: text, after }];
    plans.push({ kind: 'edit', safety: 'unsafe', title: { key: 'fix-version', data }, edits });
  } else plans.push({ kind: 'text', safety: 'manual', title: { key: 'fix-newer', data } });
  if (place === 'job')
    plans.push({
      kind: 'text',
      safety: 'manual',
      title: { key: 'fix-follow' },
      lines: [{ shell: 'GitHub Actions', line: 'go-version-file: go.mod' }],
    });
  if (kind === 'refused')
    plans.push({
      kind: 'text',
      safety: 'manual',
      title: { key: 'fix-switch' },
      lines: [
        place === 'image'
          ? { shell: 'Dockerfile', line: 'ENV GOTOOLCHAIN=auto' }
          : { shell: 'CI', line: 'GOTOOLCHAIN: auto' },
      ],
    });
  return plans;
}

export default trap;
