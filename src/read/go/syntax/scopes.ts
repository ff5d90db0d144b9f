import type { Node } from 'web-tree-sitter';
import type { GoParser } from './parser.ts';

/** A name that the file declares by itself, and where it holds. */
export interface Binding {
  readonly name: string;
  readonly kind: 'constant' | 'variable' | 'parameter' | 'switch' | 'range' | 'other';
  /** Text offsets between which the name means this. */
  readonly from: number;
  readonly to: number;
  /** Declared inside of a function. */
  readonly local: boolean;
  readonly type?: Node;
  readonly value?: Node;
  /** The statement of a type switch. */
  readonly statement?: Node;
}

/** `name = value` after the declaration. */
export interface Assignment {
  readonly at: number;
  readonly value?: Node;
}

const declarations = `
  (short_var_declaration left: (expression_list (identifier) @name))
  (var_spec name: (identifier) @name)
  (const_spec name: (identifier) @name)
  (parameter_declaration name: (identifier) @name)
  (variadic_parameter_declaration name: (identifier) @name)
  (range_clause left: (expression_list (identifier) @name))
  (receive_statement left: (expression_list (identifier) @name))
  (type_switch_statement alias: (expression_list (identifier) @name))
  (type_parameter_declaration name: (identifier) @name)
  (type_spec name: (type_identifier) @name)
  (type_alias name: (type_identifier) @name)
  (function_declaration name: (identifier) @name)
`;

const assignments = `
  (assignment_statement left: (expression_list (identifier) @name))
  (unary_expression operator: "&" operand: (identifier) @taken)
`;

/** Nodes in which a name that is declared inside does not outlive them. */
const scopeTypes: ReadonlySet<string> = new Set([
  'block',
  'if_statement',
  'for_statement',
  'expression_switch_statement',
  'type_switch_statement',
  'expression_case',
  'type_case',
  'default_case',
  'communication_case',
  'function_declaration',
  'method_declaration',
  'func_literal',
]);

/** The names that a file declares. Looked up when something asks: most files declare nothing that matters. */
export class Scopes {
  readonly #parser: GoParser;
  readonly #root: Node;
  readonly #bindings = new Map<string, Binding[]>();
  #declared: ReadonlyMap<string, readonly Node[]> | undefined;
  #assigned: ReadonlyMap<string, readonly Assignment[]> | undefined;

  constructor(parser: GoParser, root: Node) {
    this.#parser = parser;
    this.#root = root;
  }

  /** What a name means at a place; undefined where the file does not declare it there. */
  find(name: string, at: number): Binding | undefined {
    const visible = this.#bindingsOf(name).filter(({ from, to }) => from <= at && at < to);
    // The innermost scope ends first; within one, the later declaration counts.
    return visible.sort((a, b) => a.to - b.to || b.from - a.from)[0];
  }

  /** Everything that is assigned to a variable after its declaration. */
  assignmentsTo(binding: Binding): readonly Assignment[] {
    this.#assigned ??= this.#assignments();
    const all = this.#assigned.get(binding.name) ?? [];
    return all.filter(({ at }) => this.find(binding.name, at) === binding);
  }

  /** Every name that is declared somewhere. */
  names(): ReadonlySet<string> {
    return new Set(this.#declarations().keys());
  }

  #declarations(): ReadonlyMap<string, readonly Node[]> {
    this.#declared ??= byName(this.#parser.captures(declarations, this.#root).map(({ node }) => [node.text, node]));
    return this.#declared;
  }

  #bindingsOf(name: string): readonly Binding[] {
    let known = this.#bindings.get(name);
    if (!known) {
      known = (this.#declarations().get(name) ?? []).map(bindingOf);
      this.#bindings.set(name, known);
    }
    return known;
  }

  #assignments(): ReadonlyMap<string, readonly Assignment[]> {
    return byName(
      this.#parser.captures(assignments, this.#root).map(({ node, name }) => {
        // A variable whose address is taken may get any value.
        const value = name === 'taken' ? undefined : valueFor(node, 'left', 'right');
        return [node.text, { at: node.startIndex, ...(value && { value }) }];
      }),
    );
  }
}

function byName<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const [name, one] of pairs) {
    const list = map.get(name);
    if (list) list.push(one);
    else map.set(name, [one]);
  }
  return map;
}

function bindingOf(node: Node): Binding {
  const name = node.text;
  const declaration = declarationOf(node);
  const scope = scopeOf(declaration);
  const local = scope !== undefined;
  const to = scope?.endIndex ?? Number.MAX_SAFE_INTEGER;
  // A package-level name holds in the whole file, a type parameter in the whole function.
  const all = { name, local, from: scope?.startIndex ?? 0, to };
  const after = local ? { ...all, from: declaration.endIndex } : all;
  const type = declaration.childForFieldName('type');
  const typed = type ? { type } : {};
  switch (declaration.type) {
    case 'short_var_declaration':
      return { ...after, kind: 'variable', ...some('value', valueFor(node, 'left', 'right')) };
    case 'var_spec':
      return { ...after, kind: 'variable', ...typed, ...some('value', valueFor(node, 'name', 'value')) };
    case 'const_spec':
      return { ...after, kind: 'constant', ...typed, ...some('value', valueFor(node, 'name', 'value')) };
    case 'parameter_declaration':
    case 'variadic_parameter_declaration':
      return { ...all, ...bodyOf(declaration), kind: 'parameter', ...typed };
    case 'type_switch_statement':
      return { ...all, from: node.endIndex, to: declaration.endIndex, kind: 'switch', statement: declaration };
    case 'range_clause':
    case 'receive_statement':
      return { ...after, kind: 'range' };
    case 'type_spec':
      return { ...all, from: local ? node.startIndex : 0, kind: 'other' };
    default:
      return { ...all, kind: 'other' };
  }
}

/**
 * Where a parameter, a result or a receiver holds: in the body. The types beside it mean what they mean outside:
 * `func f(url string) url.Values`. In the type of a function it holds nowhere.
 */
function bodyOf(parameter: Node): Pick<Binding, 'from' | 'to'> {
  const body = parameter.parent?.parent?.childForFieldName('body');
  return body ? { from: body.startIndex, to: body.endIndex } : { from: 0, to: 0 };
}

function some<K extends string, V>(key: K, value: V | undefined): { readonly [name in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [name in K]: V });
}

/** The declaration around a name: names may stand in a list. */
function declarationOf(node: Node): Node {
  const parent = node.parent ?? node;
  return parent.type === 'expression_list' ? (parent.parent ?? parent) : parent;
}

function scopeOf(declaration: Node): Node | undefined {
  for (let node = declaration.parent; node; node = node.parent) if (scopeTypes.has(node.type)) return node;
  return undefined;
}

/** The value that belongs to a name: the one at its position, or the only one, which gives several. */
function valueFor(node: Node, names: string, values: string): Node | undefined {
  const declaration = declarationOf(node);
  const left = declaration.childrenForFieldName(names).flatMap(listed);
  const right = declaration.childrenForFieldName(values).flatMap(listed);
  if (right.length === 1) return right[0] ?? undefined;
  return right[left.findIndex((one) => one.equals(node))];
}

function listed(node: Node | null): Node[] {
  if (!node?.isNamed) return [];
  return node.type === 'expression_list' ? node.namedChildren.filter((child) => child !== null) : [node];
}
