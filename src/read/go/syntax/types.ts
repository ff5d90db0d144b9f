import type { Node } from 'web-tree-sitter';
import type { Flow } from './flow.ts';
import type { Binding, Scopes } from './scopes.ts';

/** A type of another package. */
export interface PackageType {
  /** Import path. */
  readonly package: string;
  readonly name: string;
}

/** Tells types of expressions where the file itself writes them: no inference through functions. */
export class Types {
  readonly #scopes: Scopes;
  readonly #flow: Flow;

  constructor(scopes: Scopes, flow: Flow) {
    this.#scopes = scopes;
    this.#flow = flow;
  }

  /** The type that is written as `pkg.Type`, `*pkg.Type` or `(pkg.Type)`. */
  written(node: Node | null | undefined): PackageType | undefined {
    switch (node?.type) {
      case 'pointer_type':
      case 'parenthesized_type':
        return this.written(node.namedChild(0));
      case 'qualified_type': {
        const owner = node.childForFieldName('package');
        const path = owner && this.#flow.packageAt(owner);
        return path ? { package: path, name: node.childForFieldName('name')?.text ?? '' } : undefined;
      }
      default:
        return undefined;
    }
  }

  /** The type of an expression. */
  of(node: Node | null | undefined, depth = 0): PackageType | undefined {
    if (!node || depth > maxDepth) return undefined;
    switch (node.type) {
      case 'identifier':
        return this.#ofName(node, depth);
      case 'parenthesized_expression':
        return this.of(node.namedChild(0), depth + 1);
      case 'unary_expression':
        return this.of(node.childForFieldName('operand'), depth + 1);
      case 'composite_literal':
      case 'type_assertion_expression':
        return this.written(node.childForFieldName('type'));
      case 'call_expression':
        return this.#ofCall(node);
      case 'type_conversion_expression':
        return this.#ofConversion(node);
      default:
        return undefined;
    }
  }

  #ofName(node: Node, depth: number): PackageType | undefined {
    const binding = this.#scopes.find(node.text, node.startIndex);
    if (!binding) return undefined;
    if (binding.kind === 'switch') return this.#ofCase(node, binding);
    if (binding.type) return this.written(binding.type);
    return binding.kind === 'variable' ? this.of(binding.value, depth + 1) : undefined;
  }

  /** In a case of one type, the variable of a type switch has this type. */
  #ofCase(node: Node, { statement }: Binding): PackageType | undefined {
    for (let parent = node.parent; parent && statement && !parent.equals(statement); parent = parent.parent) {
      if (parent.type !== 'type_case' || !parent.parent?.equals(statement)) continue;
      const types = parent.childrenForFieldName('type').filter((type) => type?.isNamed);
      return types.length === 1 ? this.written(types[0]) : undefined;
    }
    return undefined;
  }

  /** `new(pkg.Type)`. */
  #ofCall(node: Node): PackageType | undefined {
    if (node.childForFieldName('function')?.text !== 'new') return undefined;
    return this.written(node.childForFieldName('arguments')?.namedChild(0));
  }

  /** `errors.AsType[pkg.Type](err)`, which the grammar takes for a conversion. */
  #ofConversion(node: Node): PackageType | undefined {
    const generic = node.childForFieldName('type');
    if (generic?.type !== 'generic_type') return this.written(generic);
    const called = this.written(generic.childForFieldName('type'));
    if (called?.package !== 'errors' || called.name !== 'AsType') return undefined;
    return this.written(generic.childForFieldName('type_arguments')?.namedChild(0)?.namedChild(0));
  }
}

/** Nobody nests deeper; a made-up text might. */
const maxDepth = 20;
