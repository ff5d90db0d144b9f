import type { Claim } from '../../../core/claim.ts';
import type { Text } from '../../../core/outcome.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type UnregisteredImport, unregisteredImports } from '../../../facts/linking/unregistered.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A descriptor names a file by a name that nobody registers: everything works but what reads descriptors. */
const trap: Trap = defineTrap({
  id: 'descriptor-import-unregistered',
  group: 'codegen',
  subject: 'module',
  needs: { found: unregisteredImports },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { found = [] }, subject }) => {
    // Where nothing hands descriptors out, nobody meets the gap.
    const met = found.filter(({ describes }) => describes);
    const [first] = met;
    return first ? [claimOf(first, met, subject)] : [];
  },
});

const shown = 3;

function claimOf(one: UnregisteredImport, all: readonly UnregisteredImport[], subject: Subject): Claim {
  const { file, meant, describes } = one;
  const data = {
    file: file.file.name,
    path: file.path,
    import: one.import,
    registered: meant.file.file.name,
    owner: meant.file.path,
    by: describes?.path ?? '',
    count: new Set(all.map((other) => other.import)).size,
  };
  const text = (key: string): Text => ({ key, data });
  return {
    subject,
    severity: 'warning',
    confidence: 'proven',
    title: text('title'),
    why: text('why'),
    bites: text('bites'),
    location: { file: file.path, line: file.line },
    evidence: [
      ...all
        .slice(0, shown)
        .map((other) => ({ source: other.file.path, line: other.file.line, text: `import "${other.import}"` })),
      { source: meant.file.path, line: meant.file.line, text: `source: ${meant.file.file.name}` },
      ...(describes ? [{ source: describes.file, line: describes.line, text: describes.path }] : []),
    ],
    causes: [{ kind: 'descriptor-incomplete', about: [file.path, one.import] }],
    fixes: [
      { kind: 'text', safety: 'manual', title: text('fix-import') },
      { kind: 'text', safety: 'manual', title: text('fix-root') },
    ],
    verify: { argv: ['go', 'vet', './...'], expect: { key: 'common.check-again' } },
  };
}

export default trap;
