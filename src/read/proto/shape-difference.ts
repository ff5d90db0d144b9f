import type { Place } from '../source-text.ts';
import type {
  EnumShape,
  FieldShape,
  FileShape,
  MessageShape,
  MethodShape,
  NamedShape,
  ServiceShape,
  TypeShape,
} from './file-shape.ts';

export type ShapeKind =
  | 'package'
  | 'syntax'
  | 'message'
  | 'field'
  | 'enum'
  | 'enum-value'
  | 'service'
  | 'method'
  | 'extension';

/** What of a declaration is another one. */
export type ShapeAspect = 'name' | 'number' | 'type' | 'label' | 'oneof' | 'json-name' | 'input' | 'output' | 'streams';

/** One thing that is not the same in two shapes of one file. */
export interface ShapeDifference {
  readonly kind: ShapeKind;
  readonly change: 'added' | 'removed' | 'changed';
  /** Without the package, as it is called now, or was called where it is gone: `User.email`. */
  readonly name: string;
  /** Of a change. */
  readonly aspect?: ShapeAspect;
  /** Of a change, and of a package. */
  readonly before?: string;
  readonly after?: string;
  /** In the newer shape, where it has places. */
  readonly place?: Place;
}

/** All differences, those of the newer file in its order, then what is gone. Files of two packages have nothing in common. */
export function shapeDifferences(before: FileShape, after: FileShape): readonly ShapeDifference[] {
  if (before.package !== after.package)
    return [fileChange('package', before.package, after.package, after.packagePlace)];
  return [
    ...(before.syntax === after.syntax ? [] : [fileChange('syntax', before.syntax, after.syntax, after.syntaxPlace)]),
    ...compared('message', before.messages, after.messages, messageDifferences),
    ...compared('enum', before.enums, after.enums, enumDifferences),
    ...serviceDifferences(before.services, after.services),
    ...compared('extension', before.extensions, after.extensions, () => []),
  ];
}

function fileChange(kind: 'package' | 'syntax', before: string, after: string, place?: Place): ShapeDifference {
  return { kind, change: 'changed', name: after, before, after, ...(place && { place }) };
}

/** As {@link shapeDifferences}, of services only. */
export function serviceDifferences(
  before: readonly ServiceShape[],
  after: readonly ServiceShape[],
): readonly ShapeDifference[] {
  return compared('service', before, after, (old, now) =>
    compared('method', old.methods, now.methods, (one, other) => methodDifferences(now.name, one, other), now.name),
  );
}

/** Pairs declarations by their names. */
function compared<S extends NamedShape>(
  kind: ShapeKind,
  before: readonly S[],
  after: readonly S[],
  inside: (old: S, now: S) => readonly ShapeDifference[],
  holder?: string,
): ShapeDifference[] {
  const old = new Map(before.map((one) => [one.name, one]));
  const now = new Set(after.map(({ name }) => name));
  return [
    ...after.flatMap((one) => {
      const same = old.get(one.name);
      return same ? inside(same, one) : [difference(kind, 'added', one, holder)];
    }),
    ...before.filter(({ name }) => !now.has(name)).map((one) => difference(kind, 'removed', one, holder)),
  ];
}

function difference(
  kind: ShapeKind,
  change: 'added' | 'removed',
  { name, place }: NamedShape,
  holder?: string,
): ShapeDifference {
  return {
    kind,
    change,
    name: holder === undefined ? name : `${holder}.${name}`,
    ...(change === 'added' && place && { place }),
  };
}

/** A number whose name is gone and that has another name now is one thing that was renamed. */
function paired<S extends NamedShape & { readonly number: number }>(before: readonly S[], after: readonly S[]) {
  const old = new Map(before.map((one) => [one.name, one]));
  const now = new Set(after.map(({ name }) => name));
  const gone = new Map(before.filter(({ name }) => !now.has(name)).map((one) => [one.number, one]));
  const pairs = after.map((one): readonly [S | undefined, S] => {
    const same = old.get(one.name) ?? gone.get(one.number);
    if (same && same.name !== one.name) gone.delete(one.number);
    return [same, one];
  });
  return { pairs, gone: [...gone.values()] };
}

