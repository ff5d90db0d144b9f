/** How much is read of a project before it is called too large. Each limit is named in the report when it is reached. */
export const limits = {
  /** Entries of the file tree. */
  treeEntries: 100_000,
  /** Go sources that are opened. */
  goFiles: 20_000,
  /** Bytes of one file with commands: nobody writes longer ones, and reading them costs far more than reading a list. */
  scriptBytes: 512 * 1024,
  /** BUILD and `.bzl` files that are opened to learn whether Bazel generates; one for Go is mostly among the first. */
  bazelFiles: 500,
  /** Bytes of one .proto file: those of Google Compute Engine have more than four million. */
  protoBytes: 16 * 1024 * 1024,
  /** Bytes of one text file: go.mod, Go source. */
  textBytes: 4 * 1024 * 1024,
  /** Bytes of one go.sum or modules.txt. */
  listBytes: 16 * 1024 * 1024,
  /** Bytes of a log: half a million lines of `go mod download -x`. */
  logBytes: 32 * 1024 * 1024,
  /** Bytes of an executable's head that tell its format. */
  executableHeadBytes: 4096,
  /** Libraries that are looked for, of one program and of its libraries. */
  libraries: 500,
  /** Bytes of a file of the module cache that holds one hash. */
  hashBytes: 1024,
  /** Module versions that are looked for in the module cache. */
  cachedModules: 2000,
  /** Packages that are followed from the imports of a module; a very large program has two thousand. */
  linkedPackages: 5000,
  /** Go files that are looked into of a package of another module. */
  filesOfPackage: 500,
  /** Module versions that the checksum database, or a proxy, is asked for. */
  databaseLookups: 8,
  /** Modules for which the go command is asked; the others are read. */
  modulesAskedOfGo: 8,
} as const;
