import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type UnpinnedTool, unpinnedTools } from '../../../facts/generation/unpinned.ts';
import { newestPlugin } from '../../../knowledge/questions.ts';
import { isModuleVersion } from '../../../read/modules/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** What decides the bytes of generated code is installed without an exact version. */
const trap: Trap = defineTrap({
  id: 'plugin-unpinned',
  group: 'codegen',
  subject: 'project',
  needs: { tools: unpinnedTools },
  messages: { en, 'zh-CN': zh },
  article: ['1.plugin-path.latest'],
  judge: ({ facts: { tools = [] }, subject }) => placesOf(tools).map((places) => claim(subject, places)),
});

/** One entry for each file; files that install the same tools in the same way are one thing to mend. */
function placesOf(tools: readonly UnpinnedTool[]): UnpinnedTool[][] {
  const byFile = new Map<string, UnpinnedTool[]>();
  for (const tool of tools) byFile.set(tool.file, [...(byFile.get(tool.file) ?? []), tool]);
  const byContent = new Map<string, UnpinnedTool[]>();
  for (const ofFile of byFile.values()) {
    const content = ofFile.map(({ package: path, version, how }) => `${path} ${version} ${how}`).sort();
    const key = [...new Set(content)].join('\n');
    byContent.set(key, [...(byContent.get(key) ?? []), ...ofFile]);
  }
  return [...byContent.values()];
}

function claim(subject: Subject, tools: readonly UnpinnedTool[]): Claim {
  const [first] = tools as readonly [UnpinnedTool, ...UnpinnedTool[]];
  const names = [...new Set(tools.map(({ name }) => name))];
  const files = new Set(tools.map(({ file }) => file));
  const committed = tools.find((tool) => tool.committed !== undefined);
  const data = {
    names: names.join(', '),
    count: files.size,
    version: first.version ?? '',
    package: first.package,
    made: committed ? `${committed.name} ${committed.committed}` : '',
  };
  return {
    subject,
    severity: 'warning',
    confidence: 'likely',
    title: { key: files.size > 1 ? 'title-files' : 'title', data },
    why: { key: committed ? 'why-committed' : `why-${first.how}`, data },
    bites: { key: 'bites', data },
    location: { file: first.file, line: first.line },
    frame: { text: first.lineText.trim(), mark: first.version === undefined ? first.package : `@${first.version}` },
    evidence: tools.map(({ file, line, lineText }) => ({ source: file, line, text: lineText.trim() })),
    causes: [{ kind: 'generator-version-floats', about: names }],
    fixes: fixes(tools),
    verify: { argv: ['grpc-doctor', 'check', '--only', 'plugin-unpinned'], expect: { key: 'common.check-again' } },
    about: names.join(' '),
  };
}

function fixes(tools: readonly UnpinnedTool[]): FixPlan[] {
  const edits = tools.flatMap((tool) => {
    const { file, line, lineText, version, how, ofOldPlugin } = tool;
    const release = releaseOf(tool);
    const before = `@${version}`;
    if (how !== 'query' || ofOldPlugin || !release || !lineText.includes(before)) return [];
    return [{ file, line, text: lineText, before, after: `@${release}` }];
  });
  const plans: FixPlan[] = [];
  if (edits.length > 0) plans.push({ kind: 'edit', safety: 'unsafe', title: { key: 'fix-pin' }, edits });
  const others = tools.filter(({ how }) => how !== 'query').map(({ package: path, how }) => pinned(path, how));
  const lines = [...new Set(others)].map((line) => ({ shell: 'sh', line }));
  if (lines.length > 0 || edits.length === 0)
    plans.push({ kind: 'text', safety: 'manual', title: { key: 'fix-exact' }, ...(lines.length > 0 && { lines }) });
  return plans;
}

/** What made the committed code changes nothing; with none, the newest. */
function releaseOf({ committed, package: path }: UnpinnedTool): string | undefined {
  return committed !== undefined && isModuleVersion(committed) ? committed : newestPlugin(path);
}

function pinned(path: string, how: UnpinnedTool['how']): string {
  return how === 'remote' ? `- remote: ${path}:vX.Y.Z` : `${path}=VERSION`;
}

export default trap;
