import { defineFact } from '../../core/fact.ts';
import { known, type Reason } from '../../core/outcome.ts';
import type { CiFile, CiJob, CiProblem, CiStep, CiValue, UseStep } from '../../read/deploy/ci.ts';
import { limits } from '../limits.ts';
import { projectText } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';

/** A file of a CI system. */
export interface ProjectCiFile {
  readonly path: string;
  readonly lines: readonly string[];
  /** Steps of the project's own actions stand where a job uses them. */
  readonly jobs: readonly (Omit<CiJob, 'steps'> & { readonly steps: readonly PlacedStep[] })[];
}

/** A step and the file in which it stands: a workflow, or an action that it uses. */
export type PlacedStep = CiStep & { readonly file: string };

export interface CiFiles {
  readonly files: readonly ProjectCiFile[];
  readonly unread: readonly Reason[];
}

/** Files without a Go, an image, a generator, or an action of the project's own in them are not taken apart. */
const mayConcern = /\bgo\b|golang|\bimage:|protoc|\bbuf\b|\buses:\s*["']?\.\//i;

export const ciFiles = defineFact<CiFiles>('project.ci', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const texts = new Map<string, string>();
  const unread: Reason[] = [];
  for (const path of found.value.ciFiles) {
    const text = await projectText(ask, path, limits.scriptBytes);
    if (text.kind === 'unknown') unread.push(text.reason);
    if (text.kind === 'known' && mayConcern.test(text.value)) texts.set(path, text.value);
  }
  if (texts.size === 0) return known({ files: [], unread });
  const { readCiFile } = await import('../../read/deploy/ci-file.ts');
  const { readGithubAction } = await import('../../read/deploy/ci-github.ts');
  const actionOf = (step: UseStep, user: string): { path: string; file: CiFile } | undefined => {
    const path = actionPaths(step.uses).find((one) => texts.has(one));
    if (path === undefined) return undefined;
    const given = new Map([...step.with].map(([name, value]) => [name, inFile(value, user)]));
    return { path, file: readGithubAction(texts.get(path) ?? '', given) };
  };
  const files: ProjectCiFile[] = [];
  for (const [path, text] of texts) {
    const { jobs, problems } = readCiFile(path, text);
    unread.push(...problems.map((problem) => reasonOf(path, problem)));
    files.push({
      path,
      lines: text.split(/\r?\n/),
      // An action is run by the jobs that use it, with their inputs; by itself it is no job.
      jobs: /(?:^|\/)action\.ya?ml$/.test(path)
        ? []
        : jobs.map((job) => ({ ...job, steps: placed(path, job.steps, actionOf) })),
    });
  }
  return known({ files, unread });
});

function inFile({ variants, ...value }: CiValue, file: string): CiValue {
  const own = { ...value, file: value.file ?? file };
  return variants ? { ...own, variants: variants.map((one) => inFile(one, file)) } : own;
}

function placed(
  file: string,
  steps: readonly CiStep[],
  actionOf: (step: UseStep, user: string) => { path: string; file: CiFile } | undefined,
): PlacedStep[] {
  return steps.flatMap((step): PlacedStep[] => {
    const action = step.kind === 'use' ? actionOf(step, file) : undefined;
    if (!action) return [{ ...step, file }];
    return action.file.jobs.flatMap((job) => job.steps.map((inner) => ({ ...inner, file: action.path })));
  });
}

/** The files that `uses: ./folder` may mean. */
function actionPaths(uses: string): string[] {
  const folder = /^\.\/(.*?)\/?$/.exec(uses)?.[1];
  if (folder === undefined) return [];
  const base = folder === '' ? '' : `${folder}/`;
  return [`${base}action.yml`, `${base}action.yaml`];
}

function reasonOf(file: string, { kind, line, message }: CiProblem): Reason {
  return { key: `ci-${kind}`, data: { file, line, message } };
}
