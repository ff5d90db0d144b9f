import type { Node } from 'web-tree-sitter';
import type { Constant } from './syntax.ts';

type NumberConstant = Extract<Constant, { kind: 'number' }>;

/** What an expression may refer to. */
export interface Names {
  /** Value of an identifier where it is constant. */
  identifier(node: Node): Constant | undefined;
  /** Import path behind a name, where it stands for a package at this place. */
  packageAt(node: Node): string | undefined;
}

/** Units of package time, in nanoseconds. */
const units: Readonly<Record<string, number>> = {
  Nanosecond: 1,
  Microsecond: 1e3,
  Millisecond: 1e6,
  Second: 1e9,
  Minute: 60e9,
  Hour: 3600e9,
};

const conversions: ReadonlySet<string> = new Set(['int', 'int32', 'int64', 'uint', 'uint32', 'uint64']);
/** Nobody nests deeper; a made-up text might. */
const maxDepth = 50;

/** The value of an expression where it is constant: literals, arithmetic, units of time, names of constants. */
export function constantOf(node: Node | null | undefined, names: Names, depth = 0): Constant | undefined {
  if (!node || depth > maxDepth) return undefined;
  const of = (child: Node | null): Constant | undefined => constantOf(child, names, depth + 1);
  switch (node.type) {
    case 'int_literal':
      return number(Number(decimal(node.text)), true);
    case 'float_literal':
      return number(Number(node.text.replaceAll('_', '')), false);
    case 'interpreted_string_literal':
      return { kind: 'text', value: unquoted(node.text) };
    case 'raw_string_literal':
      return { kind: 'text', value: node.text.slice(1, -1) };
    case 'true':
    case 'false':
      return { kind: 'truth', value: node.type === 'true' };
    case 'identifier':
      return names.identifier(node);
    case 'parenthesized_expression':
      return of(node.namedChild(0));
    case 'unary_expression':
      return signed(node.childForFieldName('operator')?.text, of(node.childForFieldName('operand')));
    case 'binary_expression': {
      const [left, right] = ['left', 'right'].map((side) => of(node.childForFieldName(side)));
      return combined(node.childForFieldName('operator')?.text ?? '', left, right);
    }
    case 'selector_expression':
      return unit(node, names);
    case 'call_expression':
      return converted(node, names, of);
    default:
      return undefined;
  }
}

function number(value: number, integer: boolean, duration = false): Constant | undefined {
  return Number.isFinite(value) ? { kind: 'number', value, integer, duration } : undefined;
}

/** Go writes 017 for 15; JavaScript would read 17. */
function decimal(text: string): string {
  const plain = text.replaceAll('_', '');
  return plain.length > 1 && plain.startsWith('0') && plain.charAt(1) >= '0' && plain.charAt(1) <= '9'
    ? `0o${plain.slice(1)}`
    : plain;
}

function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    // Go has escapes that JSON has not; as it is written is better than nothing.
    return text.slice(1, -1);
  }
}

function unit(node: Node, names: Names): Constant | undefined {
  const operand = node.childForFieldName('operand');
  const value = units[node.childForFieldName('field')?.text ?? ''];
  if (!operand || value === undefined || names.packageAt(operand) !== 'time') return undefined;
  return number(value, true, true);
}

function converted(node: Node, names: Names, of: (child: Node | null) => Constant | undefined): Constant | undefined {
  const called = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  if (!called || list?.namedChildCount !== 1) return undefined;
  const operand = called.childForFieldName('operand');
  const toDuration =
    called.childForFieldName('field')?.text === 'Duration' && operand && names.packageAt(operand) === 'time';
  if (!toDuration && !(called.type === 'identifier' && conversions.has(called.text))) return undefined;
  const value = of(list.namedChild(0));
  return value?.kind === 'number' ? number(Math.trunc(value.value), true, Boolean(toDuration)) : undefined;
}

function signed(operator: string | undefined, value: Constant | undefined): Constant | undefined {
  if (value?.kind === 'truth' && operator === '!') return { kind: 'truth', value: !value.value };
  if (value?.kind !== 'number') return undefined;
  if (operator === '-') return { ...value, value: -value.value };
  return operator === '+' ? value : undefined;
}

function combined(operator: string, left: Constant | undefined, right: Constant | undefined): Constant | undefined {
  if (left?.kind === 'text' && right?.kind === 'text' && operator === '+')
    return { kind: 'text', value: left.value + right.value };
  if (left?.kind !== 'number' || right?.kind !== 'number') return undefined;
  const value = arithmetic(operator, left, right);
  if (value === undefined) return undefined;
  const duration = left.duration || right.duration;
  return number(value, duration || (left.integer && right.integer), duration);
}

function arithmetic(operator: string, left: NumberConstant, right: NumberConstant): number | undefined {
  const integer = left.integer && right.integer;
  switch (operator) {
    case '+':
      return left.value + right.value;
    case '-':
      return left.value - right.value;
    case '*':
      return left.value * right.value;
    case '/':
      if (right.value === 0) return undefined;
      return integer ? Math.trunc(left.value / right.value) : left.value / right.value;
    case '%':
      return integer && right.value !== 0 ? left.value % right.value : undefined;
    case '<<':
      return integer && right.value >= 0 && right.value < 53 ? left.value * 2 ** right.value : undefined;
    default:
      return undefined;
  }
}
