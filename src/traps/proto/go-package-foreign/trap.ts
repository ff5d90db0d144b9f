import type { Claim, Edit, FixPlan } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ForeignPackage, foreignPackages } from '../../../facts/proto/go-packages/foreign-packages.ts';
import { moduleOption } from '../../../fix/proto-plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** An import path in a .proto file that does not lead to where its Go code is. */
const trap: Trap = defineTrap({
  id: 'go-package-foreign',
  group: 'proto',
  subject: 'project',
  needs: { packages: foreignPackages },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { packages = [] } }) => {
    const groups = new Map<string, ForeignPackage[]>();
    for (const one of packages) groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), one]);
    return [...groups].map(([about, ones]) => claimOf(ones, about));
  },
});

/** One cause: one command, or one import that leads nowhere. */
function groupOf(one: ForeignPackage): string {
  const { kind, made, sure, goPackage } = one;
  const severity = sure ? 'error' : 'warning';
  const keyed = kind === 'elsewhere' && !one.awaited ? 'stale' : kind;
  return [keyed, severity, kind === 'unresolved' ? goPackage.path : made.compilation.id].join(' ');
}

const shown = 8;

function claimOf(packages: readonly ForeignPackage[], about: string): Claim {
  const first = packages[0] as ForeignPackage;
  const { goPackage, file, output, made, sure } = first;
  const step = made.compilation.step;
  const data = {
    path: goPackage.path,
    file: file.path,
    plugin: output.output.plugin,
    module: 'module' in first ? (first.module ?? '') : '',
    folder: first.kind === 'elsewhere' ? first.folder : '',
    meant: first.kind === 'elsewhere' ? (first.meant ?? '') : '',
    importer: first.kind === 'unresolved' ? first.importer.path : '',
    actual: first.kind === 'unresolved' ? (first.actual ?? '') : '',
    prefix: prefixFor(first),
    fitting: first.kind === 'prefix' ? (first.fitting ?? '') : '',
    place: `${goPackage.file}:${goPackage.line}`,
    proto: file.name,
    name: file.name.slice(file.name.lastIndexOf('/') + 1).replace(/\.proto$/, ''),
    command: step?.file ?? '',
  };
  const key =
    first.kind === 'elsewhere' && !first.awaited
      ? 'stale'
      : first.kind === 'unresolved' && first.relative
        ? 'relative'
        : first.kind;
  return {
    subject: project,
    severity: sure ? 'error' : 'warning',
    confidence:
      sure && (first.kind === 'prefix' || (first.kind === 'elsewhere' && first.awaited)) ? 'proven' : 'likely',
    title: { key: `title-${key}`, data },
    why: { key: `why-${key}`, data },
    bites: { key: `bites-${key}`, data },
    location: { file: goPackage.file, line: goPackage.line, column: goPackage.column },
    frame: frameOf(first),
    evidence: [
      ...unique(packages).map((one) => ({
        source: one.goPackage.file,
        line: one.goPackage.line,
        text: `${one.file.name}: ${one.goPackage.written}`,
      })),
      { source: step?.file ?? '', line: output.output.line, text: output.output.text },
      ...(first.kind === 'unresolved'
        ? [{ source: first.importer.path, line: first.importer.line, text: `import "${first.importer.name}";` }]
        : []),
    ],
    causes: [
      first.kind === 'prefix'
        ? { kind: 'plugin-refuses-proto-file', about: packages.map((one) => one.file.path) }
        : first.kind === 'elsewhere'
          ? { kind: 'generated-code-missing', about: packages.map((one) => one.goPackage.path) }
          : { kind: 'generated-code-does-not-compile', about: packages.map((one) => one.file.path) },
    ],
    fixes: fixesFor(packages, data),
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'go-package-foreign'],
      expect: { key: 'common.check-again' },
    },
    about,
  };
}

/** Managed mode and `M` options have the path in parts, or in a longer line. */
function frameOf({ goPackage: { from, written }, text = '' }: ForeignPackage): NonNullable<Claim['frame']> {
  if (from === 'option') return { text: `option go_package = "${written}";`, mark: written };
  const line = text.trim();
  return line.includes(written) ? { text: line, mark: written } : { text: line };
}

/** The `go_package_prefix` with which managed mode gives a file the path at which its code lies. */
function prefixFor({ file, ...one }: ForeignPackage): string {
  const folder = file.name.includes('/') ? `/${file.name.slice(0, file.name.lastIndexOf('/'))}` : '';
  const actual = one.kind === 'unresolved' ? (one.actual ?? '') : '';
  return actual.endsWith(folder) ? actual.slice(0, actual.length - folder.length) : '';
}

/** Each file once: both plugins of a command are given it. */
function unique(packages: readonly ForeignPackage[]): ForeignPackage[] {
  return [...new Map(packages.map((one) => [one.file.path, one])).values()].slice(0, shown);
}

function fixesFor(packages: readonly ForeignPackage[], data: Record<string, string | number>): FixPlan[] {
  const first = packages[0] as ForeignPackage;
  const text = (key: string): FixPlan => ({ kind: 'text', safety: 'manual', title: { key, data } });
  const { from } = first.goPackage;
  if (first.kind === 'prefix' && first.fitting !== undefined) return [text('fix-prefix-fitting')];
  if (first.kind === 'prefix') return [text(from === 'managed' ? 'fix-prefix-managed' : 'fix-prefix')];
  if (first.kind === 'elsewhere') {
    const edits = first.module === undefined ? [] : moduleOption(first.made, first.module);
    if (edits.length === 0) return [text('fix-source-relative')];
    return [{ kind: 'edit', safety: 'safe', title: { key: 'fix-module', data }, edits }];
  }
  const edits = packages.flatMap(pathEdit);
  if (edits.length === 0 && from === 'managed' && data.prefix !== '') return [text('fix-managed')];
  if (edits.length === 0 && from === 'mapping' && data.actual !== '') return [text('fix-mapping')];
  if (edits.length === 0) return [text('fix-write')];
  return [{ kind: 'edit', safety: 'safe', title: { key: 'fix-path', data }, edits }];
}

/** Where the folder of the file tells where the code goes, the import path may say the truth without moving anything. */
function pathEdit(one: ForeignPackage): Edit[] {
  if (one.kind !== 'unresolved' || one.actual === undefined || one.output.output.paths !== 'source_relative') return [];
  const { goPackage, text, actual } = one;
  if (goPackage.from !== 'option' || !one.file.own) return [];
  const before = `"${goPackage.written}"`;
  if (text?.split(before).length !== 2) return [];
  const usual = actual.slice(actual.lastIndexOf('/') + 1);
  const after = goPackage.name === usual ? `"${actual}"` : `"${actual};${goPackage.name}"`;
  return [{ file: goPackage.file, line: goPackage.line, text, before, after }];
}

export default trap;
