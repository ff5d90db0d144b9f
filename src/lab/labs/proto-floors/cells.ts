import { protoFloors, runtimeNames } from '../../../knowledge/proto-features.ts';
import type { ProtoFloor, RuntimeName } from '../../../knowledge/table.ts';

/** One release of one part, next to a floor of the table, and one feature. */
export interface FeatureCell {
  readonly kind: 'feature';
  readonly id: string;
  readonly floor: ProtoFloor;
  readonly version: string;
  /** protoc is given the flag of the floor. */
  readonly flag: boolean;
  /** What the table says. */
  readonly works: boolean;
  readonly says?: string;
}

/** One release of a runtime, next to a floor of the table, and one name. */
export interface NameCell {
  readonly kind: 'name';
  readonly id: string;
  readonly name: RuntimeName;
  readonly version: string;
  readonly works: boolean;
}

export type FloorCell = FeatureCell | NameCell;

/** Every floor of the tables from both sides. */
export const cells: readonly FloorCell[] = [
  ...protoFloors().flatMap(featureCells),
  ...runtimeNames().flatMap(nameCells),
];

function featureCells(floor: ProtoFloor): FeatureCell[] {
  const { feature, part, since, before, says, flagSince, flagBefore, saysBeforeFlag } = floor;
  const cell = (version: string, flag: boolean, works: boolean, text?: string): FeatureCell => ({
    kind: 'feature',
    id: `${feature} ${shortName(part)} ${version}${flag ? ' with flag' : ''}`,
    floor,
    version,
    flag,
    works,
    ...(text !== undefined && { says: text }),
  });
  return [
    ...(before === undefined ? [] : [cell(before, false, false, says)]),
    ...(since === undefined ? [] : [cell(since, false, true)]),
    ...(flagBefore === undefined
      ? []
      : [cell(flagBefore, false, false, saysBeforeFlag), cell(flagBefore, true, false)]),
    ...(flagSince === undefined ? [] : [cell(flagSince, true, true)]),
  ];
}

function nameCells(name: RuntimeName): NameCell[] {
  const cell = (version: string, works: boolean): NameCell => ({
    kind: 'name',
    id: `${name.name} ${name.module} ${version}`,
    name,
    version,
    works,
  });
  return [cell(name.before, false), cell(name.since, true)];
}

/** Two plugins have the name `protoc-gen-go`. */
function shortName(part: string): string {
  if (part.startsWith('github.com/golang/')) return 'protoc-gen-go of golang/protobuf';
  return part.slice(part.lastIndexOf('/') + 1);
}

/** No Go is built but for the one floor at which a program crashes. */
export const shortForm: readonly string[] = [
  'optional protoc 3.14.0',
  'optional protoc 3.15.0',
  'optional protoc-gen-go v1.21.0',
  'optional protoc-gen-go v1.22.0',
  'optional protobuf v1.21.0',
  'optional protobuf v1.22.0',
];
