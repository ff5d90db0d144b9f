import { isScalar, type Node } from 'yaml';
import { readYaml, type YamlSource, yamlEntries, yamlGet, yamlList, yamlScript, yamlText } from '../yaml-source.ts';
import { readShellSource, type ShellLine } from './shell-words.ts';

/** One task of go-task. */
export interface Task {
  name: string;
  /** Its `dir:`. */
  folder?: string;
  lines: ShellLine[];
}

/** A Taskfile. */
export interface Taskfile {
  tasks: Task[];
  /** Global variables that have a plain value. */
  variables: Record<string, string>;
  errors: string[];
}

type Values = Map<string, string>;

const MAX_DEPTH = 10;
const MAX_LENGTH = 1 << 14;

/** Plain values of `vars:` or `env:`; `{sh: ...}` and the like are nobody's to know. */
function plainValues(node: Node | undefined): Values {
  const pairs = yamlEntries(node).map(([name, value]) => [name, yamlText(value)] as const);
  return new Map(pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

/** `NAME`, or `NAME | default "x"`. */
function lookup(expression: string, values: Values): string | undefined {
  const match = /^([A-Za-z_]\w*)(?:\s*\|\s*default\s+["'`]?([^"'`|]*)["'`]?)?$/.exec(expression);
  return match?.[1] ? (values.get(match[1]) ?? match[2]?.trim()) : undefined;
}

function expand(text: string, values: Values, depth = 0): string {
  if (depth > MAX_DEPTH || text.length > MAX_LENGTH) return text;
  return text.replace(/\{\{-?\s*\.?([^{}]*?)\s*-?\}\}/g, (raw, expression: string) => {
    const value = lookup(expression, values);
    return value === undefined ? raw : expand(value, values, depth + 1);
  });
}

function expandAll(values: Values): [string, string][] {
  return [...values].map(([name, value]) => [name, expand(value, values)]);
}

interface Surroundings {
  variables: Values;
  environment: Values;
}

function commandNodes(task: Node): Node[] {
  if (isScalar(task)) return [task];
  const cmds = yamlList(yamlGet(task, 'cmds') ?? yamlGet(task, 'cmd') ?? task);
  return cmds.flatMap((node) => yamlGet(node, 'cmd') ?? (isScalar(node) ? [node] : []));
}

function readTask(source: YamlSource, name: string, node: Node, outer: Surroundings): Task {
  const values = new Map([...outer.variables, ...plainValues(yamlGet(node, 'vars'))]);
  const environment = new Map([...outer.environment, ...plainValues(yamlGet(node, 'env'))]);
  const variables = [...environment].map(([key, value]): [string, string] => [key, expand(value, values)]);
  const folder = yamlText(yamlGet(node, 'dir'));
  const place = folder ? { folder: expand(folder, values) } : {};
  const resolve = (expression: string): string | undefined => {
    const value = lookup(expression, values);
    return value === undefined ? undefined : expand(value, values);
  };
  const scripts = commandNodes(node).flatMap((command) => yamlScript(source, command) ?? []);
  return {
    name,
    ...place,
    lines: scripts.flatMap((script) => readShellSource(script, { dialect: 'task', variables, resolve, ...place })),
  };
}

/**
 * Reads a Taskfile of go-task: the commands of every task with the variables replaced that have a plain value. Included
 * Taskfiles and `sh:` variables are not known. Never throws.
 */
export function parseTaskfile(text: string): Taskfile {
  const source = readYaml(text);
  const variables = plainValues(yamlGet(source.root, 'vars'));
  const environment = plainValues(yamlGet(source.root, 'env'));
  const tasks = yamlEntries(yamlGet(source.root, 'tasks')).map(([name, node]) =>
    readTask(source, name, node, { variables, environment }),
  );
  return { tasks, variables: Object.fromEntries(expandAll(variables)), errors: source.errors };
}
