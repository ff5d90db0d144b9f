import type { Node } from 'web-tree-sitter';
import { constantOf } from './constants.ts';
import { Flow } from './flow.ts';
import { type ImportNode, importsOf } from './imports.ts';
import { Silence } from './nolint.ts';
import type { GoParser } from './parser.ts';
import { Scopes } from './scopes.ts';
import type { Argument, Constant, FieldUse, GoSyntax, Interest, Mark, Reference } from './syntax.ts';
import { Types } from './types.ts';

export { GoParser, type ParserFiles } from './parser.ts';

const selectors = `
  (selector_expression operand: (identifier) @package field: (field_identifier) @name)
  (qualified_type package: (package_identifier) @package name: (type_identifier) @name)
`;
const plainNames = '[(identifier) (type_identifier)] @name';
const fieldNames = `
  (selector_expression field: (field_identifier) @field)
  (keyed_element key: (literal_element (identifier) @key))
`;

/** Gives a constant that another file of the package declares. */
export type PackageConstants = (name: string) => Constant | undefined;

const nothing: PackageConstants = () => undefined;

/**
 * Reads a Go file: its imports, and where it uses the names that are asked for. Never throws for what stands in the text;
 * undefined for a text that is too long to be written by hand.
 */
export function readGoSyntax(
  parser: GoParser,
  text: string,
  interest: Interest,
  constants: PackageConstants = nothing,
): GoSyntax | undefined {
  return parser.parse(text, (root) => new Reading(parser, text, root, interest, constants).result());
}

/** The constants that a file declares at package level, by name. */
export function packageConstants(parser: GoParser, text: string): ReadonlyMap<string, Constant> {
  const found = new Map<string, Constant>();
  parser.parse(text, (root) => {
    const scopes = new Scopes(parser, root);
    const flow = new Flow(scopes, namesOf(importsOf(parser, root)), nothing);
    for (const { node } of parser.captures(
      '(source_file (const_declaration (const_spec name: (identifier) @name)))',
      root,
    )) {
      const value = constantOf(node, flow);
      if (value) found.set(node.text, value);
    }
  });
  return found;
}

function namesOf(imports: readonly ImportNode[]): Map<string, string> {
  return new Map(imports.filter(({ name }) => name !== '_' && name !== '.').map(({ name, path }) => [name, path]));
}

class Reading {
  readonly #parser: GoParser;
  readonly #root: Node;
  readonly #interest: Interest;
  readonly #lines: readonly string[];
  readonly #imports: readonly ImportNode[];
  readonly #comments: readonly Node[];
  readonly #silence: Silence;
  readonly #scopes: Scopes;
  readonly #flow: Flow;
  #selected: readonly Selector[] | undefined;

  constructor(parser: GoParser, text: string, root: Node, interest: Interest, constants: PackageConstants) {
    this.#parser = parser;
    this.#root = root;
    this.#interest = interest;
    this.#lines = text.split('\n');
    this.#imports = importsOf(parser, root);
    this.#comments = parser.captures('(comment) @comment', root).map(({ node }) => node);
    this.#silence = new Silence(root, this.#comments, this.#lines);
    this.#scopes = new Scopes(parser, root);
    this.#flow = new Flow(this.#scopes, namesOf(this.#imports), constants);
  }

