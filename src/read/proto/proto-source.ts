import type { Place } from '../source-text.ts';

/** A name and where it stands. */
export interface ProtoName extends Place {
  readonly name: string;
}

/** An import statement. */
export interface ProtoImport extends Place {
  /** As protoc looks it up: the text between the quotes. */
  readonly path: string;
  /** `option` since edition 2024. */
  readonly kind: 'plain' | 'public' | 'weak' | 'option';
}

/** An option of the file, of a field, or of anything else. */
export interface ProtoOption extends Place {
  /** As written, spaces left out: `go_package`, `(gogoproto.goproto_enum_prefix_all)`, `features.(pb.go).api_level`. */
  readonly name: string;
  /** Strings without their quotes and joined, escapes resolved; anything else as it is written. */
  readonly value: string;
  readonly quoted: boolean;
}

/** What a name in a file stands for. Values of an enum are siblings of the enum, as in C++. */
export type ProtoSymbolKind = 'message' | 'enum' | 'enum-value' | 'service' | 'extension';

/** Something with a full name, which no other file of a program may have as well. */
export interface ProtoSymbol extends Place {
  readonly kind: ProtoSymbolKind;
  /** Without the package: `Outer.Inner`. */
  readonly name: string;
}

export interface ProtoMethod extends Place {
  readonly name: string;
  /** As written: `HelloRequest`, `.google.protobuf.Empty`. */
  readonly input: string;
  readonly output: string;
  readonly clientStreams: boolean;
  readonly serverStreams: boolean;
}

export interface ProtoService extends Place {
  readonly name: string;
  readonly methods: readonly ProtoMethod[];
}

/** Where the text is no .proto file. The rest is read all the same. */
export interface ProtoFault extends Place {
  /** What stands there instead, or what is missing: a key of the reader's own, such as `statement`, `string`, `end-of-file`. */
  readonly key: string;
  /** The token that would be right, where only one is. */
  readonly expected?: string;
  readonly found: string;
}

/** What a .proto file says of itself, without the insides of its messages. Lines and columns count from 1, columns in characters. */
export interface ProtoSource {
  /** A file that does not say is proto2. */
  readonly syntax: 'proto2' | 'proto3' | 'editions';
  /** `2023`; only of editions. */
  readonly edition?: string;
  /** The `syntax` or `edition` statement. */
  readonly syntaxPlace?: Place;
  readonly package?: ProtoName;
  readonly imports: readonly ProtoImport[];
  /** Of the file. */
  readonly options: readonly ProtoOption[];
  /** Outer before inner, in the order of the file. */
  readonly symbols: readonly ProtoSymbol[];
  readonly services: readonly ProtoService[];
  /** Fields of proto3 that say `optional`. */
  readonly optionals: readonly ProtoName[];
  readonly faults: readonly ProtoFault[];
}

/** A field of a message. */
export interface ProtoField extends Place {
  readonly name: string;
  /** NaN where it cannot be read. */
  readonly number: number;
  /** As written: `int64`, `Inner`, `.google.protobuf.Timestamp`; of a map the type of its values. */
  readonly type: string;
  /** Of a map: the type of its keys. */
  readonly keyType?: string;
  readonly label?: 'optional' | 'required' | 'repeated';
  /** The oneof that it is in. */
  readonly oneof?: string;
  readonly options: readonly ProtoOption[];
}

export interface ProtoMessage extends Place {
  /** Without the package: `Outer.Inner`. */
  readonly name: string;
  readonly fields: readonly ProtoField[];
}

export interface ProtoEnumValue extends Place {
  readonly name: string;
  readonly number: number;
  readonly options: readonly ProtoOption[];
}

export interface ProtoEnum extends Place {
  readonly name: string;
  readonly values: readonly ProtoEnumValue[];
}

/** A file together with the insides of its messages and enums, in the order of the file. */
export interface ProtoDetails extends ProtoSource {
  readonly messages: readonly ProtoMessage[];
  readonly enums: readonly ProtoEnum[];
}

/** The value of an option of the file; of several the last, as protoc refuses the second anyway. */
export function optionOf(source: ProtoSource, name: string): ProtoOption | undefined {
  return source.options.findLast((option) => option.name === name);
}

/** True where a service of the file has a method that streams. */
export function hasStreams({ services }: ProtoSource): boolean {
  return services.some(({ methods }) =>
    methods.some(({ clientStreams, serverStreams }) => clientStreams || serverStreams),
  );
}
