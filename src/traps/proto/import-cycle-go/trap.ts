import type { Claim, FixPlan } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import {
  type GoImport,
  type GoPackageCycle,
  goPackageCycles,
  type Mover,
} from '../../../facts/proto/go-packages/go-package-graph.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** .proto files without a circle whose Go packages form one: protoc and buf generate them, go refuses to build them. */
const trap: Trap = defineTrap({
  id: 'import-cycle-go',
  group: 'proto',
  subject: 'project',
  needs: { cycles: goPackageCycles },
  messages: { en, 'zh-CN': zh },
  article: ['3.2.silent', '3.2.row-multi'],
  judge: ({ facts: { cycles = [] } }) => cycles.map(claimOf),
});

function claimOf(cycle: GoPackageCycle): Claim {
  const { steps, mover } = cycle;
  const first = steps[0] as GoImport;
  const { line, column, path: imported } = first.import;
  const data = {
    path: [...steps.map(({ from }) => from), first.from].join(' -> '),
    count: steps.length,
    importer: first.file.path,
    imported,
  };
  return {
    subject: project,
    severity: cycle.sure ? 'error' : 'warning',
    confidence: cycle.sure ? 'proven' : 'likely',
    title: { key: 'title', data },
    why: { key: cycle.protoPackagesAcyclic ? 'why-blind' : 'why', data },
    bites: { key: 'bites', data },
    location: { file: first.file.path, line, column },
    frame: {
      text: `import "${imported}";`,
      mark: `"${imported}"`,
      label: { key: 'label', data: { package: first.to } },
    },
    evidence: steps.flatMap(({ file, target, from, to, import: one }) => [
      { source: file.path, line: one.line, text: `import "${one.path}";  ${from} -> ${to}` },
      ...(file.own || target.own ? [] : [{ source: target.path, text: to }]),
    ]),
    causes: [{ kind: 'go-packages-form-a-circle', about: cycle.packages }],
    fixes: [...(mover ? [moveOut(mover)] : []), { kind: 'text', safety: 'manual', title: { key: 'fix-merge', data } }],
    verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
    about: data.path,
  };
}

/** Code that uses the types of the file has to follow, and a file whose code stays beside it has to move. */
function moveOut({ file, goPackage, path, text, folderStays }: Mover): FixPlan {
  const data = { file: file.path, package: path };
  const title = { key: folderStays ? 'fix-folder' : 'fix-package', data };
  const before = goPackage.written;
  if (text === undefined || folderStays || text.split(before).length !== 2)
    return { kind: 'text', safety: 'manual', title };
  const edit = { file: goPackage.file, line: goPackage.line, text, before, after: path };
  return { kind: 'edit', safety: 'unsafe', title, edits: [edit] };
}

export default trap;
