import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ExchangedField, gatewaySchemas } from '../../../facts/generation/gateway-schemas.ts';
import { agreed, gatewayMuxes, placeOf } from '../../../facts/source/gateway-muxes.ts';
import { lowerCamel } from '../../../read/proto/messages.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A field with a json_name of its own: the name that clients expect is none of it, and the gateway drops it in silence. */
const trap: Trap = defineTrap({
  id: 'gateway-drops-unknown-fields',
  group: 'rpc',
  subject: 'project',
  needs: { muxes: gatewayMuxes, schemas: gatewaySchemas },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { muxes = [], schemas = [] }, subject }) => {
    const [mux] = muxes;
    if (!mux || !agreed(muxes, 'discardUnknown')) return [];
    const fields = [
      ...new Map(schemas.flatMap(({ requests }) => dropped(requests)).map((one) => [keyOf(one), one])).values(),
    ];
    const [field] = fields;
    if (!field) return [];
    const place = placeOf(mux);
    const data = {
      name: field.name,
      json: field.jsonName,
      camel: lowerCamel(field.name),
      gateway: `${place.file}:${place.line}`,
      count: fields.length,
    };
    const claim: Claim = {
      subject,
      severity: 'info',
      confidence: 'likely',
      title: { key: 'title', data },
      why: { key: mux.marshaler ? 'why-set' : 'why-default', data },
      bites: { key: 'bites', data },
      location: { file: field.file, line: field.line, column: field.column },
      frame: { text: field.text },
      evidence: [
        { source: place.file, line: place.line, text: place.text.trim() },
        ...fields.slice(0, shown).map((one) => ({ source: one.file, line: one.line, text: one.text })),
      ],
      causes: [{ kind: 'json-name-dropped', about: fields.slice(0, shown).map(keyOf) }],
      fixes: [
        { kind: 'text', safety: 'manual', title: { key: 'fix-json-name', data } },
        {
          kind: 'text',
          safety: 'manual',
          title: { key: 'fix-refuse', data },
          lines: [
            {
              shell: 'Go',
              line: 'runtime.WithMarshalerOption(runtime.MIMEWildcard, &runtime.JSONPb{MarshalOptions: protojson.MarshalOptions{EmitUnpopulated: true}})',
            },
          ],
        },
      ],
      verify: {
        argv: ['grpc-doctor', 'check', '--only', 'gateway-drops-unknown-fields'],
        expect: { key: 'common.check-again' },
      },
    };
    return [claim];
  },
});

const shown = 3;

function keyOf({ message, name }: ExchangedField): string {
  return `${message}.${name}`;
}

/** Fields whose lowerCamelCase name is taken by no field of their message. */
function dropped(fields: readonly ExchangedField[]): ExchangedField[] {
  const taken = new Set(
    fields.flatMap(({ message, name, jsonName }) => [`${message} ${name}`, `${message} ${jsonName}`]),
  );
  return fields.filter(({ message, name }) => !taken.has(`${message} ${lowerCamel(name)}`));
}

export default trap;
