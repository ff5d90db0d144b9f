import type { Claim } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type Duplicate, type DuplicateName, duplicates } from '../../../facts/proto/duplicates.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A full name that two .proto files of one compilation define, or one file twice. */
const trap: Trap = defineTrap({
  id: 'proto-duplicate-definition',
  group: 'proto',
  subject: 'project',
  needs: { found: duplicates },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { found = [] } }) => found.flatMap((one) => (one.file.own || one.first.own ? [claimOf(one)] : [])),
});

const shown = 6;

function claimOf({ file, first, names, kind, compilation }: Duplicate): Claim {
  const name = names.find((one) => one.kind !== 'enum-value') ?? (names[0] as DuplicateName);
  const value = name.kind === 'enum-value' || name.firstKind === 'enum-value';
  const data = {
    name: name.fullName,
    short: name.fullName.slice(name.fullName.lastIndexOf('.') + 1),
    scope: file.source.package?.name ?? '',
    count: names.length,
    file: file.path,
    proto: file.name,
    first: first.path,
    firstProto: first.name,
    firstLine: name.firstLine,
    firstColumn: name.firstColumn,
    line: name.line,
    column: name.column,
  };
  return {
    subject: project,
    severity: 'error',
    confidence: 'proven',
    title: { key: `title-${kind === 'reachable' ? 'together' : kind}`, data },
    why: { key: kind === 'two-names' ? 'why-two-names' : value ? 'why-value' : 'why', data },
    bites: { key: bitesOf(kind, compilation), data },
    location: { file: file.path, line: name.line, column: name.column },
    evidence: names
      .slice(0, shown)
      .flatMap((one) => [
        { source: file.path, line: one.line, text: `${one.kind} ${one.fullName}` },
        ...(kind === 'two-names'
          ? []
          : [{ source: first.path, line: one.firstLine, text: `${one.firstKind} ${one.fullName}` }]),
      ]),
    causes: [{ kind: 'proto-file-refused', about: [file.path, first.path] }],
    fixes: [
      {
        kind: 'text',
        safety: 'manual',
        title: { key: kind === 'two-names' ? 'fix-two-names' : value ? 'fix-value' : 'fix-rename', data },
      },
    ],
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'proto-duplicate-definition'],
      expect: { key: 'common.check-again' },
    },
    about: `${first.name} ${file.name}`,
  };
}

function bitesOf(kind: Duplicate['kind'], { via }: Duplicate['compilation']): string {
  if (via === 'buf') return 'bites-buf';
  return kind === 'same-file' ? 'bites-same-file' : 'bites';
}

export default trap;
