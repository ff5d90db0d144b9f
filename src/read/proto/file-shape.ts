import type { Place } from '../source-text.ts';

/**
 * What of a .proto file reaches the generated code and the wire: names, numbers, types. Comments, options, `reserved`, and the
 * order of declarations are no part of it. The same for a text and for a descriptor, so that both can be compared.
 */
export interface FileShape {
  readonly syntax: 'proto2' | 'proto3' | 'editions';
  readonly syntaxPlace?: Place;
  /** Empty where there is none. */
  readonly package: string;
  readonly packagePlace?: Place;
  readonly messages: readonly MessageShape[];
  readonly enums: readonly EnumShape[];
  readonly services: readonly ServiceShape[];
  readonly extensions: readonly NamedShape[];
}

/** Something with a name. A descriptor that a plugin got has no places. */
export interface NamedShape {
  /** Without the package: `Outer.Inner`; of a field, a value and a method the last part only. */
  readonly name: string;
  readonly place?: Place;
}

export interface MessageShape extends NamedShape {
  readonly fields: readonly FieldShape[];
}

/**
 * A built-in type by its name; a type by its full name without the leading dot; or a name as it is written in a scope, which may
 * stand for a type there or further out. `untold` is as good as any other.
 */
export type TypeShape =
  | { readonly kind: 'scalar'; readonly name: string }
  | { readonly kind: 'full'; readonly name: string }
  | { readonly kind: 'untold'; readonly name: '' }
  | { readonly kind: 'written'; readonly name: string; readonly scope: string };

export interface FieldShape extends NamedShape {
  /** NaN where it cannot be read. */
  readonly number: number;
  /** Of a map that of its values. */
  readonly type: TypeShape;
  /** Of a map: the built-in type of its keys. */
  readonly key?: string;
  /** `singular`: without a word, in a oneof, or in an edition. */
  readonly label: 'singular' | 'optional' | 'required' | 'repeated' | 'map';
  readonly oneof?: string;
  /** Given or made of the name. */
  readonly jsonName: string;
}

export interface EnumShape extends NamedShape {
  readonly values: readonly EnumValueShape[];
}

export interface EnumValueShape extends NamedShape {
  readonly number: number;
}

export interface ServiceShape extends NamedShape {
  readonly methods: readonly MethodShape[];
}

export interface MethodShape extends NamedShape {
  readonly input: TypeShape;
  readonly output: TypeShape;
  readonly clientStreams: boolean;
  readonly serverStreams: boolean;
}

/** What protoc makes of the name of a field: `user_id` gives `userId`. */
export function jsonNameOf(name: string): string {
  return name.replace(/_+([^_])?/g, (_, next: string = '') => next.toUpperCase());
}
