import { defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { readExposed } from '../../read/deploy/expose.ts';
import { composeFiles } from '../deploy/compose.ts';
import { dockerfiles } from '../deploy/dockerfiles.ts';
import { lineage } from '../deploy/image-stages.ts';
import { stageId } from '../deploy/tool-installs.ts';
import { program } from './programs.ts';

/** A port at which the image of a program is meant to be reached. */
export interface OfferedPort {
  readonly port: number;
  /** `published`: Docker Compose opens it on the host; else the image says so by EXPOSE. */
  readonly published: boolean;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** By EXPOSE of its Dockerfile, and by `ports` of the service of Docker Compose that is built from it. */
export const offeredPorts = defineFact<readonly OfferedPort[]>(
  'program.offered-ports',
  'program',
  async (ask, { id }) => {
    const found = await ask.get(program);
    if (found.kind !== 'known') return found;
    const { place } = found.value;
    if (place.kind !== 'image') return absent('file-missing', { file: id });
    const file = (valueIfKnown(await ask.get(dockerfiles))?.files ?? []).find(({ path, stages }) =>
      stages.some((stage) => stageId(path, stage) === place.stage),
    );
    const stage = file?.stages.find((one) => stageId(file.path, one) === place.stage);
    if (!file || !stage) return known([]);
    const exposed = lineage(file, stage).flatMap(({ index, line }) => {
      const until = file.stages[index + 1]?.line ?? file.lines.length + 1;
      return readExposed(file.lines, line, until).map((one) => ({ ...one, published: false, file: file.path }));
    });
    const composed = (valueIfKnown(await ask.get(composeFiles)) ?? []).flatMap(({ path, lines, services }) =>
      services
        .filter(
          ({ build, networkMode }) => build && networkMode === undefined && dockerfileOf(path, build) === file.path,
        )
        .flatMap(({ ports }) => ports)
        .filter(({ published }) => published !== undefined)
        .map(({ container, line }) => ({
          port: container,
          published: true,
          file: path,
          line,
          text: (lines[line - 1] ?? '').trim(),
        })),
    );
    return known([...composed, ...exposed]);
  },
);

/** Path in the project of the Dockerfile that a service is built from. */
function dockerfileOf(compose: string, { context, dockerfile }: { context: string; dockerfile: string }): string {
  const parts: string[] = [];
  for (const part of [...compose.split('/').slice(0, -1), ...context.split('/'), ...dockerfile.split('/')]) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
