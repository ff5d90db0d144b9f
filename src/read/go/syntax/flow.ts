import type { Node } from 'web-tree-sitter';
import { constantOf, type Names } from './constants.ts';
import type { Binding, Scopes } from './scopes.ts';
import type { Argument, Call, Constant } from './syntax.ts';

/** So much of a text is kept of an argument. */
const textLength = 80;
/** Steps that one argument may take through variables; more is a program that wants to be run, not read. */
const maxSteps = 400;

/** Functions of the language that give back what is put into them. */
const transparent: ReadonlySet<string> = new Set(['append', 'slices.Concat', 'slices.Clone']);

interface Found {
  readonly calls: Call[];
  closed: boolean;
}

/** Follows values back to where they come from, within one function of one file. */
export class Flow implements Names {
  readonly #scopes: Scopes;
  readonly #packages: ReadonlyMap<string, string>;
  readonly #constantOfPackage: (name: string) => Constant | undefined;
  readonly #visiting = new Set<Binding>();
  #steps = 0;

  /**
   * `packages` are the import paths by the names of this file; `constantOfPackage` gives constants that other files of the
   * package declare.
   */
  constructor(
    scopes: Scopes,
    packages: ReadonlyMap<string, string>,
    constantOfPackage: (name: string) => Constant | undefined,
  ) {
    this.#scopes = scopes;
    this.#packages = packages;
    this.#constantOfPackage = constantOfPackage;
  }

  packageAt(node: Node): string | undefined {
    if (node.type !== 'identifier' && node.type !== 'package_identifier') return undefined;
    const path = this.#packages.get(node.text);
    return path !== undefined && !this.#scopes.find(node.text, node.startIndex) ? path : undefined;
  }

  identifier(node: Node): Constant | undefined {
    const binding = this.#scopes.find(node.text, node.startIndex);
    if (!binding) return this.#constantOfPackage(node.text);
    const fixed = binding.kind === 'constant' || (binding.local && binding.kind === 'variable');
    if (!fixed || this.#visiting.has(binding) || this.#scopes.assignmentsTo(binding).length > 0) return undefined;
    return this.#within(binding, () => constantOf(binding.value, this));
  }

  /** The arguments of a call, in order. */
  arguments(call: Node): Argument[] {
    const list = call.childForFieldName('arguments');
    return (list?.namedChildren ?? [])
      .filter((child) => child !== null && child.type !== 'comment')
      .map((child) => this.argument(child as Node));
  }

  argument(node: Node): Argument {
    if (this.#visiting.size === 0) this.#steps = 0;
    const found: Found = { calls: [], closed: true };
    this.#trace(node, found);
    const value = constantOf(node, this);
    const text = node.text.split('\n')[0] ?? '';
    return { text: text.slice(0, textLength), ...(value && { value }), ...found };
  }

  #within<T>(binding: Binding, use: () => T): T {
    this.#visiting.add(binding);
    try {
      return use();
    } finally {
      this.#visiting.delete(binding);
    }
  }

  #trace(node: Node, found: Found): void {
    this.#steps += 1;
    if (this.#steps > maxSteps) {
      found.closed = false;
      return;
    }
    switch (node.type) {
      case 'identifier':
        this.#traceName(node, found);
        return;
      case 'call_expression':
        this.#traceCall(node, found);
        return;
      case 'selector_expression':
        // A variable or constant of another package, or a field: nobody here says what is in it.
        if (!constantOf(node, this)) found.closed = false;
        return;
      case 'composite_literal':
        this.#traceChildren(node.childForFieldName('body'), found);
        return;
      case 'literal_value':
      case 'literal_element':
      case 'variadic_argument':
      case 'parenthesized_expression':
      case 'unary_expression':
      case 'binary_expression':
      case 'slice_expression':
        this.#traceChildren(node, found);
        return;
      case 'keyed_element':
        this.#traceChildren(node.childForFieldName('value'), found);
        return;
      case 'func_literal':
      case 'index_expression':
      case 'type_assertion_expression':
        found.closed = false;
        return;
      default:
        // Literals, and types as arguments of make and new.
        return;
    }
  }

  #traceChildren(node: Node | null, found: Found): void {
    for (const child of node?.namedChildren ?? []) if (child) this.#trace(child, found);
  }

  #traceName(node: Node, found: Found): void {
    if (node.text === 'nil') return;
    const binding = this.#scopes.find(node.text, node.startIndex);
    if (!binding) {
      if (!this.#constantOfPackage(node.text)) found.closed = false;
      return;
    }
    if (binding.kind === 'constant' || this.#visiting.has(binding)) return;
    const assignments = this.#scopes.assignmentsTo(binding);
    if (!binding.local || binding.kind !== 'variable' || assignments.some(({ value }) => !value)) {
      found.closed = false;
      return;
    }
    this.#within(binding, () => {
      for (const value of [binding.value, ...assignments.map((one) => one.value)]) if (value) this.#trace(value, found);
    });
  }

  #traceCall(node: Node, found: Found): void {
    const called = node.childForFieldName('function');
    const operand = called?.childForFieldName('operand');
    const path = operand && this.packageAt(operand);
    const isTransparent = called !== null && transparent.has(called.text);
    if (isTransparent) this.#traceChildren(node.childForFieldName('arguments'), found);
    else if (path !== undefined && path !== null) {
      const name = called?.childForFieldName('field')?.text ?? '';
      const args = this.arguments(node);
      found.calls.push({ package: path, name, line: node.startPosition.row + 1, arguments: args });
    } else found.closed = false;
  }
}
