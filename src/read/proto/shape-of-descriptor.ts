import type { DescriptorField, DescriptorFile } from '../generation/descriptor-file.ts';
import { type FieldShape, type FileShape, jsonNameOf, type TypeShape } from './file-shape.ts';

/** The shape of a .proto file by the descriptor that protoc made of it. */
export function shapeOfDescriptor(file: DescriptorFile): FileShape {
  return {
    syntax: file.syntax,
    package: file.package,
    messages: file.messages.map(({ name, fields }) => ({ name, fields: fields.map(fieldOf) })),
    enums: file.enums,
    services: file.services.map(({ name, methods }) => ({
      name,
      methods: methods.map((method) => ({ ...method, input: typeOf(method.input), output: typeOf(method.output) })),
    })),
    extensions: file.extensions.map(({ name, inside }) => ({
      name: inside === undefined ? name : `${inside}.${name}`,
    })),
  };
}

function fieldOf({ name, number, type, keyType, label, oneof, jsonName }: DescriptorField): FieldShape {
  return {
    name,
    number,
    type: typeOf(type),
    ...(keyType !== undefined && { key: keyType }),
    label: keyType === undefined ? (label ?? 'singular') : 'map',
    ...(oneof !== undefined && { oneof }),
    jsonName: jsonName === '' ? jsonNameOf(name) : jsonName,
  };
}

function typeOf(type: string): TypeShape {
  return type.startsWith('.') ? { kind: 'full', name: type.slice(1) } : { kind: 'scalar', name: type };
}
