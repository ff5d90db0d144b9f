import { defineFact } from '../../core/fact.ts';
import { known, type Reason } from '../../core/outcome.ts';
import type { VersionEntry } from '../../read/deploy/version-file.ts';
import { projectText } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';

/** A tool that a version manager is asked for. */
export interface ProjectVersion extends VersionEntry {
  readonly file: string;
}

export interface VersionFiles {
  readonly entries: readonly ProjectVersion[];
  readonly unread: readonly Reason[];
}

export const versionFiles = defineFact<VersionFiles>('project.version-files', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const entries: ProjectVersion[] = [];
  const unread: Reason[] = [];
  if (found.value.versionFiles.length === 0) return known({ entries, unread });
  const { readVersionFile } = await import('../../read/deploy/version-file.ts');
  for (const file of found.value.versionFiles) {
    const text = await projectText(ask, file);
    if (text.kind === 'unknown') unread.push(text.reason);
    if (text.kind !== 'known') continue;
    const { entries: read, problem } = readVersionFile(file, text.value);
    entries.push(...read.map((entry) => ({ ...entry, file })));
    if (problem) unread.push({ key: 'toml-broken', data: { file, line: problem.line, message: problem.message } });
  }
  return known({ entries, unread });
});
