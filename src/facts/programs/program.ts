import type { Evidence } from '../../core/claim.ts';
import type { VersionNeed } from '../../read/binary/linkage.ts';

/** A Go program and the place where it is bound to run: a file that was named, or one that a Dockerfile builds and copies. */
export interface Program {
  /** `bin/server` of this machine, `Dockerfile#2:/server` of an image. */
  readonly id: string;
  /** The name of its file. */
  readonly name: string;
  /** The file itself, where there is one: absolute. */
  readonly binary?: string;
  /** How a Dockerfile builds it. */
  readonly build?: ProgramBuild;
  readonly place: ProgramPlace;
}

/** Where it runs: this machine, or the stage of an image (`FILE#NAME`, with the line that puts the program there). */
export type ProgramPlace =
  | { readonly kind: 'machine' }
  | {
      readonly kind: 'image';
      readonly stage: string;
      readonly file: string;
      readonly line: number;
      readonly text: string;
    };

/** The `go build` of a Dockerfile that makes it. */
export interface ProgramBuild {
  /** `FILE#NAME` of the stage. */
  readonly stage: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** Folder of the module, and of the main package where one is named. */
  readonly module: string;
  readonly package?: string;
  readonly tags: readonly string[];
}

/** What a program needs before its first line of Go runs. */
export interface ProgramNeeds {
  /** `binary`: read in the file. `build`: foretold from the build command, its image and the sources. */
  readonly basis: 'binary' | 'build';
  readonly os?: string;
  readonly arch?: string;
  /** A Mach-O file for several processors. */
  readonly archs?: readonly string[];
  /** What the compiler makes of a package that is not `main`: no program at all. */
  readonly archive?: boolean;
  /** Import path of its main package. */
  readonly mainPackage?: string;
  readonly linking: 'static' | 'dynamic' | 'unknown';
  /** The dynamic loader: `/lib64/ld-linux-x86-64.so.2`. */
  readonly interpreter?: string;
  readonly libc?: 'glibc' | 'musl';
  /** NEEDED entries: `libc.so.6`. */
  readonly libraries: readonly string[];
  /** The highest `GLIBC_x.y` that it names: `2.34`. */
  readonly glibc?: string;
  /** All versions of symbols that it wants, by library; only where the file was read. */
  readonly versions?: readonly VersionNeed[];
  /** GOAMD64: the level of x86-64 that its code was compiled for, from 1. */
  readonly amd64Level?: number;
  /** CGO_ENABLED of the build; undefined where nobody can tell. */
  readonly cgo?: boolean;
  /** The project's own code has C in it, and does not compile without cgo; only where a build is foretold. */
  readonly ownC?: Evidence;
  readonly tags: readonly string[];
  /** The Go that built it, `1.26.8`. */
  readonly go?: string;
  /** What the reports quote for all this. */
  readonly evidence: readonly Evidence[];
}

/** What a place may have for a program. */
export type PlaceContent = 'authorities' | 'time-zones' | 'users' | 'temporary-folder';

/** Whether it is there; undefined: nobody can tell from here. `by` is what says so: a COPY, a package, the base image. */
export interface Presence {
  readonly there?: boolean;
  readonly by?: Evidence;
}

/** The USER of an image. */
export interface ImageUser {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** Whether the container finds it; a number is not looked for. Undefined: nobody can tell. */
  readonly there?: boolean;
}

/** What the machine or the image has to offer. */
export interface Place {
  readonly kind: 'machine' | 'image';
  /** `linux/amd64`, `alpine:3.20`, `scratch`. */
  readonly name: string;
  readonly os?: string;
  readonly arch?: string;
  /** Undefined where nobody can tell. */
  readonly libc?: 'glibc' | 'musl' | 'none';
  /** How packages are installed there. */
  readonly packages?: 'apk' | 'apt';
  /** Version of its glibc. */
  readonly glibc?: string;
  /** Dynamic loaders that are known to be there or not, by path. */
  readonly loaders: ReadonlyMap<string, boolean>;
  /** The level of x86-64 of its processor, from 1. */
  readonly amd64Level?: number;
  readonly contents: Readonly<Partial<Record<PlaceContent, Presence>>>;
  /** The USER of an image, and the line that says so. */
  readonly user?: ImageUser;
  /** Variables that an image sets. */
  readonly environment: ReadonlyMap<string, string>;
  /** For images: where the base is named. */
  readonly base?: Evidence;
}
