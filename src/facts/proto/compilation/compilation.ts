import type { ProtoImport, ProtoSource } from '../../../read/proto/proto-source.ts';
import type { Step } from '../../generation/steps.ts';

/** A folder in which names of .proto files are looked up: a `-I` of protoc, or a module of buf. */
export interface Root {
  /** As it stands in the command; empty where nobody wrote it. */
  readonly written: string;
  /** What stands before the names of its files: `acme` of `-Iacme=proto`; empty nearly always. No slash at its end. */
  readonly prefix: string;
  /** Absolute, in the host's own syntax. */
  readonly folder: string;
  readonly exists: boolean;
}

/** What an import leads to. */
export type ImportTarget =
  /** A file of this compilation, by its name in it. */
  | { readonly kind: 'file'; readonly name: string }
  /** A well-known type, which protoc or buf brings along. */
  | { readonly kind: 'bundled' }
  /** A module that buf fetches. `locked`: buf.lock pins it; without that, buf does not look it up when it builds. */
  | {
      readonly kind: 'dependency';
      readonly module: string;
      readonly file: string;
      readonly line: number;
      readonly locked: boolean;
    }
  /** In no root. `elsewhere`: files of the project that have this name below another folder. */
  | { readonly kind: 'missing'; readonly elsewhere: readonly string[] }
  /**
   * Nothing of the project has this name, roots are not known for certain, and the name tells where it comes from: `family` is the
   * key of a well-known collection of .proto files, such as `googleapis`, or the repository that the name begins with.
   */
  | { readonly kind: 'external'; readonly family: string }
  /** Roots, or what is in them, are not known. */
  | { readonly kind: 'unknown' };

export interface ResolvedImport extends ProtoImport {
  readonly target: ImportTarget;
}

/** A .proto file as one compilation sees it. */
export interface CompiledFile {
  /** By which imports find it, with `/`: relative to its root. */
  readonly name: string;
  /** Relative to the project with `/`; absolute where it lies outside of it. */
  readonly path: string;
  /** One of the project's own, and not of `third_party` or another folder of copies. */
  readonly own: boolean;
  readonly root: Root;
  readonly source: ProtoSource;
  readonly imports: readonly ResolvedImport[];
}

/** Why the compiler cannot take what it is told to take. */
export type InputProblem =
  | { readonly kind: 'not-found'; readonly written: string }
  /**
   * It lies below none of the roots as protoc compares them: by their words. `fit`: the words for a root in which it would lie. `spelled`:
   * on the disk it does lie below a root, which is written in another way.
   */
  | {
      readonly kind: 'outside';
      readonly written: string;
      readonly path: string;
      readonly fit: string;
      readonly spelled: boolean;
    }
  /** An earlier root has another file of the same name. */
  | { readonly kind: 'shadowed'; readonly written: string; readonly path: string; readonly by: string }
  /** A later root has another file of the same name with other content: nobody gets to see it, and nothing is said. */
  | { readonly kind: 'hidden'; readonly written: string; readonly path: string; readonly by: string }
  /** A module of buf without any .proto file: buf refuses it. */
  | { readonly kind: 'empty'; readonly written: string };

/** Where one plugin writes. */
export interface Output {
  /** `protoc-gen-go`. */
  readonly plugin: string;
  /** As written. */
  readonly written: string;
  /** Absolute; undefined where the words do not tell. */
  readonly folder?: string;
  /** `import`: by the Go import path, less `module`. */
  readonly paths: 'import' | 'source_relative';
  readonly module?: string;
  /** The argument or the entry of the template. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** All options as written. */
  readonly options: readonly string[];
}

/** Who decides about the Go import path of a file. */
export interface GoPackage {
  /** Import path, without `;name`. */
  readonly path: string;
  /** After the `;`, or the last part of the path made a Go name. */
  readonly name: string;
  /** The `go_package` option, an `M` option of the command, or managed mode of buf. */
  readonly from: 'option' | 'mapping' | 'managed';
  /** As written. */
  readonly written: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A folder of files that buf compiles, and those of them that code is made of. Relative to the project. */
export interface InputFolder {
  readonly folder: string;
  /** At or below which; all where there are none. */
  readonly paths: readonly string[];
  readonly excludes: readonly string[];
}

/** One call of protoc, one template of buf: .proto files that are compiled together, and what is made of them. */
export interface Compilation {
  /** Stable: `Makefile#proto`, `.github/workflows/ci.yml#build`, `buf.gen.yaml`, `gen.sh#2` for the second of a file; for `none` the folder of the first root. */
  readonly id: string;
  /**
   * `none`: no command of the project names these files. Their roots were found by trying what makes their imports lead
   * somewhere; they are only judged for what every compiler would say, and as far as generated Go code of them is there.
   * Its files share a root, which does not mean that anybody ever compiles them together.
   */
  readonly via: 'protoc' | 'buf' | 'none';
  readonly step?: Step;
  /** Folder of the project in which the command runs, `.` for its root; undefined where that cannot be told. */
  readonly folder?: string;
  /** In the order in which they are searched. */
  readonly roots: readonly Root[];
  /** False where a root, or a file name, stands in a variable that nobody can read: nothing is then said to be missing. */
  readonly certain: boolean;
  /**
   * Files that code is made of, in the order of the command. Where the command takes them out of a variable that nobody can
   * read, the project's own files below its roots: `certain` is false then.
   */
  readonly inputs: readonly CompiledFile[];
  readonly inputProblems: readonly InputProblem[];
  /** Only of buf, in the order in which it takes them: what it is told to read, one after the other. */
  readonly inputFolders?: readonly InputFolder[];
  /** Only of buf: the file that stands in for its buf.yaml, relative to the project. */
  readonly config?: string;
  /** Inputs and all that they import, by name. */
  readonly files: ReadonlyMap<string, CompiledFile>;
  readonly outputs: readonly Output[];
  /** `M` options for Go, by import name; values as written. */
  readonly mappings: ReadonlyMap<string, string>;
  /** The Go import path of a file of this compilation, by its name; undefined where nothing decides. */
  readonly goPackages: ReadonlyMap<string, GoPackage>;
}
