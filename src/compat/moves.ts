import { knownGoLines } from '../knowledge/stack.ts';
import { compareGo, goLanguage } from '../read/go/go-version.ts';
import { compareVersions, type PartName, releasesOfPart } from './parts.ts';

/** Versions of a part to go to, the nearest first. */
export type Moves = (part: PartName, version: string) => readonly string[];

export const raises: Moves = (part, version) =>
  offered(part).filter((candidate) => compareVersions(part, candidate, version) > 0);

/** Nobody goes back to an older Go to make a set fit, and a go line is lowered for no better reason. */
export const lowerings: Moves = (part, version) => {
  if (part === 'go' || part === 'go-line') return [];
  return offered(part)
    .filter((candidate) => compareVersions(part, candidate, version) < 0)
    .reverse();
};

/** Where raising alone does not help: a plugin may be an older one. */
export const raisesAndOlderPlugins: Moves = (part, version) => [
  ...raises(part, version),
  ...(part === 'protoc-gen-go' || part === 'protoc-gen-go-grpc' ? lowerings(part, version) : []),
];

/** The newest first. */
export const newest: Moves = (part) => offered(part).toReversed();

/** The versions of a part that are offered, lowest first. Of grpc-go the last release of each minor version: it has the repairs. */
export function offered(part: PartName): readonly string[] {
  if (part === 'go-line') return writableGoLines;
  const releases = releasesOfPart(part);
  return part === 'grpc' ? releases.filter((one, at) => minorOf(one) !== minorOf(releases[at + 1] ?? '')) : releases;
}

/** Before modules named their language there was nothing to gain from a go line. */
const writableGoLines = knownGoLines().filter((line) => compareGo(line, '1.17') >= 0);

function minorOf(version: string): string {
  return goLanguage(version.slice(1)) ?? '';
}
