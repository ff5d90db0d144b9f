import { type BuildCommand, type GoCommand, type Making, modFlag } from '../../read/install/go-commands.ts';
import type { ShellLine } from '../../read/shell/shell-words.ts';
import type { BroughtGo } from './go-brought.ts';

/** A command of a stage that loads the go.mod of one of the project's modules. */
export interface StageBuild {
  /** Folder of the module. */
  readonly module: string;
  /** It is built as a member of the project's workspace. */
  readonly workspace: boolean;
  /** The go.work of the project: in force, switched off by GOWORK, or not there. */
  readonly work: 'used' | 'off' | 'missing';
  /** `build`, `mod vendor`. */
  readonly verb: string;
  /** The value of -mod, where one is given. */
  readonly mod?: string;
  /** Another file stands in for go.mod. */
  readonly modfile?: true;
  /** Packages as the command names them. */
  readonly packages: readonly string[];
  readonly file: string;
  readonly line: number;
  /** The command. */
  readonly text: string;
  /** The GOTOOLCHAIN that the stage sets for this command. */
  readonly toolchain?: string;
  /** The setting of the stage that keeps the go command from fetching a toolchain: `GOPROXY=off`, `GOSUMDB=off`. */
  readonly lock?: string;
  /** Go older than 1.13 below GOPATH/src looks at no go.mod. */
  readonly inGopath: boolean;
  /** For `go build` and `go install`: what they make. */
  readonly makes?: StageProgram;
}

/** What a `go build` or `go install` of an image makes of one package. */
export interface StageProgram extends Making {
  /** Where it lies in the image; several where only the builder knows whether `-o` names a folder. */
  readonly files: readonly string[];
  /** Folder of the main package in the project. */
  readonly package: string;
  /** CGO_ENABLED, GOOS, GOARCH and the like, as far as the stage sets them; a reference to a variable is kept as it is. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The setting in front of a command, or of the stage, that keeps the go command from fetching a toolchain. */
export function lockOf(text: string, variables: ReadonlyMap<string, string>): string | undefined {
  return ['GOPROXY', 'GOSUMDB'].find((name) => {
    const inFront = new RegExp(`\\b${name}=["']?([^\\s"']*)`).exec(text)?.[1];
    return (inFront ?? variables.get(name)) === 'off';
  });
}

/** What the go command that runs in the end tells of a build: make and its environment give it the rest. */
export function commandParts(
  outer: BuildCommand,
  inner: GoCommand,
): Pick<StageBuild, 'verb' | 'packages' | 'mod' | 'modfile' | 'toolchain'> & { readonly gowork?: string } {
  const mod = inner.mod ?? modFlag((outer.line.buildSettings?.GOFLAGS ?? '').split(/\s+/));
  const toolchain = inner.line.toolchain ?? outer.line.toolchain;
  const gowork = inner.line.buildSettings?.GOWORK ?? outer.line.buildSettings?.GOWORK;
  const { verb, packages, modfile } = inner;
  return {
    ...{ verb, packages, ...(mod && { mod }), ...(modfile && { modfile }) },
    ...(toolchain && { toolchain }),
    ...(gowork && { gowork }),
  };
}

/** A command after which the go.work is out of force: `go env -w GOWORK=off`, the same for later steps of GitHub, `rm go.work`. */
export function leavesWorkspace({ text, commented }: ShellLine): boolean {
  if (commented) return false;
  const off = /\bGOWORK=["']?off\b/.test(text) && /\bgo env -w\b|GITHUB_ENV/.test(text);
  return off || /^rm\s.*\bgo\.work\b(?!\.)/.test(text);
}

/** A place with a toolchain of its own: a stage of an image or a job of a CI configuration. */
export interface Stage {
  /** `FILE#NAME`. */
  readonly id: string;
  readonly kind: 'image' | 'job';
  readonly file: string;
  readonly line: number;
  /** The Go that it has; several in a matrix. None where it is the newest, the runner's own, or not known. */
  readonly go: readonly BroughtGo[];
  /** The matrix has further entries, with the newest Go or one that is not known. */
  readonly otherGo?: boolean;
  readonly builds: readonly StageBuild[];
}
