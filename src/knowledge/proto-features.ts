import { compareProtoc } from '../read/generation/protoc-release.ts';
import { compareModule } from '../read/modules/module-version.ts';
import { messagePluginPackage, oldProtobufModule, protobufModule } from './names.ts';
import type { ProtoFeature, ProtoFloor, RuntimeName } from './table.ts';
import * as tables from './tables.ts';

/** The name under which floors of protoc stand in the table; plugins and runtimes stand under their paths. */
export const protocPart = 'protoc';

/** Names of the plugins whose floors are in the table, as protoc looks for them. */
export const featuredPlugins: ReadonlySet<string> = new Set(
  tables.protoFeatures.rows.flatMap(({ part }) => /\/(protoc-gen-[\w-]+)$/.exec(part)?.[1] ?? []),
);

/** Every floor that was measured. */
export function protoFloors(): readonly ProtoFloor[] {
  return tables.protoFeatures.rows;
}

/** Every name that generated code uses and that not all runtimes have. */
export function runtimeNames(): readonly RuntimeName[] {
  return tables.runtimeNames.rows;
}

/** Since when a part takes a feature; undefined where nobody measured it. */
export function featureFloor(feature: ProtoFeature, part: string): ProtoFloor | undefined {
  return tables.protoFeatures.rows.find((row) => row.feature === feature && row.part === part);
}

/**
 * What a release makes of a feature. `flag`: it does with the flag of the floor. `unknown`: nobody measured this part, or the
 * release lies between the one that was seen to fail and the one that was seen to work.
 */
export type Support = 'yes' | 'flag' | 'no' | 'unknown';

export function supportOf(floor: ProtoFloor | undefined, version: string): Support {
  if (!floor) return 'unknown';
  const compare = floor.part === protocPart ? compareProtoc : compareModule;
  const { since, before, flagSince } = floor;
  if (since !== undefined && compare(version, since) >= 0) return 'yes';
  if (flagSince !== undefined && compare(version, flagSince) >= 0) return 'flag';
  return before !== undefined && compare(version, before) <= 0 ? 'no' : 'unknown';
}

/** The feature of an edition; undefined for editions that nobody here has measured. */
export function featureOfEdition(edition: string): ProtoFeature | undefined {
  return featuresOfEdition[edition] && (`edition-${edition}` as ProtoFeature);
}

/** Names of a runtime module that a release of it does not have. */
export function missingNames(module: string, version: string, used: ReadonlySet<string>): RuntimeName[] {
  return tables.runtimeNames.rows.filter(
    (row) => row.module === module && used.has(row.name) && compareModule(version, row.before) <= 0,
  );
}

/**
 * True where a release of the runtime lacks something that a release of protoc-gen-go may have written. A plugin that does not
 * tell its version may have written anything.
 */
export function runtimeLacks(runtime: string, generator: string | undefined): boolean {
  return tables.protoFeatures.rows.some(({ feature, part, since }) => {
    if (part !== protobufModule || since === undefined || compareModule(runtime, since) >= 0) return false;
    const writes = featureFloor(feature, messagePluginPackage)?.since;
    return writes !== undefined && (generator === undefined || compareModule(generator, writes) >= 0);
  });
}

/** The constant `ProtoPackageIsVersionN` of golang/protobuf or gogo/protobuf, where not all releases have it. */
export function packageConstant(module: string, n: number): RuntimeName | undefined {
  const name = module === oldProtobufModule ? `proto.ProtoPackageIsVersion${n}` : `proto.GoGoProtoPackageIsVersion${n}`;
  return tables.runtimeNames.rows.find((row) => row.module === module && row.name === name);
}

/** What a program needs of the runtime to start with a file of an edition in it, lowest first: 2024 needs all of 2023. */
export function editionFloors(edition: string): readonly ProtoFloor[] {
  return (featuresOfEdition[edition] ?? []).flatMap((feature) => featureFloor(feature, protobufModule) ?? []);
}

const featuresOfEdition: Readonly<Record<string, readonly ProtoFeature[]>> = {
  '2023': ['edition-2023'],
  '2024': ['edition-2023', 'edition-2024-open'],
};
