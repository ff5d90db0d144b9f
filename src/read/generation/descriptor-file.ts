import { fromBinary, isFieldSet } from '@bufbuild/protobuf';
import {
  type DescriptorProto,
  Edition,
  type EnumDescriptorProto,
  type FeatureSet,
  type FieldDescriptorProto,
  FieldDescriptorProtoSchema,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
  FieldDescriptorProto_Label as Label,
  type ServiceDescriptorProto,
  FieldDescriptorProto_Type as Type,
  FeatureSet_Utf8Validation as Utf8,
} from '@bufbuild/protobuf/wkt';

/** What a .proto file said when Go code was made of it. Names of messages and enums are without the package: `Outer.Inner`. */
export interface DescriptorFile {
  /** As protoc saw it, and as the file is registered. */
  readonly name: string;
  /** Empty where the file has none. */
  readonly package: string;
  readonly syntax: 'proto2' | 'proto3' | 'editions';
  /** `2023`; only of editions. */
  readonly edition?: string;
  readonly imports: readonly DescriptorImport[];
  /** The `go_package` option as written. */
  readonly goPackage?: string;
  /** Outer before inner. Entries of maps are left out: the field tells them. */
  readonly messages: readonly DescriptorMessage[];
  readonly enums: readonly DescriptorEnum[];
  readonly services: readonly DescriptorService[];
  /** Of the file, then those inside of messages. */
  readonly extensions: readonly DescriptorExtension[];
}

interface DescriptorImport {
  readonly path: string;
  readonly kind: 'plain' | 'public' | 'weak' | 'option';
}

interface DescriptorMessage {
  readonly name: string;
  readonly fields: readonly DescriptorField[];
}

export interface DescriptorField {
  readonly name: string;
  readonly number: number;
  /** `int64`, or the full name of a message or enum with a dot before it; of a map the type of its values. */
  readonly type: string;
  /** Of a map: the type of its keys. */
  readonly keyType?: string;
  /** As it was written; a field of proto3 without a word has none, one of editions only `repeated`. */
  readonly label?: 'optional' | 'required' | 'repeated';
  /** The oneof that it was written in. */
  readonly oneof?: string;
  /** The `json_name`; protoc fills it in where nobody wrote it. */
  readonly jsonName: string;
  /** A group of proto2, or a delimited field. */
  readonly group: boolean;
  /** A string whose bytes the runtime holds to be UTF-8 when it writes and reads them. */
  readonly utf8: boolean;
}

interface DescriptorEnum {
  readonly name: string;
  readonly values: readonly { readonly name: string; readonly number: number }[];
}

interface DescriptorService {
  readonly name: string;
  readonly methods: readonly DescriptorMethod[];
}

interface DescriptorMethod {
  readonly name: string;
  /** Full name with a dot before it. */
  readonly input: string;
  readonly output: string;
  readonly clientStreams: boolean;
  readonly serverStreams: boolean;
}

interface DescriptorExtension extends DescriptorField {
  /** Full name of the extended message, with a dot before it. */
  readonly extends: string;
  /** The message that it was declared in. */
  readonly inside?: string;
}

/** Reads a serialised FileDescriptorProto; undefined for bytes that are none, or that have no name. Never throws. */
export function readDescriptorFile(bytes: Uint8Array): DescriptorFile | undefined {
  try {
    const file = fromBinary(FileDescriptorProtoSchema, bytes, { readUnknownFields: false });
    return file.name === '' ? undefined : fileOf(file);
  } catch {
    // Damaged bytes, nesting without an end.
    return undefined;
  }
}

/** Reads what `protoc --descriptor_set_out` and `buf build` write; undefined for bytes that are no such thing. Never throws. */
export function readDescriptorSet(bytes: Uint8Array): readonly DescriptorFile[] | undefined {
  try {
    return fromBinary(FileDescriptorSetSchema, bytes, { readUnknownFields: false }).file.map(fileOf);
  } catch {
    return undefined;
  }
}

function fileOf(file: FileDescriptorProto): DescriptorFile {
  const nested = [...withInner(file.messageType, '')];
  const syntax = file.syntax === 'proto3' || file.syntax === 'editions' ? file.syntax : 'proto2';
  const proto3 = syntax === 'proto3';
  const editions = syntax === 'editions';
  const fieldOf = (field: FieldDescriptorProto, owner?: DescriptorProto): DescriptorField =>
    readField(field, owner, { proto3, editions, utf8: proto3 || (editions && verifies(file.options?.features)) });
  const goPackage = file.options?.goPackage ?? '';
  return {
    name: file.name,
    package: file.package,
    syntax,
    ...(editions && { edition: (Edition[file.edition] ?? `${file.edition}`).replace('EDITION_', '') }),
    imports: importsOf(file),
    ...(goPackage !== '' && { goPackage }),
    messages: nested.map(({ name, message }) => ({
      name,
      fields: message.field.map((field) => fieldOf(field, message)),
    })),
    enums: [
      ...file.enumType.map((one) => enumOf(one, '')),
      ...nested.flatMap(({ name, message }) => message.enumType.map((one) => enumOf(one, `${name}.`))),
    ],
    services: file.service.map(serviceOf),
    extensions: [
      ...file.extension.map((field) => ({ ...fieldOf(field), extends: field.extendee })),
      ...nested.flatMap(({ name, message }) =>
        message.extension.map((field) => ({ ...fieldOf(field), extends: field.extendee, inside: name })),
      ),
    ],
  };
}

