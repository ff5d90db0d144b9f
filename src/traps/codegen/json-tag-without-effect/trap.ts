import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ExchangedField, gatewaySchemas } from '../../../facts/generation/gateway-schemas.ts';
import { agreed, gatewayMuxes, placeOf } from '../../../facts/source/gateway-muxes.ts';
import type { GoTag } from '../../../read/proto/go-tags.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A comment asks for a `json:"…"` tag on a field that a gateway sends: protojson reads no tags. */
const trap: Trap = defineTrap({
  id: 'json-tag-without-effect',
  group: 'codegen',
  subject: 'project',
  needs: { muxes: gatewayMuxes, schemas: gatewaySchemas },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { muxes = [], schemas = [] }, subject }) => {
    const [mux] = muxes;
    const protoNames = agreed(muxes, 'useProtoNames');
    if (!mux || protoNames === undefined) return [];
    const sent = (field: ExchangedField): string => (protoNames ? field.name : field.jsonName);
    const all = schemas.flatMap(({ answers }) => answers.filter(isTagged)).filter((one) => isInVain(one, sent(one)));
    const fields = [...new Map(all.map((one) => [`${one.message}.${one.name}`, one])).values()];
    const [field] = fields;
    if (!field) return [];
    const place = placeOf(mux);
    const [wish = ''] = field.goTag.json.split(',');
    const data = {
      tag: field.goTag.json,
      field: field.name,
      sent: sent(field),
      wish,
      gateway: `${place.file}:${place.line}`,
      count: fields.length,
    };
    const renames = wish !== '' && wish !== '-' && wish !== sent(field);
    const claim: Claim = {
      subject,
      severity: 'info',
      confidence: 'likely',
      title: { key: 'title', data },
      why: { key: 'why', data },
      bites: { key: 'bites', data },
      location: { file: field.file, line: field.goTag.line },
      frame: { text: field.goTag.text },
      evidence: [
        { source: place.file, line: place.line, text: place.text.trim() },
        ...fields.slice(0, shown).map((one) => ({ source: one.file, line: one.line, text: one.text })),
      ],
      causes: [{ kind: 'json-differs-from-schema', about: ['tags'] }],
      fixes: [
        {
          kind: 'text',
          safety: 'manual',
          title: { key: renames ? 'fix-json-name' : 'fix-drop', data },
          ...(renames && { lines: [{ shell: '.proto', line: `[json_name = "${wish}"]` }] }),
        },
      ],
      verify: {
        argv: ['grpc-doctor', 'check', '--only', 'json-tag-without-effect'],
        expect: { key: 'common.check-again' },
      },
    };
    return [claim];
  },
});

const shown = 3;

type TaggedField = ExchangedField & { readonly goTag: GoTag };

function isTagged(field: ExchangedField): field is TaggedField {
  return field.goTag !== undefined;
}

/** The tag asks for a name that is not sent, for a number as a string, or for no field at all. */
function isInVain({ goTag }: TaggedField, sent: string): boolean {
  const [name = '', ...options] = goTag.json.split(',');
  return (name !== '' && name !== sent) || options.includes('string');
}

export default trap;
