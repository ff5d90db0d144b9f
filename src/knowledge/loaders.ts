/** A dynamic loader of Linux: the path that the linker writes into a program (PT_INTERP). */
export interface Loader {
  /** GOARCH. */
  readonly arch: string;
  readonly libc: 'glibc' | 'musl';
  readonly path: string;
}

/**
 * The loaders that C compilers of the distributions write into programs.
 * Source: `sysdeps` of glibc (ABI list), `configure` of musl; amd64, 386 and arm64 measured with gcc and musl-gcc.
 */
export const loaders: readonly Loader[] = [
  { arch: 'amd64', libc: 'glibc', path: '/lib64/ld-linux-x86-64.so.2' },
  { arch: '386', libc: 'glibc', path: '/lib/ld-linux.so.2' },
  { arch: 'arm', libc: 'glibc', path: '/lib/ld-linux-armhf.so.3' },
  { arch: 'arm64', libc: 'glibc', path: '/lib/ld-linux-aarch64.so.1' },
  { arch: 'loong64', libc: 'glibc', path: '/lib64/ld-linux-loongarch-lp64d.so.1' },
  { arch: 'ppc64le', libc: 'glibc', path: '/lib64/ld64.so.2' },
  { arch: 'riscv64', libc: 'glibc', path: '/lib/ld-linux-riscv64-lp64d.so.1' },
  { arch: 's390x', libc: 'glibc', path: '/lib/ld64.so.1' },
  { arch: 'amd64', libc: 'musl', path: '/lib/ld-musl-x86_64.so.1' },
  { arch: '386', libc: 'musl', path: '/lib/ld-musl-i386.so.1' },
  { arch: 'arm', libc: 'musl', path: '/lib/ld-musl-armhf.so.1' },
  { arch: 'arm64', libc: 'musl', path: '/lib/ld-musl-aarch64.so.1' },
  { arch: 'loong64', libc: 'musl', path: '/lib/ld-musl-loongarch64.so.1' },
  { arch: 'ppc64le', libc: 'musl', path: '/lib/ld-musl-powerpc64le.so.1' },
  { arch: 'riscv64', libc: 'musl', path: '/lib/ld-musl-riscv64.so.1' },
  { arch: 's390x', libc: 'musl', path: '/lib/ld-musl-s390x.so.1' },
];

/** The C library that a loader belongs to, by its name; undefined for one that nobody knows. */
export function libcOfLoader(path: string): 'glibc' | 'musl' | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('ld-musl-')) return 'musl';
  return /^ld(?:-linux[^/]*|64)?\.so\.\d+$/.test(name) ? 'glibc' : undefined;
}

/** Libraries that musl is itself, whatever number a program asks for. Source: `reserved` in `ldso/dynlink.c` of musl. */
export const muslOwnLibrary = /^lib(?:c|pthread|rt|m|dl|util|xnet)\./;

/** Names of DLLs that stand for no file: the loader of Windows knows what is behind them. Source: "API sets", Microsoft. */
export const virtualDll = /^(?:api|ext)-ms-/;
