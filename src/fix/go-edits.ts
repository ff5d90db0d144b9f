import type { Edit, Safety } from '../core/claim.ts';
import type { BuildList } from '../facts/modules/build-list.ts';
import { grpcModule } from '../knowledge/names.ts';
import type { ImportSpec, Mark } from '../read/go/syntax/syntax.ts';

/** A name of a package where it is used, and the imports of its file. */
export interface NameUse extends Mark {
  readonly file: string;
  /** As the file writes it: `grpc.Dial`. */
  readonly mark: string;
  readonly imports: readonly ImportSpec[];
  /** Every name that the file declares. */
  readonly declared: ReadonlySet<string>;
}

const insecurePackage = 'google.golang.org/grpc/credentials/insecure';

/** A package that nobody imported before is not in a vendor folder. */
export function safetyOfImports(list: BuildList | undefined): Safety {
  return list?.source === 'vendor/modules.txt' ? 'unsafe' : 'safe';
}

/** The edit that writes something else at a place; none where the text stands there more than once. */
export function replaced({ file, line, text }: NameUse, before: string, after: string): Edit[] {
  return text.split(before).length === 2 ? [{ file, line, text, before, after }] : [];
}

/** The edit that writes another name of the same package. */
export function renamed(use: NameUse, name: string): Edit[] {
  const dot = use.mark.lastIndexOf('.');
  return replaced(use, `${use.mark}(`, `${use.mark.slice(0, dot + 1)}${name}(`);
}

/** The edits that make calls without arguments ask the package for insecure connections, and import it. */
export function newCredentials<Use extends NameUse>(
  uses: readonly Use[],
  call: (use: Use, credentials: string) => string = withTransport,
): Edit[] {
  const files = [...new Set(uses.map(({ file }) => file))];
  return files.flatMap((file) => {
    const here = uses.filter((use) => use.file === file);
    const [first] = here;
    const known = first?.imports.find(({ path }) => path === insecurePackage);
    // A blank or a dot import has no name to write.
    if (!first || known?.name === '_' || known?.name === '.' || first.declared.has(known?.name ?? 'insecure'))
      return [];
    const edits = here.map((use) =>
      replaced(use, `${use.mark}()`, call(use, `${known?.name ?? 'insecure'}.NewCredentials()`)),
    );
    const added = known ? [] : importOf(insecurePackage, here);
    // Half of it would not compile.
    if (edits.some((one) => one.length === 0) || (!known && added.length === 0)) return [];
    return [...added, ...edits.flat()];
  });
}

/** The option that takes credentials, called as the file calls the package. */
export function withTransport({ mark }: NameUse, credentials: string): string {
  const dot = mark.lastIndexOf('.');
  return `${mark.slice(0, dot + 1)}WithTransportCredentials(${credentials})`;
}

/**
 * The edit that imports a package: in the place of one that nothing in the file uses any more after this, else on a line
 * below one that stays. None where that cannot be said of one line.
 */
function importOf(path: string, uses: readonly NameUse[]): Edit[] {
  const [first] = uses;
  if (!first || first.imports.some(({ name }) => name === path.slice(path.lastIndexOf('/') + 1))) return [];
  const owners = first.imports.filter(({ name }) => uses.some(({ mark }) => mark.startsWith(`${name}.`)));
  const unused = owners.filter((owner) => isGone(owner, uses));
  // gofmt sorts imports.
  const before = first.imports.filter((one) => one.path.startsWith(grpcModule) && one.path < path);
  const owner = unused[0] ?? before.at(-1);
  if (!owner || unused.length > 1 || unused.some(({ alias }) => alias)) return [];
  const { line, text } = owner;
  const quoted = `"${owner.path}"`;
  if (text.split(quoted).length !== 2) return [];
  if (unused.length > 0) return [{ file: first.file, line, text, before: quoted, after: `"${path}"` }];
  const lead = text.trimStart().startsWith('import') ? 'import ' : text.slice(0, text.length - text.trimStart().length);
  return [{ file: first.file, line, text, before: text, after: `${text}\n${lead}"${path}"` }];
}

/** grpc itself stays: the option that takes the credentials is its own. */
function isGone({ name, path, uses: count }: ImportSpec, uses: readonly NameUse[]): boolean {
  return path !== grpcModule && count <= uses.filter(({ mark }) => mark.startsWith(`${name}.`)).length;
}
