import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import type { ShellLine } from '../../read/shell/shell-words.ts';
import { ciFiles } from '../deploy/ci.ts';
import { type ProjectInstall, toolInstalls } from '../deploy/tool-installs.ts';
import { generation, jobGeneration, type Script, type Step, scripts } from './steps.ts';

/** A job of a CI system that generates code: its steps, and what it installs for them. */
export interface GeneratingJob {
  /** `FILE#NAME`. */
  readonly id: string;
  readonly steps: readonly Step[];
  readonly installs: readonly ProjectInstall[];
  /** The command that fails where the generated files are not those of the repository: `git diff --exit-code`. */
  readonly compares?: { readonly file: string; readonly line: number; readonly text: string };
  /** It compiles what it generated. */
  readonly builds: boolean;
}

/** Jobs that start protoc or buf, by themselves or by a target or script of the project. */
export const generatingJobs = defineFact<readonly GeneratingJob[]>(
  'project.generating-jobs',
  'project',
  async (ask) => {
    const ci = await ask.get(ciFiles);
    if (ci.kind !== 'known') return ci;
    if (ci.value.files.length === 0) return known([]);
    const byPath = valueIfKnown(await ask.get(scripts))?.byPath ?? new Map<string, Script>();
    const steps = valueIfKnown(await ask.get(generation))?.steps ?? [];
    const direct = valueIfKnown(await ask.get(jobGeneration)) ?? [];
    const installs = await installsByStage(ask);
    return known(
      ci.value.files.flatMap(({ path, jobs }) =>
        jobs.flatMap((job): GeneratingJob[] => {
          const id = `${path}#${job.name}`;
          const reach = new Reach(byPath);
          for (const step of job.steps) if (step.kind === 'commands') reach.follow(step.file, step.lines);
          const reached = [
            ...steps.filter((step) => reach.has(step.file, step.target)),
            ...direct.filter((step) => step.job?.ids.includes(id)),
          ];
          if (reached.length === 0) return [];
          const { compares, builds } = reach;
          return [{ id, steps: reached, installs: installs.get(id) ?? [], ...(compares && { compares }), builds }];
        }),
      ),
    );
  },
);

async function installsByStage(ask: Ask): Promise<Map<string, ProjectInstall[]>> {
  const byStage = new Map<string, ProjectInstall[]>();
  for (const install of valueIfKnown(await ask.get(toolInstalls))?.installs ?? []) {
    if (install.stage !== undefined) byStage.set(install.stage, [...(byStage.get(install.stage) ?? []), install]);
  }
  return byStage;
}

/** Nobody nests scripts deeper; a made-up one might call itself. */
const maxDepth = 6;
const makeProgram = /^(?:\$[({]MAKE[)}]|g?make)$/;

/** The commands that a job comes to through make targets and scripts. */
class Reach {
  readonly #byPath: ReadonlyMap<string, Script>;
  readonly #seen = new Set<string>();
  compares: GeneratingJob['compares'];
  builds = false;

  constructor(byPath: ReadonlyMap<string, Script>) {
    this.#byPath = byPath;
  }

  has(file: string, target: string | undefined): boolean {
    return this.#seen.has(key(file, target));
  }

  follow(file: string, lines: readonly ShellLine[], depth = 0): void {
    if (depth > maxDepth) return;
    for (const line of lines) {
      if (line.commented || line.container) continue;
      const words = line.words.map(({ text }) => text);
      if (isComparison(words)) this.compares ??= { file, line: line.line, text: line.text };
      if (words[0] === 'go' && /^(?:build|test|vet)$/.test(words[1] ?? '')) this.builds = true;
      for (const [path, target] of this.#called(file, line, words)) this.#enter(path, target, depth);
    }
  }

  #enter(path: string, target: string | undefined, depth: number): void {
    if (this.#seen.has(key(path, target))) return;
    this.#seen.add(key(path, target));
    const groups = this.#byPath.get(path)?.groups.filter((group) => target === undefined || group.target === target);
    for (const group of groups ?? []) this.follow(path, group.lines, depth + 1);
  }

  /** Targets of makefiles and scripts of the project that a command starts. */
  #called(file: string, line: ShellLine, words: readonly string[]): [string, string | undefined][] {
    const base = /(?:^|\/)Makefile$|\.mk$/.test(file) ? folderOf(file) : '';
    const folder = join(base, line.folder ?? '');
    if (makeProgram.test(words[0] ?? '')) {
      const within = words[1] === '-C' ? join(folder, words[2] ?? '') : folder;
      const targets = words.slice(words[1] === '-C' ? 3 : 1).filter((word) => /^[\w.-]+$/.test(word));
      return targets.map((target) => [join(within, 'Makefile'), target]);
    }
    return words
      .slice(0, 2)
      .map((word) => join(folder, word))
      .filter((path) => this.#byPath.has(path))
      .map((path) => [path, undefined]);
  }
}

function isComparison(words: readonly string[]): boolean {
  return words[0] === 'git' && words.includes('diff') && words.some((word) => /^--(?:exit-code|quiet)$/.test(word));
}

function key(file: string, target: string | undefined): string {
  return `${file}#${target ?? ''}`;
}

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}

function join(folder: string, path: string): string {
  const plain = path.replace(/^(?:\.\/)+/, '').replace(/^\.$/, '');
  return folder === '' || plain === '' ? `${folder}${plain}` : `${folder}/${plain}`;
}
