import type { Node } from 'web-tree-sitter';
import type { Flow } from './flow.ts';
import type { PackageTypes } from './package-types.ts';
import type { Binding, Scopes } from './scopes.ts';

/** A type of another package. */
export interface PackageType {
  /** Import path. */
  readonly package: string;
  readonly name: string;
}

/** Tells types of expressions where the package itself writes them: beside a name, in a struct of its own, as the result of a function. */
export class Types {
  readonly #scopes: Scopes;
  readonly #flow: Flow;
  readonly #own: PackageTypes;

  constructor(scopes: Scopes, flow: Flow, own: PackageTypes = { fields: new Map(), results: new Map() }) {
    this.#scopes = scopes;
    this.#flow = flow;
    this.#own = own;
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
      case 'selector_expression':
        return this.#ofField(node);
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

  /** `new(pkg.Type)`, and a call of a function of this package. */
  #ofCall(node: Node): PackageType | undefined {
    const called = node.childForFieldName('function');
    if (called?.text === 'new') return this.written(node.childForFieldName('arguments')?.namedChild(0));
    if (called?.type !== 'identifier') return undefined;
    const binding = this.#scopes.find(called.text, called.startIndex);
    // A variable of this name may hold any function.
    return !binding || (binding.kind === 'other' && !binding.local) ? this.#own.results.get(called.text) : undefined;
  }

  /** `s.field`, where `s` is of a struct of this package. */
  #ofField(node: Node): PackageType | undefined {
    const holder = node.childForFieldName('operand');
    const struct = holder?.type === 'identifier' ? this.#structOf(holder) : undefined;
    if (struct === undefined) return undefined;
    return this.#own.fields.get(`${struct}.${node.childForFieldName('field')?.text ?? ''}`);
  }

  /** The struct of this package that a variable, a parameter or a receiver is of. */
  #structOf(name: Node): string | undefined {
    const binding = this.#scopes.find(name.text, name.startIndex);
    if (!binding || (binding.kind !== 'variable' && binding.kind !== 'parameter')) return undefined;
    const written = binding.type ?? literalType(binding.value);
    const type = written?.type === 'pointer_type' ? written.namedChild(0) : written;
    if (type?.type !== 'type_identifier') return undefined;
    // A type that a function declares is not the package's, nor is a type parameter.
    return this.#scopes.find(type.text, type.startIndex)?.local ? undefined : type.text;
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

/** The type in `T{}`, `&T{}` and `new(T)`. */
function literalType(value: Node | undefined): Node | null | undefined {
  if (value?.type === 'unary_expression') return literalType(value.childForFieldName('operand') ?? undefined);
  if (value?.type === 'composite_literal') return value.childForFieldName('type');
  const isNew = value?.type === 'call_expression' && value.childForFieldName('function')?.text === 'new';
  return isNew ? value.childForFieldName('arguments')?.namedChild(0) : undefined;
}

/** Nobody nests deeper; a made-up text might. */
const maxDepth = 20;