function membersOf<S extends NamedShape & { readonly number: number }>(
  kind: ShapeKind,
  holder: string,
  before: readonly S[],
  after: readonly S[],
  inside: (old: S, now: S) => readonly ShapeDifference[],
): ShapeDifference[] {
  const { pairs, gone } = paired(before, after);
  return [
    ...pairs.flatMap(([old, now]) => (old ? inside(old, now) : [difference(kind, 'added', now, holder)])),
    ...gone.map((one) => difference(kind, 'removed', one, holder)),
  ];
}

function messageDifferences(before: MessageShape, after: MessageShape): ShapeDifference[] {
  return membersOf('field', after.name, before.fields, after.fields, (old, now) => {
    const change = changeOf('field', `${after.name}.${now.name}`, now);
    return [
      ...change('name', old.name, now.name),
      ...change('number', numberText(old.number, now.number), numberText(now.number, old.number)),
      ...(sameType(old.type, now.type) && old.key === now.key ? [] : change('type', typeText(old), typeText(now))),
      ...change('label', old.label, now.label),
      ...change('oneof', old.oneof ?? '', now.oneof ?? ''),
      // The name in JSON follows the name of the field.
      ...(old.name === now.name ? change('json-name', old.jsonName, now.jsonName) : []),
    ];
  });
}

function enumDifferences(before: EnumShape, after: EnumShape): ShapeDifference[] {
  // With aliases several names have one number: only names tell them apart.
  if (hasAliases(before) || hasAliases(after))
    return compared('enum-value', before.values, after.values, sameValue(after.name), after.name);
  return membersOf('enum-value', after.name, before.values, after.values, sameValue(after.name));
}

function hasAliases({ values }: EnumShape): boolean {
  return new Set(values.map(({ number }) => number)).size < values.length;
}

function sameValue(holder: string) {
  return (old: EnumShape['values'][number], now: EnumShape['values'][number]): ShapeDifference[] => {
    const change = changeOf('enum-value', `${holder}.${now.name}`, now);
    return [
      ...change('name', old.name, now.name),
      ...change('number', numberText(old.number, now.number), numberText(now.number, old.number)),
    ];
  };
}

function methodDifferences(service: string, before: MethodShape, after: MethodShape): ShapeDifference[] {
  const change = changeOf('method', `${service}.${after.name}`, after);
  return [
    ...(sameType(before.input, after.input) ? [] : change('input', before.input.name, after.input.name)),
    ...(sameType(before.output, after.output) ? [] : change('output', before.output.name, after.output.name)),
    ...change('streams', streamText(before), streamText(after)),
  ];
}

function changeOf(kind: ShapeKind, name: string, { place }: NamedShape) {
  return (aspect: ShapeAspect, before: string, after: string): ShapeDifference[] =>
    before === after ? [] : [{ kind, change: 'changed', name, aspect, before, after, ...(place && { place }) }];
}

/** Two names are different types only where one can in no way stand for the other. */
function sameType(one: TypeShape, other: TypeShape): boolean {
  if (one.kind === 'untold' || other.kind === 'untold') return true;
  if (one.kind === 'scalar' || other.kind === 'scalar') return one.kind === other.kind && one.name === other.name;
  if (one.kind === 'written') return other.kind === 'full' ? mayBe(one, other.name) : lastPart(one) === lastPart(other);
  return other.kind === 'written' ? mayBe(other, one.name) : one.name === other.name;
}

/** True where a name in its scope can stand for a type: protoc looks from the inside to the outside. */
function mayBe({ name, scope }: Extract<TypeShape, { kind: 'written' }>, full: string): boolean {
  if (full === name) return true;
  if (!full.endsWith(`.${name}`)) return false;
  const prefix = full.slice(0, -name.length - 1);
  return scope === prefix || scope.startsWith(`${prefix}.`);
}

function lastPart({ name }: TypeShape): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function typeText({ type, key }: FieldShape): string {
  return key === undefined ? type.name : `map<${key}, ${type.name}>`;
}

/** A number that nobody can read equals every other. */
function numberText(number: number, other: number): string {
  return Number.isNaN(number) || Number.isNaN(other) ? '' : String(number);
}

function streamText({ clientStreams, serverStreams }: MethodShape): string {
  return `${clientStreams ? 'stream' : 'one'} -> ${serverStreams ? 'stream' : 'one'}`;
}
