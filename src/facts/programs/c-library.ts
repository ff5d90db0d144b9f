import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known } from '../../core/outcome.ts';
import { libcOfLoader, loaders } from '../../knowledge/loaders.ts';
import { highestGlibc } from '../../read/binary/symbol-version.ts';
import { binaryFile } from './binary-file.ts';

/** The C library that a loader belongs to. */
export interface CLibrary {
  readonly libc?: 'glibc' | 'musl' | 'none';
  /** Version of a glibc, `2.36`. */
  readonly glibc?: string;
  /** The path of the loader, and the folder in which it really lies. */
  readonly loader?: string;
  readonly folder?: string;
  /** LD_LIBRARY_PATH. */
  readonly libraryPath?: string;
}

/** The C library of this machine for programs of its own architecture; absent from other systems than Linux. */
export const cLibrary = defineFact<CLibrary>('machine.c-library', 'machine', ({ host }) => {
  if (host.platform.os !== 'linux') return known({});
  const own = loaders.filter(({ arch, path }) => arch === host.platform.arch && isFile(host, path));
  // All are looked at, so that a bundle knows of each.
  const [first = cLibraryOf(host, undefined)] = own.map(({ path }) => cLibraryOf(host, path));
  return known(first);
});

/** The C library beside a loader, by what its own file says. */
export function cLibraryOf(host: ReadHost, loader: string | undefined): CLibrary {
  if (loader === undefined) return { libc: 'none' };
  const real = host.realPath(loader);
  const folder = host.path.dirname(real);
  const libraryPath = host.env('LD_LIBRARY_PATH');
  const common = { loader, folder, ...(libraryPath && { libraryPath }) };
  const found = binaryFile(host, host.path.join(folder, 'libc.so.6'));
  const glibc = found?.linkage && highestGlibc(found.linkage.defines);
  if (glibc !== undefined) return { libc: 'glibc', glibc, ...common };
  // gcompat lays a loader of that name over musl.
  const libc = libcOfLoader(real) === 'musl' || hasMusl(host) ? 'musl' : libcOfLoader(real);
  return { ...(libc && { libc }), ...common };
}

function hasMusl(host: ReadHost): boolean {
  return loaders.some(({ arch, libc, path }) => arch === host.platform.arch && libc === 'musl' && isFile(host, path));
}

function isFile(host: ReadHost, path: string): boolean {
  return host.stat(path)?.kind === 'file';
}
