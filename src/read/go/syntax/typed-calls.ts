import type { Node } from 'web-tree-sitter';
import { Flow } from './flow.ts';
import { importsOf } from './imports.ts';
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

const calls = '(call_expression function: (selector_expression operand: (identifier) @package)) @call';

/** Calls of the wanted functions, by import path, with an argument of a type of another package. Never throws for the text. */
export function readTypedCalls(
  parser: GoParser,
  text: string,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): readonly TypedCall[] {
  const lines = text.split('\n');
  return (
    parser.parse(text, (root) => {
      const scopes = new Scopes(parser, root);
      const packages = new Map(importsOf(parser, root).map(({ name, path }) => [name, path]));
      const flow = new Flow(scopes, packages, () => undefined);
      const types = new Types(scopes, flow);
      const nodes = parser.captures(calls, root).filter(({ name }) => name === 'call');
      return nodes.flatMap(({ node }) => typedCall(node, lines, wanted, flow, types));
    }) ?? []
  );
}

function typedCall(
  node: Node,
  lines: readonly string[],
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  flow: Flow,
  types: Types,
): TypedCall[] {
  const callee = node.childForFieldName('function');
  const owner = callee?.childForFieldName('operand');
  const name = callee?.childForFieldName('field')?.text ?? '';
  const path = owner ? flow.packageAt(owner) : undefined;
  if (path === undefined || !wanted.get(path)?.has(name)) return [];
  const given = node.childForFieldName('arguments')?.namedChildren ?? [];
  const type = given.map((argument) => types.of(argument)).find((one) => one !== undefined);
  const { row, column } = node.startPosition;
  return type ? [{ package: path, name, type, line: row + 1, column: column + 1, text: lines[row] ?? '' }] : [];
}
