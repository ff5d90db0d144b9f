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
import { goInstall } from '../../../fix/plans.ts';
import { setOption } from '../../../fix/schema-options.ts';
import { isWideInteger, newestSchemaRelease, schemaTypeOf } from '../../../knowledge/schema-generators.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The OpenAPI document gives a field another JSON type than the gateway sends: enums, and 64-bit integers. */
const trap: Trap = defineTrap({
  id: 'openapi-types-differ',
  group: 'codegen',
  subject: 'project',
  needs: { muxes: gatewayMuxes, schemas: gatewaySchemas },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { muxes = [], schemas = [] }, subject }) => {
    const [mux] = muxes;
    if (!mux) return [];
    const claims = schemas.flatMap((schema) =>
      kinds.flatMap((kind) => {
        const fields = schema.answers.filter((field) => isOf(kind, field));
        return fields.length > 0 && differs(kind, schema, muxes) ? [claimOf(kind, schema, fields, mux, subject)] : [];
      }),
    );
    // Several targets of a makefile call the generator alike.
    return claims.filter(({ about }, index) => claims.findIndex((one) => one.about === about) === index);
  },
});

type Kind = 'enum-integer' | 'enum-string' | 'int64';
const kinds: readonly Kind[] = ['enum-integer', 'enum-string', 'int64'];

function isOf(kind: Kind, { value, type }: ExchangedField): boolean {
  return kind === 'int64' ? isWideInteger(type) : value === 'enum';
}

function differs(kind: Kind, schema: GatewaySchema, muxes: readonly ProjectMux[]): boolean {
  const { program, version } = schema;
  if (kind === 'int64') return schemaTypeOf(program.package, version, 'int64') === 'integer';
  const numbers = agreed(muxes, 'useEnumNumbers');
  const said = saidOfEnums(schema);
  return kind === 'enum-integer' ? numbers === false && said === 'integer' : numbers === true && said === 'string';
}

function saidOfEnums(schema: GatewaySchema): 'string' | 'integer' | undefined {
  const { enums, package: path } = schema.program;
  const given = enums && optionOf(schema, enums.option);
  if (enums && given === enums.string) return 'string';
  if (enums && given === enums.integer) return 'integer';
  return schemaTypeOf(path, schema.version, 'enum');
}

function claimOf(
  kind: Kind,
  schema: GatewaySchema,
  fields: readonly ExchangedField[],
  mux: ProjectMux,
  subject: Subject,
): Claim {
  const { program, version = '', versionFrom, file, line, column, text } = schema;
  const place = placeOf(mux);
  const [field] = fields;
  const newest = newestSchemaRelease(program.package) ?? '';
  const data = {
    field: field?.name ?? '',
    generator: program.name,
    version,
    newest,
    gateway: `${place.file}:${place.line}`,
    count: fields.length,
  };
  return {
    subject,
    severity: 'warning',
    confidence: 'likely',
    title: { key: `title-${kind}`, data },
    why: { key: `why-${kind}`, data },
    bites: { key: `bites-${kind}`, data },
    location: { file, line, column },
    frame: { text: text.trim() },
    evidence: [
      { source: place.file, line: place.line, text: place.text.trim() },
      { source: file, line, text: text.trim() },
      ...(versionFrom ? [versionFrom] : []),
      ...fields.slice(0, shown).map((one) => ({ source: one.file, line: one.line, text: one.text })),
    ],
    causes: [{ kind: 'json-differs-from-schema', about: [`${kind} of ${program.name}`] }],
    fixes: fixesFor(kind, schema, newest, data),
    verify: { argv: ['grpc-doctor', 'check', '--only', 'openapi-types-differ'], expect: { key: 'common.check-again' } },
    about: `${kind} ${program.id}`,
  };
}

const shown = 3;

function fixesFor(
  kind: Kind,
  schema: GatewaySchema,
  newest: string,
  data: Readonly<Record<string, string | number>>,
): FixPlan[] {
  const text = (key: string): FixPlan => ({ kind: 'text', safety: 'manual', title: { key, data } });
  const { enums, package: path } = schema.program;
  if (kind === 'int64') return [text('fix-newer'), goInstall(path, newest)];
  const marshaler = text(kind === 'enum-integer' ? 'fix-numbers' : 'fix-names');
  if (!enums) return [marshaler];
  const value = kind === 'enum-integer' ? enums.string : enums.integer;
  const title = { key: 'fix-option', data: { ...data, option: `${enums.option}=${value}` } };
  return [setOption(schema, enums.option, value, title), marshaler];
}

export default trap;
