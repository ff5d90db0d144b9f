import { grpcModule, grpcPluginPackage, messagePluginPackage, protobufModule } from '../knowledge/names.ts';
import { knownReleases } from '../knowledge/stack.ts';
import { compareGo, goLanguage, parseGoVersion } from '../read/go/go-version.ts';
import { canonicalModuleVersion, compareModule, isModuleVersion } from '../read/modules/module-version.ts';

/** What has to fit together. `go` is the toolchain, `go-line` the `go` line of the user's go.mod. */
export const partNames = ['go', 'go-line', 'grpc', 'protobuf', 'protoc-gen-go', 'protoc-gen-go-grpc'] as const;
export type PartName = (typeof partNames)[number];

/** True for what has versions and a share in the search. */
export function isPart(side: string): side is PartName {
  return (partNames as readonly string[]).includes(side);
}

/** A version for some of the parts. */
export type Versions = Readonly<Partial<Record<PartName, string>>>;

/** Module of a part: where its releases are listed and its go.mod is. */
export const moduleOf: Readonly<Record<Exclude<PartName, 'go' | 'go-line'>, string>> = {
  grpc: grpcModule,
  protobuf: protobufModule,
  'protoc-gen-go': protobufModule,
  'protoc-gen-go-grpc': grpcPluginPackage,
};

/** Main package of a plugin. */
export const packageOf: Readonly<Record<'protoc-gen-go' | 'protoc-gen-go-grpc', string>> = {
  'protoc-gen-go': messagePluginPackage,
  'protoc-gen-go-grpc': grpcPluginPackage,
};

function isGoPart(part: PartName): part is 'go' | 'go-line' {
  return part === 'go' || part === 'go-line';
}

export function compareVersions(part: PartName, a: string, b: string): -1 | 0 | 1 {
  return isGoPart(part) ? compareGo(a, b) : compareModule(a, b);
}

/** The known releases of a part, lowest first. A go line has none: it is written, not released. */
export function releasesOfPart(part: PartName): readonly string[] {
  if (part === 'go-line') return [];
  return knownReleases(part === 'go' ? 'go' : moduleOf[part]);
}

/** The lowest and the highest known release. A go line may name any Go. */
export function knownSpan(part: PartName): { readonly first: string; readonly newest: string } {
  const releases = releasesOfPart(part === 'go-line' ? 'go' : part);
  return { first: releases[0] ?? '', newest: releases.at(-1) ?? '' };
}

/**
 * The version that a user means: `latest`, `1.64`, `v1.64.1`, `go1.22`. A minor version stands for its newest known release, as
 * it does for the go command and for images.
 * @returns undefined for what is no version, or is below all that is known
 */
export function meantVersion(part: PartName, text: string): string | undefined {
  const { first, newest } = knownSpan(part);
  if (text === 'latest') return newest;
  const version = isGoPart(part) ? goVersionMeant(part, text) : moduleVersionMeant(part, text);
  if (version === undefined) return undefined;
  return part === 'go-line' || compareVersions(part, version, first) >= 0 || isOldPatch(part, version, first)
    ? version
    : undefined;
}

/** Of Go only the newest release of a minor version is listed; an earlier patch of the first one is known as well. */
function isOldPatch(part: PartName, version: string, first: string): boolean {
  return part === 'go' && goLanguage(version) === goLanguage(first);
}

function goVersionMeant(part: PartName, text: string): string | undefined {
  const bare = text.replace(/^go/, '');
  const read = parseGoVersion(bare);
  if (read?.major !== 1 || !bare.startsWith('1.') || read.devel || read.suffix !== undefined) return undefined;
  if (part === 'go-line' || !/^1\.\d+$/.test(bare)) return bare;
  return releasesOfPart('go').find((release) => goLanguage(release) === bare) ?? bare;
}

function moduleVersionMeant(part: PartName, text: string): string | undefined {
  const version = text.startsWith('v') ? text : `v${text}`;
  if (isModuleVersion(version)) return version.startsWith('v1.') ? version : undefined;
  if (!/^v1\.\d+$/.test(version) || canonicalModuleVersion(version) === undefined) return undefined;
  return releasesOfPart(part)
    .filter((release) => release.startsWith(`${version}.`))
    .at(-1);
}

export type Beyond = 'newer' | 'older' | 'prerelease';

/**
 * Why the tables do not reach a version; undefined where they do. Between two releases they hold what holds around it, and a
 * newer Go does what an older one did.
 */
export function beyondTables(part: PartName, version: string): Beyond | undefined {
  if (isGoPart(part)) return undefined;
  const { first, newest } = knownSpan(part);
  if (version.includes('-')) return 'prerelease';
  if (compareModule(version, newest) > 0) return 'newer';
  return compareModule(version, first) < 0 ? 'older' : undefined;
}

/** True for a Go that came out after the list of releases was made. */
export function isUnheardOf(part: PartName, version: string): boolean {
  return part === 'go' && compareGo(version, knownSpan(part).newest) > 0;
}
