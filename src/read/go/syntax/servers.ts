import type { Node } from 'web-tree-sitter';
import { Flow } from './flow.ts';
import { importsOf } from './imports.ts';
import type { GoParser } from './parser.ts';
import { type Binding, Scopes } from './scopes.ts';
import type { Mark } from './syntax.ts';

/** A type that a file writes: of its own package, or of another one. */
export interface NamedType {
  /** Import path; undefined for the package of the file. */
  readonly package?: string;
  readonly name: string;
}

/** `pb.RegisterGreeterServer(s, &server{})`, where the file tells what is registered. */
export interface ServerRegistration extends Mark {
  /** Import path of the generated package. */
  readonly package: string;
  /** What the file calls that package. */
  readonly alias: string;
  /** `RegisterGreeterServer`. */
  readonly name: string;
  /** The second argument as it is written. */
  readonly argument: string;
  /** The type of the second argument, or the function that makes it. */
  readonly type?: NamedType;
  readonly constructedBy?: NamedType;
  /** Keys of the literal that the argument is made of; undefined where it is no literal with keys. */
  readonly keys?: readonly string[];
}

/** A type inside of a struct that lends it its methods. */
export interface EmbeddedType extends NamedType, Mark {
  readonly pointer: boolean;
}

/** A struct that a file declares. */
export interface StructDeclaration extends Mark {
  readonly name: string;
  readonly embedded: readonly EmbeddedType[];
  /** Embeds something that cannot be told by a name, such as a generic type. */
  readonly obscure: boolean;
}

/** What a file declares that servers are made of. */
export interface ServerDeclarations {
  readonly structs: readonly StructDeclaration[];
  /** Types that are no structs: interfaces, aliases, other names of types. */
  readonly others: readonly string[];
  /** Methods by the name of the type that they belong to. */
  readonly methods: ReadonlyMap<string, readonly string[]>;
  /** The type that the first result of a function is declared as, where it is a named one. */
  readonly results: ReadonlyMap<string, NamedType>;
  /** Import paths by the names that the file gives them. */
  readonly imports: ReadonlyMap<string, string>;
  /** Names that are set on something: `x.Name = …`. */
  readonly assigned: ReadonlySet<string>;
}

/** Names of packages by import path. */
type PackageNames = ReadonlyMap<string, string>;

function importNames(parser: GoParser, root: Node, packages: PackageNames): Map<string, string> {
  return new Map(
    importsOf(parser, root).map(({ name, path, alias }) => [alias ? name : (packages.get(path) ?? name), path]),
  );
}

const calls = '(call_expression function: (selector_expression operand: (identifier) field: (field_identifier))) @call';

/**
 * The registrations of servers by the wanted functions (names by import path). `packages` has the names of packages whose path does
 * not tell. Never throws for the text.
 */
export function readServerRegistrations(
  parser: GoParser,
  text: string,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  packages: PackageNames,
): readonly ServerRegistration[] {
  const lines = text.split('\n');
  return (
    parser.parse(text, (root) => {
      const names = importNames(parser, root, packages);
      const scopes = new Scopes(parser, root);
      const reading = new Expressions(scopes, new Flow(scopes, names, () => undefined));
      return parser.captures(calls, root).flatMap(({ node }) => registration(node, lines, wanted, reading));
    }) ?? []
  );
}

function registration(
  node: Node,
  lines: readonly string[],
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  reading: Expressions,
): ServerRegistration[] {
  const called = node.childForFieldName('function');
  const owner = called?.childForFieldName('operand');
  const name = called?.childForFieldName('field')?.text ?? '';
  const path = owner ? reading.packageAt(owner) : undefined;
  if (!owner || path === undefined || !wanted.get(path)?.has(name)) return [];
  const given = (node.childForFieldName('arguments')?.namedChildren ?? []).filter((one) => one?.type !== 'comment');
  const server = given[1];
  if (!server || given.length !== 2) return [];
  return [
    {
      package: path,
      alias: owner.text,
      name,
      ...markOf(node, lines),
      argument: (server.text.split('\n')[0] ?? '').slice(0, maxText),
      ...reading.of(server),
    },
  ];
}

const maxText = 80;
/** Steps through variables; nobody writes more, a made-up text might. */
const maxDepth = 20;

type Origin = Pick<ServerRegistration, 'type' | 'constructedBy' | 'keys'>;

/** Tells what an expression is made of, where the function around it says so. */
class Expressions {
  readonly #scopes: Scopes;
  readonly #flow: Flow;

  constructor(scopes: Scopes, flow: Flow) {
    this.#scopes = scopes;
    this.#flow = flow;
  }

  packageAt(node: Node): string | undefined {
    return this.#flow.packageAt(node);
  }

  of(node: Node | null | undefined, depth = 0): Origin {
    if (!node || depth > maxDepth) return {};
    switch (node.type) {
      case 'parenthesized_expression':
        return this.of(node.namedChild(0), depth + 1);
      case 'unary_expression':
        return node.child(0)?.text === '&' ? this.of(node.childForFieldName('operand'), depth + 1) : {};
      case 'composite_literal': {
        const type = this.type(node.childForFieldName('type'));
        return type ? { type, ...keysOf(node) } : {};
      }
      case 'identifier':
        return this.#ofName(node, depth);
      case 'call_expression':
        return this.#ofCall(node);
      default:
        return {};
    }
  }

  /** `T`, `*T`, `pkg.T`, `*pkg.T`; a name that a function declares for itself is none that can be looked up. */
  type(node: Node | null | undefined): NamedType | undefined {
    switch (node?.type) {
      case 'pointer_type':
      case 'parenthesized_type':
        return this.type(node.namedChild(0));
      case 'type_identifier': {
        const binding = this.#scopes.find(node.text, node.startIndex);
        return binding?.local ? undefined : { name: node.text };
      }
      case 'qualified_type': {
        const owner = node.childForFieldName('package');
        const path = owner && this.#flow.packageAt(owner);
        return path ? { package: path, name: node.childForFieldName('name')?.text ?? '' } : undefined;
      }
      default:
        return undefined;
    }
  }

