import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import { LineIndex } from '../source-text.ts';
import { isTooDeep } from '../yaml-source.ts';
import { isDay } from './day.ts';

/** A word of the file, and the line it stands on. */
export interface Placed {
  readonly text: string;
  readonly line: number;
}

export interface IgnoreEntry {
  readonly line: number;
  readonly trap: Placed;
  readonly path?: string;
  readonly reason: string;
  readonly until?: string;
}

/** `grpc-doctor.yaml` as it is written; whether its traps and folders exist is for others to tell. */
export interface ConfigFile {
  readonly failOn?: string;
  readonly only?: readonly Placed[];
  readonly skip?: readonly Placed[];
  readonly roots?: readonly Placed[];
  readonly ignore: readonly IgnoreEntry[];
}

/** The first thing that is wrong with the file; `problem` is the rest of a key of `i18n/ui`. */
export interface ConfigProblem {
  readonly line: number;
  readonly problem: 'syntax' | 'alias' | 'not-a-mapping' | 'unknown-key' | 'twice' | 'value' | 'no-key';
  readonly data: Readonly<Record<string, string>>;
  /** Words that one may write instead. */
  readonly instead?: readonly string[];
}

const failOnValues = ['error', 'warning', 'info', 'never'];
const keys = ['failOn', 'only', 'skip', 'roots', 'ignore'];
const ignoreKeys = ['trap', 'path', 'reason', 'until'];

/** Reads a configuration file. Never throws; nothing is guessed: a word it does not know is a problem. */
export function readConfigFile(text: string): ConfigFile | ConfigProblem {
  try {
    return new ConfigReader(text).read();
  } catch (error) {
    if (error instanceof Wrong) return error.problem;
    return { line: 1, problem: 'syntax', data: { message: error instanceof Error ? error.message : String(error) } };
  }
}

/** Leaves the reader at the first problem. */
class Wrong extends Error {
  readonly problem: ConfigProblem;

  constructor(problem: ConfigProblem) {
    super(problem.problem);
    this.problem = problem;
  }
}

class ConfigReader {
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
  }

  read(): ConfigFile {
    if (isTooDeep(this.#text)) throw new Wrong({ line: 1, problem: 'not-a-mapping', data: {} });
    const document = parseDocument(this.#text, { logLevel: 'error', prettyErrors: false, uniqueKeys: false });
    const [error] = [...document.errors, ...document.warnings];
    if (error) throw this.#wrong(error.pos[0], 'syntax', { message: error.message });
    if (document.contents === null || isEmpty(document.contents)) return { ignore: [] };
    const values = this.#mapping(document.contents, keys);
    const failOn = values.get('failOn');
    const list = (key: string) => (values.has(key) ? this.#list(values.get(key), key) : undefined);
    const [only, skip, roots] = ['only', 'skip', 'roots'].map(list);
    return {
      ...(failOn !== undefined && { failOn: this.#oneOf(failOn, 'failOn', failOnValues) }),
      ...(only && { only }),
      ...(skip && { skip }),
      ...(roots && { roots: roots.map((root) => this.#inside(root, 'roots')) }),
      ignore: values.has('ignore') ? this.#items(values.get('ignore'), 'ignore').map((item) => this.#ignore(item)) : [],
    };
  }

  #ignore(node: unknown): IgnoreEntry {
    const values = this.#mapping(node, ignoreKeys);
    const line = this.#line(node);
    for (const key of ['trap', 'reason']) {
      if (!values.has(key)) throw new Wrong({ line, problem: 'no-key', data: { key } });
    }
    const until = values.has('until') ? this.#word(values.get('until'), 'until') : undefined;
    if (until && !isDay(until.text)) throw this.#badValue(values.get('until'), 'until', 'YYYY-MM-DD');
    const path = values.has('path') ? this.#inside(this.#word(values.get('path'), 'path'), 'path').text : undefined;
    return {
      line,
      trap: this.#word(values.get('trap'), 'trap'),
      reason: this.#word(values.get('reason'), 'reason').text,
      ...(path !== undefined && { path }),
      ...(until && { until: until.text }),
    };
  }

  #mapping(node: unknown, known: readonly string[]): Map<string, unknown> {
    this.#noAlias(node);
    if (!isMap(node)) throw this.#wrong(offsetOf(node), 'not-a-mapping', {});
    const values = new Map<string, unknown>();
    for (const pair of node.items as Pair[]) {
      const key = this.#key(pair, known);
      if (values.has(key)) throw this.#wrong(offsetOf(pair.key), 'twice', { key });
      values.set(key, pair.value);
    }
    return values;
  }

  #key({ key }: Pair, known: readonly string[]): string {
    this.#noAlias(key);
    const word = isScalar(key) ? String(key.value) : '?';
    if (known.includes(word)) return word;
    const line = this.#line(key);
    throw new Wrong({ line, problem: 'unknown-key', data: { key: word }, instead: known });
  }

  #items(node: unknown, key: string): unknown[] {
    this.#noAlias(node);
    if (!isSeq(node)) throw this.#badValue(node, key, '[...]');
    return node.items;
  }

  #list(node: unknown, key: string): Placed[] {
    return this.#items(node, key).map((item) => this.#word(item, key));
  }

  /** A text that is not empty. What YAML takes for a number or a truth value is none. */
  #word(node: unknown, key: string): Placed {
    this.#noAlias(node);
    if (!isScalar(node) || typeof node.value !== 'string' || node.value.trim() === '')
      throw this.#badValue(node, key, '"..."');
    return { text: node.value.trim(), line: this.#line(node) };
  }

  #oneOf(node: unknown, key: string, values: readonly string[]): string {
    const { text } = this.#word(node, key);
    if (!values.includes(text)) throw this.#badValue(node, key, values.join(', '));
    return text;
  }

  /** A place in the project, written with `/` and from its root. */
  #inside({ text, line }: Placed, key: string): Placed {
    const outside = /^(?:\/|~|[A-Za-z]:)|\\/.test(text) || text.split('/').includes('..');
    if (outside) throw new Wrong({ line, problem: 'value', data: { word: text, key, values: 'pb, pb/api' } });
    return { text: text.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '') || '.', line };
  }

  #badValue(node: unknown, key: string, values: string): Wrong {
    const word = isScalar(node) ? String(node.source ?? node.value ?? '') : isMap(node) ? '{...}' : '[...]';
    return this.#wrong(offsetOf(node), 'value', { word: word === '' ? '""' : word, key, values });
  }

  /** Anchors and aliases are how a small file becomes a huge one, and nobody needs them here. */
  #noAlias(node: unknown): void {
    if (isAlias(node)) throw this.#wrong(offsetOf(node), 'alias', {});
  }

  #line(node: unknown): number {
    return this.#lines.place(offsetOf(node)).line;
  }

  #wrong(offset: number, problem: ConfigProblem['problem'], data: ConfigProblem['data']): Wrong {
    return new Wrong({ line: this.#lines.place(offset).line, problem, data });
  }
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null && !node.tag;
}

function offsetOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}
