import type { Node } from 'web-tree-sitter';
import { Flow } from './flow.ts';
import { importsOf } from './imports.ts';
import type { GoParser } from './parser.ts';
import { type Binding, Scopes } from './scopes.ts';
import type { Mark } from './syntax.ts';
import { type PackageType, Types } from './types.ts';

/** A function of another package. */
export interface Origin {
  /** Import path. */
  readonly package: string;
  readonly name: string;
  readonly line: number;
}

/** Bytes that are made a string and put into a field of a struct of another package. */
export interface ByteString extends Mark {
  readonly type: PackageType;
  readonly field: string;
  /** What is written for the value: `string(sum[:])`. */
  readonly value: string;
  /** The inside of the conversion: `sum[:]`. */
  readonly bytes: string;
  readonly from: Origin;
}

/** Names of functions by import path. */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

/** What gives bytes that are no text. */
interface BinarySources {
  /** Functions that return them. */
  readonly results: Names;
  /** Functions that return something whose method `Sum` does. */
  readonly hashes: Names;
  /** Functions that fill their argument with them. */
  readonly fillers: Names;
}

const conversions = '(call_expression function: (identifier) @name arguments: (argument_list)) @call';
const calls = '(call_expression function: (selector_expression operand: (identifier) field: (field_identifier))) @call';

/**
 * Where a file puts such bytes, as a string, straight into a field: `pb.Note{Digest: string(sum[:])}`, `note.Digest = string(b)`.
 * `packages` has the names of packages whose path does not tell. Only what is sure within one function; never throws for the text.
 */
export function readByteStrings(
  parser: GoParser,
  text: string,
  sources: BinarySources,
  packages: ReadonlyMap<string, string>,
): readonly ByteString[] {
  return parser.parse(text, (root) => new Reading(parser, root, text.split('\n'), sources, packages).result()) ?? [];
}

class Reading {
  readonly #parser: GoParser;
  readonly #root: Node;
  readonly #lines: readonly string[];
  readonly #sources: BinarySources;
  readonly #scopes: Scopes;
  readonly #flow: Flow;
  readonly #types: Types;
  #filled: readonly { readonly binding: Binding; readonly from: Origin; readonly at: number }[] | undefined;

  constructor(
    parser: GoParser,
    root: Node,
    lines: readonly string[],
    sources: BinarySources,
    packages: ReadonlyMap<string, string>,
  ) {
    this.#parser = parser;
    this.#root = root;
    this.#lines = lines;
    this.#sources = sources;
    this.#scopes = new Scopes(parser, root);
    const names = importsOf(parser, root).map(
      ({ name, path, alias }) => [alias ? name : (packages.get(path) ?? name), path] as const,
    );
    this.#flow = new Flow(this.#scopes, new Map(names), () => undefined);
    this.#types = new Types(this.#scopes, this.#flow);
  }

  result(): ByteString[] {
    return this.#parser.captures(conversions, this.#root).flatMap(({ name, node }) => {
      if (name !== 'call' || node.childForFieldName('function')?.text !== 'string') return [];
      if (this.#scopes.find('string', node.startIndex)) return [];
      const bytes = onlyChild(node.childForFieldName('arguments'));
      const place = bytes && this.#placeOf(node);
      const from = place && this.#originOf(bytes);
      if (!place || !from) return [];
      const { row, column } = node.startPosition;
      const mark = { line: row + 1, column: column + 1, text: (this.#lines[row] ?? '').replace('\r', '') };
      return [{ ...mark, ...place, value: node.text, bytes: bytes.text, from }];
    });
  }

  /** The field that a value is put into. */
  #placeOf(value: Node): Pick<ByteString, 'type' | 'field'> | undefined {
    const { parent } = value;
    if (parent?.type === 'literal_element') return this.#keyOf(parent);
    if (parent?.type !== 'expression_list' || parent.parent?.type !== 'assignment_statement') return undefined;
    const left = parent.parent.childForFieldName('left');
    if (parent.namedChildCount !== 1 || left?.namedChildCount !== 1) return undefined;
    const target = left.namedChild(0);
    if (target?.type !== 'selector_expression') return undefined;
    const type = this.#types.of(target.childForFieldName('operand'));
    return type && { type, field: target.childForFieldName('field')?.text ?? '' };
  }

