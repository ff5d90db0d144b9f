import { isScalar, isSeq, type Node } from 'yaml';
import type { DialectName } from '../shell/shell-dialect.ts';
import { readShellSource } from '../shell/shell-words.ts';
import type { Place } from '../source-text.ts';
import {
  readYaml,
  type YamlSource,
  yamlItems,
  yamlMerged,
  yamlOffset,
  yamlScript,
  yamlTarget,
  yamlText,
} from '../yaml-source.ts';
import { type CiFile, type CiJob, type CiStep, type CiValue, ciProblems } from './ci.ts';
import { type Answer, fillExpressions, fillScript } from './ci-expression.ts';

/** Values of `strategy.matrix` by name; objects in it by `name.key`. */
type Matrix = ReadonlyMap<string, readonly CiValue[]>;

/** What the steps of a job find. */
interface Surroundings {
  variables: ReadonlyMap<string, string>;
  matrix: Matrix;
  inputs: ReadonlyMap<string, CiValue>;
  folder?: string;
  shell?: string;
}

const MAX_VARIANTS = 64;

class Reader {
  private readonly source: YamlSource;
  private readonly texts: string[];

  constructor(text: string) {
    this.source = readYaml(text);
    this.texts = text.split(/\r?\n/);
  }

  workflow(): CiFile {
    const root = yamlMerged(this.source, this.source.root);
    const outer: Surroundings = {
      variables: this.variables(root.get('env'), new Map()),
      matrix: new Map(),
      inputs: this.inputs(
        yamlMerged(this.source, yamlMerged(this.source, root.get('on')).get('workflow_call')).get('inputs'),
      ),
      ...this.defaults(root.get('defaults')),
    };
    const jobs = [...yamlMerged(this.source, root.get('jobs'))].map(([name, node]) => this.job(name, node, outer));
    return { jobs, problems: ciProblems(this.source) };
  }

  /** The steps of a composite action; `given` are the inputs of the one who uses it. */
  action(given: ReadonlyMap<string, CiValue>): CiFile {
    const root = yamlMerged(this.source, this.source.root);
    const inputs = new Map([...this.inputs(root.get('inputs')), ...given]);
    const runs = yamlMerged(this.source, root.get('runs'));
    const place = this.place(root.get('runs'));
    const surroundings = { variables: new Map<string, string>(), matrix: new Map(), inputs };
    const steps = this.steps(runs.get('steps'), surroundings);
    return {
      jobs: [{ ...place, name: yamlText(root.get('name')) ?? 'action', images: [], variables: new Map(), steps }],
      problems: ciProblems(this.source),
    };
  }

  private job(name: string, node: Node, outer: Surroundings): CiJob {
    const job = yamlMerged(this.source, node);
    const strategy = yamlMerged(this.source, job.get('strategy'));
    const inner: Surroundings = {
      ...outer,
      ...this.defaults(job.get('defaults')),
      matrix: this.matrix(strategy.get('matrix')),
      variables: this.variables(job.get('env'), outer.variables),
    };
    const container = yamlTarget(this.source, job.get('container'));
    const image = isScalar(container) ? container : yamlMerged(this.source, container).get('image');
    const key = this.source.text.lastIndexOf(`${name}:`, yamlOffset(node));
    return {
      ...this.source.lines.place(Math.max(0, key)),
      name,
      images: this.values(image, inner),
      runners: this.values(job.get('runs-on'), inner),
      variables: this.variables(yamlMerged(this.source, container).get('env'), inner.variables),
      steps: this.steps(job.get('steps'), inner),
    };
  }

  private defaults(node: Node | undefined): Pick<Surroundings, 'folder' | 'shell'> {
    const run = yamlMerged(this.source, yamlMerged(this.source, node).get('run'));
    const folder = yamlText(run.get('working-directory'));
    const shell = yamlText(run.get('shell'));
    return { ...(folder ? { folder } : {}), ...(shell ? { shell } : {}) };
  }

  private variables(node: Node | undefined, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const own = new Map(outer);
    for (const [name, value] of yamlMerged(this.source, node)) {
      const text = yamlText(value);
      const filled =
        text === undefined ? undefined : fillExpressions(text, (expression) => ofEnvironment(expression, own));
      if (filled === undefined || filled.includes('${{')) own.delete(name);
      else own.set(name, filled);
    }
    return own;
  }

  private inputs(node: Node | undefined): Map<string, CiValue> {
    return new Map(
      [...yamlMerged(this.source, node)].flatMap(([name, input]): [string, CiValue][] => {
        const value = yamlMerged(this.source, input).get('default');
        const text = yamlText(value);
        return text === undefined ? [] : [[name, this.value(text, value)]];
      }),
    );
  }

  private matrix(node: Node | undefined): Matrix {
    const values = new Map<string, CiValue[]>();
    const add = (name: string, item: Node): void => {
      const text = yamlText(item);
      if (text !== undefined)
        values.set(name, [...(values.get(name) ?? []), this.value(text, item)].slice(0, MAX_VARIANTS));
      else for (const [key, inner] of yamlMerged(this.source, item)) if (isScalar(inner)) add(`${name}.${key}`, inner);
    };
    for (const [name, list] of yamlMerged(this.source, node)) {
      if (name === 'exclude' || !isSeq(list)) continue;
      for (const item of yamlItems(this.source, list).slice(0, MAX_VARIANTS)) {
        if (name !== 'include') add(name, item);
        else for (const [key, inner] of yamlMerged(this.source, item)) add(key, inner);
      }
    }
    return values;
  }

