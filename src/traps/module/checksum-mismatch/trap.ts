import type { Claim, Edit, FixPlan, ShellLine } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { loadedRequirements } from '../../../facts/modules/loaded.ts';
import { moduleSum } from '../../../facts/modules/modules.ts';
import { type SumConflict, sumConflicts } from '../../../facts/modules/sum-conflicts.ts';
import { sumFileOf } from '../../../facts/modules/sums.ts';
import { buildMode } from '../../../facts/modules/vendor.ts';
import { checksumDatabase } from '../../../knowledge/names.ts';
import type { GoSumError } from '../../../read/modules/go-sum.ts';
import { escapeUpper } from '../../../read/modules/module-escape.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A hash in go.sum is not the one of what is downloaded, or go.sum cannot be read at all. */
const trap: Trap = defineTrap({
  id: 'checksum-mismatch',
  group: 'module',
  subject: 'module',
  needs: { sum: moduleSum, conflicts: sumConflicts, mode: buildMode, loaded: loadedRequirements },
  messages: { en, 'zh-CN': zh },
  article: ['2.3.checksum-risk'],
  judge: ({ facts, subject }) => {
    // A build from the vendor folder reads no go.sum (measured: not even a malformed one).
    if (!facts.sum || facts.mode?.kind === 'vendor') return [];
    const broken = facts.sum.errors.filter(({ kind }) => kind === 'fields');
    if (broken.length > 0) return [malformed(subject, broken)];
    const { loaded } = facts;
    const needed = ({ kind, required }: SumConflict): boolean =>
      (kind === 'h1' ? loaded?.imported : loaded?.read)?.has(required) === true;
    return (facts.conflicts ?? []).slice(0, shown).map((one) => mismatch(subject, one, needed(one)));
  },
});

/** So many contradictions are told; where there are more, one cause is behind them. */
const shown = 5;

function mismatch(subject: Subject, one: SumConflict, needed: boolean): Claim {
  const file = sumFileOf(subject.id);
  const data = {
    file,
    module: `${one.path}@${one.version}`,
    part: one.kind === 'goMod' ? `${one.version}/go.mod` : one.version,
    recorded: one.recorded,
    expected: one.expected,
    source: one.source,
  };
  return {
    subject,
    severity: needed && one.by !== 'other' ? 'error' : 'warning',
    confidence: one.by === 'other' ? 'likely' : 'proven',
    title: { key: `title-${one.by}`, data },
    why: { key: one.wellKnown ? 'why-well-known' : `why-${one.by}`, data },
    bites: { key: needed ? 'bites' : 'bites-when-downloaded', data },
    location: { file, ...(one.line && { line: one.line }) },
    frame: {
      text: one.text,
      mark: one.recorded,
      label: { key: one.by === 'published' || one.by === 'database' ? 'label' : 'label-other', data },
    },
    evidence: [
      { source: file, ...(one.line && { line: one.line }), text: one.recorded },
      { source: one.source || checksumDatabase, text: one.expected },
    ],
    causes: [{ kind: 'checksum-refused', about: [subject.id, one.path] }],
    fixes: fixes(file, one),
    verify: { argv: ['go', 'mod', 'download', data.module], expect: { key: 'common.build-passes' } },
    about: `${one.path} ${data.part}`,
  };
}

function fixes(file: string, one: SumConflict): FixPlan[] {
  const { path, version, line, text, recorded, expected } = one;
  const lookUp = {
    shell: 'sh',
    line: `curl https://${checksumDatabase}/lookup/${escapeUpper(path)}@${escapeUpper(version)}`,
  };
  const compare: FixPlan = { kind: 'text', safety: 'manual', title: { key: 'fix-compare' }, lines: [lookUp] };
  if (one.by === 'wrong-cache') {
    return [{ kind: 'text', safety: 'manual', title: { key: 'fix-forget' }, lines: [forget(path, version)] }, compare];
  }
  if ((one.by !== 'published' && one.by !== 'database') || !line) return [compare];
  const edits: Edit[] = [{ file, line, text, before: recorded, after: expected }];
  return [
    { kind: 'edit', safety: 'safe', title: { key: 'fix-edit', data: { database: checksumDatabase } }, edits },
    compare,
  ];
}

/** Takes one version out of the module cache, whose folders are read-only; the others stay. */
function forget(path: string, version: string): ShellLine {
  const [module, at] = [escapeUpper(path), escapeUpper(version)];
  const folder = `"$c/${module}@${at}"`;
  const files = `"$c/cache/download/${module}/@v/${at}".*`;
  return { shell: 'sh', line: `c=$(go env GOMODCACHE); chmod -R u+w ${folder}; rm -rf ${folder} ${files}` };
}

/** What a merge leaves behind when nobody resolved it. */
const conflictMark = /^(?:<{7}|={7}|>{7}|\|{7})/;

function malformed(subject: Subject, broken: readonly GoSumError[]): Claim {
  const file = sumFileOf(subject.id);
  const [first] = broken;
  const data = { file, line: first?.line ?? 1, words: first?.text.split(/\s+/).length ?? 0 };
  const merged = broken.every(({ text }) => conflictMark.test(text));
  const edits = broken.map(({ line, text }) => ({ file, line, text, before: text, after: '' }));
  const fix: FixPlan = merged
    ? { kind: 'edit', safety: 'safe', title: { key: 'fix-marks' }, edits }
    : { kind: 'text', safety: 'manual', title: { key: 'fix-line', data } };
  return {
    subject,
    severity: 'error',
    confidence: 'proven',
    title: { key: merged ? 'title-merge' : 'title-malformed', data },
    why: { key: 'why-malformed' },
    bites: { key: 'bites-malformed', data },
    location: { file, line: data.line },
    frame: { text: first?.text ?? '' },
    evidence: broken.slice(0, shown).map(({ line, text }) => ({ source: file, line, text })),
    causes: [{ kind: 'checksum-refused', about: [subject.id, 'go.sum'] }],
    fixes: [fix],
    verify: { argv: ['go', 'mod', 'verify'], expect: { key: 'common.build-passes' } },
    about: 'malformed',
  };
}

export default trap;
