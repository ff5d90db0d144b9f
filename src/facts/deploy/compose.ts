import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import type { ComposeService } from '../../read/deploy/compose.ts';
import { limits } from '../limits.ts';
import { projectText } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';

/** A file of Docker Compose. */
export interface ComposeFile {
  readonly path: string;
  readonly lines: readonly string[];
  readonly services: readonly ComposeService[];
}

const composeName = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i;

/** The files of Docker Compose that the project has. */
export const composeFiles = defineFact<readonly ComposeFile[]>('project.compose-files', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const paths = found.value.configurations.filter((path) => composeName.test(path.slice(path.lastIndexOf('/') + 1)));
  if (paths.length === 0) return known([]);
  const { readCompose } = await import('../../read/deploy/compose.ts');
  const files: ComposeFile[] = [];
  for (const path of paths) {
    const text = await projectText(ask, path, limits.scriptBytes);
    if (text.kind === 'known')
      files.push({ path, lines: text.value.split(/\r?\n/), services: readCompose(text.value) });
  }
  return known(files);
});
