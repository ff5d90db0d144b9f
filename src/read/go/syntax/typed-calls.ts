import type { Node } from 'web-tree-sitter';
import { Flow } from './flow.ts';
import { importsOf } from './imports.ts';
import type { PackageTypes } from './package-types.ts';
import type { GoParser } from './parser.ts';
import { Scopes } from './scopes.ts';
import type { Mark } from './syntax.ts';
import { type PackageType, Types } from './types.ts';

/** A call of a function of another package with an argument whose type the file itself tells. */
export interface TypedCall extends Mark {
  /** Import path. */
  readonly package: string;
  readonly name: string;
  readonly type: PackageType;
}

const calls = '(call_expression function: (selector_expression)) @call';

/**
 * Calls of the wanted functions, by import path, with an argument of a type of another package; and calls of a method of this name on
 * what a function of the package gave: `protoio.NewDelimitedReader(r, n).ReadMsg(m)`. Never throws for the text.
 *
 * @param own what the package of the file declares; without it only types that the file writes are told
 */
export function readTypedCalls(
  parser: GoParser,
  text: string,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  own?: PackageTypes,
): readonly TypedCall[] {
  const lines = text.split('\n');
  return (
    parser.parse(text, (root) => {
      const scopes = new Scopes(parser, root);
      const packages = new Map(importsOf(parser, root).map(({ name, path }) => [name, path]));
      const flow = new Flow(scopes, packages, () => undefined);
      const types = new Types(scopes, flow, own);
      const nodes = parser.captures(calls, root).filter(({ name }) => name === 'call');
      const makerOf = (operand: Node): string | undefined => packageOfMaker(operand, scopes, flow);
      return nodes.flatMap(({ node }) =>
        typedCall(node, lines, wanted, (at) => flow.packageAt(at) ?? makerOf(at), types),
      );
    }) ?? []
  );
}

function typedCall(
  node: Node,
  lines: readonly string[],
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  packageOf: (operand: Node) => string | undefined,
  types: Types,
): TypedCall[] {
  const callee = node.childForFieldName('function');
  const owner = callee?.childForFieldName('operand');
  const name = callee?.childForFieldName('field')?.text ?? '';
  const path = owner ? packageOf(owner) : undefined;
  if (path === undefined || !wanted.get(path)?.has(name)) return [];
  const given = node.childForFieldName('arguments')?.namedChildren ?? [];
  const type = given.map((argument) => types.of(argument)).find((one) => one !== undefined);
  const { row, column } = node.startPosition;
  return type ? [{ package: path, name, type, line: row + 1, column: column + 1, text: lines[row] ?? '' }] : [];
}

/** The package whose function gave what a method is called on: in the same expression, or to a variable that nothing else is given to. */
function packageOfMaker(operand: Node, scopes: Scopes, flow: Flow): string | undefined {
  if (operand.type === 'identifier') {
    const binding = scopes.find(operand.text, operand.startIndex);
    const fixed = binding?.kind === 'variable' && binding.local && !binding.type;
    return fixed && binding.value && scopes.assignmentsTo(binding).length === 0
      ? packageOfMaker(binding.value, scopes, flow)
      : undefined;
  }
  const called = operand.type === 'call_expression' ? operand.childForFieldName('function') : null;
  const owner = called?.type === 'selector_expression' ? called.childForFieldName('operand') : null;
  return owner ? flow.packageAt(owner) : undefined;
}
