import type { Generator, SchemaEdit } from './generators.ts';
import type { Which } from './served.ts';

/** An answer that is validated: which message, written in which way. */
export interface Answer {
  readonly id: string;
  readonly mux: string;
  readonly which: Which;
}

const answer = (id: string, mux: string, which: Which): Answer => ({ id, mux, which });

/** What a gateway sends, as it is and with options of its marshaler. */
export const answers: readonly Answer[] = [
  answer('finite', 'default', 'finite'),
  answer('special', 'default', 'special'),
  answer('zero', 'default', 'zero'),
  answer('proto-names', 'proto-names', 'finite'),
  answer('unset-left-out', 'unset-left-out', 'zero'),
  answer('defaults-only', 'defaults-only', 'zero'),
  answer('enum-numbers', 'enum-numbers', 'finite'),
];

/** A schema that was made after an edit, and the answer that it is to fit. */
export interface Edit extends Answer, SchemaEdit {
  readonly generator: Generator;
  /** What still differs, because no edit that we know of helps: places of violations and of undeclared names. */
  readonly left: readonly string[];
}

const v2 = 'openapiv2 2.33.0';
const v3 = 'openapiv3 2.33.0';
const gnostic = 'gnostic 0.7.1';

const nullableV2 =
  '(grpc.gateway.protoc_gen_openapiv2.options.openapiv2_field) = {extensions: {key: "x-nullable" value: {bool_value: true}}}';
const importsV2 = 'protoc-gen-openapiv2/options/annotations.proto';
const nothingV2: SchemaEdit = { imports: importsV2, fields: { nothing: nullableV2 } };
const nullableGnostic = '(openapi.v3.property) = {nullable: true}';
const nothingGnostic: SchemaEdit = {
  imports: 'openapiv3/annotations.proto',
  fields: { nothing: nullableGnostic },
};
const messages = [
  'inner',
  'wrapped_string',
  'wrapped_int64',
  'wrapped_bool',
  'wrapped_bytes',
  'wrapped_double',
  'at',
  'lasts',
  'mask',
  'object',
  'list',
  'nothing',
  'packed',
  'empty',
];
/** Every message in an answer is called nullable, for openapiv2. */
export const nullableMessages: SchemaEdit = {
  options: ['use_allof_for_refs=true'],
  imports: importsV2,
  fields: Object.fromEntries(messages.map((name) => [name, nullableV2])),
};
/** What gnostic has no words for: a ListValue is an array in JSON, and a field of type Empty is not in its schema. */
const gnosticLeft = ['/list', '/empty'];

/** What makes an answer fit, by the answer and the generator. The same validation runs as without the edit. */
export const edits: readonly Edit[] = [
  { ...answer('nothing', 'default', 'finite'), generator: v2, ...nothingV2, left: [] },
  {
    ...answer('nullable', 'default', 'zero'),
    generator: v2,
    ...nullableMessages,
    left: [],
  },
  {
    ...answer('nullable', 'default', 'zero'),
    generator: gnostic,
    options: ['enum_type=string'],
    imports: 'openapiv3/annotations.proto',
    fields: Object.fromEntries(messages.map((name) => [name, nullableGnostic])),
    // A bare reference, beside which nothing may stand.
    left: ['/inner', '/packed', ...gnosticLeft],
  },
  { ...answer('defaults-only', 'defaults-only', 'zero'), generator: v2, ...nothingV2, left: [] },
  { ...answer('defaults-only', 'defaults-only', 'zero'), generator: v3, left: [] },
  {
    ...answer('defaults-only', 'defaults-only', 'zero'),
    generator: gnostic,
    options: ['enum_type=string'],
    ...nothingGnostic,
    left: [],
  },
  {
    ...answer('proto-names', 'proto-names', 'finite'),
    generator: v2,
    options: ['json_names_for_fields=false'],
    ...nothingV2,
    left: [],
  },
  {
    ...answer('proto-names', 'proto-names', 'finite'),
    generator: gnostic,
    options: ['naming=proto', 'enum_type=string'],
    ...nothingGnostic,
    left: gnosticLeft,
  },
  { ...answer('json-names', 'default', 'finite'), generator: v3, left: [] },
  {
    ...answer('enum-names', 'default', 'finite'),
    generator: gnostic,
    options: ['enum_type=string'],
    ...nothingGnostic,
    left: gnosticLeft,
  },
  {
    ...answer('enum-numbers', 'enum-numbers', 'finite'),
    generator: gnostic,
    ...nothingGnostic,
    left: gnosticLeft,
  },
  {
    ...answer('enum-numbers', 'enum-numbers', 'finite'),
    generator: v2,
    options: ['enums_as_ints=true'],
    ...nothingV2,
    left: [],
  },
  {
    ...answer('special', 'enum-numbers', 'special'),
    generator: gnostic,
    ...nothingGnostic,
    left: ['/dbl', '/flt', ...gnosticLeft],
  },
];

/** Options that make a schema differ from what the default gateway sends. */
export const detours: readonly (Answer & SchemaEdit & { readonly generator: Generator })[] = [
  { ...answer('names-of-proto', 'default', 'finite'), generator: v2, options: ['json_names_for_fields=false'] },
  { ...answer('names-of-proto', 'default', 'finite'), generator: gnostic, options: ['naming=proto'] },
  { ...answer('enums-as-ints', 'default', 'finite'), generator: v2, options: ['enums_as_ints=true'] },
];

/** What is sent to a gateway, and the field whose value tells what became of it. */
export const inputs: readonly { readonly id: string; readonly body: string; readonly field: string }[] = [
  { id: 'text', body: '{"int64Value":"12"}', field: 'int64Value' },
  { id: 'number', body: '{"int64Value":12}', field: 'int64Value' },
  { id: 'large-number', body: '{"int64Value":9007199254740993}', field: 'int64Value' },
  { id: 'json-name', body: '{"nickName":"a"}', field: 'nickName' },
  { id: 'proto-name', body: '{"nick_name":"a"}', field: 'nickName' },
  { id: 'set-json-name', body: '{"user_id":12}', field: 'user_id' },
  { id: 'camel-beside-json-name', body: '{"userId":12}', field: 'user_id' },
  { id: 'enum-name', body: '{"kind":"KIND_FILM"}', field: 'kind' },
  { id: 'enum-number', body: '{"kind":2}', field: 'kind' },
  { id: 'unknown-enum-name', body: '{"kind":"NO_SUCH"}', field: 'kind' },
  { id: 'unknown-name', body: '{"no_such":1}', field: 'nickName' },
];