  #keyOf(element: Node): Pick<ByteString, 'type' | 'field'> | undefined {
    const keyed = element.parent;
    if (keyed?.type !== 'keyed_element' || !keyed.childForFieldName('value')?.equals(element)) return undefined;
    const literal = keyed.parent?.parent;
    const type = literal?.type === 'composite_literal' ? this.#types.of(literal) : undefined;
    return type && { type, field: keyed.childForFieldName('key')?.text ?? '' };
  }

  /** Where bytes come from: a call, a variable that was made by one, or one that was filled. */
  #originOf(node: Node, depth = 0): Origin | undefined {
    if (depth > maxDepth) return undefined;
    switch (node.type) {
      case 'parenthesized_expression':
        return inner(node, (child) => this.#originOf(child, depth + 1));
      case 'slice_expression': {
        const operand = node.childForFieldName('operand');
        return operand ? this.#originOf(operand, depth + 1) : undefined;
      }
      case 'call_expression':
        return this.#callIn(node, this.#sources.results) ?? this.#sumOf(node);
      case 'identifier': {
        const binding = this.#scopes.find(node.text, node.startIndex);
        if (binding?.kind !== 'variable' || !binding.local) return undefined;
        const filled = this.#filledBefore(binding, node.startIndex);
        if (filled) return filled;
        // Of several values the last one counts, and which that is is not followed.
        if (!binding.value || this.#scopes.assignmentsTo(binding).some(({ value }) => value)) return undefined;
        return this.#originOf(binding.value, depth + 1);
      }
      default:
        return undefined;
    }
  }

  #callIn(call: Node, wanted: Names): Origin | undefined {
    const called = call.childForFieldName('function');
    const owner = called?.type === 'selector_expression' ? called.childForFieldName('operand') : undefined;
    const path = owner ? this.#flow.packageAt(owner) : undefined;
    const name = called?.childForFieldName('field')?.text ?? '';
    if (path === undefined || !wanted.get(path)?.has(name)) return undefined;
    return { package: path, name, line: call.startPosition.row + 1 };
  }

  /** `h.Sum(nil)`: what is given to it comes first in the result. */
  #sumOf(call: Node): Origin | undefined {
    const called = call.childForFieldName('function');
    if (called?.type !== 'selector_expression' || called.childForFieldName('field')?.text !== 'Sum') return undefined;
    if (onlyChild(call.childForFieldName('arguments'))?.type !== 'nil') return undefined;
    const hash = called.childForFieldName('operand');
    if (hash?.type === 'call_expression') return this.#callIn(hash, this.#sources.hashes);
    const binding = hash?.type === 'identifier' ? this.#scopes.find(hash.text, hash.startIndex) : undefined;
    if (!binding?.local || binding.value?.type !== 'call_expression') return undefined;
    if (this.#scopes.assignmentsTo(binding).some(({ value }) => value)) return undefined;
    return this.#callIn(binding.value, this.#sources.hashes);
  }

  /** The filling of a slice before its use. Whatever else is done to the slice may make text of it, as picking letters does. */
  #filledBefore(binding: Binding, at: number): Origin | undefined {
    this.#filled ??= this.#fillings();
    const filling = this.#filled.find((one) => one.binding === binding && one.at < at);
    if (!filling || !binding.value?.text.startsWith('make(')) return undefined;
    const uses = this.#parser
      .captures('(identifier) @name', this.#root)
      .filter(({ node }) => node.text === binding.name && this.#scopes.find(node.text, node.startIndex) === binding);
    return uses.every(({ node }) => this.#isHarmless(node)) ? filling.from : undefined;
  }

  #isHarmless({ parent: list }: Node): boolean {
    const call = list?.type === 'argument_list' ? list.parent : undefined;
    if (call?.type !== 'call_expression') return false;
    const called = call.childForFieldName('function')?.text ?? '';
    return called === 'string' || called === 'len' || this.#callIn(call, this.#sources.fillers) !== undefined;
  }

  #fillings(): { binding: Binding; from: Origin; at: number }[] {
    return this.#parser.captures(calls, this.#root).flatMap(({ node }) => {
      const from = this.#callIn(node, this.#sources.fillers);
      const given = onlyChild(node.childForFieldName('arguments'));
      const binding =
        from && given?.type === 'identifier' ? this.#scopes.find(given.text, given.startIndex) : undefined;
      return from && binding ? [{ binding, from, at: node.startIndex }] : [];
    });
  }
}

/** Nobody writes longer ways from bytes to a string; a made-up text might. */
const maxDepth = 8;

function onlyChild(node: Node | null | undefined): Node | undefined {
  const children = (node?.namedChildren ?? []).filter((one) => one !== null && one.type !== 'comment');
  return children.length === 1 ? (children[0] ?? undefined) : undefined;
}

function inner<T>(node: Node, use: (child: Node) => T | undefined): T | undefined {
  const child = node.namedChild(0);
  return child ? use(child) : undefined;
}