function importsOf({
  dependency,
  optionDependency,
  publicDependency,
  weakDependency,
}: FileDescriptorProto): DescriptorImport[] {
  const [open, weak] = [new Set(publicDependency), new Set(weakDependency)];
  return [
    ...dependency.map(
      (path, at): DescriptorImport => ({ path, kind: open.has(at) ? 'public' : weak.has(at) ? 'weak' : 'plain' }),
    ),
    ...optionDependency.map((path): DescriptorImport => ({ path, kind: 'option' })),
  ];
}

function* withInner(
  messages: readonly DescriptorProto[],
  prefix: string,
): Generator<{ readonly name: string; readonly message: DescriptorProto }> {
  for (const message of messages) {
    if (message.options?.mapEntry) continue;
    const name = `${prefix}${message.name}`;
    yield { name, message };
    yield* withInner(message.nestedType, `${name}.`);
  }
}

function readField(
  field: FieldDescriptorProto,
  owner: DescriptorProto | undefined,
  { proto3, editions, utf8 }: FileRules,
): DescriptorField {
  const entry = entryOf(field, owner);
  const [key, value] = entry ? [1, 2].map((number) => entry.field.find((one) => one.number === number)) : [];
  // Unset reads as 0, which is the first oneof.
  const written = isFieldSet(field, FieldDescriptorProtoSchema.field.oneofIndex) && !field.proto3Optional;
  const oneof = written ? owner?.oneofDecl[field.oneofIndex]?.name : undefined;
  const label = entry || oneof !== undefined ? undefined : labelOf(field, proto3, editions);
  return {
    name: field.name,
    number: field.number,
    type: typeOf(value ?? field),
    ...(key && { keyType: typeOf(key) }),
    ...(label && { label }),
    ...(oneof !== undefined && { oneof }),
    jsonName: field.jsonName,
    group: field.type === Type.GROUP,
    utf8: field.type === Type.STRING && (editions ? verifies(field.options?.features, utf8) : utf8),
  };
}

/** What a file says for all of its fields. */
interface FileRules {
  readonly proto3: boolean;
  readonly editions: boolean;
  /** Strings are held to be UTF-8. */
  readonly utf8: boolean;
}

/** Editions verify where nothing is said. */
function verifies(features: FeatureSet | undefined, otherwise = true): boolean {
  const said = features?.utf8Validation ?? Utf8.UTF8_VALIDATION_UNKNOWN;
  return said === Utf8.UTF8_VALIDATION_UNKNOWN ? otherwise : said === Utf8.VERIFY;
}

function entryOf(
  { label, typeName, type }: FieldDescriptorProto,
  owner: DescriptorProto | undefined,
): DescriptorProto | undefined {
  if (label !== Label.REPEATED || type !== Type.MESSAGE) return undefined;
  const name = typeName.slice(typeName.lastIndexOf('.') + 1);
  return owner?.nestedType.find(
    (one) => one.name === name && one.options?.mapEntry && typeName.endsWith(`.${owner.name}.${name}`),
  );
}

function labelOf(
  { label, proto3Optional }: FieldDescriptorProto,
  proto3: boolean,
  editions: boolean,
): DescriptorField['label'] {
  if (label === Label.REPEATED) return 'repeated';
  if (editions) return undefined;
  if (label === Label.REQUIRED) return 'required';
  return !proto3 || proto3Optional ? 'optional' : undefined;
}

function typeOf({ type, typeName }: FieldDescriptorProto): string {
  if (typeName !== '') return typeName;
  return (Type[type] ?? `${type}`).toLowerCase();
}

function enumOf({ name, value }: EnumDescriptorProto, prefix: string): DescriptorEnum {
  return { name: `${prefix}${name}`, values: value.map((one) => ({ name: one.name, number: one.number })) };
}

function serviceOf({ name, method }: ServiceDescriptorProto): DescriptorService {
  return {
    name,
    methods: method.map((one) => ({
      name: one.name,
      input: one.inputType,
      output: one.outputType,
      clientStreams: one.clientStreaming,
      serverStreams: one.serverStreaming,
    })),
  };
}
