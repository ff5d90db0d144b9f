import type { Location } from '../core/claim.ts';

/** One line that tells where to look: `pb/hello.pb.go:20`, `$GOFLAGS`, a path, a target. */
export function placeText(location: Location | undefined): string {
  if (!location) return '';
  if (location.file) return [location.file, location.line].filter((part) => part !== undefined).join(':');
  if (location.env) return `$${location.env}`;
  return location.binary ?? location.target ?? '';
}
