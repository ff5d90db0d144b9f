import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import {
  type ExchangedField,
  type GatewaySchema,
  gatewaySchemas,
  optionOf,
} from '../../../facts/generation/gateway-schemas.ts';
import { agreed, gatewayMuxes, type ProjectMux, placeOf } from '../../../facts/source/gateway-muxes.ts';
import { setOption } from '../../../fix/schema-options.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The gateway names fields as the .proto does, and the OpenAPI document in lowerCamelCase, or the other way round. */
const trap: Trap = defineTrap({
  id: 'openapi-names-differ',
  group: 'codegen',
  subject: 'project',
  needs: { muxes: gatewayMuxes, schemas: gatewaySchemas },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { muxes = [], schemas = [] }, subject }) => {
    const [mux] = muxes;
    const sent = agreed(muxes, 'useProtoNames');
    if (!mux || sent === undefined) return [];
    const wrong = schemas.filter((schema) => saysProtoNames(schema) !== sent && schema.answers.some(hasTwoNames));
    return [...new Set(wrong.map(({ program }) => program))].flatMap((program) => {
      const all = wrong.filter((schema) => schema.program === program);
      return all[0] ? [claimOf(all[0], all, mux, sent, subject)] : [];
    });
  },
});

/** openapiv3 has no option for it: its names are those of JSON. */
function saysProtoNames(schema: GatewaySchema): boolean {
  const { names } = schema.program;
  return names !== undefined && optionOf(schema, names.option) === names.proto;
}

function hasTwoNames({ name, jsonName }: ExchangedField): boolean {
  return name !== jsonName;
}

function claimOf(
  schema: GatewaySchema,
  all: readonly GatewaySchema[],
  mux: ProjectMux,
  sent: boolean,
  subject: Subject,
): Claim {
  const { program, file, line, column, text } = schema;
  const fields = schema.answers.filter(hasTwoNames);
  const [field] = fields;
  const place = placeOf(mux);
  const names = { proto: field?.name ?? '', json: field?.jsonName ?? '' };
  const option = program.names ? `${program.names.option}=${program.names.proto}` : '';
  const data = {
    ...names,
    sent: sent ? names.proto : names.json,
    said: sent ? names.json : names.proto,
    generator: program.name,
    option,
    gateway: `${place.file}:${place.line}`,
    count: fields.length,
  };
  return {
    subject,
    severity: 'warning',
    confidence: 'likely',
    title: { key: 'title', data },
    why: { key: sent ? 'why-proto' : 'why-json', data },
    bites: { key: 'bites', data },
    location: { file, line, column },
    frame: { text: text.trim() },
    evidence: [
      { source: place.file, line: place.line, text: place.text.trim() },
      ...all.map((one) => ({ source: one.file, line: one.line, text: one.text.trim() })).slice(0, shown),
      ...fields.slice(0, shown).map((one) => ({ source: one.file, line: one.line, text: one.text })),
    ],
    causes: [{ kind: 'json-differs-from-schema', about: [`names of ${program.name}`] }],
    fixes: fixesFor(schema, sent, data),
    verify: { argv: ['grpc-doctor', 'check', '--only', 'openapi-names-differ'], expect: { key: 'common.check-again' } },
    about: program.id,
  };
}

const shown = 3;

function fixesFor(schema: GatewaySchema, sent: boolean, data: Readonly<Record<string, string | number>>): FixPlan[] {
  const { names } = schema.program;
  const title = { key: sent ? 'fix-json-names' : 'fix-use-proto-names', data };
  const marshaler: FixPlan = { kind: 'text', safety: 'manual', title };
  if (!names) return [marshaler];
  const value = sent ? names.proto : names.json;
  const set = { key: 'fix-option', data: { ...data, option: `${names.option}=${value}` } };
  return [setOption(schema, names.option, value, set), marshaler];
}

export default trap;
