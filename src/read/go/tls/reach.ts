import type { Node } from 'web-tree-sitter';
import type { Binding } from '../syntax/scopes.ts';
import type { FileCode } from './file-code.ts';

/** Steps that one question may take; more is a program that wants to be run, not read. */
const maxSteps = 600;

/** What a value may be made of, as far as this file tells. */
export interface Reached {
  /** Calls of other packages and of methods, literals of structs and strings, functions, and variables that the build fills. */
  readonly nodes: readonly Node[];
  /** False where a part of it comes from elsewhere: a parameter, a field, another file. */
  readonly closed: boolean;
}

/** Follows values back to what they are made of, through variables, functions of this file and what is set on a variable. */
export class Reach {
  readonly #code: FileCode;

  constructor(code: FileCode) {
    this.#code = code;
  }

  of(node: Node | null | undefined): Reached {
    const walk = new Walk(this.#code);
    walk.visit(node);
    return { nodes: walk.nodes, closed: walk.closed };
  }
}

class Walk {
  readonly #code: FileCode;
  readonly #seen = new Set<number>();
  readonly #bindings = new Set<Binding>();
  readonly nodes: Node[] = [];
  closed = true;
  #steps = 0;

  constructor(code: FileCode) {
    this.#code = code;
  }

  visit(node: Node | null | undefined): void {
    if (!node || this.#seen.has(node.id)) return;
    this.#seen.add(node.id);
    this.#steps += 1;
    if (this.#steps > maxSteps) {
      this.closed = false;
      return;
    }
    switch (node.type) {
      case 'identifier':
        this.#name(node);
        return;
      case 'call_expression':
        this.#call(node);
        return;
      case 'composite_literal':
        this.#literal(node);
        return;
      case 'selector_expression':
        if (!this.#isOfPackage(node)) this.closed = false;
        this.nodes.push(node);
        return;
      case 'index_expression':
      case 'type_assertion_expression':
        this.closed = false;
        this.visit(node.childForFieldName('operand'));
        return;
      case 'func_literal':
      case 'interpreted_string_literal':
      case 'raw_string_literal':
        this.nodes.push(node);
        return;
      case 'type_conversion_expression':
      case 'unary_expression':
        this.visit(node.childForFieldName('operand'));
        return;
      case 'keyed_element':
        this.visit(node.childForFieldName('value'));
        return;
      case 'literal_value':
      case 'literal_element':
      case 'variadic_argument':
      case 'parenthesized_expression':
      case 'binary_expression':
      case 'slice_expression':
      case 'expression_list':
        for (const child of node.namedChildren) this.visit(child);
        return;
      default:
        return;
    }
  }

  #isOfPackage(node: Node): boolean {
    const operand = node.childForFieldName('operand');
    return operand !== null && this.#code.flow.packageAt(operand) !== undefined;
  }

  /** A slice is its elements; a struct is told as it stands. */
  #literal(node: Node): void {
    const type = node.childForFieldName('type')?.type ?? '';
    if (/array|slice|map/.test(type)) this.visit(node.childForFieldName('body'));
    else this.nodes.push(node);
  }

  #name(node: Node): void {
    if (node.text === 'nil' || node.text === '_') return;
    const binding = this.#code.binding(node);
    if (!binding) {
      this.closed = false;
      return;
    }
    if (this.#bindings.has(binding)) return;
    this.#bindings.add(binding);
    if (binding.kind === 'constant') {
      this.visit(binding.value);
      return;
    }
    if (binding.kind !== 'variable') {
      this.closed = false;
      if (binding.kind === 'parameter') this.#parameter(node, binding);
      else if (binding.kind === 'other') this.nodes.push(node);
      this.#onIt(binding);
      return;
    }
    if (!binding.local) {
      this.closed = false;
      if (!binding.value) this.nodes.push(node);
    }
    this.visit(binding.value);
    for (const { value } of this.#code.scopes.assignmentsTo(binding)) {
      if (value) this.visit(value);
      else this.closed = false;
    }
    this.#onIt(binding);
  }

  /** What is set on a variable, and what its methods are given, is a part of it. */
  #onIt(binding: Binding): void {
    for (const { owner, value } of this.#code.fieldAssignments) if (owner === binding) this.visit(value);
    for (const { owner, method, node } of this.#code.methodCalls)
      if (owner === binding && method === 'AppendCertsFromPEM') this.nodes.push(node);
  }

  /** What the calls in this file give for a parameter. */
  #parameter(node: Node, binding: Binding): void {
    const around = this.#code.functionAround(node);
    const name = around?.type === 'function_declaration' ? around.childForFieldName('name')?.text : undefined;
    const index = around ? parameterNames(around).indexOf(binding.name) : -1;
    if (name === undefined || index < 0) return;
    for (const call of this.#code.calls) {
      const called = this.#code.called(call);
      if (called?.name === name && called.package === undefined) this.visit(this.#code.argumentsOf(call)[index]);
    }
  }

  #call(node: Node): void {
    const { name, package: path } = this.#code.called(node) ?? {};
    if (path === 'slices' || (path === undefined && name === 'append')) {
      for (const one of this.#code.argumentsOf(node)) this.visit(one);
      return;
    }
    if (path !== undefined) {
      this.nodes.push(node);
      return;
    }
    const declared = name === undefined ? undefined : this.#code.declaration(name);
    if (declared?.type === 'function_declaration') {
      for (const result of resultsOf(declared, this.#code)) this.visit(result);
      return;
    }
    this.closed = false;
    this.nodes.push(node);
  }
}

/** Names of the parameters of a function, in order. */
export function parameterNames(declaration: Node): string[] {
  return (declaration.childForFieldName('parameters')?.namedChildren ?? []).flatMap(
    (one) => one?.childrenForFieldName('name').flatMap((name) => (name?.isNamed ? [name.text] : [])) ?? [],
  );
}

/** The first result of each return of a function, without those of functions inside of it. */
function resultsOf(declaration: Node, code: FileCode): Node[] {
  return code.parser.captures('(return_statement) @return', declaration).flatMap(({ node }) => {
    for (let at = node.parent; at && !at.equals(declaration); at = at.parent) if (at.type === 'func_literal') return [];
    const list = node.namedChild(0);
    const first = list?.type === 'expression_list' ? list.namedChild(0) : list;
    return first ? [first] : [];
  });
}
