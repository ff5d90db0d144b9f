import type { ShellLine } from '../shell/shell-words.ts';
import type { Place } from '../source-text.ts';
import type { YamlSource } from '../yaml-source.ts';
import { isTemplate } from './ci-expression.ts';

/** A value of a CI file and where it stands. */
export interface CiValue extends Place {
  /** Variables and expressions replaced that the file itself answers. */
  text: string;
  /** Text of its line. */
  lineText: string;
  /** Where it stands in another file than the one that was read: an input of an action. */
  file?: string;
  /** All values of a matrix, where it is one of them. */
  variants?: CiValue[];
}

/** `actions/setup-go`, `go:` of Travis, and the like: from here on the job has this Go. */
export interface GoStep extends Place {
  kind: 'go';
  /** What does it: `actions/setup-go@v5`, `travis`. */
  by: string;
  /** The comment behind it: `v6.5.0`, where a commit is named. */
  comment?: string;
  /** Several where a matrix gives several. */
  versions: CiValue[];
  /** `go-version-file`, as written. */
  versionFile?: string;
}

/** A step that is an action, task or orb and no command. */
export interface UseStep extends Place {
  kind: 'use';
  /** `golangci/golangci-lint-action@v6` */
  uses: string;
  with: ReadonlyMap<string, CiValue>;
}

/** Commands of a shell. Their `folder` is relative to the root of the repository, where they are started elsewhere. */
export interface CommandStep extends Place {
  kind: 'commands';
  lines: ShellLine[];
}

export type CiStep = GoStep | UseStep | CommandStep;

/** A job: steps that run one after the other on one machine. */
export interface CiJob extends Place {
  name: string;
  /** The images that its commands run in; several where a matrix gives several. */
  images: CiValue[];
  /** The machines of GitHub that it runs on, by their labels; several where a matrix gives several. */
  runners?: CiValue[];
  /** Environment of the job. */
  variables: ReadonlyMap<string, string>;
  steps: CiStep[];
}

/** Why a CI file, or a part of it, was not read. */
export interface CiProblem extends Place {
  /** `template`: it is made into YAML by another program first. */
  kind: 'template' | 'broken';
  message: string;
}

/** What a CI system does, as far as its file tells. */
export interface CiFile {
  jobs: CiJob[];
  problems: CiProblem[];
}

/** Errors of the YAML; what stands in template marks is no YAML at all. */
export function ciProblems(source: YamlSource): CiProblem[] {
  const [first] = source.problems;
  if (!first) return [];
  const template = isTemplate(source.text);
  if (template !== undefined) return [{ kind: 'template', message: '', ...source.lines.place(template) }];
  return source.problems.slice(0, 1).map((problem) => ({ kind: 'broken', ...problem }));
}
