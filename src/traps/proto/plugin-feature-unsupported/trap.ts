import type { Claim, Evidence, Severity } from '../../../core/claim.ts';
import type { CheckOptions } from '../../../core/fact.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import type { Compilation, CompiledFile } from '../../../facts/proto/compilation/compilation.ts';
import { type Compiler, compilers, mayHoldFlags } from '../../../facts/proto/compilers.ts';
import { type PluginReader, pluginReaders } from '../../../facts/proto/readers.ts';
import { generatorSeverity, goInstall } from '../../../fix/plans.ts';
import { featureFloor, featureOfEdition, protocPart, supportOf } from '../../../knowledge/proto-features.ts';
import type { ProtoFeature, ProtoFloor } from '../../../knowledge/table.ts';
import type { Place } from '../../../read/source-text.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A plugin, or protoc itself, does not know what a .proto file uses: `optional` of proto3, or an edition. */
const trap: Trap = defineTrap({
  id: 'plugin-feature-unsupported',
  group: 'proto',
  subject: 'project',
  needs: { readers: pluginReaders, compilers },
  messages: { en, 'zh-CN': zh },
  article: ['3.1.old-plugin', '3.1.row-3.21.12'],
  judge: ({ facts: { readers = [], compilers: all = [] }, subject, options }) => [
    ...onePerPlugin(readers).flatMap((reader) => pluginClaims(reader, subject, options)),
    ...all.flatMap((compiler) => compilerClaims(compiler, subject, options)),
  ],
});

/** A file that asks for something, and for what. */
interface Wish {
  readonly compilation: Compilation;
  readonly file: CompiledFile;
  readonly feature: ProtoFeature;
  readonly floor: ProtoFloor;
}

/** One executable may stand in many commands. */
function onePerPlugin(readers: readonly PluginReader[]): PluginReader[] {
  const found = new Map<string, PluginReader>();
  for (const reader of readers) {
    const { package: path, version, source } = reader.plan;
    const key = `${path} ${version} ${source}`;
    const before = found.get(key);
    found.set(key, {
      plan: before?.plan ?? reader.plan,
      compilations: [...(before?.compilations ?? []), ...reader.compilations],
    });
  }
  return [...found.values()];
}

function wishesOf(compilations: readonly Compilation[], part: string, version: string): Wish[] {
  return compilations.flatMap((compilation) =>
    compilation.inputs.flatMap((file): Wish[] => {
      const feature = featureOf(file, compilation, part);
      const floor = feature && featureFloor(feature, part);
      return floor && supportOf(floor, version) !== 'yes' && supportOf(floor, version) !== 'unknown'
        ? [{ compilation, file, feature, floor }]
        : [];
    }),
  );
}

/** buf only warns of a plugin that does not announce optional; that protoc asks for a flag then is another matter. */
function featureOf({ source }: CompiledFile, { via }: Compilation, part: string): ProtoFeature | undefined {
  if (source.edition !== undefined) return featureOfEdition(source.edition);
  const optional = source.syntax === 'proto3' && source.optionals.length > 0;
  return optional && via === 'protoc' && part !== protocPart ? 'optional' : undefined;
}

function pluginClaims({ plan, compilations }: PluginReader, subject: Subject, options: CheckOptions): Claim[] {
  const [first, ...others] = wishesOf(compilations, plan.package, plan.version);
  const step = first?.compilation.step;
  if (!first || !step) return [];
  const { name, version, source, sourceLine, origin, use } = plan;
  const data = dataOf(first, others.length, { part: name, version, source });
  const severity = generatorSeverity(use.lacksCode, options, plan.job ? 'error' : 'warning');
  const fitting = first.floor.since;
  const none = { kind: 'text', safety: 'manual', title: { key: 'fix-other-plugin', data } } as const;
  return [
    {
      ...claimOf(first, others, subject, data, first.compilation.certain ? severity : lowered(severity)),
      confidence: origin === 'newest' ? 'possible' : first.compilation.certain ? 'proven' : 'likely',
      why: { key: 'why-plugin', data },
      evidence: [
        { source, ...(sourceLine !== undefined && { line: sourceLine }), text: `${plan.package} ${version}` },
        ...commandOf(first),
        ...filesOf([first, ...others]),
      ],
      causes: [{ kind: 'plugin-refuses-proto-file', about: [name] }],
      fixes: [
        fitting === undefined
          ? none
          : { ...goInstall(plan.package, fitting), title: { key: 'fix-plugin', data: { ...data, fitting } } },
      ],
      about: `${name} ${first.feature}`,
    },
  ];
}

