import type { ProtoDetails, ProtoField, ProtoMessage } from './proto-source.ts';

/** A field of a message that somebody sends or receives, and what its type is. */
export interface ReachedField extends ProtoField {
  /** The file that it stands in, by the key under which it was given. */
  readonly file: string;
  /** Full name of its message. */
  readonly message: string;
  readonly syntax: ProtoDetails['syntax'];
  /** The kind of one value of it: of a map, of a value. `unknown`: the type is in no file that was given. */
  readonly value: 'message' | 'enum' | 'scalar' | 'unknown';
  /** As JSON names it. */
  readonly jsonName: string;
}

const scalars: ReadonlySet<string> = new Set(
  'double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes'.split(' '),
);

type Entry =
  | { readonly kind: 'enum' }
  | { readonly kind: 'message'; readonly file: string; readonly message: ProtoMessage };

/** The messages and enums of several files, by their full names. */
export class MessageIndex {
  readonly #files: ReadonlyMap<string, ProtoDetails>;
  readonly #entries = new Map<string, Entry>();

  constructor(files: ReadonlyMap<string, ProtoDetails>) {
    this.#files = files;
    for (const [file, details] of files) {
      const prefix = details.package ? `${details.package.name}.` : '';
      for (const message of details.messages)
        this.#entries.set(`${prefix}${message.name}`, { kind: 'message', file, message });
      for (const { name } of details.symbols.filter(({ kind }) => kind === 'enum'))
        this.#entries.set(`${prefix}${name}`, { kind: 'enum' });
    }
  }

  /** All fields that messages of these types have, and the messages in them, each once. Types are as the file writes them. */
  reach(types: readonly { readonly type: string; readonly file: string }[]): ReachedField[] {
    const fields: ReachedField[] = [];
    const seen = new Set<string>();
    const waiting = types.flatMap(({ type, file }) => this.#find(type, this.#packageOf(file)) ?? []);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const entry = this.#entries.get(name);
      if (seen.has(name) || entry?.kind !== 'message') continue;
      seen.add(name);
      for (const field of entry.message.fields) {
        const target = scalars.has(field.type) ? undefined : this.#find(field.type, name);
        if (target !== undefined) waiting.push(target);
        fields.push({
          ...field,
          ...this.#kindOf(field, target),
          file: entry.file,
          message: name,
          ...this.#about(entry.file, field),
        });
      }
    }
    return fields;
  }

  #kindOf({ type }: ProtoField, target: string | undefined): Pick<ReachedField, 'value'> {
    if (scalars.has(type)) return { value: 'scalar' };
    if (target !== undefined) return { value: this.#entries.get(target)?.kind ?? 'unknown' };
    // The well-known types are messages, but for the one enum among them.
    const known = /^\.?google\.protobuf\.(?!NullValue$)[A-Z]\w*$/.test(type);
    return { value: known ? 'message' : 'unknown' };
  }

  #about(file: string, field: ProtoField): Pick<ReachedField, 'syntax' | 'jsonName'> {
    const given = field.options.find(({ name }) => name === 'json_name')?.value;
    return { syntax: this.#files.get(file)?.syntax ?? 'proto2', jsonName: given ?? lowerCamel(field.name) };
  }

  #packageOf(file: string): string {
    return this.#files.get(file)?.package?.name ?? '';
  }

  /** As protoc looks names up: from the inner scope outwards. */
  #find(type: string, scope: string): string | undefined {
    if (type.startsWith('.')) return this.#entries.has(type.slice(1)) ? type.slice(1) : undefined;
    for (let outer = scope; ; outer = outer.slice(0, Math.max(outer.lastIndexOf('.'), 0))) {
      const name = outer === '' ? type : `${outer}.${type}`;
      if (this.#entries.has(name)) return name;
      if (outer === '') return undefined;
    }
  }
}

/** The name that JSON has for a field that does not set one (descriptor.proto, json_name). */
export function lowerCamel(name: string): string {
  return name.replace(/_+(.?)/g, (_, letter: string) => letter.toUpperCase());
}
