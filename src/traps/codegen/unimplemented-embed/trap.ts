import type { Claim, Edit, FixPlan } from '../../../core/claim.ts';
import type { Text } from '../../../core/outcome.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type UnembeddedServer, unembeddedServers } from '../../../facts/generation/unembedded.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A server lacks the generated type that its interface wants inside of it, or has it as a pointer to nothing. */
const trap: Trap = defineTrap({
  id: 'unimplemented-embed',
  group: 'codegen',
  subject: 'module',
  needs: { found: unembeddedServers },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { found = [] }, subject }) => {
    const first = new Map<string, UnembeddedServer>();
    for (const one of found) if (!first.has(nameOf(one))) first.set(nameOf(one), one);
    return [...first.values()].map((one) => claimOf(one, subject));
  },
});

/** A struct may be registered more than once, and as more than one service. */
function nameOf({ struct: { path, name }, service }: UnembeddedServer): string {
  return `${path} ${name} ${service}`;
}

/** It does not compile; it panics where it is registered; it panics at a call. */
type Effect = 'missing' | 'start' | 'call';

function claimOf(found: UnembeddedServer, subject: Subject): Claim {
  const { service, generated, registered, struct, missing, pointer, tested } = found;
  const effect: Effect = pointer === undefined ? 'missing' : tested ? 'start' : 'call';
  const mustEmbed = `mustEmbedUnimplemented${service}Server`;
  const others = missing.filter((name) => name !== mustEmbed);
  const place = pointer ?? struct;
  const data = {
    type: struct.name,
    service,
    alias: registered.alias,
    generated,
    first: others[0] ?? mustEmbed,
    count: others.length,
    mustEmbed,
  };
  const text = (key: string): Text => ({ key, data });
  return {
    subject,
    severity: effect === 'call' ? 'warning' : 'error',
    confidence: 'proven',
    title: text(effect === 'missing' ? 'title-missing' : 'title-pointer'),
    why: text(effect === 'missing' ? (others.length > 0 ? 'why-others' : 'why-missing') : `why-${effect}`),
    bites: text(`bites-${effect}`),
    location: { file: struct.path, line: place.line, column: place.column },
    frame: { text: place.text.trim() },
    evidence: [
      { source: struct.path, line: place.line, text: place.text.trim() },
      { source: registered.path, line: registered.line, text: registered.text.trim() },
      {
        source: generated,
        text:
          effect === 'missing'
            ? mustEmbed
            : effect === 'start'
              ? 'testEmbeddedByValue'
              : `${service}Server.${data.first}`,
      },
    ],
    causes: [
      {
        kind:
          effect === 'missing'
            ? 'own-code-does-not-compile'
            : effect === 'start'
              ? 'program-panics-at-start'
              : 'call-panics',
        about: [struct.path, struct.name],
      },
    ],
    fixes: [...fixesFor(found, data), { kind: 'text', safety: 'manual', title: text('fix-option') }],
    verify:
      effect === 'missing'
        ? { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } }
        : { argv: ['go', 'vet', './...'], expect: { key: 'common.check-again' } },
    about: `${struct.name} ${service}`,
  };
}

function fixesFor(
  { struct, pointer, service }: UnembeddedServer,
  data: Readonly<Record<string, string | number>>,
): FixPlan[] {
  const edits = pointer
    ? replaced(struct.path, pointer, `*${writtenPackage(pointer.text)}`, writtenPackage(pointer.text))
    : struct.alias === undefined
      ? []
      : embedding(struct, `${struct.alias}.Unimplemented${service}Server`);
  const key = pointer ? 'fix-value' : 'fix-embed';
  return [
    edits.length > 0
      ? { kind: 'edit', safety: 'safe', title: { key, data }, edits }
      : { kind: 'text', safety: 'manual', title: { key, data } },
  ];
}

/** `pb.UnimplementedGreeterServer` of `*pb.UnimplementedGreeterServer // always`. */
function writtenPackage(line: string): string {
  return (
    line
      .trim()
      .slice(1)
      .split(/[\s/`]/)[0] ?? ''
  );
}

/** The type becomes the first line of the struct; none where the struct begins and ends on one line with fields in it. */
function embedding({ path, line, text }: UnembeddedServer['struct'], type: string): Edit[] {
  const lead = text.slice(0, text.length - text.trimStart().length);
  const trimmed = text.trimEnd();
  const place = { path, line, text };
  if (/\bstruct ?\{\}$/.test(trimmed)) {
    const before = trimmed.endsWith('struct {}') ? 'struct {}' : 'struct{}';
    return replaced(path, place, before, `struct {\n${lead}\t${type}\n${lead}}`);
  }
  return trimmed.endsWith('struct {') ? replaced(path, place, 'struct {', `struct {\n${lead}\t${type}`) : [];
}

function replaced(
  file: string,
  { line, text }: { readonly line: number; readonly text: string },
  before: string,
  after: string,
): Edit[] {
  return text.split(before).length === 2 ? [{ file, line, text, before, after }] : [];
}

export default trap;
