import type { Ask } from '../../core/fact.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import type { NamedFile } from '../../read/certificates/settings.ts';
import { dockerfiles } from '../deploy/dockerfiles.ts';
import { limits } from '../limits.ts';
import { projectText } from '../modules/modules.ts';
import type { Tree } from '../project/tree.ts';
import { foldersAbove, type ProjectMount, projectJoin } from './project-paths.ts';

/** Files that a configuration or script names, and where containers see folders of the project. */
export interface NamedInConfigurations {
  readonly named: readonly { readonly file: string; readonly names: readonly NamedFile[] }[];
  readonly mounts: readonly ProjectMount[];
}

/** What shows or tests something is not what runs. */
const beside = /test|example|fixture|demo|sample|mock|e2e/i;

/** True for configurations and scripts that show or test something. */
export function isBesideConfiguration(path: string): boolean {
  return beside.test(path);
}

/** More configurations than this are those of many things. */
const maxFiles = 2000;

/**
 * What configurations, scripts and images name as certificates. They are read only in a project with certificate files, and only where
 * they have the name of one of them, or of a folder with one.
 */
export async function namedInConfigurations(ask: Ask, files: Tree): Promise<NamedInConfigurations> {
  const none = { named: [], mounts: [] };
  if (files.certificateFiles.length === 0) return none;
  const words = [...new Set(files.certificateFiles.map((path) => path.slice(path.lastIndexOf('/') + 1)))];
  const named: { file: string; names: readonly NamedFile[] }[] = [];
  const mounts: ProjectMount[] = [];
  for (const file of files.configurations.filter((path) => !isBesideConfiguration(path)).slice(0, maxFiles)) {
    const text = valueIfKnown(await projectText(ask, file, limits.scriptBytes));
    if (text === undefined || !(mentionsOne(text, words) || /^\s*volumes:/m.test(text))) continue;
    if (/\.conf/.test(file)) {
      const { readNginx } = await import('../../read/certificates/nginx.ts');
      named.push({ file, names: readNginx(text) });
      continue;
    }
    const { readYamlCertificates } = await import('../../read/certificates/yaml-settings.ts');
    const read = readYamlCertificates(text);
    named.push({ file, names: read.files });
    for (const { source, target } of read.mounts) {
      const path = projectJoin(foldersAbove(file)[0] ?? '.', source);
      if (path !== undefined) mounts.push({ sources: [path], target: withoutSlash(target) });
    }
  }
  named.push(...(await namedInScripts(ask, files, words)));
  mounts.push(...(await copiedIntoImages(ask)));
  return { named: named.filter(({ names }) => names.length > 0), mounts };
}

function mentionsOne(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

async function namedInScripts(
  ask: Ask,
  files: Tree,
  words: readonly string[],
): Promise<NamedInConfigurations['named']> {
  const named: { file: string; names: readonly NamedFile[] }[] = [];
  for (const file of files.generationFiles.filter((path) => !isBesideConfiguration(path))) {
    const text = valueIfKnown(await projectText(ask, file, limits.scriptBytes));
    if (text === undefined || !mentionsOne(text, words)) continue;
    const { readCommandFile } = await import('../../read/shell/command-file.ts');
    const { certificateFlags } = await import('../../read/certificates/commands.ts');
    const lines = readCommandFile(file, text).flatMap((group) => group.lines);
    named.push({ file, names: lines.flatMap((line, index) => certificateFlags(line, index)) });
  }
  return named;
}

/** Folders and files that images have from the project. */
async function copiedIntoImages(ask: Ask): Promise<ProjectMount[]> {
  const found = valueIfKnown(await ask.get(dockerfiles));
  return (found?.files ?? []).flatMap(({ path, stages }) =>
    stages.flatMap(({ steps }) =>
      steps.flatMap((step): ProjectMount[] => {
        if (step.kind !== 'copy' || step.from !== undefined) return [];
        return step.sources.flatMap((source) => {
          const sources = foldersAbove(path).flatMap((folder) => projectJoin(folder, source) ?? []);
          const name = source.slice(source.lastIndexOf('/') + 1);
          // A file that is copied into a folder keeps its name; of a folder the content is copied.
          const target = /\.\w+$/.test(name) && step.target.endsWith('/') ? `${step.target}${name}` : step.target;
          return [{ sources: [...new Set(sources)], target: withoutSlash(target) }];
        });
      }),
    ),
  );
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
