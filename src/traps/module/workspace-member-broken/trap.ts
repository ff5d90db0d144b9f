import type { Claim, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import type { WorkspaceFolder } from '../../../facts/modules/workspace.ts';
import { type WorkspaceState, workspaceState } from '../../../facts/modules/workspace-problems.ts';
import { inModule } from '../../../fix/plans.ts';
import { isDirectoryPath } from '../../../read/modules/go-mod-syntax.ts';
import type { WorkspaceProblem } from '../../../read/modules/workspace-consistency.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

type Problem = WorkspaceProblem<WorkspaceFolder>;

/** One member of go.work, or go.work itself, keeps the go command from working in all the other members. */
const trap: Trap = defineTrap({
  id: 'workspace-member-broken',
  group: 'module',
  subject: 'project',
  needs: { state: workspaceState },
  messages: { en, 'zh-CN': zh },
  article: ['2.5.use-all'],
  judge: ({ facts: { state }, subject }) =>
    (state?.problems ?? []).map((problem): Claim => {
      const { kind, member, text, wanted = '', otherWanted = '' } = problem;
      const place = placeOf(problem, state);
      const other = problem.other && fileOf(problem.other, problem.kind === 'same-folder' ? state : undefined);
      const data = {
        member: member?.path ?? '',
        // So the go command writes it where it runs beside go.work.
        folder: member?.path.replace(/^\.[\\/]/, '') ?? '',
        file: place.file,
        work: state?.file ?? '',
        other: other ?? '',
        text,
        wanted,
        otherWanted,
      };
      const frame = frameOf(problem);
      return {
        subject,
        severity: 'error',
        confidence: kind === 'never-published' ? 'likely' : 'proven',
        title: { key: `title-${kind}`, data },
        why: { key: kind === 'never-published' ? 'why-never-published' : 'why', data },
        bites: { key: isAbsent(kind) && !state?.named ? 'bites-missing-unnamed' : `bites-${kind}`, data },
        location: place,
        frame: { text: frame, label: { key: `label-${kind}`, data } },
        evidence: [
          { source: place.file, line: place.line, text: frame },
          ...(other && problem.otherLine
            ? [{ source: other, line: problem.otherLine, text: otherWanted || text }]
            : [{ source: state?.file ?? '', ...(member && { line: member.line }), text: `use ${member?.path ?? ''}` }]),
        ],
        causes: [{ kind: 'workspace-refused', about: [member?.dir ?? '.', text] }],
        fixes: fixesOf(problem, state),
        verify:
          kind === 'never-published'
            ? { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } }
            : { argv: ['go', 'list', '-m'], expect: { key: 'expect' } },
        about: `${kind} ${member?.path ?? ''} ${text}`,
      };
    }),
});

/** No go.mod where one is used; the go command has one text for both. */
function isAbsent(kind: Problem['kind']): boolean {
  return kind === 'missing' || kind === 'pattern';
}

function fileOf(member: WorkspaceFolder, inWork: WorkspaceState | undefined): string {
  return inWork?.file ?? member.file?.file ?? (member.dir === '.' ? 'go.mod' : `${member.dir}/go.mod`);
}

function placeOf({ file, member, line }: Problem, state: WorkspaceState | undefined): { file: string; line: number } {
  const ofMember = member && file === 'go.mod';
  return { file: ofMember ? fileOf(member, undefined) : (state?.file ?? 'go.work'), line };
}

/** The guilty line, as far as its file was read. */
function frameOf({ file, member, line, text }: Problem): string {
  if (file === 'go.mod') return member?.file?.lines[line - 1]?.trim() ?? '';
  return member ? `use ${member.path}` : text;
}

/** Editing go.work needs no network, yet it changes which modules and versions are built. */
function fixesOf({ kind, member, text, wanted = '', otherWanted = '' }: Problem, state?: WorkspaceState): FixPlan[] {
  const edit = (flag: string, title: string): FixPlan =>
    inModule(state?.dir ?? '.', ['go', 'work', 'edit', flag], title, false);
  const byHand: FixPlan = { kind: 'text', safety: 'manual', title: { key: `fix-${kind}`, data: { text, wanted } } };
  const folder = state?.folders.get(text);
  switch (kind) {
    case 'pattern':
      return [inModule(state?.dir ?? '.', ['go', 'work', 'use', '-r', '.'], 'fix-pattern', false)];
    case 'missing':
    case 'same-module':
      return [byHand, edit(`-dropuse=${member?.path}`, 'fix-dropuse')];
    case 'newer-go':
      return [edit(`-go=${text}`, 'fix-newer-go')];
    case 'member-replaced':
      return [edit(`-dropreplace=${text}`, 'fix-member-replaced')];
    case 'conflicting-replacements':
      return isDirectoryPath(otherWanted) ? [byHand] : [edit(`-replace=${text}=${otherWanted}`, 'fix-decide')];
    case 'never-published':
      return folder ? [edit(`-replace=${text}@${wanted}=${folder}`, 'fix-replace')] : [byHand];
    default:
      return [byHand];
  }
}

export default trap;