  result(): GoSyntax {
    const clause = this.#root.namedChildren.find((node) => node?.type === 'package_clause');
    const name = clause?.namedChild(0)?.text;
    const head = this.#comments.filter(({ startIndex }) => startIndex < (clause?.startIndex ?? 0));
    const constraint = head.map(({ text }) => text).find((text) => text.startsWith('//go:build '));
    return {
      ...(name !== undefined && { package: name }),
      imports: this.#imports.map(({ node, ...spec }) => ({
        ...spec,
        ...this.#mark(node),
        uses: this.#countOf(spec.name),
      })),
      ...(constraint !== undefined && { constraint: constraint.slice('//go:build '.length).trim() }),
      generated: head.some(({ text }) => isGeneratedMark(text)),
      references: [...this.#qualified(), ...this.#dotted()],
      declared: this.#scopes.names(),
      fieldUses: this.#interest.fields ? this.#fieldUses(this.#interest.fields) : [],
      damaged: this.#root.hasError,
    };
  }

  #mark(node: Node): Mark & Pick<Reference, 'nolint'> {
    const { row, column } = node.startPosition;
    const nolint = this.#silence.at(row);
    const text = (this.#lines[row] ?? '').replace('\r', '');
    return { line: row + 1, column: column + 1, text, ...(nolint && { nolint }) };
  }

  /** How often a package is used by its name; a name that stands for something nearer is not it. */
  #countOf(alias: string): number {
    return this.#selectors().filter((one) => one.alias === alias && this.#flow.packageAt(one.owner)).length;
  }

  #selectors(): readonly Selector[] {
    this.#selected ??= pairs(this.#parser.captures(selectors, this.#root));
    return this.#selected;
  }

  /** `grpc.Dial`, where `grpc` is an import and nothing that is declared nearer. */
  *#qualified(): Generator<Reference> {
    const packages = namesOf(this.#imports);
    for (const { alias, owner, name } of this.#selectors()) {
      const path = packages.get(alias);
      if (path === undefined || !this.#interest.names.get(path)?.has(name.text) || !this.#flow.packageAt(owner))
        continue;
      yield this.#reference(owner.parent ?? owner, path, name.text, alias);
    }
  }

  /** Names of packages that are imported with a dot stand alone. */
  *#dotted(): Generator<Reference> {
    const dots = this.#imports.filter(({ name, path }) => name === '.' && this.#interest.names.has(path));
    if (dots.length === 0) return;
    for (const { node } of this.#parser.captures(plainNames, this.#root)) {
      const name = node.text;
      const path = dots.map((one) => one.path).find((one) => this.#interest.names.get(one)?.has(name));
      if (path === undefined || this.#scopes.find(name, node.startIndex) || !isFree(node)) continue;
      yield this.#reference(node, path, name, '');
    }
  }

  #reference(node: Node, path: string, name: string, alias: string): Reference {
    const parent = node.parent;
    const isCall = parent?.type === 'call_expression' && parent.childForFieldName('function')?.equals(node);
    const isLiteral = parent?.type === 'composite_literal' && parent.childForFieldName('type')?.equals(node);
    const inside = functionAround(node);
    const isType = node.type === 'qualified_type' || node.type === 'type_identifier';
    return {
      ...this.#mark(node),
      package: path,
      name,
      alias,
      use: isCall ? 'call' : isLiteral ? 'literal' : isType ? 'type' : 'value',
      arguments: isCall ? this.#flow.arguments(parent) : [],
      fields: isLiteral ? this.#fieldsOf(parent) : new Map(),
      ...(inside !== undefined && { inside }),
      conditional: isInBranch(node),
    };
  }

  #fieldsOf(literal: Node): Map<string, Argument> {
    const fields = new Map<string, Argument>();
    for (const element of literal.childForFieldName('body')?.namedChildren ?? []) {
      const [key, value] = ['key', 'value'].map((side) => element?.childForFieldName(side)?.namedChild(0));
      if (key && value) fields.set(key.text, this.#flow.argument(value));
    }
    return fields;
  }

  /** `v.Field` and `Type{Field: …}` of the types that are asked for. */
  *#usesOf(fields: ReadonlyMap<string, ReadonlySet<string>>): Generator<FieldUse> {
    const names = new Set([...fields.values()].flatMap((set) => [...set]));
    const types = new Types(this.#scopes, this.#flow);
    for (const { node, name } of this.#parser.captures(fieldNames, this.#root)) {
      if (!names.has(node.text)) continue;
      const owner =
        name === 'key' ? types.of(literalAround(node)) : types.of(node.parent?.childForFieldName('operand'));
      if (!owner || !fields.get(`${owner.package}.${owner.name}`)?.has(node.text)) continue;
      yield {
        ...this.#mark(node),
        package: owner.package,
        type: owner.name,
        field: node.text,
        literal: name === 'key',
      };
    }
  }

  #fieldUses(fields: ReadonlyMap<string, ReadonlySet<string>>): FieldUse[] {
    return [...this.#usesOf(fields)];
  }
}

/** The parts of `grpc.Dial`. */
interface Selector {
  readonly alias: string;
  readonly owner: Node;
  readonly name: Node;
}

/** Both captures of a match stand side by side: nothing else begins between them. */
function pairs(captures: readonly { readonly name: string; readonly node: Node }[]): Selector[] {
  return captures.flatMap((owner, index) => {
    const name = captures[index + 1];
    return owner.name === 'package' && name?.name === 'name'
      ? [{ alias: owner.node.text, owner: owner.node, name: name.node }]
      : [];
  });
}

/** The composite literal in which a key stands directly. */
function literalAround(key: Node): Node | null {
  // literal_element, keyed_element, literal_value, composite_literal
  return key.parent?.parent?.parent?.parent ?? null;
}

/** False for a name that is declared here, or is the key of a literal. */
function isFree(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (parent.type === 'literal_element') return !parent.parent?.childForFieldName('key')?.equals(parent);
  return !parent.childrenForFieldName('name').some((name) => name?.equals(node));
}

function functionAround(node: Node): string | undefined {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (parent.type === 'function_declaration' || parent.type === 'method_declaration')
      return parent.childForFieldName('name')?.text;
  }
  return undefined;
}

const branches: ReadonlySet<string> = new Set(['expression_case', 'type_case', 'communication_case', 'default_case']);

/** True in the blocks of an if and in the cases of a switch; what stands before such a block is reached always. */
function isInBranch(node: Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (branches.has(parent.type)) return true;
    if (parent.type === 'if_statement' && (at.type === 'block' || at.type === 'if_statement')) return true;
  }
  return false;
}

/** The line by which Go tools know generated code. */
function isGeneratedMark(comment: string): boolean {
  const line = comment.trimEnd();
  return line.startsWith('// Code generated ') && line.endsWith(' DO NOT EDIT.');
}
