import type { Node } from 'web-tree-sitter';
import type { GoParser } from './parser.ts';

/** An import declaration before its place is told. */
export interface ImportNode {
  readonly node: Node;
  readonly path: string;
  readonly name: string;
  readonly alias: boolean;
}

/** The import declarations of a file, in order. */
export function importsOf(parser: GoParser, root: Node): ImportNode[] {
  return parser.captures('(import_spec) @spec', root).map(({ node }) => {
    const path = node.childForFieldName('path')?.text.slice(1, -1) ?? '';
    const alias = node.childForFieldName('name')?.text;
    return { node, path, name: alias ?? packageName(path), alias: alias !== undefined };
  });
}

/** What a package is usually called: the last part of its path that is no version. */
function packageName(path: string): string {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  const name = parts.length > 1 && isMajorVersion(last) ? (parts.at(-2) ?? '') : last;
  // gopkg.in/yaml.v3 is package yaml.
  const dot = name.lastIndexOf('.v');
  return dot > 0 && isMajorVersion(name.slice(dot + 1)) ? name.slice(0, dot) : name;
}

function isMajorVersion(part: string): boolean {
  return part.startsWith('v') && part.length > 1 && [...part.slice(1)].every((char) => char >= '0' && char <= '9');
}