  #ofName(node: Node, depth: number): Origin {
    const binding: Binding | undefined = this.#scopes.find(node.text, node.startIndex);
    if (!binding) return {};
    if (binding.type) {
      const type = this.type(binding.type);
      // A declared type may be an interface; the struct tells. What a zero value holds is known, what came in is not.
      const zero = binding.kind === 'variable' && !binding.value && binding.type.type !== 'pointer_type';
      return type ? { type, ...(zero && { keys: [] }) } : {};
    }
    if (binding.kind !== 'variable' || this.#scopes.assignmentsTo(binding).some(({ value }) => value)) return {};
    return this.of(binding.value, depth + 1);
  }

  #ofCall(node: Node): Origin {
    const called = node.childForFieldName('function');
    if (called?.type === 'identifier') {
      if (called.text === 'new') {
        const type = this.type(asType(node.childForFieldName('arguments')?.namedChild(0)));
        return type ? { type, keys: [] } : {};
      }
      const binding = this.#scopes.find(called.text, called.startIndex);
      return binding?.local ? {} : { constructedBy: { name: called.text } };
    }
    const owner = called?.type === 'selector_expression' ? called.childForFieldName('operand') : undefined;
    const path = owner ? this.packageAt(owner) : undefined;
    return path === undefined
      ? {}
      : { constructedBy: { package: path, name: called?.childForFieldName('field')?.text ?? '' } };
  }
}

/** The grammar takes the argument of `new` for a type. */
function asType(node: Node | null | undefined): Node | null | undefined {
  return node?.type === 'type_identifier' || node?.type === 'qualified_type' ? node : undefined;
}

/** Undefined for a literal that gives its values by their order. */
function keysOf(literal: Node): Pick<Origin, 'keys'> {
  const elements = (literal.childForFieldName('body')?.namedChildren ?? []).filter((one) => one?.type !== 'comment');
  if (!elements.every((one) => one?.type === 'keyed_element')) return {};
  return { keys: elements.map((one) => one?.childForFieldName('key')?.text ?? '') };
}

/** What a file declares that servers are made of; undefined for a text that is too long, or nothing like Go. */
export function readServerDeclarations(
  parser: GoParser,
  text: string,
  packages: PackageNames,
): ServerDeclarations | undefined {
  const lines = text.split('\n');
  return parser.parse(text, (root) => {
    const imports = importNames(parser, root, packages);
    const scopes = new Scopes(parser, root);
    const reading = new Expressions(scopes, new Flow(scopes, imports, () => undefined));
    const structs: StructDeclaration[] = [];
    const others: string[] = [];
    for (const { node } of parser.captures('(source_file (type_declaration [(type_spec) (type_alias)] @spec))', root)) {
      const name = node.childForFieldName('name')?.text ?? '';
      const type = node.childForFieldName('type');
      const plain =
        node.type === 'type_spec' && type?.type === 'struct_type' && !node.childForFieldName('type_parameters');
      if (plain && type) structs.push(structOf(name, node, type, lines, reading));
      else others.push(name);
    }
    return {
      structs,
      others,
      methods: methodsOf(parser, root),
      results: resultsOf(parser, root, reading),
      imports,
      assigned: new Set(
        parser
          .captures(
            '(assignment_statement left: (expression_list (selector_expression field: (field_identifier) @field)))',
            root,
          )
          .map(({ node }) => node.text),
      ),
    };
  });
}

function structOf(
  name: string,
  spec: Node,
  type: Node,
  lines: readonly string[],
  reading: Expressions,
): StructDeclaration {
  const fields = type.namedChildren.find((one) => one?.type === 'field_declaration_list')?.namedChildren ?? [];
  const unnamed = fields.filter((one) => one?.type === 'field_declaration' && !one.childForFieldName('name'));
  const embedded = unnamed.flatMap((field): EmbeddedType[] => {
    const found = field && reading.type(field.childForFieldName('type'));
    return field && found ? [{ ...found, ...markOf(field, lines), pointer: field.child(0)?.text === '*' }] : [];
  });
  return { name, ...markOf(spec, lines), embedded, obscure: embedded.length < unnamed.length };
}

function methodsOf(parser: GoParser, root: Node): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { node } of parser.captures('(method_declaration) @method', root)) {
    const receiver = node.childForFieldName('receiver')?.namedChild(0)?.childForFieldName('type');
    const owner = receiver?.type === 'pointer_type' ? receiver.namedChild(0) : receiver;
    const name = node.childForFieldName('name')?.text;
    if (!owner || name === undefined) continue;
    methods.set(owner.text, [...(methods.get(owner.text) ?? []), name]);
  }
  return methods;
}

function resultsOf(parser: GoParser, root: Node, reading: Expressions): Map<string, NamedType> {
  const results = new Map<string, NamedType>();
  for (const { node } of parser.captures('(function_declaration) @function', root)) {
    const result = node.childForFieldName('result');
    const first = result?.type === 'parameter_list' ? result.namedChild(0)?.childForFieldName('type') : result;
    const type = reading.type(first);
    const name = node.childForFieldName('name')?.text;
    if (type && name !== undefined) results.set(name, type);
  }
  return results;
}

function markOf(node: Node, lines: readonly string[]): Mark {
  const { row, column } = node.startPosition;
  return { line: row + 1, column: column + 1, text: (lines[row] ?? '').replace('\r', '') };
}
