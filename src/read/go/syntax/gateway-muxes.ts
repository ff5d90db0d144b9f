import type { Node } from 'web-tree-sitter';
import { constantOf } from './constants.ts';
import { Flow } from './flow.ts';
import { importsOf } from './imports.ts';
import type { GoParser } from './parser.ts';
import { Scopes } from './scopes.ts';
import type { Constant, Mark } from './syntax.ts';
import { Types } from './types.ts';

/** How a grpc-gateway writes and reads JSON: the options of protojson that its marshaler has. */
export interface GatewayJson {
  readonly useProtoNames: boolean;
  readonly emitUnpopulated: boolean;
  readonly emitDefaultValues: boolean;
  readonly useEnumNumbers: boolean;
  readonly discardUnknown: boolean;
}

/** A `runtime.NewServeMux(…)` of grpc-gateway. */
export interface GatewayMux extends Mark {
  /** Undefined where the file does not tell all of it. */
  readonly json?: GatewayJson;
  /** It has a marshaler of its own: where that is given. */
  readonly marshaler?: Mark;
}

/** The package with NewServeMux, of grpc-gateway v2. */
export const gatewayRuntime = 'github.com/grpc-ecosystem/grpc-gateway/v2/runtime';
const protojson = 'google.golang.org/protobuf/encoding/protojson';

/** What a mux has without options (runtime/marshaler_registry.go). */
export const defaultJson: GatewayJson = {
  useProtoNames: false,
  emitUnpopulated: true,
  emitDefaultValues: false,
  useEnumNumbers: false,
  discardUnknown: true,
};

/** The zero values of Go: what a JSONPb is that says nothing. */
const zeroJson: GatewayJson = {
  useProtoNames: false,
  emitUnpopulated: false,
  emitDefaultValues: false,
  useEnumNumbers: false,
  discardUnknown: false,
};

const fields: Readonly<Record<string, Readonly<Record<string, keyof GatewayJson>>>> = {
  MarshalOptions: {
    UseProtoNames: 'useProtoNames',
    EmitUnpopulated: 'emitUnpopulated',
    EmitDefaultValues: 'emitDefaultValues',
    UseEnumNumbers: 'useEnumNumbers',
  },
  UnmarshalOptions: { DiscardUnknown: 'discardUnknown' },
};

const calls = '(call_expression function: (selector_expression operand: (identifier) @package)) @call';
const fieldWrites = '(assignment_statement left: (expression_list (selector_expression) @written))';

/** Every mux of grpc-gateway that a file makes, and the JSON that it speaks. Never throws for the text. */
export function readGatewayMuxes(parser: GoParser, text: string): readonly GatewayMux[] {
  return parser.parse(text, (root) => new Muxes(parser, root, text.split('\n')).all()) ?? [];
}

class Muxes {
  readonly #lines: readonly string[];
  readonly #scopes: Scopes;
  readonly #flow: Flow;
  readonly #types: Types;
  readonly #calls: readonly Node[];
  /** Names of variables with a field that is set after they were made. */
  readonly #changed: ReadonlySet<string>;

  constructor(parser: GoParser, root: Node, lines: readonly string[]) {
    this.#lines = lines;
    this.#scopes = new Scopes(parser, root);
    const packages = new Map(importsOf(parser, root).map(({ name, path }) => [name, path]));
    this.#flow = new Flow(this.#scopes, packages, () => undefined);
    this.#types = new Types(this.#scopes, this.#flow);
    const found = parser.captures(calls, root).filter(({ name }) => name === 'call');
    this.#calls = found.map(({ node }) => node);
    this.#changed = new Set(parser.captures(fieldWrites, root).map(({ node }) => /^\w*/.exec(node.text)?.[0] ?? ''));
  }

