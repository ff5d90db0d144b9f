import { optionOf } from '../../../read/proto/proto-source.ts';
import type { CompiledFile, GoPackage } from './compilation.ts';

const goKeywords: ReadonlySet<string> = new Set(
  `break case chan const continue default defer else fallthrough for func go goto if import interface map package range
  return select struct switch type var`.split(/\s+/),
);

/** The Go name that protoc-gen-go makes of a text: every character that is no letter or digit becomes `_`. */
export function goName(text: string): string {
  const name = [...text].map((char) => (/[\p{L}\p{Nd}]/u.test(char) ? char : '_')).join('');
  return /^\p{L}/u.test(name) && !goKeywords.has(name) ? name : `_${name}`;
}

/** True for a name that may stand in a package clause. */
export function isGoName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(name) && !goKeywords.has(name);
}

/** `example.com/a;b` in its two parts. */
export function splitGoPackage(value: string): { readonly path: string; readonly name: string } {
  const semicolon = value.indexOf(';');
  return semicolon < 0
    ? { path: value, name: '' }
    : { path: value.slice(0, semicolon), name: value.slice(semicolon + 1) };
}

/** A value that stands in for the option of a file: of an `M` option, or of managed mode. */
export interface GivenGoPackage {
  readonly from: 'mapping' | 'managed';
  readonly value: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The Go package of a file. As in protoc-gen-go an `M` option wins over the option of the file, part by part: what it leaves
 * out, path or name, is taken from the file. Managed mode writes the option of the file anew.
 */
export function goPackageOf(
  file: CompiledFile,
  mapping: GivenGoPackage | undefined,
  managed: GivenGoPackage | undefined,
): GoPackage | undefined {
  const option = optionOf(file.source, 'go_package');
  const own =
    managed ?? (option && { from: 'option' as const, value: option.value, file: file.path, ...placeOf(option) });
  const [first, second] = [mapping && splitGoPackage(mapping.value), own && splitGoPackage(own.value)];
  const path = first?.path || second?.path;
  const decides = first?.path ? mapping : own;
  if (!path || !decides) return undefined;
  const name = first?.name || second?.name || goName(lastPart(path));
  const { from, value, file: at, line, column } = decides;
  return { path, name, from, written: value, file: at, line, column };
}

/** As Go's `path.Base`. */
function lastPart(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

function placeOf({ line, column }: { line: number; column: number }): { line: number; column: number } {
  return { line, column };
}
