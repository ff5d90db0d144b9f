import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { LineIndex, type Place, SourceText } from './source-text.ts';

/** What is wrong with a YAML file, and where. */
export interface YamlProblem extends Place {
  message: string;
}

/** A YAML file that knows where its values stand. */
export interface YamlSource {
  text: string;
  lines: LineIndex;
  /** Undefined when the file is no mapping. */
  root: YAMLMap | undefined;
  errors: string[];
  /** The errors with their places. */
  problems: YamlProblem[];
  /** The nodes that anchors name. */
  anchors: ReadonlyMap<string, Node>;
}

/** Parses one YAML document. Never throws: what is wrong stands in `errors` and `problems`, the rest is read. */
export function readYaml(text: string): YamlSource {
  const lines = new LineIndex(text);
  try {
    if (isTooDeep(text)) return unreadable(text, lines, 'nested too deeply');
    const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
    const root = isMap(document.contents) ? document.contents : undefined;
    const problems = document.errors.map(({ pos, message }) => ({ ...lines.place(pos[0]), message }));
    if (!root && problems.length === 0) return unreadable(text, lines, 'not a mapping');
    const errors = problems.map(({ line, message }) => `line ${line}: ${message}`);
    const anchors = new Map<string, Node>();
    if (root && /[&*]/.test(text)) problems.push(...readAnchors(root, anchors, lines));
    return { text, lines, root, errors, problems, anchors };
  } catch (error) {
    return unreadable(text, lines, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(text: string, lines: LineIndex, message: string): YamlSource {
  const problems = [{ line: 1, column: 1, message }];
  return { text, lines, root: undefined, errors: [message], problems, anchors: new Map() };
}

/** Collects the anchors; gives the aliases that stand for none. */
function readAnchors(root: YAMLMap, anchors: Map<string, Node>, lines: LineIndex): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(root, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
      if (isAlias(node) && !anchors.has(node.source))
        problems.push({ ...lines.place(node.range?.[0] ?? 0), message: `unknown alias *${node.source}` });
    },
  });
  return problems;
}

/** The node that an alias stands for; any other node itself. */
export function yamlTarget(source: YamlSource, node: unknown): Node | undefined {
  const target = isAlias(node) ? source.anchors.get(node.source) : node;
  return isScalar(target) || isMap(target) || isSeq(target) ? (target as Node) : undefined;
}

/** How many mappings may be merged into one another; nobody needs more than a few. */
const maxMerges = 20;

/** The entries of a mapping with what its merge keys (`<<: *base`) bring along; its own entries win. Aliases are followed. */
export function yamlMerged(source: YamlSource, node: unknown, left = maxMerges): Map<string, Node> {
  const map = yamlTarget(source, node);
  const entries = new Map<string, Node>();
  if (!isMap(map) || left <= 0) return entries;
  for (const { key, value } of map.items) {
    if (!isScalar(key) || key.value !== '<<') continue;
    const target = yamlTarget(source, value);
    for (const base of isSeq(target) ? target.items.slice(0, maxMerges) : [target])
      for (const [name, inherited] of yamlMerged(source, base, Math.floor(left / 2) - 1))
        if (!entries.has(name)) entries.set(name, inherited);
  }
  for (const { key, value } of map.items) {
    const target = yamlTarget(source, value);
    if (isScalar(key) && key.value !== '<<' && target) entries.set(String(key.value), target);
  }
  return entries;
}

/** The elements of a sequence with aliases followed; a single value counts as a sequence of one. */
export function yamlItems(source: YamlSource, node: unknown): Node[] {
  const target = yamlTarget(source, node);
  if (!isSeq(target)) return target ? [target] : [];
  return target.items.flatMap((item) => yamlTarget(source, item) ?? []);
}

/** Nobody nests like this by hand. */
const maxDepth = 200;

/** The library goes down by recursion: a hostile file would end the whole process, and nothing could catch that. */
export function isTooDeep(text: string): boolean {
  // Each level takes one of these; an ordinary file has too few of them for the question to arise.
  if ((text.match(/[[{:?-]/g)?.length ?? 0) <= maxDepth) return false;
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    // The tokens are not wanted, only how deep they lie.
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > maxDepth) return true;
  }
  return false;
}

/** The value of a key; undefined when the node is no mapping, the key is missing, or it is an alias. */
export function yamlGet(node: unknown, key: string): Node | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
  const value: unknown = pair?.value;
  return isScalar(value) || isMap(value) || isSeq(value) ? (value as Node) : undefined;
}

/** The entries of a mapping with text keys, aliases left out. */
export function yamlEntries(node: unknown): [string, Node][] {
  if (!isMap(node)) return [];
  return node.items.flatMap((item): [string, Node][] => {
    const value: unknown = item.value;
    const known = isScalar(value) || isMap(value) || isSeq(value);
    return isScalar(item.key) && known && !isAlias(value) ? [[String(item.key.value), value as Node]] : [];
  });
}

/** The elements of a sequence; a single value counts as a sequence of one. */
export function yamlList(node: unknown): Node[] {
  if (isSeq(node)) return node.items.filter((item): item is Node => isScalar(item) || isMap(item) || isSeq(item));
  return isScalar(node) || isMap(node) ? [node as Node] : [];
}

/** A scalar as text: numbers and booleans too, as written by YAML's rules. */
export function yamlText(node: unknown): string | undefined {
  return isScalar(node) && node.value !== null && node.value !== undefined ? String(node.value) : undefined;
}

/** File offset of a node. */
export function yamlOffset(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? 0) : 0;
}

function blockFragments(source: YamlSource, node: Scalar): { text: string; start: number; fixed: boolean }[] {
  const [from, to] = node.range ?? [0, 0];
  const first = source.text.indexOf('\n', from) + 1;
  const body = source.text.slice(first, to);
  const indent = /^( *)\S/m.exec(body)?.[1]?.length ?? 0;
  const end = node.type === 'BLOCK_FOLDED' ? ' ' : '\n';
  let start = first;
  return body.split('\n').map((line) => {
    const fragment = { text: line.slice(indent) + end, start: start + Math.min(indent, line.length), fixed: false };
    start += line.length + 1;
    return fragment;
  });
}

/** The text of a scalar, every character with its place in the file (quoted texts with escapes: the place of the scalar). */
export function yamlScript(source: YamlSource, node: unknown): SourceText | undefined {
  const text = yamlText(node);
  if (text === undefined || !isScalar(node)) return undefined;
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
    return new SourceText(blockFragments(source, node), source.lines);
  const [from, to] = node.range ?? [0, 0];
  const at = source.text.slice(from, to).indexOf(text);
  return new SourceText([{ text, start: from + Math.max(0, at), fixed: at < 0 }], source.lines);
}