function compilerClaims(compiler: Compiler, subject: Subject, options: CheckOptions): Claim[] {
  const { version, source, line, text, origin, lacksCode } = compiler;
  const unflagged = compiler.compilations.filter(({ step }) => step && !mayHoldFlags(step));
  const [first, ...others] = wishesOf(unflagged, protocPart, version).filter(({ compilation, floor }) => {
    const flagged = floor.flag !== undefined && compilation.step?.text.includes(floor.flag);
    return !(flagged && supportOf(floor, version) === 'flag');
  });
  if (!first) return [];
  const data = dataOf(first, others.length, { part: protocPart, version, source });
  const severity: Severity =
    origin === 'path' ? generatorSeverity(lacksCode, options, 'warning') : origin === 'job' ? 'error' : 'warning';
  const certain = first.compilation.certain && compiler.distribution === undefined;
  return [
    {
      ...claimOf(first, others, subject, data, certain ? severity : lowered(severity)),
      confidence: origin === 'path' && certain ? 'proven' : 'likely',
      why: { key: 'why-protoc', data },
      evidence: [
        { source, ...(line !== undefined && { line }), text },
        ...commandOf(first),
        ...filesOf([first, ...others]),
      ],
      causes: [{ kind: 'proto-file-refused', about: [protocPart, source] }],
      fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix-protoc', data } }],
      about: `${origin} ${source} ${first.feature}`,
    },
  ];
}

function lowered(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity;
}

type Data = ReturnType<typeof dataOf>;

function dataOf(
  { file, feature, floor }: Wish,
  more: number,
  about: { part: string; version: string; source: string },
) {
  const says = (floor.says ?? '').replace('{file}', file.name);
  return { ...about, file: file.path, edition: feature.replace('edition-', ''), since: floor.since ?? '', says, more };
}

function claimOf(
  { file, feature }: Wish,
  others: readonly Wish[],
  subject: Subject,
  data: Data,
  severity: Severity,
): Omit<Claim, 'confidence' | 'why' | 'evidence' | 'causes' | 'fixes'> {
  const place = placeOf(file, feature);
  const kind = feature === 'optional' ? 'optional' : 'edition';
  return {
    subject,
    severity,
    title: { key: others.length > 0 ? `title-${kind}-many` : `title-${kind}`, data },
    bites: { key: 'bites', data },
    // protoc names this place as well; the command is right, for other tools.
    location: { file: file.path, line: place?.line ?? 1, ...(place && { column: place.column }) },
    ...(kind === 'edition' && { frame: { text: `edition = "${data.edition}";` } }),
    verify: { argv: ['grpc-doctor', 'check', '--only', trap.id], expect: { key: 'common.check-again' } },
  };
}

function placeOf({ source }: CompiledFile, feature: ProtoFeature): Place | undefined {
  return feature === 'optional' ? source.optionals[0] : source.syntaxPlace;
}

/** The command that hands the files to the tool. */
function commandOf({ compilation: { step } }: Wish): Evidence[] {
  return step
    ? [{ source: step.file, line: step.line, text: (step.lineTexts.get(step.line) ?? step.text).trim() }]
    : [];
}

/** The files that ask for it, and where. */
function filesOf(wishes: readonly Wish[]): Evidence[] {
  const seen = new Map(wishes.map((wish) => [wish.file.path, wish]));
  return [...seen.values()].slice(0, shown).map(({ file, feature }) => {
    const field = file.source.optionals[0];
    const text =
      feature === 'optional' ? `optional … ${field?.name ?? ''}` : `edition = "${file.source.edition ?? ''}"`;
    return { source: file.path, line: placeOf(file, feature)?.line ?? 1, text };
  });
}

const shown = 5;

export default trap;
