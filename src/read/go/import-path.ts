/**
 * What the go command says is wrong with an import path, in its own words; undefined where nothing is.
 * Source: golang.org/x/mod/module, CheckImportPath.
 */
export function importPathProblem(path: string): string | undefined {
  if (path.startsWith('/')) return 'is not a package path';
  if (path.endsWith('/')) return 'trailing slash';
  if (path.includes('//')) return 'double slash';
  const odd = [...path].find((char) => !/[A-Za-z0-9\-._~+/]/.test(char));
  if (odd !== undefined) return `invalid char '${odd}'`;
  const dotted = path.split('/').some((part) => part.endsWith('.') && part !== '.' && part !== '..');
  return dotted ? 'trailing dot in path element' : undefined;
}
