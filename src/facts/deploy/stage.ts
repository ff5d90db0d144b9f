import type { BroughtGo } from './go-brought.ts';

/** A command of a stage that loads the go.mod of one of the project's modules. */
export interface StageBuild {
  /** Folder of the module. */
  readonly module: string;
  /** The go.work of the project is in force. */
  readonly workspace: boolean;
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
}

/** The setting in front of a command, or of the stage, that keeps the go command from fetching a toolchain. */
export function lockOf(text: string, variables: ReadonlyMap<string, string>): string | undefined {
  return ['GOPROXY', 'GOSUMDB'].find((name) => {
    const inFront = new RegExp(`\\b${name}=["']?([^\\s"']*)`).exec(text)?.[1];
    return (inFront ?? variables.get(name)) === 'off';
  });
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
