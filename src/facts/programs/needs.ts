import { defineFact } from '../../core/fact.ts';
import { absent } from '../../core/outcome.ts';
import { needsOfBinary } from './needs-of-binary.ts';
import { needsOfBuild } from './needs-of-build.ts';
import type { ProgramNeeds } from './program.ts';
import { program } from './programs.ts';

/** What a program needs to start: read in its file where there is one, else foretold from the command that builds it. */
export const programNeeds = defineFact<ProgramNeeds>('program.needs', 'program', async (ask, subject) => {
  const found = await ask.get(program);
  if (found.kind !== 'known') return found;
  const { binary, build } = found.value;
  if (binary !== undefined) return needsOfBinary(ask.host, binary, found.value.name);
  return build ? needsOfBuild(ask, found.value, build) : absent('file-missing', { file: subject.id });
});
