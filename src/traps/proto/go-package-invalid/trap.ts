import type { Claim, FixPlan } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import {
  type InvalidPackage,
  invalidPackages,
  type PackageFault,
} from '../../../facts/proto/go-packages/invalid-packages.ts';
import { sourceRelative } from '../../../fix/proto-plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A go_package that the plugin refuses, or of which go cannot build the code. */
const trap: Trap = defineTrap({
  id: 'go-package-invalid',
  group: 'proto',
  subject: 'project',
  needs: { packages: invalidPackages },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { packages = [] } }) =>
    faults.flatMap((fault) =>
      [false, true].flatMap((warned) =>
        claimOf(packages.filter((one) => one.fault === fault && (one.warned || one.made.beside) === warned)),
      ),
    ),
});

const faults: readonly PackageFault[] = ['empty', 'bare', 'period', 'name', 'blank', 'malformed', 'main'];
/** What the plugin itself refuses; of the others go refuses the code. */
const ofPlugin: ReadonlySet<PackageFault> = new Set(['empty', 'bare', 'period', 'name']);
const shown = 8;

function claimOf(packages: readonly InvalidPackage[]): Claim[] {
  const [first] = packages;
  if (!first) return [];
  const { fault, file, value, place, output, warned, importer } = first;
  const semicolon = value.indexOf(';');
  const data = {
    value,
    path: semicolon < 0 ? value : value.slice(0, semicolon),
    name: semicolon < 0 ? '' : value.slice(semicolon + 1),
    file: file.path,
    proto: file.name,
    count: packages.length,
    plugin: output.output.plugin,
    version: output.release?.version ?? '',
    problem: first.problem ?? '',
    importer: importer?.path ?? '',
  };
  return [
    {
      subject: project,
      severity: warned || first.made.beside ? 'warning' : 'error',
      confidence: 'proven',
      title: { key: `title-${fault}`, data },
      why: { key: warned ? 'why-warned' : `why-${fault}`, data },
      ...(warned ? {} : { bites: { key: `bites-${fault}`, data } }),
      location: { file: place.file, line: place.line, column: place.column },
      frame: { text: place.from === 'option' ? `option go_package = "${value}";` : value, mark: value || '""' },
      evidence: [
        ...packages
          .slice(0, shown)
          .map((one) => ({ source: one.place.file, line: one.place.line, text: `go_package "${one.value}"` })),
        ...(importer ? [{ source: importer.path, line: importer.line, text: `import "${importer.name}";` }] : []),
        ...(output.release ? [{ source: output.release.source, text: `${data.plugin} ${data.version}` }] : []),
      ],
      causes: [
        {
          kind: ofPlugin.has(fault) ? 'plugin-refuses-proto-file' : 'generated-code-does-not-compile',
          about: packages.map((one) => one.file.path),
        },
      ],
      fixes: fixesFor(packages, data),
      verify: {
        argv: ['grpc-doctor', 'check', '--only', 'go-package-invalid'],
        expect: { key: 'common.check-again' },
      },
      about: `${fault} ${warned ? 'warned' : 'refused'}`,
    },
  ];
}

function fixesFor(packages: readonly InvalidPackage[], data: Record<string, string | number>): FixPlan[] {
  const mended = packages.filter(({ edit }) => edit !== undefined);
  const moved = mended.filter(({ needsSourceRelative }) => needsSourceRelative);
  const commands = moved.flatMap(({ made }) => sourceRelative(made));
  const title = {
    key: moved.length === 0 ? 'fix-value' : 'fix-value-and-command',
    data: { ...data, better: mended[0]?.better ?? '' },
  };
  const unique = [...new Map(commands.map((edit) => [JSON.stringify(edit), edit])).values()];
  const edits = [...mended.flatMap(({ edit }) => edit ?? []), ...unique];
  if (edits.length > 0) return [{ kind: 'edit', safety: moved.length === 0 ? 'safe' : 'unsafe', title, edits }];
  const [first] = packages;
  return [{ kind: 'text', safety: 'manual', title: { key: first?.fault === 'main' ? 'fix-main' : 'fix-write', data } }];
}

export default trap;
