import type { Node } from 'web-tree-sitter';
import { Flow } from './flow.ts';
import { importsOf } from './imports.ts';
import type { GoParser } from './parser.ts';
import { type Binding, Scopes } from './scopes.ts';
import type { Mark } from './syntax.ts';

/** One change of one line. */
export interface WallClockEdit extends Mark {
  readonly before: string;
  readonly after: string;
}

/** A time that went by, computed from readings of the wall clock. */
export interface WallClockUse extends Mark {
  /** The expression. */
  readonly mark: string;
  /** `numbers`: Unix times are subtracted. `stripped`: the start has lost its monotonic reading. */
  readonly kind: 'numbers' | 'stripped';
  /** The method that took the reading away: `UTC`, `UnixNano`. */
  readonly by: string;
  /** It is compared with a limit in place: the program does something else when it is wrong. */
  readonly decides: boolean;
  /** Where the start is taken. */
  readonly start: Mark;
  /** What makes it a monotonic measurement; empty where more than these lines has to change. */
  readonly edits: readonly WallClockEdit[];
}

const expressions = `
  (binary_expression operator: "-") @difference
  (call_expression function: (selector_expression field: (field_identifier) @method))
`;

/** Numbers since 1970, and what gives the same of a duration. */
const durations: Readonly<Record<string, (elapsed: string) => string>> = {
  Unix: (elapsed) => `int64(${elapsed}.Seconds())`,
  UnixMilli: (elapsed) => `${elapsed}.Milliseconds()`,
  UnixMicro: (elapsed) => `${elapsed}.Microseconds()`,
  UnixNano: (elapsed) => `${elapsed}.Nanoseconds()`,
};

/** What tells the time between two others. */
const elapsing: ReadonlySet<string> = new Set(['Since', 'Sub']);

/** Methods of time.Time whose result has no monotonic reading (measured; documentation of package time). */
const stripping: ReadonlySet<string> = new Set(['UTC', 'Local', 'In', 'Round', 'Truncate', 'AddDate']);

/** Times that go by, measured with the wall clock in one function. Never throws for what stands in the text. */
export function readWallClockUses(parser: GoParser, text: string): readonly WallClockUse[] {
  return parser.parse(text, (root) => new Reading(parser, text, root).uses()) ?? [];
}

/** What an expression reads of the clock. */
interface ClockReading {
  readonly kind: 'number' | 'stripped' | 'whole';
  readonly by: string;
  /** The variable that holds it, where it is one. */
  readonly binding?: Binding;
  /** The expression that takes it. */
  readonly taken: Node;
}

class Reading {
  readonly #parser: GoParser;
  readonly #root: Node;
  readonly #lines: readonly string[];
  readonly #scopes: Scopes;
  readonly #flow: Flow;
  #identifiers: ReadonlyMap<string, readonly Node[]> | undefined;
  /** By name, then by what the name means there. Some files have a hundred variables of one name. */
  readonly #uses = new Map<string, ReadonlyMap<Binding | undefined, readonly Node[]>>();

  constructor(parser: GoParser, text: string, root: Node) {
    this.#parser = parser;
    this.#root = root;
    this.#lines = text.split('\n');
    this.#scopes = new Scopes(parser, root);
    const packages = new Map(importsOf(parser, root).map(({ name, path }) => [name, path]));
    this.#flow = new Flow(this.#scopes, packages, () => undefined);
  }

