import type { Claim, FixPlan } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ImportCycle, importCycles } from '../../../facts/proto/import-cycles.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** .proto files that import each other: every compiler refuses them, with whatever roots. */
const trap: Trap = defineTrap({
  id: 'import-cycle-proto',
  group: 'proto',
  subject: 'project',
  needs: { cycles: importCycles },
  messages: { en, 'zh-CN': zh },
  article: [
    '3.2.silent',
    '3.2.example',
    '3.2.no-topology',
    '3.2.descriptor-pool',
    '3.2.row-single',
    '3.2.row-multi',
    '3.2.diagram',
  ],
  // A copy of somebody else's files is not mended here, and its makers would have noticed.
  judge: ({ facts: { cycles = [] } }) => cycles.flatMap((cycle) => (cycle.steps.some(isOwn) ? [claimOf(cycle)] : [])),
});

type Step = ImportCycle['steps'][number];

function isOwn({ file }: Step): boolean {
  return file.own;
}

function claimOf(cycle: ImportCycle): Claim {
  const { steps, compilation } = cycle;
  const first = steps[0] as Step;
  const self = steps.length === 1;
  const place = first.import;
  const data = {
    file: first.file.path,
    name: first.file.name,
    next: place.path,
    path: [...steps.map(({ file }) => file.name), first.file.name].join(' -> '),
    count: steps.length,
    line: place.line,
    column: place.column,
  };
  return {
    subject: project,
    severity: 'error',
    confidence: 'proven',
    title: { key: self ? 'title-self' : 'title', data },
    why: { key: self ? 'why-self' : 'why', data },
    bites: { key: compilation.via === 'buf' ? 'bites-buf' : 'bites', data },
    location: { file: first.file.path, line: place.line, column: place.column },
    frame: { text: `import "${place.path}";`, mark: `"${place.path}"` },
    evidence: steps.map(({ file, import: { path, line } }) => ({ source: file.path, line, text: `import "${path}";` })),
    causes: [{ kind: 'proto-file-refused', about: steps.map(({ file }) => file.path) }],
    fixes: self ? removal(first, data) : [text('fix-third-file', data), text('fix-one-file', data)],
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'import-cycle-proto'],
      expect: { key: 'common.check-again' },
    },
    about: data.path,
  };
}

/** Nothing can depend on a file's import of itself. */
function removal({ file, import: { line }, text: before }: Step, data: Record<string, string | number>): FixPlan[] {
  const title = { key: 'fix-remove', data };
  if (before === undefined) return [text('fix-remove', data)];
  return [{ kind: 'edit', safety: 'safe', title, edits: [{ file: file.path, line, text: before, before, after: '' }] }];
}

function text(key: string, data: Record<string, string | number>): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key, data } };
}

export default trap;
