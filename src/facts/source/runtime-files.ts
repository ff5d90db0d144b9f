import { defineFact } from '../../core/fact.ts';
import { absent, known } from '../../core/outcome.ts';
import type { Argument, Reference } from '../../read/go/syntax/syntax.ts';
import { type ProgramCode, programCode } from '../programs/program-code.ts';
import { program } from '../programs/programs.ts';
import { type ParsedFile, parsedAmong } from './references.ts';

/** What a call of the standard library or of grpc-go asks the file system for. */
export type RuntimeFile = 'authorities' | 'time-zones' | 'users' | 'temporary-folder';

/** A call in a program's own code that opens such files. */
export interface RuntimeUse {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line as it stands. */
  readonly text: string;
  /** `http.Get`, as it is written. */
  readonly mark: string;
  readonly package: string;
  readonly name: string;
  readonly needs: RuntimeFile;
  /** The zone, the user or the address that is named. */
  readonly names?: string;
  /** Whether the call is reached depends on something: on a branch, or on who calls a function of another package. */
  readonly conditional: boolean;
}

/** The calls, and the packages of the program. */
export interface RuntimeUses {
  readonly uses: readonly RuntimeUse[];
  readonly imports: ProgramCode['imports'];
}

const names: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['net/http', new Set(['Get', 'Head', 'Post', 'PostForm', 'NewRequest', 'NewRequestWithContext'])],
  ['google.golang.org/grpc/credentials', new Set(['NewTLS', 'NewClientTLSFromCert'])],
  ['crypto/tls', new Set(['Dial', 'Config'])],
  ['time', new Set(['LoadLocation'])],
  ['os/user', new Set(['Current', 'Lookup', 'LookupId'])],
  ['os', new Set(['CreateTemp', 'MkdirTemp'])],
  ['io/ioutil', new Set(['TempFile', 'TempDir'])],
]);

/** What a program's own code opens while it runs, as far as the code says so by itself. */
export const runtimeUses = defineFact<RuntimeUses>('program.runtime-uses', 'program', async (ask, { id }) => {
  const found = await ask.get(program);
  if (found.kind !== 'known') return found;
  // Of a file that was named nobody knows the sources.
  if (!found.value.build) return absent('file-missing', { file: id });
  const code = await ask.get(programCode);
  if (code.kind !== 'known') return code;
  const files = await parsedAmong(ask, code.value.files, { names });
  if (files.kind !== 'known') return files;
  const uses = files.value.filter(({ constrained }) => !constrained).flatMap(usesIn);
  return known({ uses, imports: code.value.imports });
});

function usesIn(file: ParsedFile): RuntimeUse[] {
  const ownRoots = setsOwnRoots(file);
  return file.references.flatMap((one): RuntimeUse[] => {
    const need = one.use === 'call' ? needOf(one) : undefined;
    if (!need || (need.needs === 'authorities' && ownRoots && one.package === 'net/http')) return [];
    const { line, column, text, package: path, name, alias, inside } = one;
    const conditional = one.conditional || !(file.package === 'main' || inside === undefined || inside === 'init');
    return [
      {
        file: file.path,
        line,
        column,
        text,
        mark: alias === '' ? name : `${alias}.${name}`,
        package: path,
        name,
        conditional,
        ...need,
      },
    ];
  });
}

/** A TLS configuration in the file brings roots of its own, or checks nothing: its requests may be the ones that are made. */
function setsOwnRoots({ references }: ParsedFile): boolean {
  return references.some(
    ({ package: path, name, use }) => path === 'crypto/tls' && name === 'Config' && use === 'literal',
  );
}

function needOf(one: Reference): Pick<RuntimeUse, 'needs' | 'names'> | undefined {
  const [first, second] = one.arguments;
  switch (one.package) {
    case 'net/http': {
      const url = textOf(one.name.startsWith('NewRequest') ? one.arguments[one.name === 'NewRequest' ? 1 : 2] : first);
      return url !== undefined && isPublic(url) ? { needs: 'authorities', names: url } : undefined;
    }
    case 'google.golang.org/grpc/credentials':
      return verifiesWithSystemRoots(one.name, first) ? { needs: 'authorities' } : undefined;
    case 'time': {
      const zone = textOf(first);
      return zone && !/^(?:UTC|Local)$/.test(zone) ? { needs: 'time-zones', names: zone } : undefined;
    }
    case 'os/user': {
      const user = textOf(first);
      return { needs: 'users', ...(user !== undefined && { names: user }) };
    }
    case 'os':
    case 'io/ioutil':
      return second && isDefaultFolder(first) ? { needs: 'temporary-folder' } : undefined;
    default:
      return undefined;
  }
}

function textOf(argument: Argument | undefined): string | undefined {
  return argument?.value?.kind === 'text' ? argument.value.value : undefined;
}

/** An empty folder means that of the system. */
function isDefaultFolder(folder: Argument | undefined): boolean {
  return textOf(folder) === '' || folder?.text === 'os.TempDir()';
}

/** A client that brings no roots takes those of the system; a configuration with certificates may be a server's. */
function verifiesWithSystemRoots(name: string, first: Argument | undefined): boolean {
  const text = first?.text ?? '';
  if (name === 'NewClientTLSFromCert') return text === 'nil';
  return (
    /^&\w+\.Config\{/.test(text) &&
    !/RootCAs|InsecureSkipVerify|Certificate|ClientCAs|ClientAuth|Verify|Config\w+:/.test(text)
  );
}

/** An address whose certificate a public authority has signed. */
function isPublic(url: string): boolean {
  const host = /^https:\/\/([\w.-]+)/.exec(url)?.[1] ?? '';
  return (
    /\.[a-z]{2,}$/i.test(host) &&
    !/\.(?:local|localhost|internal|cluster|svc|test|example|invalid|lan|corp|home)$|(?:^|\.)example\.\w+$/i.test(host)
  );
}
