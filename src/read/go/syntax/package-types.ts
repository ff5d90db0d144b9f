import type { Node } from 'web-tree-sitter';
import { importsOf } from './imports.ts';
import type { GoParser } from './parser.ts';
import type { PackageType } from './types.ts';

/** What a Go package says of its own structs and functions, as far as types of other packages are in it. */
export interface PackageTypes {
  /** Types of fields, by `Struct.field`. */
  readonly fields: ReadonlyMap<string, PackageType>;
  /** Types of the only result, by the name of the function. */
  readonly results: ReadonlyMap<string, PackageType>;
}

const structs = '(type_spec name: (type_identifier) type: (struct_type)) @type';
const functions = '(source_file (function_declaration) @function)';

/** Adds what one file of a package declares. Never throws for the text; linear in its length. */
export function readPackageTypes(parser: GoParser, texts: readonly string[]): PackageTypes {
  const fields = new Map<string, PackageType>();
  const results = new Map<string, PackageType>();
  for (const text of texts)
    parser.parse(text, (root) => {
      const packages = new Map(importsOf(parser, root).map(({ name, path }) => [name, path]));
      for (const { node } of parser.captures(structs, root)) addFields(node, packages, fields);
      for (const { node } of parser.captures(functions, root)) {
        const type = writtenType(node.childForFieldName('result'), packages);
        const name = node.childForFieldName('name')?.text;
        if (type && name !== undefined && !node.childForFieldName('type_parameters')) results.set(name, type);
      }
      return undefined;
    });
  return { fields, results };
}

function addFields(spec: Node, packages: ReadonlyMap<string, string>, fields: Map<string, PackageType>): void {
  const struct = spec.childForFieldName('name')?.text ?? '';
  const list = spec.childForFieldName('type')?.namedChild(0);
  for (const field of list?.namedChildren ?? []) {
    const type = field && writtenType(field.childForFieldName('type'), packages);
    for (const name of type ? (field?.childrenForFieldName('name') ?? []) : [])
      if (name && type) fields.set(`${struct}.${name.text}`, type);
  }
}

/** `*pkg.Type` and `pkg.Type`; a result in brackets, or several, are not followed. */
function writtenType(node: Node | null | undefined, packages: ReadonlyMap<string, string>): PackageType | undefined {
  if (node?.type === 'pointer_type') return writtenType(node.namedChild(0), packages);
  if (node?.type !== 'qualified_type') return undefined;
  const path = packages.get(node.childForFieldName('package')?.text ?? '');
  return path === undefined ? undefined : { package: path, name: node.childForFieldName('name')?.text ?? '' };
}
