import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Text } from '../../../core/outcome.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type BinaryInString, binaryInStrings } from '../../../facts/source/byte-strings.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Bytes that are no text are put into a string field: the message is refused when it is written. */
const trap: Trap = defineTrap({
  id: 'invalid-utf8-string',
  group: 'rpc',
  subject: 'module',
  needs: { found: binaryInStrings },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { found = [] }, subject }) => {
    const fields = new Map<string, BinaryInString[]>();
    for (const one of found) {
      const key = `${one.proto} ${one.message} ${one.protoField}`;
      fields.set(key, [...(fields.get(key) ?? []), one]);
    }
    return [...fields.values()].map((uses) => claimOf(uses, subject));
  },
});

const shown = 5;

function claimOf(uses: readonly BinaryInString[], subject: Subject): Claim {
  const [first] = uses as [BinaryInString];
  const library = first.from.package.slice(first.from.package.lastIndexOf('/') + 1);
  const data = {
    message: first.message,
    field: first.protoField,
    proto: first.proto,
    function: `${library}.${first.from.name}`,
    value: first.value,
    bytes: first.bytes,
  };
  const text = (key: string): Text => ({ key, data });
  const plan = (key: string): FixPlan => ({ kind: 'text', safety: 'manual', title: text(key) });
  return {
    subject,
    severity: 'warning',
    confidence: 'likely',
    title: text('title'),
    why: text('why'),
    bites: text('bites'),
    location: { file: first.path, line: first.line, column: first.column },
    frame: { text: first.text.trim(), mark: first.value },
    evidence: [
      ...uses.slice(0, shown).map(({ path, line, text: quoted }) => ({ source: path, line, text: quoted.trim() })),
      { source: first.path, line: first.from.line, text: data.function },
      { source: first.generated, text: `${first.proto}: string ${first.protoField}` },
    ],
    causes: [{ kind: 'message-not-encoded', about: [`${first.proto} ${first.message}.${first.protoField}`] }],
    fixes: [plan('fix-bytes'), plan('fix-text')],
    verify: { argv: ['go', 'vet', './...'], expect: { key: 'common.check-again' } },
    about: `${first.message}.${first.protoField}`,
  };
}

export default trap;
