import type { Claim, FixPlan } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type MissingOutput, missingOutputs } from '../../../facts/proto/missing-outputs.ts';
import { aroundProtoc, generatesAgain, pathFrom, shellWord } from '../../../fix/proto-command.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** protoc is told to write into a folder that is not there. */
const trap: Trap = defineTrap({
  id: 'output-dir-missing',
  group: 'proto',
  subject: 'project',
  needs: { missing: missingOutputs },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { missing = [] } }) => {
    const byFolder = new Map<string, MissingOutput[]>();
    for (const one of missing) byFolder.set(one.folder, [...(byFolder.get(one.folder) ?? []), one]);
    return [...byFolder.values()].map(claimOf);
  },
});

/** One finding a folder, whatever writes into it. */
function claimOf(all: readonly MissingOutput[]): Claim {
  const [{ compilation, output, folder } = { compilation: undefined, output: undefined, folder: '' }] = all;
  const step = compilation?.step;
  const data = { folder, written: output?.written ?? '', plugin: output?.plugin ?? '', file: step?.file ?? '' };
  return {
    subject: project,
    severity: 'error',
    confidence: 'proven',
    title: { key: 'title', data },
    why: { key: 'why' },
    bites: { key: 'bites', data: { ...data, written: data.written.replace(/\/?$/, '/') } },
    location: { file: data.file, line: step?.line ?? 1, column: step?.column ?? 1 },
    frame: { text: step?.text ?? '', mark: output?.text ?? '' },
    evidence: [
      { source: folder, text: 'no such folder' },
      ...all.slice(0, shown).map(({ compilation: { step: one }, output: { text } }) => ({
        source: one?.file ?? '',
        line: one?.line ?? 1,
        text,
      })),
    ],
    causes: [{ kind: 'generated-code-not-written', about: [...new Set(all.map(({ output: { plugin } }) => plugin))] }],
    fixes: fixesFor(all, folder, data),
    verify: step
      ? generatesAgain(step)
      : { argv: ['grpc-doctor', 'check', '--only', trap.id], expect: { key: 'common.check-again' } },
    about: folder,
  };
}

const shown = 5;

function fixesFor(all: readonly MissingOutput[], folder: string, data: Readonly<Record<string, string>>): FixPlan[] {
  const [first] = all;
  const step = first?.compilation.step;
  const path = pathFrom(first?.compilation.folder ?? '.', folder);
  const shell = step && /(?:^|\/)(?:GNU)?makefile[^/]*$|\.(?:mk|sh|bash)$/i.test(step.file);
  const edit = shell && aroundProtoc(step, `mkdir -p ${path} && protoc`, [path]);
  const once: FixPlan = {
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-once', data },
    lines: [
      { shell: 'sh', line: `mkdir -p ${shellWord(folder)}` },
      { shell: 'PowerShell', line: `New-Item -ItemType Directory -Force ${shellWord(folder)}` },
    ],
  };
  if (!edit) return [once];
  const title = { key: 'fix-make', data: { ...data, words: path } };
  return [{ kind: 'edit', safety: 'safe', title, edits: [edit] }, once];
}

export default trap;
