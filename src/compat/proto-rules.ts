import { protobufModule } from '../knowledge/names.ts';
import { featureFloor, protocPart, supportOf } from '../knowledge/proto-features.ts';
import type { ProtoFeature, ProtoFloor } from '../knowledge/table.ts';
import * as tables from '../knowledge/tables.ts';
import { type PartName, packageOf } from './parts.ts';
import { breaks, fits, type Rule, type Ruling, unknown } from './ruling.ts';
import type { Stack } from './stack.ts';

/** The parts of a set that have to know what a .proto file uses, and under which path their floors stand. */
const readers = {
  protobuf: protobufModule,
  'protoc-gen-go': packageOf['protoc-gen-go'],
  'protoc-gen-go-grpc': packageOf['protoc-gen-go-grpc'],
} as const;
export type Reader = keyof typeof readers;

/** What the .proto files ask of plugins and runtime; without wishes nothing. */
export const protoRules: readonly Rule[] = (Object.keys(readers) as Reader[]).map((part) => ({
  between: [part, 'protos'],
  judge: (stack) => judgePart(stack, part),
}));

/** The worst of what is said of each wanted feature. */
function judgePart({ versions, wants }: Stack, part: Reader): Ruling | undefined {
  const version = versions[part];
  if (version === undefined || !wants || wants.size === 0) return undefined;
  return worst([...wants].map((feature) => featureRuling(part, version, feature, false)));
}

function worst(rulings: readonly Ruling[]): Ruling | undefined {
  return (['breaks', 'unknown', 'fits'] as const).flatMap((status) =>
    rulings.filter((one) => one.status === status),
  )[0];
}

/** Since when a part takes a feature. Of plugins for gRPC nobody asks about the API of messages. */
function floorOf(part: Reader | 'protoc', feature: ProtoFeature): ProtoFloor | undefined {
  const path = part === 'protoc' ? protocPart : readers[part];
  const same = part === 'protoc' || part === 'protoc-gen-go-grpc' ? apiOnly[feature] : undefined;
  return featureFloor(same ?? feature, path);
}

/** The API of messages is a matter of protoc-gen-go and the runtime; for the others it is a file like any other. */
const apiOnly: Readonly<Partial<Record<ProtoFeature, ProtoFeature>>> = { opaque: 'plain' };

/** What a part makes of a feature. */
export function featureRuling(
  part: Reader | 'protoc',
  version: string,
  feature: ProtoFeature,
  flagged: boolean,
): Ruling {
  const floor = floorOf(part, feature);
  const data = { part, version, feature, since: floor?.since ?? '', flag: floor?.flag ?? '' };
  const source = { table: tables.protoFeatures.table, row: `${feature} ${part}`, asOf: tables.protoFeatures.asOf };
  switch (supportOf(floor, version)) {
    case 'yes':
      return fits('takes-feature', data, source);
    case 'flag':
      return flagged ? fits('feature-with-flag', data, source) : breaks('feature-behind-flag', data, source);
    case 'no':
      return breaks(floor?.since === undefined ? 'refuses-feature-ever' : 'refuses-feature', data, source);
    case 'unknown':
      return unknown('feature-unmeasured', data, source);
  }
}

/** Parts in the order of the table. */
export const tableParts: readonly (Reader | 'protoc')[] = ['protoc', 'protoc-gen-go', 'protobuf', 'protoc-gen-go-grpc'];

/** The parts of `compat` that have to do with .proto files. */
export const protoPartNames: readonly PartName[] = ['grpc', 'protobuf', 'protoc-gen-go', 'protoc-gen-go-grpc'];