  all(): GatewayMux[] {
    return this.#callsOf('NewServeMux').map((call) => {
      const options = this.#flow.arguments(call);
      const told = options.flatMap((option) => option.calls);
      const marshalers = this.#callsOf('WithMarshalerOption').filter((one) =>
        told.some(({ name, line }) => name === 'WithMarshalerOption' && line === one.startPosition.row + 1),
      );
      const closed = options.every((option) => option.closed);
      return { ...this.#mark(call), ...this.#jsonOf(call, marshalers, closed) };
    });
  }

  #callsOf(name: string): Node[] {
    return this.#calls.filter((call) => {
      const callee = call.childForFieldName('function');
      const owner = callee?.childForFieldName('operand');
      const isName = callee?.childForFieldName('field')?.text === name;
      return isName && owner !== null && owner !== undefined && this.#flow.packageAt(owner) === gatewayRuntime;
    });
  }

  #jsonOf(mux: Node, options: readonly Node[], closed: boolean): Pick<GatewayMux, 'json' | 'marshaler'> {
    const usual: Node[] = [];
    for (const option of options) {
      const mime = option.childForFieldName('arguments')?.namedChild(0);
      const text = mime ? this.#mimeOf(mime) : undefined;
      // One for a type that clients have to ask for says nothing of the usual answer.
      if (text === '*') usual.push(option);
      else if (text === undefined || text.startsWith('application/json')) return {};
    }
    const [only, ...more] = usual;
    if (!closed || more.length > 0) return {};
    if (!only) return { json: defaultJson };
    if (isInBranchBeside(only, mux)) return { marshaler: this.#mark(only) };
    const json = this.#marshaler(only.childForFieldName('arguments')?.namedChild(1), 0);
    return { ...(json && { json }), marshaler: this.#mark(only) };
  }

  #mimeOf(node: Node): string | undefined {
    if (node.type === 'selector_expression') {
      const owner = node.childForFieldName('operand');
      const isWildcard = node.childForFieldName('field')?.text === 'MIMEWildcard';
      return isWildcard && owner && this.#flow.packageAt(owner) === gatewayRuntime ? '*' : undefined;
    }
    const value = constantOf(node, this.#flow);
    return value?.kind === 'text' ? value.value : undefined;
  }

  /** `&runtime.JSONPb{…}`, the same in a HTTPBodyMarshaler, or a variable that is one of them. */
  #marshaler(node: Node | null | undefined, depth: number): GatewayJson | undefined {
    const literal = this.#literal(node, depth);
    if (!literal) return undefined;
    const type = this.#types.written(literal.childForFieldName('type'));
    if (type?.package !== gatewayRuntime) return undefined;
    const given = fieldsOf(literal);
    if (type.name === 'HTTPBodyMarshaler') return this.#marshaler(given?.get('Marshaler'), depth + 1);
    return type.name === 'JSONPb' && given ? this.#options(given, depth) : undefined;
  }

  #options(given: ReadonlyMap<string, Node>, depth: number): GatewayJson | undefined {
    let json = zeroJson;
    for (const [name, node] of given) {
      const known = fields[name];
      const literal = this.#literal(node, depth + 1);
      const type = literal && this.#types.written(literal.childForFieldName('type'));
      const values = literal && fieldsOf(literal);
      if (!known || !values || type?.package !== protojson || type.name !== name) return undefined;
      for (const [option, value] of values) {
        const key = known[option];
        if (key === undefined) continue;
        const told: Constant | undefined = constantOf(value, this.#flow);
        if (told?.kind !== 'truth') return undefined;
        json = { ...json, [key]: told.value };
      }
    }
    return json;
  }

  /** The composite literal that an expression is, through `&` and a variable that nothing changes afterwards. */
  #literal(node: Node | null | undefined, depth: number): Node | undefined {
    if (!node || depth > maxDepth) return undefined;
    switch (node.type) {
      case 'composite_literal':
        return node;
      case 'unary_expression':
      case 'parenthesized_expression':
        return this.#literal(node.namedChild(0), depth + 1);
      case 'identifier': {
        const binding = this.#scopes.find(node.text, node.startIndex);
        const fixed = binding?.kind === 'variable' && !this.#changed.has(node.text);
        const assigned = binding ? this.#scopes.assignmentsTo(binding).filter(({ value }) => value) : [];
        return fixed && assigned.length === 0 ? this.#literal(binding.value, depth + 1) : undefined;
      }
      default:
        return undefined;
    }
  }

  #mark(node: Node): Mark {
    const { row, column } = node.startPosition;
    return { line: row + 1, column: column + 1, text: (this.#lines[row] ?? '').replace('\r', '') };
  }
}

/** Nobody goes through more variables; a made-up text might. */
const maxDepth = 10;

/** True where an option is only given on a condition that the mux itself does not stand under. */
function isInBranchBeside(option: Node, mux: Node): boolean {
  for (let at = option.parent; at; at = at.parent) {
    const around = at.startIndex <= mux.startIndex && mux.endIndex <= at.endIndex;
    if (around) return false;
    if (at.type === 'if_statement' || at.type.endsWith('_case')) return true;
  }
  return false;
}

/** The values of a literal by field; undefined where they are not named. */
function fieldsOf(literal: Node): Map<string, Node> | undefined {
  const given = new Map<string, Node>();
  for (const element of literal.childForFieldName('body')?.namedChildren ?? []) {
    if (!element || element.type === 'comment') continue;
    const [key, value] = ['key', 'value'].map((side) => element.childForFieldName(side)?.namedChild(0));
    if (!key || !value) return undefined;
    given.set(key.text, value);
  }
  return given;
}
