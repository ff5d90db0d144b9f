import { scalarTypes } from './field-reader.ts';
import type { FieldShape, FileShape, TypeShape } from './file-shape.ts';
import { jsonNameOf } from './file-shape.ts';
import type { ProtoDetails, ProtoField } from './proto-source.ts';
import { readProtoDetails } from './read-proto.ts';

/** The shape of a .proto file by its text; undefined where the text is not that of a .proto file in every place. */
export function readProtoShape(text: string): FileShape | undefined {
  const details = readProtoDetails(text);
  return details.faults.length > 0 ? undefined : shapeOf(details);
}

function shapeOf(details: ProtoDetails): FileShape {
  const scope = new Scope(details);
  const named = (kind: string) => details.symbols.filter((symbol) => symbol.kind === kind);
  return {
    syntax: details.syntax,
    ...(details.syntaxPlace && { syntaxPlace: placeOf(details.syntaxPlace) }),
    package: details.package?.name ?? '',
    ...(details.package && { packagePlace: placeOf(details.package) }),
    messages: details.messages.map((message) => ({
      name: message.name,
      place: placeOf(message),
      fields: message.fields.map((field) => fieldOf(field, message.name, details.syntax, scope)),
    })),
    enums: details.enums.map((one) => ({
      name: one.name,
      place: placeOf(one),
      values: one.values.map((value) => ({ name: value.name, number: value.number, place: placeOf(value) })),
    })),
    services: details.services.map((service) => ({
      name: service.name,
      place: placeOf(service),
      methods: service.methods.map((method) => ({
        name: method.name,
        place: placeOf(method),
        input: scope.typeAt(method.input, service.name),
        output: scope.typeAt(method.output, service.name),
        clientStreams: method.clientStreams,
        serverStreams: method.serverStreams,
      })),
    })),
    extensions: named('extension').map((extension) => ({ name: extension.name, place: placeOf(extension) })),
  };
}

function fieldOf(field: ProtoField, message: string, syntax: FileShape['syntax'], scope: Scope): FieldShape {
  const given = field.options.findLast(({ name }) => name === 'json_name')?.value;
  return {
    name: field.name,
    number: field.number,
    type: scope.typeAt(field.type, message),
    ...(field.keyType !== undefined && { key: field.keyType }),
    label: labelOf(field, syntax),
    ...(field.oneof !== undefined && { oneof: field.oneof }),
    jsonName: given ?? jsonNameOf(field.name),
    place: placeOf(field),
  };
}

/** In an edition a feature says what `optional` and `required` did; it is an option, and not looked at. */
function labelOf(field: ProtoField, syntax: FileShape['syntax']): FieldShape['label'] {
  if (field.keyType !== undefined) return 'map';
  if (field.oneof !== undefined) return 'singular';
  return syntax === 'editions' && field.label !== 'repeated' ? 'singular' : (field.label ?? 'singular');
}

function placeOf({ line, column }: { readonly line: number; readonly column: number }) {
  return { line, column };
}

/** How protoc finds what a name stands for: from the inside to the outside, by the first part of the name. */
class Scope {
  readonly #package: string;
  readonly #own: ReadonlySet<string>;

  constructor({ package: declared, messages, enums }: ProtoDetails) {
    this.#package = declared?.name ?? '';
    this.#own = new Set([...messages, ...enums].map(({ name }) => joined(this.#package, name)));
  }

  /** @param holder the message or service, without the package */
  typeAt(written: string, holder: string): TypeShape {
    if (scalarTypes.has(written)) return { kind: 'scalar', name: written };
    if (written.startsWith('.')) return { kind: 'full', name: written.slice(1) };
    const inner = joined(this.#package, holder);
    const [first = ''] = written.split('.');
    // protoc refuses what is nested deeper.
    for (let scope = inner, depth = 0; depth < deepest; depth++) {
      // A type of this file in the way hides everything further out.
      if (this.#own.has(joined(scope, first))) return { kind: 'full', name: joined(scope, written) };
      if (scope === '') break;
      scope = scope.slice(0, Math.max(0, scope.lastIndexOf('.')));
    }
    return { kind: 'written', name: written, scope: inner };
  }
}

/** Messages inside of messages (protoc: 32), and the parts of a package. */
const deepest = 64;

function joined(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}
