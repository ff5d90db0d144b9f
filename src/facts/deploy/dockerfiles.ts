import { defineFact } from '../../core/fact.ts';
import { known, type Reason } from '../../core/outcome.ts';
import { imageEnvironment } from '../../knowledge/images.ts';
import type { Dockerfile, DockerProblem } from '../../read/deploy/dockerfile.ts';
import { limits } from '../limits.ts';
import { projectText } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';

/** A Dockerfile of the project. */
export interface ProjectDockerfile extends Dockerfile {
  readonly path: string;
  /** Its lines, for reports. */
  readonly lines: readonly string[];
}

/** The Dockerfiles that have to do with Go or with generators, and why others were not read. */
export interface Dockerfiles {
  readonly files: readonly ProjectDockerfile[];
  readonly unread: readonly Reason[];
}

/** The others (of services in other languages) are not taken apart. */
const mayConcern = /\bgo\b|golang|protoc|protobuf|\bbuf\b/i;

export const dockerfiles = defineFact<Dockerfiles>('project.dockerfiles', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const texts = new Map<string, string>();
  const { binary } = ask.options;
  // A program that was named may be copied into an image that says nothing of Go.
  const name = binary === undefined ? undefined : ask.host.path.basename(binary);
  const isOfInterest = (text: string) => mayConcern.test(text) || (name !== undefined && text.includes(name));
  const unread: Reason[] = [];
  for (const path of found.value.dockerfiles) {
    const text = await projectText(ask, path, limits.scriptBytes);
    if (text.kind === 'unknown') unread.push(text.reason);
    if (text.kind === 'known' && isOfInterest(text.value)) texts.set(path, text.value);
  }
  if (texts.size === 0) return known({ files: [], unread });
  const { readDockerfile } = await import('../../read/deploy/dockerfile.ts');
  const files = [...texts].map(([path, text]) => ({
    path,
    lines: text.split(/\r?\n/),
    ...readDockerfile(text, imageEnvironment),
  }));
  // The first problem of a file tells enough: what follows it often only follows from it.
  const problems = files.flatMap(({ path, problems: [first] }) => (first ? [reasonOf(path, first)] : []));
  return known({ files, unread: [...unread, ...problems] });
});

function reasonOf(file: string, { kind, line, text }: DockerProblem): Reason {
  const template = kind === 'unknown-instruction' && /^(?:\{[{%]|<%)/.test(text);
  return { key: template ? 'dockerfile-template' : `dockerfile-${kind}`, data: { file, line, text } };
}
