import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type WorkspaceCommand, workspaceCommands } from '../../../facts/deploy/workspace-commands.ts';
import { goSettings, type Setting } from '../../../facts/go/settings.ts';
import { modFlagIn, workspaceGo, workspaceVendor } from '../../../facts/modules/vendor.ts';
import { privateWork, type Workspace, workspace } from '../../../facts/modules/workspace.ts';
import { dropFlags, inModule, settingPlace, withoutWorkspace } from '../../../fix/plans.ts';
import { refusesModfile, vendorsWorkspaces } from '../../../knowledge/go-rules.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/**
 * What the go command says, by the flag or command and by its version: `flag-old` up to Go 1.21, `flag` from 1.22 on,
 * `modfile` for that flag, `no-folder` where the flag is accepted and the folder is not there, `mod-vendor` for that command.
 */
type Refusal = 'flag-old' | 'flag' | 'modfile' | 'no-folder' | 'mod-vendor';

/** A -mod flag, or `go mod vendor`, that the go command refuses while go.work is active. */
const trap: Trap = defineTrap({
  id: 'workspace-mode-conflict',
  group: 'module',
  subject: 'project',
  needs: {
    space: workspace,
    commands: workspaceCommands,
    own: privateWork,
    go: workspaceGo,
    folder: workspaceVendor,
    settings: goSettings,
  },
  messages: { en, 'zh-CN': zh },
  article: ['2.5.precedence', '2.5.mod-vendor-panic', '2.5.diagram'],
  judge: ({ facts: { space, commands = [], own, go, folder, settings }, subject }) => {
    if (!space || space.members.length === 0) return [];
    const scene = { subject, space, own: own !== undefined };
    const claims: Claim[] = [];
    const setting = settings?.set.get('GOFLAGS');
    const flag = modFlagIn(setting?.value);
    // With -mod=vendor a newer Go compares what is there with go.work, which is another matter.
    const bySetting =
      flag === 'vendor' && vendorsWorkspaces(go)
        ? undefined
        : refusalOf({ verb: 'build', ...(flag && { mod: flag }) }, go, true);
    if (setting && bySetting) claims.push(claimOfSetting(scene, setting, flag ?? '', bySetting, go));
    const refused = new Map<string, Refused[]>();
    for (const command of commands) {
      const refusal = inForce(command) ? firstRefusal(command, go, folder !== undefined) : undefined;
      // What GOFLAGS of this machine already stops is told there.
      if (!refusal || (refusal.why !== 'mod-vendor' && claims.length > 0)) continue;
      const key = `${refusal.why} ${command.mod ?? ''}`;
      refused.set(key, [...(refused.get(key) ?? []), refusal]);
    }
    for (const [about, all] of refused) claims.push(claimOfCommands(scene, about, all));
    return claims;
  },
});

/** What every claim speaks of. */
interface Scene {
  readonly subject: Subject;
  readonly space: Workspace;
  /** Nobody but its owner has that go.work. */
  readonly own: boolean;
}

interface Refused {
  readonly command: WorkspaceCommand;
  readonly why: Refusal;
  /** The Go that refuses. */
  readonly version: string;
}

function claimOfSetting({ subject, space }: Scene, by: Setting, mod: string, why: Refusal, version = ''): Claim {
  const data = { mod, go: version, source: by.source, work: space.file };
  return {
    ...{ subject, severity: 'error', confidence: 'proven' },
    title: { key: 'title-setting', data },
    why: { key: why === 'flag-old' ? 'why-old' : 'why-mod', data },
    bites: { key: `bites-${why}`, data },
    location: settingPlace(by),
    evidence: [
      { source: by.source, text: by.value },
      { source: data.work, text: `use ${space.members[0]?.dir ?? ''}` },
    ],
    causes: [{ kind: 'workspace-refused', about: ['.', '-mod'] }],
    fixes: [dropFlags(by, ({ name }) => name === 'mod'), offForOneCommand],
    verify: { argv: ['go', 'list', '-m'], expect: { key: 'expect' } },
    about: 'GOFLAGS',
  };
}

