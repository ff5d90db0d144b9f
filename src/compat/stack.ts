import type { ProtoFeature } from '../knowledge/table.ts';
import type { PartName, Versions } from './parts.ts';

/** What the generated code that is there asks for, read from its headers. */
export interface GeneratedCode {
  /** The N of SupportPackageIsVersionN. */
  readonly constant?: number;
  /** The `go` line that it needs. */
  readonly language?: string;
}

/** A set of versions, and what else decides whether they fit. */
export interface Stack {
  readonly versions: Versions;
  /** Go fetches a newer toolchain by itself (GOTOOLCHAIN is not `local`). */
  readonly switches: boolean;
  /** Plugins that are built already: how they were built does not matter any more. */
  readonly installed: ReadonlySet<PartName>;
  /** Some method of a service streams. */
  readonly streams: boolean;
  readonly code?: GeneratedCode;
  /** What the .proto files use, where that is asked about. */
  readonly wants?: ReadonlySet<ProtoFeature>;
}

/** The same set with other versions. */
export function withVersions(stack: Stack, versions: Versions): Stack {
  return { ...stack, versions };
}
