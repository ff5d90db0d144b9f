import type { Claim, Edit, FixPlan } from '../../../core/claim.ts';
import type { Data } from '../../../core/outcome.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type BuildList, buildList, versionOf } from '../../../facts/modules/build-list.ts';
import { type ImaginaryUse, imaginaryUses } from '../../../facts/source/imaginary.ts';
import { newCredentials, renamed, replaced, safetyOfImports, withTransport } from '../../../fix/go-edits.ts';
import { inModule } from '../../../fix/plans.ts';
import { grpcModule } from '../../../knowledge/names.ts';
import type { ImaginaryName } from '../../../knowledge/table.ts';
import { compareModule } from '../../../read/modules/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The code uses names that texts on the web tell of and that no release of the package has. */
const trap: Trap = defineTrap({
  id: 'imaginary-api',
  group: 'rpc',
  subject: 'module',
  needs: { uses: imaginaryUses, list: buildList },
  messages: { en, 'zh-CN': zh },
  article: ['1.tls.new-insecure', '4.1.code-field', '4.1.verification-error', '4.1.row-revoked'],
  judge: ({ facts: { uses = [], list }, subject }) => {
    const groups = new Set(uses.map(groupOf));
    return [...groups].flatMap((group) =>
      claimOf(
        uses.filter((use) => groupOf(use) === group),
        list,
        subject,
      ),
    );
  },
});

/** So many places are named. */
const shown = 5;

/** Names that the same import replaces are one matter: their edits share it. */
function groupOf({ row }: ImaginaryUse): string {
  return row.import ?? `${row.package}.${row.name}.${row.field ?? ''}`;
}

function claimOf(all: readonly ImaginaryUse[], list: BuildList | undefined, subject: Subject): Claim[] {
  // What every build meets comes before what some builds meet.
  const uses = [...all].sort((a, b) => Number(a.constrained) - Number(b.constrained));
  const [first] = uses;
  if (!first) return [];
  const { row } = first;
  const owner = row.package.slice(row.package.lastIndexOf('/') + 1);
  const data = { name: `${owner}.${row.name}`, field: row.field ?? '', instead: row.instead, floor: row.floor ?? '' };
  const kind = row.field ? 'field' : 'name';
  return [
    {
      subject,
      severity: first.constrained ? 'warning' : 'error',
      confidence: 'proven',
      title: { key: `title-${kind}`, data },
      why: { key: first.constrained ? 'why-constrained' : 'why' },
      bites: { key: `bites-${first.literal ? 'literal' : kind}`, data },
      location: { file: first.file, line: first.line, column: first.column },
      frame: { text: first.text, mark: first.mark, label: { key: 'label' } },
      evidence: uses.slice(0, shown).map(({ file, line, text }) => ({ source: file, line, text: text.trim() })),
      causes: [{ kind: 'own-code-does-not-compile', about: [`${subject.id} ${data.name} ${data.field}`] }],
      fixes: fixesFor(row, uses, list, subject.id, data),
      verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
      about: `${data.name} ${data.field}`,
    },
  ];
}

function fixesFor(
  row: ImaginaryName,
  uses: readonly ImaginaryUse[],
  list: BuildList | undefined,
  dir: string,
  data: Data,
): FixPlan[] {
  const version = versionOf(list, grpcModule);
  if (row.floor && version && compareModule(version, row.floor) < 0)
    return [
      {
        ...inModule(dir, ['go', 'get', `${grpcModule}@${row.floor}`], 'fix-upgrade', true),
        title: { key: 'fix-upgrade', data },
      },
    ];
  const edits = editsFor(row, uses);
  const byHand = {
    kind: 'text',
    safety: 'manual',
    title: { key: row.field || row.rename ? 'fix-rename' : 'fix-instead', data },
  } as const;
  return edits.length > 0
    ? [
        {
          kind: 'edit',
          safety: safetyOfImports(list),
          title: { key: row.import ? 'fix-edit' : 'fix-rename', data },
          edits,
        },
      ]
    : [byHand];
}

/** Only where nothing but the name is wrong. */
function editsFor({ rename, import: from, field }: ImaginaryName, uses: readonly ImaginaryUse[]): Edit[] {
  if (from) return newCredentials(uses, callFor);
  if (!rename) return [];
  if (field)
    return uses.flatMap((use) => replaced(use, fieldAt(use, field), fieldAt(use, field).replace(field, rename)));
  // A pointer is another type than the parameters that the real function takes.
  return uses.filter((use) => !use.arguments[0]?.text.startsWith('&')).flatMap((use) => renamed(use, rename));
}

/** An option takes credentials; a function for credentials is replaced by one. */
function callFor(use: ImaginaryUse, credentials: string): string {
  return use.row.package === grpcModule ? withTransport(use, credentials) : credentials;
}

/** The field with the sign before it, so that it is told from a longer word. */
function fieldAt({ text, column }: ImaginaryUse, field: string): string {
  return text.slice(column - 2, column - 1 + field.length);
}

export default trap;
