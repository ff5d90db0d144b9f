import type { Evidence } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type OutsideWorkspace, outsideWorkspace } from '../../../facts/modules/outside-workspace.ts';
import { privateWork } from '../../../facts/modules/workspace.ts';
import { inModule, withoutWorkspace } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The module lies under a go.work that does not name it, and somebody builds it there. */
const trap: Trap = defineTrap({
  id: 'module-not-in-workspace',
  group: 'module',
  subject: 'module',
  needs: { outside: outsideWorkspace, own: privateWork },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { outside, own }, subject }) => {
    const how = outside && howItBites(outside);
    if (!outside || !how) return [];
    const { space, file, folder, base, within, builtBy, imported } = outside;
    const { module } = file.mod;
    const [command] = builtBy;
    const data = {
      module: module?.path ?? '',
      goMod: file.file,
      work: space.file,
      within: within?.module ?? '',
      inside: within?.package ?? '',
      script: command?.file ?? '',
      verb: command?.verb ?? '',
      package: imported?.path ?? '',
      place: imported ? `${imported.file}:${imported.line}` : '',
      pattern: command?.packages[0] ?? './...',
    };
    const evidence: Evidence[] = [
      { source: space.file, text: space.work.use.map(({ path }) => `use ${path}`).join(' · ') },
      ...(imported ? [{ source: imported.file, line: imported.line, text: `import "${imported.path}"` }] : []),
      ...builtBy.slice(0, shown).map(({ file: source, line, text }) => ({ source, line, text: text.trim() })),
    ];
    const line = module?.line ?? 1;
    return [
      {
        subject,
        // Its owner keeps that go.work to himself, and knows what is in it.
        severity: own === 'ignored' ? 'info' : how === 'built' ? 'warning' : 'error',
        confidence: how === 'built' ? 'likely' : 'proven',
        title: { key: 'title', data },
        why: { key: `why-${how}`, data },
        bites: { key: bitesOf(outside, how), data },
        location: { file: file.file, line },
        frame: { text: file.lines[line - 1]?.trim() ?? '', label: { key: 'label', data } },
        evidence,
        causes: [{ kind: 'workspace-without-module', about: [subject.id] }],
        fixes: [inModule(base, ['go', 'work', 'use', folder], 'fix-use', false), offForOneCommand],
        verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

type How = 'imported' | 'started' | 'built';

function howItBites({ imported, started, builtBy }: OutsideWorkspace): How | undefined {
  if (imported) return 'imported';
  if (started) return 'started';
  return builtBy.length > 0 ? 'built' : undefined;
}

/** The go command has one text for patterns, and two for single folders. */
function bitesOf({ within, builtBy }: OutsideWorkspace, how: How): string {
  if (how === 'imported') return 'bites-imported';
  const packages = builtBy[0]?.packages ?? ['./...'];
  if (packages.some((path) => path.includes('...'))) return 'bites-pattern';
  return within ? 'bites-within' : 'bites-folder';
}

/** So many commands are named as evidence. */
const shown = 3;

const offForOneCommand = withoutWorkspace('go build ./...', 'fix-off');

export default trap;
