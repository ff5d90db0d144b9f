import type { ReadHost } from '../../core/host.ts';
import { type Executable, readExecutable } from '../../read/binary/executable.ts';
import { type GoBuildInfo, readGoBuildInfo } from '../../read/binary/go-buildinfo.ts';
import type { Linkage } from '../../read/binary/linkage.ts';
import { readLinkage } from '../../read/binary/read-linkage.ts';
import { limits } from '../limits.ts';

/** A program or library, as far as its headers tell. */
export interface BinaryFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly format: Executable;
  readonly linkage?: Linkage;
}

/** A program, with what the Go linker wrote into it. */
export interface ProgramFile extends BinaryFile {
  readonly build?: GoBuildInfo;
}

/** Looks at a program; undefined where there is no such file. It is never run. */
export function programFile(host: ReadHost, path: string): ProgramFile | undefined {
  const file = binaryFile(host, path);
  const build = file && readGoBuildInfo((offset, length) => host.readAt(path, offset, length), file.size);
  return file && { ...file, ...(build && { build }) };
}

/** Looks at the headers of a file; undefined where there is no such file. */
export function binaryFile(host: ReadHost, path: string): BinaryFile | undefined {
  const state = host.stat(path);
  if (state?.kind !== 'file') return undefined;
  const read = (offset: number, length: number) => host.readAt(path, offset, length);
  const format = readExecutable(read(0, limits.executableHeadBytes) ?? new Uint8Array());
  const linkage = readLinkage(read, state.size);
  return { path, size: state.size, format, ...(linkage && { linkage }) };
}
