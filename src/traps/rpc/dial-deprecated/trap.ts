import type { Confidence, FixPlan } from '../../../core/claim.ts';
import type { Data } from '../../../core/outcome.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type BuildList, buildList, versionOf } from '../../../facts/modules/build-list.ts';
import { type DeprecatedUse, deprecatedUses } from '../../../facts/source/deprecated.ts';
import { newCredentials, renamed, safetyOfImports } from '../../../fix/go-edits.ts';
import { inModule } from '../../../fix/plans.ts';
import { grpcSymbol } from '../../../knowledge/grpc-symbols.ts';
import { grpcModule } from '../../../knowledge/names.ts';
import { compareModule } from '../../../read/modules/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Deprecated ways to connect and deprecated packages of the stack, in one finding a module: the one use that bites most. */
const trap: Trap = defineTrap({
  id: 'dial-deprecated',
  group: 'rpc',
  subject: 'module',
  needs: { uses: deprecatedUses, list: buildList },
  messages: { en, 'zh-CN': zh },
  article: ['4.3.dial', '4.4.dial', '4.4.with-timeout'],
  judge: ({ facts, subject }) => {
    const version = versionOf(facts.list, grpcModule);
    const judged = (facts.uses ?? [])
      .filter((use) => !isGone(use, version))
      .map((use) => ({ use, bite: biteOf(use, version) }));
    const [first] = judged.sort(byWeight);
    if (!first) return [];
    const { use, bite } = first;
    const place = use.hangs ?? use;
    const data = dataOf(
      use,
      version,
      judged.map((one) => one.use),
    );
    // Known uses of a package that only lives on as a shell are not worth a word.
    if (use.acknowledged && use.row.module !== grpcModule) return [];
    const kind = bite ?? (use.acknowledged ? 'known' : judged.length > 1 ? 'info-many' : 'info');
    const written = facts.list?.modules.get(use.row.module);
    return [
      {
        subject,
        severity: bite ? 'warning' : 'info',
        confidence: confidenceOf(bite, facts.list?.confidence ?? 'likely'),
        title: { key: `title-${kind}`, data },
        why: { key: bite ? `why-${bite}` : isDial(use) ? 'why-dial' : 'why-name', data },
        location: { file: use.file, line: place.line, column: place.column },
        frame: {
          text: place.text,
          ...(!use.hangs && { mark: use.mark }),
          label: { key: `label-${bite ?? 'info'}`, data },
        },
        evidence: [
          ...(written?.version
            ? [
                {
                  source: written.file,
                  ...(written.line && { line: written.line }),
                  text: `${written.path} ${written.version}`,
                },
              ]
            : []),
          ...judged
            .slice(0, shown)
            .map((one) => ({ source: one.use.file, line: one.use.line, text: one.use.text.trim() })),
        ],
        causes: [{ kind: 'deprecated-api-used', about: [`${subject.id} ${use.row.package}`] }],
        fixes: fixesFor(first, judged, facts.list, subject.id, data),
        verify: { argv: ['grpc-doctor', 'check', '--only', 'dial-deprecated'], expect: { key: 'common.check-again' } },
      },
    ];
  },
});

/** Under which condition a use does harm; the worst first. */
const bites = ['hangs', 'gone', 'migration', 'lenient'] as const;
type Bite = (typeof bites)[number];

interface Judged {
  readonly use: DeprecatedUse;
  readonly bite: Bite | undefined;
}

/** So many places are named; the title tells how many uses there are. */
const shown = 5;

/** What this release does not have any more is another matter. */
function isGone({ row }: DeprecatedUse, version: string | undefined): boolean {
  const removed = grpcSymbol(row.package, row.name)?.removed;
  return removed !== undefined && version !== undefined && compareModule(version, removed) >= 0;
}

function biteOf({ row, hangs, acknowledged, lenient }: DeprecatedUse, version: string | undefined): Bite | undefined {
  if (acknowledged) return undefined;
  if (hangs) return 'hangs';
  if (grpcSymbol(row.package, row.name)?.removed) return 'gone';
  if (row.floor && version && compareModule(version, row.floor) < 0) return 'migration';
  return lenient ? 'lenient' : undefined;
}

/** The worst first; then gRPC before messages, what nobody marked as known, packages before the programs that use them. */
function byWeight(a: Judged, b: Judged): number {
  const weight = ({ use, bite }: Judged): number[] => [
    bite ? bites.indexOf(bite) : bites.length,
    Number(use.row.module !== grpcModule),
    Number(use.acknowledged),
    Number(use.program),
  ];
  const [left, right] = [weight(a), weight(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

function dataOf(use: DeprecatedUse, version: string | undefined, all: readonly DeprecatedUse[]): Data {
  const { row } = use;
  return {
    name: row.name ? `${row.package.slice(row.package.lastIndexOf('/') + 1)}.${row.name}` : row.package,
    instead: row.instead,
    deprecated: row.deprecated,
    floor: row.floor ?? '',
    removed: grpcSymbol(row.package, row.name)?.removed ?? '',
    version: version ?? '',
    count: all.length,
    files: new Set(all.map(({ file }) => file)).size,
  };
}

function isDial({ row }: DeprecatedUse): boolean {
  return row.instead === 'grpc.NewClient' || row.ignored === true;
}

function confidenceOf(bite: Bite | undefined, ofVersion: Confidence): Confidence {
  if (bite === 'hangs') return 'likely';
  return bite === 'gone' || bite === 'migration' ? ofVersion : 'proven';
}

function fixesFor(
  first: Judged,
  judged: readonly Judged[],
  list: BuildList | undefined,
  dir: string,
  data: Data,
): FixPlan[] {
  const version = versionOf(list, grpcModule);
  const uses = judged.map(({ use }) => use).filter(({ acknowledged }) => !acknowledged);
  const missing = uses.filter(({ row }) => row.floor && version && compareModule(version, row.floor) < 0);
  const floor = missing
    .map(({ row }) => row.floor ?? '')
    .sort(compareModule)
    .at(-1);
  const ready = uses.filter((use) => !missing.includes(use));
  const credentials = newCredentials(
    ready.filter(({ row, brokenBeside }) => row.name === 'WithInsecure' && !brokenBeside),
  );
  const clients = ready
    .filter(({ row, hangs }) => row.name === 'Dial' && !hangs)
    .flatMap((use) => renamed(use, 'NewClient'));
  return [
    ...(first.bite === 'hangs' ? [{ kind: 'text', safety: 'manual', title: { key: 'fix-deadline' } } as const] : []),
    ...(floor ? [inModule(dir, ['go', 'get', `${grpcModule}@${floor}`], 'fix-upgrade', true)] : []),
    ...(credentials.length > 0
      ? [
          {
            kind: 'edit',
            safety: safetyOfImports(list),
            title: { key: 'fix-credentials' },
            edits: credentials,
          } as const,
        ]
      : []),
    ...(clients.length > 0
      ? [{ kind: 'edit', safety: 'unsafe', title: { key: 'fix-client' }, edits: clients } as const]
      : []),
    {
      kind: 'text',
      safety: 'manual',
      title: { key: isDial(first.use) ? 'fix-dial' : 'fix-name', data },
    },
  ];
}

export default trap;
