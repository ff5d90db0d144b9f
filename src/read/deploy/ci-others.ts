import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { readShellSource } from '../shell/shell-words.ts';
import { fillVariables } from '../shell/variables.ts';
import { type Place, SourceText } from '../source-text.ts';
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

/** Elements of nested script lists that are looked at: aliases of aliases must not multiply without end. */
const MAX_ITEMS = 2000;
const MAX_DEPTH = 10;

/** What the readers of the smaller systems share. */
class Reader {
  readonly source: YamlSource;
  private readonly texts: string[];
  private left = MAX_ITEMS;

  constructor(text: string) {
    this.source = readYaml(text);
    this.texts = text.split(/\r?\n/);
  }

  root(): Map<string, Node> {
    return yamlMerged(this.source, this.source.root);
  }

  map(node: unknown): Map<string, Node> {
    return yamlMerged(this.source, node);
  }

  place(node: unknown): Place {
    return this.source.lines.place(yamlOffset(node));
  }

  value(node: unknown, variables: ReadonlyMap<string, string> = new Map()): CiValue[] {
    const text = yamlText(node);
    if (text === undefined || text === '') return [];
    const place = this.place(node);
    const filled = fillVariables(text, (name) => variables.get(name)).text;
    return [{ text: filled.trim(), ...place, lineText: this.texts[place.line - 1] ?? '' }];
  }

  variables(node: unknown, outer: ReadonlyMap<string, string> = new Map()): Map<string, string> {
    const own = new Map(outer);
    for (const [name, value] of this.map(node)) {
      const text = yamlText(value) ?? yamlText(this.map(value).get('value'));
      if (text === undefined) own.delete(name);
      else own.set(name, fillVariables(text, (other) => own.get(other)).text);
    }
    return own;
  }

  /** Scripts that each have a shell of their own. */
  commands(node: unknown, variables: ReadonlyMap<string, string>, folder?: string): CiStep[] {
    return this.scripts(node).flatMap((script) => this.shell([script], variables, folder));
  }

  /** One shell for all: a `cd` or a variable of an earlier line holds for the later ones. */
  shell(scripts: readonly SourceText[], variables: ReadonlyMap<string, string>, folder?: string): CiStep[] {
    const [first] = scripts;
    if (!first) return [];
    const script = SourceText.below(scripts, this.source.lines);
    const lines = readShellSource(script, { dialect: 'sh', variables, ...(folder ? { folder } : {}) });
    return [{ kind: 'commands', ...first.place(0), lines }];
  }

  /** A script: a text, or a list of texts and lists. `!reference [job, script]` is another job's. */
  scripts(node: unknown, depth = 0): SourceText[] {
    const target = yamlTarget(this.source, node);
    if (depth > MAX_DEPTH || this.left-- <= 0) return [];
    if (isSeq(target) && target.tag === '!reference') return this.scripts(this.reference(target.items), depth + 1);
    if (isSeq(target)) return target.items.flatMap((item) => this.scripts(item, depth + 1));
    const script = yamlScript(this.source, target);
    return script ? [script] : [];
  }

  private reference(path: readonly unknown[]): Node | undefined {
    let node: Node | undefined = this.source.root;
    for (const key of path.slice(0, MAX_DEPTH)) node = this.map(node).get(yamlText(key) ?? '');
    return node;
  }

  key(name: string, node: Node): Place {
    return this.source.lines.place(Math.max(0, this.source.text.lastIndexOf(`${name}:`, yamlOffset(node))));
  }

  file(jobs: CiJob[]): CiFile {
    return { jobs, problems: ciProblems(this.source) };
  }
}

const GITLAB_KEYWORDS = new Set(
  'default include stages variables workflow image services cache before_script after_script pages spec'.split(' '),
);

/** What `extends` brings along, nearest last. */
function extended(reader: Reader, root: Map<string, Node>, node: Node, depth = 0): Map<string, Node> {
  const own = reader.map(node);
  if (depth > MAX_DEPTH) return own;
  const bases = yamlItems(reader.source, own.get('extends')).slice(0, MAX_DEPTH);
  const inherited = bases.flatMap((base) => {
    const parent = root.get(yamlText(base) ?? '');
    return parent ? [...extended(reader, root, parent, depth + 1)] : [];
  });
  return new Map([...inherited, ...own]);
}

function imageOf(reader: Reader, node: Node | undefined, variables: ReadonlyMap<string, string>): CiValue[] {
  const target = yamlTarget(reader.source, node);
  return reader.value(isMap(target) ? reader.map(target).get('name') : target, variables);
}

