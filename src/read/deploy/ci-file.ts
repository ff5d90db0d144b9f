import type { CiFile } from './ci.ts';
import { readGithubAction, readGithubWorkflow } from './ci-github.ts';
import { readAzure, readCircle, readGitlab, readTravis } from './ci-others.ts';

const READERS: readonly [RegExp, (text: string) => CiFile][] = [
  [/(?:^|\/)\.github\/workflows\//, readGithubWorkflow],
  [/(?:^|\/)action\.ya?ml$/, (text) => readGithubAction(text)],
  [/(?:^|\/)\.circleci\//, readCircle],
  [/(?:^|\/)\.travis\.ya?ml$/, readTravis],
  [/(?:^|\/)azure-pipelines/, readAzure],
  [/(?:^|\/)\.gitlab/, readGitlab],
];

/** Reads the file of a CI system; `path` decides which one it is. A file of none has no jobs. Never throws. */
export function readCiFile(path: string, text: string): CiFile {
  const read = READERS.find(([pattern]) => pattern.test(path.replaceAll('\\', '/')))?.[1];
  return read ? read(text) : { jobs: [], problems: [] };
}
