import type { Node } from 'web-tree-sitter';
import { Flow } from '../syntax/flow.ts';
import { importsOf } from '../syntax/imports.ts';
import type { GoParser } from '../syntax/parser.ts';
import type { PackageConstants } from '../syntax/reader.ts';
import { type Binding, Scopes } from '../syntax/scopes.ts';
import type { Mark } from '../syntax/syntax.ts';

/** `x.Field = value`. */
export interface FieldAssignment {
  readonly owner: Binding;
  readonly field: string;
  readonly value: Node;
}

/** `x.Method(…)`, where `x` is a variable or a parameter. */
export interface MethodCall {
  readonly owner: Binding;
  readonly method: string;
  readonly node: Node;
}

/** A parsed file, with what the readers of TLS code ask of it again and again. */
export class FileCode {
  readonly parser: GoParser;
  readonly root: Node;
  readonly scopes: Scopes;
  readonly flow: Flow;
  readonly #lines: readonly string[];
  #functions: ReadonlyMap<string, Node> | undefined;
  #fields: readonly FieldAssignment[] | undefined;
  #methods: readonly MethodCall[] | undefined;
  #calls: readonly Node[] | undefined;

  constructor(parser: GoParser, root: Node, text: string, constants: PackageConstants) {
    this.parser = parser;
    this.root = root;
    this.#lines = text.split('\n');
    this.scopes = new Scopes(parser, root);
    const names = importsOf(parser, root).filter(({ name }) => name !== '_' && name !== '.');
    this.flow = new Flow(this.scopes, new Map(names.map(({ name, path }) => [name, path])), constants);
  }

  mark(node: Node): Mark {
    const { row, column } = node.startPosition;
    return { line: row + 1, column: column + 1, text: (this.#lines[row] ?? '').replace('\r', '') };
  }

  /** All calls of the file, in order. */
  get calls(): readonly Node[] {
    this.#calls ??= this.parser.captures('(call_expression) @call', this.root).map(({ node }) => node);
    return this.#calls;
  }

  /** The function that a call names: of another package by its import path, of this file without one. */
  called(call: Node): { readonly package?: string; readonly name: string } | undefined {
    const called = call.childForFieldName('function');
    if (called?.type === 'identifier')
      return this.scopes.find(called.text, called.startIndex)?.local ? undefined : { name: called.text };
    const operand = called?.type === 'selector_expression' ? called.childForFieldName('operand') : undefined;
    const path = operand ? this.flow.packageAt(operand) : undefined;
    return path === undefined ? undefined : { package: path, name: called?.childForFieldName('field')?.text ?? '' };
  }

  /** What is put into a call, in order. */
  argumentsOf(call: Node): Node[] {
    return (call.childForFieldName('arguments')?.namedChildren ?? []).flatMap((one) =>
      one && one.type !== 'comment' ? [one] : [],
    );
  }

  binding(identifier: Node): Binding | undefined {
    return this.scopes.find(identifier.text, identifier.startIndex);
  }

  /** A function or method that the file declares, by its name; undefined where two have it. */
  declaration(name: string): Node | undefined {
    if (!this.#functions) {
      const found = new Map<string, Node>();
      const twice = new Set<string>();
      for (const { node } of this.parser.captures(
        '[(function_declaration) (method_declaration)] @function',
        this.root,
      )) {
        const own = node.childForFieldName('name')?.text ?? '';
        if (found.has(own)) twice.add(own);
        found.set(own, node);
      }
      for (const own of twice) found.delete(own);
      this.#functions = found;
    }
    return this.#functions.get(name);
  }

  get fieldAssignments(): readonly FieldAssignment[] {
    this.#fields ??= this.parser.captures('(assignment_statement) @assignment', this.root).flatMap(({ node }) => {
      const left = node.childForFieldName('left')?.namedChildren ?? [];
      const right = node.childForFieldName('right')?.namedChildren ?? [];
      return left.flatMap((target, index) => {
        const operand = target?.type === 'selector_expression' ? target.childForFieldName('operand') : undefined;
        const owner = operand?.type === 'identifier' ? this.binding(operand) : undefined;
        const value = right.length === left.length ? right[index] : right[0];
        return owner && value ? [{ owner, field: target?.childForFieldName('field')?.text ?? '', value }] : [];
      });
    });
    return this.#fields;
  }

  get methodCalls(): readonly MethodCall[] {
    this.#methods ??= this.calls.flatMap((node) => {
      const called = node.childForFieldName('function');
      const operand = called?.type === 'selector_expression' ? called.childForFieldName('operand') : undefined;
      const owner = operand?.type === 'identifier' ? this.binding(operand) : undefined;
      return owner ? [{ owner, method: called?.childForFieldName('field')?.text ?? '', node }] : [];
    });
    return this.#methods;
  }

  /** The function or method around a place. */
  functionAround(node: Node): Node | undefined {
    for (let at = node.parent; at; at = at.parent)
      if (at.type === 'function_declaration' || at.type === 'method_declaration') return at;
    return undefined;
  }

  /** True where a branch of the function around decides whether a place is reached. */
  inBranch(node: Node): boolean {
    const around = this.functionAround(node);
    for (let at = node; at.parent && !(around && at.equals(around)); at = at.parent) {
      const { parent } = at;
      if (parent.type === 'if_statement' && (at.type === 'block' || at.type === 'if_statement')) return true;
      if (parent.type.endsWith('_case')) return true;
    }
    return false;
  }

  /** The import path and name of the type of a composite literal, where it is one of another package. */
  typeOf(literal: Node): { readonly package: string; readonly name: string } | undefined {
    const type = literal.childForFieldName('type');
    const owner = type?.type === 'qualified_type' ? type.childForFieldName('package') : undefined;
    const path = owner ? this.flow.packageAt(owner) : undefined;
    return path === undefined ? undefined : { package: path, name: type?.childForFieldName('name')?.text ?? '' };
  }
}

/** The values of a composite literal by the names of their fields. */
export function fieldsOf(literal: Node): Map<string, Node> {
  const fields = new Map<string, Node>();
  for (const element of literal.childForFieldName('body')?.namedChildren ?? []) {
    const [key, value] = ['key', 'value'].map((side) => element?.childForFieldName(side)?.namedChild(0));
    if (key && value) fields.set(key.text, value);
  }
  return fields;
}