/** Reads a `.gitlab-ci.yml`: images, variables and scripts of its jobs, with `extends`, anchors and `!reference`. Never throws. */
export function readGitlab(text: string): CiFile {
  const reader = new Reader(text);
  const root = reader.root();
  const defaults = new Map([...root, ...reader.map(root.get('default'))]);
  const global = reader.variables(root.get('variables'));
  const jobs = [...root].flatMap(([name, node]): CiJob[] => {
    if (GITLAB_KEYWORDS.has(name) || name.startsWith('.') || !isMap(node)) return [];
    const job = extended(reader, root, node);
    const script = job.get('script');
    if (!script) return [];
    const variables = reader.variables(job.get('variables'), global);
    const before = job.get('before_script') ?? defaults.get('before_script');
    return [
      {
        ...reader.key(name, node),
        name,
        images: imageOf(reader, job.get('image') ?? defaults.get('image'), variables),
        variables,
        steps: reader.shell(
          [before, script].flatMap((part) => reader.scripts(part)),
          variables,
        ),
      },
    ];
  });
  return reader.file(jobs);
}

/** Reads a CircleCI configuration: `docker` images and `run` steps of its jobs. Parameters are not known. Never throws. */
export function readCircle(text: string): CiFile {
  const reader = new Reader(text);
  const root = reader.root();
  const executors = reader.map(root.get('executors'));
  const jobs = [...reader.map(root.get('jobs'))].map(([name, node]): CiJob => {
    const job = reader.map(node);
    const executor = job.get('executor');
    const named = executors.get(yamlText(executor) ?? yamlText(reader.map(executor).get('name')) ?? '');
    const machine = new Map([...reader.map(named), ...job]);
    const [first] = yamlItems(reader.source, machine.get('docker'));
    const variables = reader.variables(job.get('environment'));
    const folder = yamlText(job.get('working_directory'));
    return {
      ...reader.key(name, node),
      name,
      images: reader.value(reader.map(first).get('image')),
      variables,
      steps: yamlItems(reader.source, job.get('steps')).flatMap((step) => {
        const run = reader.map(step).get('run');
        const command = isScalar(run) ? run : reader.map(run).get('command');
        const own = yamlText(reader.map(run).get('working_directory'));
        return reader.commands(
          command,
          reader.variables(reader.map(run).get('environment'), variables),
          own ?? relative(folder),
        );
      }),
    };
  });
  return reader.file(jobs);
}

/** The folder that CircleCI checks out into is the root of the repository, wherever it lies. */
function relative(folder: string | undefined): string | undefined {
  return folder && !/^[/~]/.test(folder) ? folder : undefined;
}

/** Reads a `.travis.yml`: the versions of `go:` and the scripts. Never throws. */
export function readTravis(text: string): CiFile {
  const reader = new Reader(text);
  const root = reader.root();
  const go = root.get('go');
  if (yamlText(root.get('language')) !== 'go' && !go) return reader.file([]);
  const variables = new Map<string, string>();
  const versions = yamlItems(reader.source, go).flatMap((node) => reader.value(node));
  const scripts = ['before_install', 'install', 'before_script', 'script'].flatMap((name) =>
    reader.scripts(root.get(name)),
  );
  const steps = reader.shell(scripts, variables);
  const place = reader.place(go ?? root.get('language'));
  const step: CiStep = { kind: 'go', ...place, by: 'travis', versions };
  return reader.file([{ ...place, name: 'travis', images: [], variables, steps: [step, ...steps] }]);
}

/** Reads an Azure pipeline: `GoTool@0` and scripts, wherever `steps` stand. Never throws. */
export function readAzure(text: string): CiFile {
  const reader = new Reader(text);
  const root = reader.root();
  const jobs: CiJob[] = [];
  const find = (node: unknown, name: string, depth: number): void => {
    const map = reader.map(node);
    const steps = map.get('steps');
    if (steps) jobs.push(azureJob(reader, yamlText(map.get('job')) ?? name, map, steps));
    if (depth > MAX_DEPTH) return;
    for (const key of ['stages', 'jobs'])
      for (const item of yamlItems(reader.source, map.get(key)).slice(0, MAX_ITEMS)) find(item, name, depth + 1);
  };
  find(reader.source.root, yamlText(root.get('name')) ?? 'pipeline', 0);
  return reader.file(jobs);
}

function azureJob(reader: Reader, name: string, job: Map<string, Node>, steps: Node): CiJob {
  const variables = new Map<string, string>();
  return {
    ...reader.place(steps),
    name,
    images: imageOf(reader, reader.map(job.get('container')).get('image') ?? job.get('container'), variables),
    variables,
    steps: yamlItems(reader.source, steps).flatMap((item): CiStep[] => {
      const step = reader.map(item);
      const inputs = reader.map(step.get('inputs'));
      const task = yamlText(step.get('task')) ?? '';
      if (/^GoTool@/.test(task))
        return [
          { kind: 'go', ...reader.place(step.get('task')), by: task, versions: reader.value(inputs.get('version')) },
        ];
      const folder = yamlText(step.get('workingDirectory'));
      return reader.commands(step.get('script') ?? step.get('bash'), variables, folder);
    }),
  };
}
