import type { Node } from 'web-tree-sitter';
import { constantOf } from '../syntax/constants.ts';
import type { FileCode } from './file-code.ts';
import { parameterNames } from './reach.ts';

/** A path that a program opens. */
export interface CodePath {
  /** As it is written, with `/`. */
  readonly path: string;
  /** Embedded files lie beside the source; others are looked for from where the program is started. */
  readonly from: 'source' | 'working-directory';
  /** The flag whose default it is. */
  readonly flag?: string;
}

const joiners: ReadonlySet<string> = new Set(['path/filepath', 'path']);
const maxDepth = 12;
/** So many values of one name are looked at. */
const maxValues = 8;

/** The paths that an expression may stand for, as far as the file itself says: constants, joined parts, defaults of flags. */
export function pathsOf(node: Node | null | undefined, code: FileCode, depth = 0): CodePath[] {
  if (!node || depth > maxDepth) return [];
  const constant = constantOf(node, code.flow);
  if (constant) return constant.kind === 'text' ? texts([constant.value]) : [];
  const of = (child: Node | null | undefined): CodePath[] => pathsOf(child, code, depth + 1);
  switch (node.type) {
    case 'parenthesized_expression':
      return of(node.namedChild(0));
    case 'unary_expression':
      return node.child(0)?.text === '*' ? of(node.childForFieldName('operand')) : [];
    case 'binary_expression':
      return joined([of(node.childForFieldName('left')), of(node.childForFieldName('right'))], '');
    case 'identifier':
      return ofName(node, code, of);
    case 'call_expression':
      return ofCall(node, code, of);
    default:
      return [];
  }
}

function texts(values: readonly string[]): CodePath[] {
  return values.map((path) => ({ path, from: 'working-directory' as const }));
}

function ofName(node: Node, code: FileCode, of: (child: Node | undefined) => CodePath[]): CodePath[] {
  const binding = code.binding(node);
  if (!binding) return [];
  if (binding.kind === 'parameter') {
    const around = code.functionAround(node);
    const name = around?.type === 'function_declaration' ? around.childForFieldName('name')?.text : undefined;
    const index = around ? parameterNames(around).indexOf(binding.name) : -1;
    if (name === undefined || index < 0) return [];
    const calls = code.calls.filter((call) => {
      const called = code.called(call);
      return called?.name === name && called.package === undefined;
    });
    return calls.slice(0, maxValues).flatMap((call) => of(code.argumentsOf(call)[index]));
  }
  if (binding.kind !== 'variable' && binding.kind !== 'constant') return [];
  const assigned = code.scopes.assignmentsTo(binding).flatMap(({ value }) => (value ? [value] : []));
  return [binding.value, ...assigned.slice(0, maxValues)].flatMap((value) => of(value));
}

function ofCall(node: Node, code: FileCode, of: (child: Node | undefined) => CodePath[]): CodePath[] {
  const called = code.called(node);
  const given = code.argumentsOf(node);
  if (called?.package !== undefined && joiners.has(called.package)) {
    if (called.name === 'Join') return joined(given.map(of), '/');
    return called.name === 'Clean' || called.name === 'FromSlash' ? of(given[0]) : [];
  }
  // flag.String("cert", "certs/server.pem", "…"), and the same of pflag.
  if (called?.package === 'flag' || called?.package === 'github.com/spf13/pflag') {
    const [name, fallback] = [given[0], given[1]].map((one) => one && constantOf(one, code.flow));
    if (called.name !== 'String' || fallback?.kind !== 'text' || fallback.value === '') return [];
    return [{ ...pathOf(fallback.value), ...(name?.kind === 'text' && { flag: name.value }) }];
  }
  return [];
}

function pathOf(path: string): CodePath {
  return { path, from: 'working-directory' };
}

/** Every way to put the parts together; nothing where one part is not known. */
function joined(parts: readonly (readonly CodePath[])[], between: string): CodePath[] {
  let all: CodePath[] = [pathOf('')];
  for (const [index, values] of parts.entries()) {
    const sign = index === 0 ? '' : between;
    all = all.flatMap((before) =>
      values.map((value) => ({ ...before, ...value, path: `${before.path}${sign}${value.path}` })),
    );
    if (all.length === 0 || all.length > maxValues) return [];
  }
  return all;
}
