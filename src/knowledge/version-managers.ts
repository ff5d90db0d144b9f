/** What a version manager of Go does with files and folders. `{root}`, `{gopaths}` and `{version}` stand in templates. */
export interface ManagerRules {
  readonly name: ManagerName;
  /** The variable that moves its folder, and where that is below the home folder otherwise. */
  readonly root: { readonly variable: string; readonly below: string };
  /** Folder of the programs that stand for those of whichever version is chosen; undefined: it changes PATH instead. */
  readonly shims?: string;
  /** Folder with one folder for each version. */
  readonly versions: string;
  /** What a version's folder is called before its number. */
  readonly prefix: string;
  /** Where `go install` puts programs under this manager; the first is where it does today, others are of older releases. */
  readonly bins: readonly string[];
  /** Where the go of a version lies. */
  readonly go: string;
  /** The variable that chooses a version before any file. */
  readonly variable?: string;
  /** What it calls Go in `.tool-versions` and mise.toml. */
  readonly tools: readonly string[];
  /** Makes the shims anew. */
  readonly reshim?: readonly string[];
  /** Installs a Go; the version comes last. */
  readonly install: readonly string[];
}

export type ManagerName = 'asdf' | 'mise' | 'goenv' | 'gvm';

/**
 * Measured with asdf 0.20.0 and asdf-golang (a75b761), mise 2026.9.15, goenv 2.2.44 and gvm (dd65253), each with Go 1.25.4 and
 * 1.26.8. `packages/bin` is what asdf-golang did before it set GOBIN.
 */
export const versionManagers: readonly ManagerRules[] = [
  {
    name: 'asdf',
    root: { variable: 'ASDF_DATA_DIR', below: '.asdf' },
    shims: '{root}/shims',
    versions: '{root}/installs/golang',
    prefix: '',
    bins: ['{root}/installs/golang/{version}/bin', '{root}/installs/golang/{version}/packages/bin'],
    go: '{root}/installs/golang/{version}/go/bin',
    variable: 'ASDF_GOLANG_VERSION',
    tools: ['golang'],
    reshim: ['asdf', 'reshim', 'golang'],
    install: ['asdf', 'install', 'golang'],
  },
  {
    name: 'mise',
    root: { variable: 'MISE_DATA_DIR', below: '.local/share/mise' },
    shims: '{root}/shims',
    versions: '{root}/installs/go',
    prefix: '',
    bins: ['{root}/installs/go/{version}/bin'],
    go: '{root}/installs/go/{version}/bin',
    variable: 'MISE_GO_VERSION',
    tools: ['go', 'golang'],
    reshim: ['mise', 'reshim'],
    install: ['mise', 'install', 'go'],
  },
  {
    name: 'goenv',
    root: { variable: 'GOENV_ROOT', below: '.goenv' },
    shims: '{root}/shims',
    versions: '{root}/versions',
    prefix: '',
    bins: ['{gopaths}/{version}/bin'],
    go: '{root}/versions/{version}/bin',
    variable: 'GOENV_VERSION',
    tools: [],
    reshim: ['goenv', 'rehash'],
    install: ['goenv', 'install'],
  },
  {
    name: 'gvm',
    root: { variable: 'GVM_ROOT', below: '.gvm' },
    versions: '{root}/gos',
    prefix: 'go',
    bins: ['{root}/pkgsets/go{version}/global/bin'],
    go: '{root}/gos/go{version}/bin',
    tools: [],
    install: ['gvm', 'install'],
  },
];

/** The files that pin a Go, those that win first; mise reads all of them, the others only what is theirs. */
export const versionFileOrder: readonly RegExp[] = [
  /^\.?mise\.[\w-]+\.toml$/,
  /^mise\.toml$/,
  /^\.mise\.toml$/,
  /^\.tool-versions$/,
  /^\.go-version$/,
];
