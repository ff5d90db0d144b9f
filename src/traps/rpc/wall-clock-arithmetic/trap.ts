import type { Edit, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type WallClockPlace, wallClockUses } from '../../../facts/source/wall-clock.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Elapsed times that follow the wall clock, in one finding a module: the one that decides something first. */
const trap: Trap = defineTrap({
  id: 'wall-clock-arithmetic',
  group: 'rpc',
  subject: 'module',
  needs: { uses: wallClockUses },
  messages: { en, 'zh-CN': zh },
  article: ['2.4.since-sub'],
  judge: ({ facts, subject }) => {
    const uses = [...(facts.uses ?? [])].sort((a, b) => Number(b.decides) - Number(a.decides));
    const [first] = uses;
    if (!first) return [];
    const data = { expression: first.mark, by: first.by, count: uses.length, start: first.start.line };
    return [
      {
        subject,
        severity: first.decides ? 'warning' : 'info',
        confidence: 'proven',
        title: { key: uses.length > 1 ? 'title-many' : 'title', data },
        why: { key: `why-${first.kind}`, data },
        bites: { key: first.decides ? 'bites-decides' : 'bites' },
        location: { file: first.file, line: first.line, column: first.column },
        frame: { text: first.text, mark: first.mark, label: { key: 'label' } },
        evidence: [
          { source: first.file, line: first.start.line, text: first.start.text.trim() },
          ...uses.slice(0, shown).map(({ file, line, text }) => ({ source: file, line, text: text.trim() })),
        ],
        causes: [{ kind: 'time-measured-wrong', about: [`${subject.id} wall clock`] }],
        fixes: fixes(uses, first),
        verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

/** So many places are named; the title tells how many there are. */
const shown = 5;

function fixes(uses: readonly WallClockPlace[], first: WallClockPlace): FixPlan[] {
  const edits = editsOf(uses);
  const plan: FixPlan = { kind: 'edit', safety: 'safe', title: { key: 'fix-edit' }, edits };
  const byHand: FixPlan = {
    kind: 'text',
    safety: 'manual',
    title: { key: `fix-${first.kind}`, data: { by: first.by } },
  };
  const all = uses.every((use) => use.edits.length > 0);
  return [...(edits.length > 0 ? [plan] : []), ...(all ? [] : [byHand])];
}

/** Several elapsed times may have one start: each change is made once. A line with two of them is left to people. */
function editsOf(uses: readonly WallClockPlace[]): Edit[] {
  const changes = new Map<string, Edit>();
  const lines = new Map<string, Set<string>>();
  for (const { file, edits } of uses) {
    for (const { line, text, before, after } of edits) {
      changes.set(`${file} ${line} ${before}`, { file, line, text, before, after });
      const place = `${file} ${line}`;
      lines.set(place, (lines.get(place) ?? new Set()).add(before));
    }
  }
  const whole = (edit: Edit): boolean => lines.get(`${edit.file} ${edit.line}`)?.size === 1;
  const crowded = new Set([...changes.values()].filter((edit) => !whole(edit)).map(({ file }) => file));
  return [...changes.values()].filter(({ file }) => !crowded.has(file));
}

export default trap;
