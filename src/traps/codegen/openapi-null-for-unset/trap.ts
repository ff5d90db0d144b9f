import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ExchangedField, type GatewaySchema, gatewaySchemas } from '../../../facts/generation/gateway-schemas.ts';
import { agreed, gatewayMuxes, type ProjectMux, placeOf } from '../../../facts/source/gateway-muxes.ts';
import { firstWithEmitDefaultValues } from '../../../knowledge/schema-generators.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The gateway sends `null` for messages that are not set, which no generator's document allows. */
const trap: Trap = defineTrap({
  id: 'openapi-null-for-unset',
  group: 'codegen',
  subject: 'project',
  needs: { muxes: gatewayMuxes, schemas: gatewaySchemas },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { muxes = [], schemas = [] }, subject }) => {
    const [mux] = muxes;
    // It is so for every project that leaves the gateway as it is: said once, of the first document with such a field.
    const schema = schemas.find(({ answers }) => answers.some(isSentAsNull));
    return mux && schema && agreed(muxes, 'emitUnpopulated') ? [claimOf(schema, mux, subject)] : [];
  },
});

/**
 * A message, or a wrapper, outside of a oneof. Documents take any value for a Value; a field that says `optional` is left out
 * while it is not set; and one that its options call nullable is meant to be null.
 */
function isSentAsNull({ value, type, label, keyType, oneof, options, syntax }: ExchangedField): boolean {
  if (value !== 'message' || label === 'repeated' || keyType !== undefined || oneof !== undefined) return false;
  if (label === 'optional' && syntax === 'proto3') return false;
  return !/^\.?google\.protobuf\.Value$/.test(type) && !options.some((option) => /nullable/.test(option.value));
}

function claimOf(schema: GatewaySchema, mux: ProjectMux, subject: Subject): Claim {
  const { program, file, line, column, text } = schema;
  const fields = schema.answers.filter(isSentAsNull);
  const [field] = fields;
  const place = placeOf(mux);
  const data = {
    field: field?.name ?? '',
    type: field?.type ?? '',
    generator: program.name,
    gateway: `${place.file}:${place.line}`,
    count: fields.length,
    floor: firstWithEmitDefaultValues,
  };
  return {
    subject,
    severity: 'info',
    confidence: 'likely',
    title: { key: 'title', data },
    why: { key: mux.marshaler ? 'why-set' : 'why-default', data },
    bites: { key: 'bites', data },
    location: { file, line, column },
    frame: { text: text.trim() },
    evidence: [
      { source: place.file, line: place.line, text: place.text.trim() },
      { source: file, line, text: text.trim() },
      ...fields.slice(0, shown).map((one) => ({ source: one.file, line: one.line, text: one.text })),
    ],
    causes: [{ kind: 'json-differs-from-schema', about: ['unset messages'] }],
    fixes: fixesFor(schema, data),
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'openapi-null-for-unset'],
      expect: { key: 'common.check-again' },
    },
  };
}

const shown = 3;

function fixesFor({ program }: GatewaySchema, data: Readonly<Record<string, string | number>>): FixPlan[] {
  const text = (key: string, lines: readonly { readonly shell: string; readonly line: string }[]): FixPlan => ({
    kind: 'text',
    safety: 'manual',
    title: { key, data },
    lines,
  });
  const marshaler = text('fix-marshaler', [
    {
      shell: 'Go',
      line: 'runtime.WithMarshalerOption(runtime.MIMEWildcard, &runtime.JSONPb{MarshalOptions: protojson.MarshalOptions{EmitDefaultValues: true}, UnmarshalOptions: protojson.UnmarshalOptions{DiscardUnknown: true}})',
    },
  ]);
  if (program.id !== 'openapiv2') return [marshaler];
  const nullable = text('fix-nullable', [
    {
      shell: '.proto',
      line: '[(grpc.gateway.protoc_gen_openapiv2.options.openapiv2_field) = {extensions: {key: "x-nullable" value: {bool_value: true}}}]',
    },
    { shell: 'protoc', line: '--openapiv2_opt=use_allof_for_refs=true' },
  ]);
  return [marshaler, nullable];
}

export default trap;