  uses(): WallClockUse[] {
    return this.#parser.captures(expressions, this.#root).flatMap(({ node, name }) => {
      if (name === 'difference') return this.#difference(node) ?? [];
      // Most calls are something else, and every step through the tree has its price.
      return elapsing.has(node.text) ? (this.#elapsed(node) ?? []) : [];
    });
  }

  /** `time.Now().UnixNano() - start`. */
  #difference(node: Node): WallClockUse | undefined {
    const [end, start] = ['left', 'right'].map((side) => this.#reading(node.childForFieldName(side)));
    if (end?.kind !== 'number' || start?.kind !== 'number' || !start.binding || end.by !== start.by) return undefined;
    if (end.binding === start.binding) return undefined;
    const edits = end.binding ? [] : this.#numberEdits(node, start, start.binding);
    return this.#use(node, 'numbers', start, edits);
  }

  /** `time.Since(start)` and `end.Sub(start)`, where one of them has no monotonic reading. */
  #elapsed(method: Node): WallClockUse | undefined {
    const called = method.parent;
    const node = called?.parent;
    const owner = called?.childForFieldName('operand');
    const [argument] = node?.childForFieldName('arguments')?.namedChildren ?? [];
    if (!node || !owner || !argument) return undefined;
    const start = this.#reading(argument);
    const isSince = method.text === 'Since';
    if (isSince && this.#flow.packageAt(owner) !== 'time') return undefined;
    if (!start?.binding || start.kind === 'number') return undefined;
    const end = isSince ? start : this.#reading(owner);
    if (!end || end.kind === 'number') return undefined;
    const guilty = start.kind === 'stripped' ? start : end.kind === 'stripped' ? end : undefined;
    if (!guilty?.binding) return undefined;
    // With both ends stripped, more than one line has to change.
    const both = !isSince && start.kind === 'stripped' && end.kind === 'stripped';
    return this.#use(node, 'stripped', guilty, both ? [] : this.#strippedEdits(guilty, guilty.binding));
  }

  #use(node: Node, kind: WallClockUse['kind'], { by, taken }: ClockReading, edits: WallClockEdit[]): WallClockUse {
    const mark = node.text.split('\n')[0] ?? '';
    return { ...this.#mark(node), mark, kind, by, decides: isCompared(node), start: this.#mark(taken), edits };
  }

  #mark(node: Node): Mark {
    const { row, column } = node.startPosition;
    return { line: row + 1, column: column + 1, text: (this.#lines[row] ?? '').replace('\r', '') };
  }

  #reading(node: Node | null | undefined, depth = 0): ClockReading | undefined {
    if (!node || depth > maxDepth) return undefined;
    if (node.type === 'parenthesized_expression') return this.#reading(node.namedChild(0), depth + 1);
    if (node.type === 'identifier') return this.#variable(node, depth);
    return node.type === 'call_expression' ? this.#call(node, depth) : undefined;
  }

  /** A variable of a function that only ever holds readings of one kind. */
  #variable(node: Node, depth: number): ClockReading | undefined {
    const binding = this.#scopes.find(node.text, node.startIndex);
    if (!binding?.local || binding.kind !== 'variable') return undefined;
    const values = [
      ...(binding.value || !binding.type ? [binding.value] : []),
      ...this.#scopes.assignmentsTo(binding).map(({ value }) => value),
    ];
    const [first, ...others] = values.map((value) => this.#reading(value, depth + 1));
    if (!first || others.some((one) => one?.kind !== first.kind || one.by !== first.by)) return undefined;
    return { ...first, binding };
  }

  /** `time.Now()` and its methods. */
  #call(node: Node, depth: number): ClockReading | undefined {
    const called = node.childForFieldName('function');
    const owner = called?.childForFieldName('operand');
    const name = called?.childForFieldName('field')?.text ?? '';
    if (!owner) return undefined;
    if (name === 'Now' && this.#flow.packageAt(owner) === 'time') return { kind: 'whole', by: '', taken: node };
    const of = this.#reading(owner, depth + 1);
    if (!of || of.kind === 'number') return undefined;
    if (Object.hasOwn(durations, name)) return { kind: 'number', by: name, taken: node };
    if (stripping.has(name)) return { kind: 'stripped', by: name, taken: node };
    return undefined;
  }

  /** Only where the start is taken by `time.Now().Unix…()`, and used for nothing but such differences. */
  #numberEdits(node: Node, { by, taken }: ClockReading, binding: Binding): WallClockEdit[] {
    const call = taken.childForFieldName('function')?.childForFieldName('operand');
    const uses = this.#usesOf(binding);
    const differences = uses.map((use) => use.parent).filter((parent) => parent?.type === 'binary_expression');
    const ready = uses.every((use) => use.parent?.childForFieldName('right')?.equals(use) && isDifference(use.parent));
    const lefts = differences.map((one) => one?.childForFieldName('left')?.text);
    if (!call || !isNow(call) || !ready || lefts.some((left) => left !== taken.text) || !isOnly(taken, binding))
      return [];
    const owner = call.childForFieldName('function')?.childForFieldName('operand')?.text ?? 'time';
    const elapsed = durations[by]?.(`${owner}.Since(${binding.name})`) ?? '';
    const changes = [
      this.#edit(taken, taken.text, call.text),
      ...differences.map((one) => this.#edit(one as Node, one?.text ?? '', elapsed)),
    ];
    return changes.every((one) => one !== undefined) && node.text.split('\n').length === 1 ? changes : [];
  }

  /** Only where the start is a `time.Now()` with one method too many, and used for nothing but elapsed times. */
  #strippedEdits({ taken }: ClockReading, binding: Binding): WallClockEdit[] {
    const call = taken.childForFieldName('function')?.childForFieldName('operand');
    if (!call || !isNow(call) || !isOnly(taken, binding)) return [];
    if (!this.#usesOf(binding).every((use) => isElapsed(use))) return [];
    const change = this.#edit(taken, taken.text, call.text);
    return change ? [change] : [];
  }

  /** Every place that reads the variable. */
  #usesOf(binding: Binding): readonly Node[] {
    this.#identifiers ??= grouped(
      this.#parser.captures('(identifier) @name', this.#root).map(({ node }) => node),
      (node) => node.text,
    );
    let uses = this.#uses.get(binding.name);
    if (!uses) {
      uses = grouped(this.#identifiers.get(binding.name) ?? [], (node) =>
        this.#scopes.find(node.text, node.startIndex),
      );
      this.#uses.set(binding.name, uses);
    }
    return uses.get(binding) ?? [];
  }

  /** Undefined where the text stands in its line more than once: an edit is made nowhere else. */
  #edit(node: Node, before: string, after: string): WallClockEdit | undefined {
    const mark = this.#mark(node);
    return mark.text.split(before).length === 2 ? { ...mark, before, after } : undefined;
  }
}

