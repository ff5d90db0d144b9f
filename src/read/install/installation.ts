import type { Pin } from './go-program.ts';

/** A tool that a script, an image or a CI job installs. */
export interface ToolInstall {
  file: string;
  /** Where the tool is named; both count from 1. */
  line: number;
  column: number;
  /** The command on one line. */
  text: string;
  /** Name of the program: `protoc-gen-go`, `protoc`, `buf`. */
  name: string;
  /**
   * `install` puts the program into GOBIN; `get` did before Go 1.18; `get-tool` only writes go.mod; `build` is `go build -o`;
   * `run` is `go run PACKAGE@VERSION`. `package`: by a package manager. `download`: a release is fetched. `action`: a step of
   * a CI system. `version-file`: a version manager. `tool-line`: a tool line of go.mod, or a blank import for the same purpose.
   */
  verb:
    | 'install'
    | 'get'
    | 'get-tool'
    | 'build'
    | 'run'
    | 'package'
    | 'download'
    | 'action'
    | 'version-file'
    | 'tool-line';
  /** As written, without the version: an import path, `./cmd/x`, or the name that the package manager knows. */
  package: string;
  /** As written: `v1.36.6`, `latest`, or an unresolved `$(VERSION)`. Absent: go.mod, or the manager's index decides. */
  version?: string;
  pin: Pin;
  /** The package manager. */
  manager?: string;
  /** The folder it goes to, when GOBIN or `-o` says so. */
  gobin?: string;
  /** Where earlier `cd` lead to. */
  folder?: string;
}

/** What a manager's line tells of the tool. */
export type OtherInstall = Pick<ToolInstall, 'verb' | 'name' | 'package' | 'version' | 'pin' | 'manager'>;
