import type { ShellWord } from '../shell/shell-words.ts';
import type { OtherInstall } from './installation.ts';

/** A package manager: what introduces the packages, and what stands between a package and its version. */
interface Manager {
  verbs: readonly string[];
  /** Splits `package` from `version`. */
  version: RegExp;
  /** Flags that take the next word. */
  valueFlags?: readonly string[];
}

const APT: Manager = { verbs: ['install'], version: /^([^=]+)=(.+)$/, valueFlags: ['-t', '-o', '-c'] };
const DNF: Manager = { verbs: ['install'], version: /^(.+?)-(\d[\w.+~:-]*)$/ };
const NPM: Manager = { verbs: ['install', 'i', 'add', 'ci'], version: /^(@?[^@]+)@(.+)$/ };
const PIP: Manager = { verbs: ['install'], version: /^([\w.-]+)==(.+)$/, valueFlags: ['-r', '-c', '-t', '-i'] };
const MANAGERS: Readonly<Record<string, Manager>> = {
  apt: APT,
  'apt-get': APT,
  aptitude: APT,
  apk: { verbs: ['add'], version: /^([^=~<>@]+)(?:=|~=?)(.+)$/, valueFlags: ['-t', '--virtual', '--repository', '-X'] },
  dnf: DNF,
  microdnf: DNF,
  yum: DNF,
  brew: { verbs: ['install', 'upgrade'], version: /^([^@]+)@(.+)$/ },
  pacman: { verbs: ['-S', '-Sy', '-Syu'], version: /^([^=]+)=(.+)$/ },
  npm: NPM,
  pnpm: NPM,
  yarn: NPM,
  pip: PIP,
  pip3: PIP,
  pipx: PIP,
  choco: { verbs: ['install'], version: /^$/ },
  winget: { verbs: ['install'], version: /^$/ },
  scoop: { verbs: ['install'], version: /^([^@]+)@(.+)$/ },
};

/** There `protobuf` is the library of that language, and no protoc. */
const ofLanguage: ReadonlySet<string> = new Set(['pip', 'pip3', 'pipx', 'npm', 'pnpm', 'yarn']);

/** Which tool of ours a package brings, by the names it has in the indexes. */
const TOOLS: readonly [RegExp, string][] = [
  [/^(?:protobuf-compiler|protobuf-dev|protobuf|protoc|protobuf-devel|protobuf-c-compiler)$/, 'protoc'],
  [/^(?:golang-goprotobuf-dev|protoc-gen-go(?:-1-\d)?)$/, 'protoc-gen-go'],
  [/^protoc-gen-go-grpc$/, 'protoc-gen-go-grpc'],
  [/^protoc-gen-(?:grpc-gateway|openapiv2|connect-go|validate)$/, '$&'],
  [/^(?:buf|bufbuild\/buf\/buf|@bufbuild\/buf|buf-bin)$/, 'buf'],
  [/^(?:golangci-lint|golangci\/tap\/golangci-lint)$/, 'golangci-lint'],
];

/** The name of the tool that a package brings; undefined for packages that are none of ours. */
function toolOfPackage(name: string): string | undefined {
  const found = TOOLS.find(([pattern]) => pattern.test(name));
  return found && (found[1] === '$&' ? name : found[1]);
}

/** What a package manager is told to install, each as written, with its version. */
export interface PackageLine {
  readonly manager: string;
  readonly written: readonly string[];
}

/** The packages of a line such as `apt-get install -y protobuf-compiler=3.21.12-3`; undefined for other commands. */
export function readPackageLine(words: readonly ShellWord[]): PackageLine | undefined {
  const at = words.slice(0, 8).findIndex(({ text }) => Object.hasOwn(MANAGERS, text.slice(text.lastIndexOf('/') + 1)));
  const program = words[at]?.text ?? '';
  const manager = program.slice(program.lastIndexOf('/') + 1);
  const how = MANAGERS[manager];
  if (at < 0 || !how) return undefined;
  const verb = words.findIndex(({ text }, i) => i > at && how.verbs.includes(text));
  if (verb < 0) return undefined;
  const written: string[] = [];
  const rest = words.slice(verb + 1).map(({ text }) => text);
  for (let i = 0; i < rest.length; i++) {
    const text = rest[i] ?? '';
    if (how.valueFlags?.includes(text)) i++;
    else if (!text.startsWith('-')) written.push(text);
  }
  return { manager, written };
}

/** The name of a package without its version. */
export function packageName(manager: string, written: string): string {
  return MANAGERS[manager]?.version.exec(written)?.[1] ?? written;
}

/** Tools of ours in a line such as `apt-get install -y protobuf-compiler=3.21.12-3`. */
export function readPackages(words: readonly ShellWord[]): OtherInstall[] {
  const found = readPackageLine(words);
  const how = found && MANAGERS[found.manager];
  if (!how) return [];
  const flagged = words.find(({ text }) => text.startsWith('--version='))?.text.slice('--version='.length);
  return found.written.flatMap((text) => installOf(text, how, found.manager, flagged));
}

function installOf(text: string, how: Manager, manager: string, flagged: string | undefined): OtherInstall[] {
  const [, split, written] = how.version.exec(text) ?? [];
  const version = written ?? flagged;
  const name = toolOfPackage(split ?? text);
  if (!name || (ofLanguage.has(manager) && name === 'protoc')) return [];
  const pin =
    version === undefined ? 'none' : /[$`{]/.test(version) ? 'variable' : isExact(version) ? 'exact' : 'query';
  return [{ verb: 'package', name, package: split ?? text, ...(version ? { version } : {}), pin, manager }];
}

/** `3.21.12-3`, not `3.*`, `latest` or `^1`. */
function isExact(version: string): boolean {
  return /^v?\d+(?:\.\d+)+[\w.+~:-]*$/.test(version);
}