function grouped<Key>(nodes: readonly Node[], keyOf: (node: Node) => Key): ReadonlyMap<Key, readonly Node[]> {
  const map = new Map<Key, Node[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    const list = map.get(key);
    if (list) list.push(node);
    else map.set(key, [node]);
  }
  return map;
}

/** Nobody nests deeper; a made-up text might. */
const maxDepth = 10;

/** `time.Now()` itself, and not a variable that holds it. */
function isNow(node: Node): boolean {
  return (
    node.type === 'call_expression' && node.childForFieldName('function')?.childForFieldName('field')?.text === 'Now'
  );
}

/** The variable is declared with this value by `:=`, so that it may have another type. */
function isOnly(taken: Node, { value }: Binding): boolean {
  const list = taken.parent;
  const single = list?.type === 'expression_list' && list.namedChildCount === 1;
  return single && list.parent?.type === 'short_var_declaration' && value?.equals(taken) === true;
}

function isDifference(node: Node | null): boolean {
  return node?.type === 'binary_expression' && node.childForFieldName('operator')?.text === '-';
}

/** The argument of Since or Sub. */
function isElapsed(use: Node): boolean {
  const call = use.parent?.parent;
  if (use.parent?.type !== 'argument_list' || call?.type !== 'call_expression') return false;
  return elapsing.has(call.childForFieldName('function')?.childForFieldName('field')?.text ?? '');
}

const comparisons: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** Compared where it stands, with conversions and brackets around it at most. */
function isCompared(node: Node): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (parent.type === 'binary_expression') return comparisons.has(parent.childForFieldName('operator')?.text ?? '');
    if (!['parenthesized_expression', 'argument_list', 'call_expression', 'selector_expression'].includes(parent.type))
      return false;
  }
  return false;
}
