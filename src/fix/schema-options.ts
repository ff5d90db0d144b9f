import type { FixPlan } from '../core/claim.ts';
import type { Text } from '../core/outcome.ts';
import { type GatewaySchema, optionLine } from '../facts/generation/gateway-schemas.ts';

/**
 * Sets an option of a generator of OpenAPI documents: in the line of protoc's argument where that can be done, else in words. What
 * clients of the document get is another one afterwards, so it is never done unasked.
 */
export function setOption(schema: GatewaySchema, name: string, value: string, title: Text): FixPlan {
  const { via, argument, file, line, text } = schema;
  const option = `${name}=${value}`;
  const shell = via === 'buf' ? 'buf.gen.yaml' : 'protoc';
  const inWords: FixPlan = {
    kind: 'text',
    safety: 'manual',
    title,
    lines: [{ shell, line: optionLine(schema, option) }],
  };
  if (via === 'buf') return inWords;
  const [given, ...more] = text.match(new RegExp(`\\b${name}=\\w+`, 'g')) ?? [];
  const before = given ?? argument;
  if (more.length > 0 || before === '' || text.split(before).length !== 2) return inWords;
  const after = given === undefined ? `${argument} ${optionLine(schema, option)}` : option;
  return { kind: 'edit', safety: 'unsafe', title, edits: [{ file, line, text, before, after }] };
}
