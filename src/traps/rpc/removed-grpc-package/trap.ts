import type { Claim, Edit, FixPlan } from '../../../core/claim.ts';
import type { Data } from '../../../core/outcome.ts';
import { project, type Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type MissingUse, type MissingUses, missingUses } from '../../../facts/source/missing.ts';
import { inModule } from '../../../fix/plans.ts';
import { deprecatedName } from '../../../knowledge/deprecated-names.ts';
import { grpcModule } from '../../../knowledge/names.ts';
import { compareModule } from '../../../read/modules/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The project's own code uses a package or a name of grpc-go that is not in the release of the build: gone, or not there yet. */
const trap: Trap = defineTrap({
  id: 'removed-grpc-package',
  group: 'rpc',
  subject: 'project',
  needs: { missing: missingUses },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts }) => (facts.missing ?? []).flatMap(claimOf),
});

function claimOf(missing: MissingUses): Claim[] {
  const { module, version, writtenIn, confidence } = missing;
  // What every build meets comes before what some builds meet.
  const uses = [...missing.uses].sort((a, b) => Number(a.constrained) - Number(b.constrained));
  const [first] = uses;
  if (!first) return [];
  const { kind, changed } = changeOf(first, version);
  const names = new Set(uses.map(({ symbol }) => nameOf(symbol)));
  const data = { name: nameOf(first.symbol), package: first.symbol.package, changed, version, more: names.size - 1 };
  const subject: Subject = module === undefined ? project : { kind: 'module', id: module };
  const things = [...names].map((name) => `${module ?? ''} ${name}`);
  const isPackage = first.symbol.name === undefined;
  return [
    {
      subject,
      severity: first.constrained ? 'warning' : 'error',
      confidence,
      title: {
        key: module === undefined ? 'title-loose' : names.size > 1 ? `title-${kind}-many` : `title-${kind}`,
        data,
      },
      why: { key: first.constrained ? 'why-constrained' : module === undefined ? 'why-loose' : `why-${kind}`, data },
      bites: { key: isPackage ? 'bites-package' : 'bites-name', data },
      location: { file: first.file, line: first.line, column: first.column },
      frame: { text: first.text, mark: markOf(first), label: { key: `label-${kind}`, data } },
      evidence: [
        ...(writtenIn
          ? [
              {
                source: writtenIn.file,
                ...(writtenIn.line && { line: writtenIn.line }),
                text: `${grpcModule} ${version}`,
              },
            ]
          : []),
        ...uses.slice(0, shown).map(({ file, line, text }) => ({ source: file, line, text: text.trim() })),
      ],
      causes: [{ kind: isPackage ? 'package-not-found' : 'own-code-does-not-compile', about: things }],
      fixes: fixesFor(uses, kind, subject, data),
      verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
    },
  ];
}

/** So many places are named; the title tells how many names there are. */
const shown = 5;

function nameOf({ package: path, name }: MissingUse['symbol']): string {
  return name === undefined ? path : `${path.slice(path.lastIndexOf('/') + 1)}.${name}`;
}

function changeOf({ symbol }: MissingUse, version: string): { kind: 'removed' | 'added'; changed: string } {
  const gone = symbol.removed !== undefined && compareModule(version, symbol.removed) >= 0;
  return gone ? { kind: 'removed', changed: symbol.removed ?? '' } : { kind: 'added', changed: symbol.since ?? '' };
}

function markOf({ alias, symbol: { package: path, name } }: MissingUse): string {
  if (name === undefined) return path;
  return alias === '' ? name : `${alias}.${name}`;
}

function fixesFor(uses: readonly MissingUse[], kind: 'removed' | 'added', subject: Subject, data: Data): FixPlan[] {
  if (kind === 'added') {
    const highest = uses
      .map(({ symbol }) => symbol.since ?? '')
      .filter(Boolean)
      .sort(compareModule)
      .at(-1);
    return [inModule(subject.id, ['go', 'get', `${grpcModule}@${highest}`], 'fix-upgrade', true)];
  }
  const renames = uses.flatMap(renameOf);
  const balancers = uses.flatMap(balancerEdit);
  const others = uses.filter((use) => renameOf(use).length === 0 && balancerEdit(use).length === 0);
  return [
    ...editFix('safe', 'fix-rename', renames, data),
    ...editFix('unsafe', 'fix-balancer', balancers, data),
    ...[...new Set(others.map(({ symbol }) => symbol))].map((symbol) => insteadOf(symbol)),
  ];
}

function editFix(safety: 'safe' | 'unsafe', key: string, edits: readonly Edit[], data: Data): FixPlan[] {
  return edits.length === 0 ? [] : [{ kind: 'edit', safety, title: { key, data }, edits }];
}

function renameOf(use: MissingUse): Edit[] {
  const { package: path, name = '' } = use.symbol;
  const to = deprecatedName(path, name)?.rename;
  return to ? editOf(use, markOf(use), markOf(use).replace(name, to)) : [];
}

/** `WithBalancerName("round_robin")` is a service config with this one policy. */
function balancerEdit(use: MissingUse): Edit[] {
  const [policy] = use.arguments;
  if (use.symbol.package !== grpcModule || use.symbol.name !== 'WithBalancerName' || policy?.value?.kind !== 'text')
    return [];
  const prefix = use.alias === '' ? '' : `${use.alias}.`;
  const config = `\`{"loadBalancingConfig": [{"${policy.value.value}": {}}]}\``;
  return editOf(use, `${markOf(use)}(${policy.text})`, `${prefix}WithDefaultServiceConfig(${config})`);
}

/** Only where the text stands in its line exactly once: an edit is made nowhere else. */
function editOf({ file, line, text }: MissingUse, before: string, after: string): Edit[] {
  return text.split(before).length === 2 ? [{ file, line, text, before, after }] : [];
}

function insteadOf(symbol: MissingUse['symbol']): FixPlan {
  const instead = deprecatedName(symbol.package, symbol.name)?.instead;
  const data = { name: nameOf(symbol), instead: instead ?? '', changed: symbol.removed ?? '' };
  return { kind: 'text', safety: 'manual', title: { key: instead ? 'fix-instead' : 'fix-look', data } };
}

export default trap;
