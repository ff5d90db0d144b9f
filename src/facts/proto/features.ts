import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { featureFloor, featureOfEdition, protocPart } from '../../knowledge/proto-features.ts';
import type { ProtoFeature } from '../../knowledge/table.ts';
import { optionOf } from '../../read/proto/proto-source.ts';
import { generatorPins } from '../generation/pins.ts';
import { modules, ownerAmong } from '../modules/modules.ts';
import { liesBesideTheProduct } from '../source/own-code.ts';
import type { Compilation, CompiledFile } from './compilation/compilation.ts';
import { compilations } from './compilation/compilations.ts';
import { compilers } from './compilers.ts';

/** Something that not every tool takes, and the first file of a module that uses it. */
export interface FeatureUse {
  readonly feature: ProtoFeature;
  readonly file: string;
  readonly line: number;
  /** Every command that gets such files gives protoc the flag, or is one of buf. */
  readonly flagged: boolean;
}

/** The .proto files of a module as `compat proto` sees them. */
export interface ProtoUse {
  readonly features: readonly FeatureUse[];
  /** The protoc that would run next: this machine's, else the one that a job, an image or a pin names. */
  readonly protoc?: { readonly version: string; readonly source: string; readonly line?: number };
}

/** Absent where no command of the module makes Go code. */
export const protoUse = defineFact<ProtoUse>('module.proto-use', 'module', async (ask, { id }) => {
  const all = await ask.get(compilations);
  if (all.kind !== 'known') return all;
  const folders = new Set(valueIfKnown(await ask.get(modules)) ?? []);
  const own = all.value.filter(
    ({ step, outputs }) =>
      step !== undefined &&
      !liesBesideTheProduct(step.file) &&
      outputs.some(({ plugin }) => plugin.startsWith('protoc-gen-go')) &&
      (ownerAmong(folders, step.file) ?? [...folders][0]) === id,
  );
  if (own.length === 0) return { kind: 'absent', reason: { key: 'tool-not-used' } };
  const protoc = own.some(({ via }) => via === 'protoc') ? await protocOf(ask) : undefined;
  return known({ features: featuresOf(own), ...(protoc && { protoc }) });
});

async function protocOf(ask: Ask): Promise<ProtoUse['protoc']> {
  const found = valueIfKnown(await ask.get(compilers)) ?? [];
  const compiler = found.find(({ origin }) => origin === 'path') ?? found[0];
  if (compiler) {
    const { version, source, line } = compiler;
    return { version, source, ...(line !== undefined && { line }) };
  }
  const pin = (valueIfKnown(await ask.get(generatorPins)) ?? []).find(({ name }) => name === protocPart);
  return pin && { version: pin.version, source: pin.file, line: pin.line };
}

function featuresOf(all: readonly Compilation[]): FeatureUse[] {
  const uses = all.flatMap((compilation) =>
    compilation.inputs.flatMap((file) =>
      usesOf(file, compilation).map((use) => ({ ...use, flagged: isFlagged(compilation, use.feature) })),
    ),
  );
  return [...new Set(uses.map(({ feature }) => feature))].flatMap((feature) => {
    const same = uses.filter((use) => use.feature === feature);
    return same[0] ? [{ ...same[0], flagged: same.every(({ flagged }) => flagged) }] : [];
  });
}

function usesOf({ source, path }: CompiledFile, { outputs }: Compilation): Omit<FeatureUse, 'flagged'>[] {
  const edition = source.edition === undefined ? undefined : featureOfEdition(source.edition);
  const [field] = source.syntax === 'proto3' ? source.optionals : [];
  const option = optionOf(source, 'features.(pb.go).api_level');
  const opaque = outputs.some(({ options }) => options.includes('default_api_level=API_OPAQUE'));
  return [
    ...(edition ? [{ feature: edition, file: path, line: source.syntaxPlace?.line ?? 1 }] : []),
    ...(field ? [{ feature: 'optional' as const, file: path, line: field.line }] : []),
    ...(opaque || option?.value === 'API_OPAQUE'
      ? [{ feature: 'opaque' as const, file: path, line: option?.line ?? source.syntaxPlace?.line ?? 1 }]
      : []),
  ];
}

function isFlagged({ via, step }: Compilation, feature: ProtoFeature): boolean {
  const flag = featureFloor(feature, protocPart)?.flag;
  return via === 'buf' || (flag !== undefined && (step?.text.includes(flag) ?? false));
}
