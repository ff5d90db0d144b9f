/** Versions of symbols that a program wants from one library. */
export interface VersionNeed {
  /** `libc.so.6`. */
  readonly library: string;
  /** `GLIBC_2.34`; weak ones, which the loader lets pass, are left out. */
  readonly versions: readonly string[];
}

/** What a program or library asks of the system that loads it. */
export interface Linkage {
  readonly format: 'elf' | 'macho' | 'pe';
  /** A shared library, and no program. A Go plugin and `-buildmode=c-shared` are such files. */
  readonly library: boolean;
  /** May lie anywhere in memory: ELF of type DYN, Mach-O with MH_PIE, PE with DYNAMIC_BASE. */
  readonly movable: boolean;
  /** The dynamic loader of an ELF program. */
  readonly interpreter?: string;
  /** Libraries that must be there: NEEDED, LC_LOAD_DYLIB, names of imported DLLs. In the order of the file. */
  readonly libraries: readonly string[];
  /** Libraries that may be missing: LC_LOAD_WEAK_DYLIB, DLLs that are loaded late. */
  readonly optional: readonly string[];
  /** Where the loader looks first, as written: RPATH, RUNPATH, LC_RPATH. */
  readonly searchPaths: readonly string[];
  /** The search paths hold for the libraries of its libraries as well (RPATH without RUNPATH). */
  readonly inherited: boolean;
  readonly needs: readonly VersionNeed[];
  /** The versions that an ELF library defines: `GLIBC_2.36`. */
  readonly defines: readonly string[];
  /** `cut-off`: the headers name bytes beyond the end of the file. `no-program`: an object file or a memory dump. */
  readonly problem?: 'cut-off' | 'no-program';
  /** The oldest macOS (`12.0`) or Windows (`6.1`) that starts it. */
  readonly minimumSystem?: string;
}