  private steps(node: Node | undefined, outer: Surroundings): CiStep[] {
    return yamlItems(this.source, node).flatMap((item): CiStep[] => {
      const step = yamlMerged(this.source, item);
      const inner = { ...outer, variables: this.variables(step.get('env'), outer.variables) };
      const uses = yamlText(step.get('uses'));
      if (uses !== undefined) return [this.use(uses, step, inner)];
      const script = yamlScript(this.source, step.get('run'));
      if (!script) return [];
      const folder = this.fill(yamlText(step.get('working-directory')) ?? inner.folder ?? '', inner);
      const lines = readShellSource(
        fillScript(script, (expression) => this.answer(expression, inner)),
        {
          dialect: dialectOf(yamlText(step.get('shell')) ?? inner.shell),
          variables: inner.variables,
          ...(folder ? { folder } : {}),
        },
      );
      return [{ kind: 'commands', ...this.place(step.get('run')), lines }];
    });
  }

  private use(uses: string, step: Map<string, Node>, inner: Surroundings): CiStep {
    const place = this.place(step.get('uses'));
    const entries = yamlMerged(this.source, step.get('with'));
    if (!/^actions\/setup-go@/.test(uses)) {
      const given = [...entries].flatMap(([name, node]): [string, CiValue][] => {
        const [value, ...others] = this.values(node, inner);
        return value ? [[name, others.length > 0 ? { ...value, variants: [value, ...others] } : value]] : [];
      });
      return { kind: 'use', ...place, uses, with: new Map(given) };
    }
    const file = yamlText(entries.get('go-version-file'));
    const comment = /\s#\s*(.*\S)/.exec(this.texts[place.line - 1] ?? '')?.[1];
    return {
      kind: 'go',
      ...place,
      by: uses,
      ...(comment ? { comment } : {}),
      versions: this.values(entries.get('go-version'), inner),
      ...(file ? { versionFile: this.fill(file, inner) } : {}),
    };
  }

  /** A scalar with its expressions replaced: one value for each of a matrix, where it is nothing but that. */
  private values(node: Node | undefined, inner: Surroundings): CiValue[] {
    const text = yamlText(node);
    if (text === undefined || text === '') return [];
    const name = /^\$\{\{\s*matrix\.([\w.-]+)\s*\}\}$/.exec(text.trim())?.[1];
    const variants = name === undefined ? undefined : inner.matrix.get(name);
    if (variants) return [...variants];
    const input = /^\$\{\{\s*inputs\.([\w-]+)\s*\}\}$/.exec(text.trim())?.[1];
    const given = input === undefined ? undefined : inner.inputs.get(input);
    if (given && given.text !== '') return given.variants ?? [given];
    return [this.value(this.fill(text, inner), node)];
  }

  private fill(text: string, inner: Surroundings): string {
    return fillExpressions(text, (expression) => this.answer(expression, inner));
  }

  private answer: (expression: string, inner: Surroundings) => ReturnType<Answer> = (expression, inner) => {
    const matrix = /^matrix\.([\w.-]+)$/.exec(expression)?.[1];
    const variants = matrix === undefined ? undefined : inner.matrix.get(matrix);
    if (variants) return variants.length === 1 ? variants[0]?.text : undefined;
    const input = /^inputs\.([\w-]+)$/.exec(expression)?.[1];
    if (input !== undefined) return inner.inputs.get(input)?.text;
    return ofEnvironment(expression, inner.variables);
  };

  private value(text: string, node: Node | undefined): CiValue {
    const place = this.place(node);
    return { text: text.trim(), ...place, lineText: this.texts[place.line - 1] ?? '' };
  }

  private place(node: Node | undefined): Place {
    return this.source.lines.place(yamlOffset(node));
  }
}

/** `env.NAME`, and the folder of the checkout. */
function ofEnvironment(expression: string, variables: ReadonlyMap<string, string>): string | undefined {
  if (expression === 'github.workspace') return '.';
  const name = /^env\.(\w+)$/.exec(expression)?.[1];
  return name === undefined ? undefined : variables.get(name);
}

function dialectOf(shell: string | undefined): DialectName {
  if (shell === undefined || /\bsh\b|bash/.test(shell)) return 'sh';
  if (/^(?:pwsh|powershell)/.test(shell)) return 'powershell';
  return shell === 'cmd' ? 'cmd' : 'sh';
}

/** Reads a workflow of GitHub Actions. Never throws. */
export function readGithubWorkflow(text: string): CiFile {
  return new Reader(text).workflow();
}

/** Reads a composite action; its job is called by the name of the action. Never throws. */
export function readGithubAction(text: string, given: ReadonlyMap<string, CiValue> = new Map()): CiFile {
  return new Reader(text).action(given);
}
