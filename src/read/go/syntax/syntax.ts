/** A value that is known before the program runs. Durations are in nanoseconds, as in Go. */
export type Constant =
  | { readonly kind: 'number'; readonly value: number; readonly integer: boolean; readonly duration: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean };

/** A place in a file; line and column count from 1, the column in UTF-16 units. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  /** The whole line as it stands in the file. */
  readonly text: string;
}

/** What silences linters at a place. */
export interface Nolint {
  /** Names as written (`staticcheck`, `SA1019`); empty: all of them. */
  readonly linters: readonly string[];
}

/** An import declaration. */
export interface ImportSpec extends Mark {
  readonly path: string;
  /** The name in this file: the alias, else what the path ends with; `.` and `_` as they are written. */
  readonly name: string;
  readonly alias: boolean;
  /** How often the file uses the package by this name. */
  readonly uses: number;
  readonly nolint?: Nolint;
}

/** A call of a function of another package, as far as it can be followed. */
export interface Call {
  /** Import path. */
  readonly package: string;
  readonly name: string;
  readonly line: number;
  readonly arguments: readonly Argument[];
}

/** An argument of a call, or a value of a composite literal. */
export interface Argument {
  readonly text: string;
  readonly value?: Constant;
  /** Calls whose results it is made of, followed through the local variables of the function. */
  readonly calls: readonly Call[];
  /** False where a part of it comes from elsewhere: a parameter, a field, a function of this package. */
  readonly closed: boolean;
}

/** A name of another package that is used: `grpc.Dial`, whatever the package is called in the file. */
export interface Reference extends Mark {
  /** Import path. */
  readonly package: string;
  readonly name: string;
  /** What the package is called here; empty for a dot import. */
  readonly alias: string;
  readonly use: 'call' | 'literal' | 'type' | 'value';
  /** Of a call, in order. */
  readonly arguments: readonly Argument[];
  /** Of a composite literal, by field. */
  readonly fields: ReadonlyMap<string, Argument>;
  /** The function or method around it. */
  readonly inside?: string;
  /** It stands in a branch: whether it is reached depends on something. */
  readonly conditional: boolean;
  readonly nolint?: Nolint;
}

/** A field of a struct type of another package that is read, written, or set in a composite literal. */
export interface FieldUse extends Mark {
  /** Import path and name of the type. */
  readonly package: string;
  readonly type: string;
  readonly field: string;
  /** A key of a composite literal. */
  readonly literal: boolean;
  readonly nolint?: Nolint;
}

/** What a Go file tells about the names that were asked for. */
export interface GoSyntax {
  readonly package?: string;
  readonly imports: readonly ImportSpec[];
  /** The expression of `//go:build`. */
  readonly constraint?: string;
  /** It says that it was generated and is not to be edited. */
  readonly generated: boolean;
  readonly references: readonly Reference[];
  /** Every name that is declared somewhere in the file. */
  readonly declared: ReadonlySet<string>;
  readonly fieldUses: readonly FieldUse[];
  /** Parts of it are no Go; what stands there is not among the references. */
  readonly damaged: boolean;
}

/** What is looked for. */
export interface Interest {
  /** Names by import path. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields by import path and type, `crypto/x509.CertificateInvalidError`. */
  readonly fields?: ReadonlyMap<string, ReadonlySet<string>>;
}
