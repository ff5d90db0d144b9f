import { defineFact } from '../../core/fact.ts';
import { absent, known } from '../../core/outcome.ts';
import { dockerfiles } from '../deploy/dockerfiles.ts';
import { foretoldPrograms } from './foretold-programs.ts';
import { namedPrograms } from './named-programs.ts';
import type { Program } from './program.ts';

/** The programs whose place is known: the one that was named, here and in images, and those that Dockerfiles build. */
export const programs = defineFact<readonly Program[]>('project.programs', 'project', async (ask) => {
  const files = await ask.get(dockerfiles);
  const named = await namedPrograms(ask);
  if (files.kind === 'unknown' && named.length === 0) return files;
  const ids = new Set(named.map(({ id }) => id));
  // Of one place the file tells more than the command that would make it.
  const foretold = await foretoldPrograms(ask);
  if (foretold.kind !== 'known') return named.length > 0 ? known(named) : foretold;
  return known([...named, ...foretold.value.filter(({ id }) => !ids.has(id))]);
});

export const program = defineFact<Program>('program.program', 'program', async (ask, { id }) => {
  const found = await ask.get(programs);
  if (found.kind !== 'known') return found;
  const one = found.value.find((candidate) => candidate.id === id);
  return one ? known(one) : absent('file-missing', { file: id });
});