function claimOfCommands({ subject, space, own }: Scene, about: string, all: readonly Refused[]): Claim {
  const [{ command, why, version }] = all as [Refused];
  const { file, line, mod = '', verb } = command;
  const text = command.text.trim();
  const data = { mod, verb, go: version, file, text, work: space.file };
  return {
    subject,
    // Nobody but its owner has that go.work; CI and other people run the command without it.
    severity: own ? 'info' : 'warning',
    confidence: command.where === 'script' ? 'likely' : 'proven',
    title: { key: why === 'mod-vendor' || why === 'modfile' ? `title-${why}` : 'title-command', data },
    why: { key: `why-${why === 'flag-old' ? 'old' : why === 'flag' ? 'mod' : why}`, data },
    bites: { key: `bites-${why}`, data },
    location: { file, line },
    frame: { text, ...markOf(text, why, mod) },
    evidence: all.slice(0, shown).map((one) => ({
      source: one.command.file,
      line: one.command.line,
      text: one.command.text.trim(),
    })),
    causes: [
      {
        kind: 'workspace-refused',
        about: ['.', why === 'mod-vendor' ? 'go mod vendor' : why === 'modfile' ? '-modfile' : '-mod'],
      },
    ],
    fixes: fixesOf(why, command, space.file),
    verify: { argv: ['go', 'list', '-m'], expect: { key: 'expect' } },
    about,
  };
}

/** The commands that look at -mod; others (`get`, `mod tidy`) accept any (measured with Go 1.20.14 to 1.26.8). */
const building: ReadonlySet<string> = new Set(['build', 'install', 'list', 'run', 'test', 'vet']);

/** So many lines are named as evidence. */
const shown = 3;

const offForOneCommand = withoutWorkspace('go build ./...', 'fix-off');

/** A go.work that CI does not have is in force for the scripts that its owner runs, and nowhere else. */
function inForce({ work }: WorkspaceCommand): boolean {
  return work === 'used';
}

function firstRefusal(command: WorkspaceCommand, local: string | undefined, folder: boolean): Refused | undefined {
  const versions = command.go.length > 0 ? command.go : [local];
  for (const version of versions) {
    const why = refusalOf(command, version, folder);
    if (why) return { command, why, version: version ?? '' };
  }
  return undefined;
}

function refusalOf(
  { verb, mod, modfile }: Pick<WorkspaceCommand, 'verb' | 'mod' | 'modfile'>,
  go: string | undefined,
  folder: boolean,
): Refusal | undefined {
  const modern = vendorsWorkspaces(go);
  if (verb === 'mod vendor') return modern ? 'mod-vendor' : undefined;
  if (!building.has(verb)) return undefined;
  if (modfile) return refusesModfile(go) ? 'modfile' : undefined;
  if (mod === 'mod') return modern ? 'flag' : 'flag-old';
  if (mod !== 'vendor') return undefined;
  if (!modern) return 'flag-old';
  return folder ? undefined : 'no-folder';
}

function markOf(text: string, why: Refusal, mod: string): { mark?: string } {
  const mark = why === 'mod-vendor' ? 'go mod vendor' : why === 'modfile' ? '-modfile' : `-mod=${mod}`;
  return text.includes(mark) ? { mark } : {};
}

function fixesOf(why: Refusal, { file, line, text, mod = '' }: WorkspaceCommand, work: string): FixPlan[] {
  const edit = (before: string, after: string, title: string): FixPlan[] =>
    text.includes(before)
      ? [{ kind: 'edit', safety: 'unsafe', title: { key: title }, edits: [{ file, line, text, before, after }] }]
      : [];
  const base = work.includes('/') ? work.slice(0, work.lastIndexOf('/')) : '.';
  if (why === 'mod-vendor') return [...edit('go mod vendor', 'go work vendor', 'fix-work-vendor'), offForVendor];
  if (why === 'no-folder') return [inModule(base, ['go', 'work', 'vendor'], 'fix-make-folder', true), offForOneCommand];
  if (why === 'modfile') return [offForOneCommand];
  return [...edit(` -mod=${mod}`, '', 'fix-drop-flag'), offForOneCommand];
}

const offForVendor = withoutWorkspace('go mod vendor', 'fix-off-vendor');

export default trap;
