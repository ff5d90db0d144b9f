import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { noModule, sourcesByModule } from '../../../facts/modules/sources.ts';
import type { GoFile } from '../../../facts/project/sources.ts';
import { isOfStack } from '../../../knowledge/names.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Go code that uses gRPC or Protocol Buffers and lies in no module. */
const trap: Trap = defineTrap({
  id: 'outside-module',
  group: 'module',
  subject: 'project',
  needs: { sources: sourcesByModule, settings: goSettings },
  messages: { en, 'zh-CN': zh },
  article: ['1.version-coupling.auto-left-over'],
  judge: ({ facts, subject }) => {
    const { sources, settings } = facts;
    // With GO111MODULE=off there are no modules to be in; that is another trap.
    if (settings?.set.get('GO111MODULE')?.value === 'off') return [];
    const outside = (sources?.get(noModule)?.files ?? []).filter(
      (file) => !file.test && !file.ignored && file.imports.some(({ path }) => isOfStack(path)),
    );
    const made = new Set((sources?.get(noModule)?.generated ?? []).map(({ path }) => path));
    // Generated code alone is no program: others take it from a repository without a go.mod, or nobody builds it.
    if (outside.every(({ path }) => made.has(path))) return [];
    const shown = onePerFolder(outside, made);
    const [first] = shown;
    const line = first?.imports.find(({ path }) => isOfStack(path));
    if (!first || !line) return [];
    const dirs = new Set(outside.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
    const data = { file: first.path, count: outside.length, folders: dirs.size, import: line.path };
    return [
      {
        subject,
        severity: 'error',
        confidence: 'proven',
        title: { key: outside.length > 1 ? 'title-many' : 'title', data },
        why: { key: 'why' },
        bites: { key: 'bites', data },
        location: { file: first.path, line: line.line },
        frame: { text: `"${line.path}"`, label: { key: 'label' } },
        evidence: shown.slice(0, named).map((file) => {
          const used = file.imports.find(({ path }) => isOfStack(path));
          return { source: file.path, ...(used && { line: used.line }), text: `imports ${used?.path ?? line.path}` };
        }),
        causes: [{ kind: 'no-module-here', about: ['go.mod'] }],
        fixes: [
          {
            kind: 'text',
            safety: 'manual',
            title: { key: 'fix-init' },
            lines: [{ shell: 'sh', line: 'go mod init example.com/your/module && go mod tidy' }],
          },
        ],
        verify: { argv: ['go', 'list', './...'], expect: { key: 'expect' } },
      },
    ];
  },
});

/** So many places are named; the title tells how many files and folders there are. */
const named = 24;

/**
 * One file for each of the upper two levels of folders, in the order of their names: a program before a package, what
 * somebody wrote before what a plugin did.
 */
function onePerFolder(files: readonly GoFile[], made: ReadonlySet<string>): GoFile[] {
  const rank = (file: GoFile): number => (made.has(file.path) ? 2 : file.package === 'main' ? 0 : 1);
  const best = new Map<string, GoFile>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const folder = file.path.split('/').slice(0, -1).slice(0, 2).join('/');
    const before = best.get(folder);
    if (!before || rank(file) < rank(before)) best.set(folder, file);
  }
  const found = [...best.values()];
  const [first] = [...found].sort((a, b) => rank(a) - rank(b));
  return first ? [first, ...found.filter((file) => file !== first)] : [];
}

export default trap;
