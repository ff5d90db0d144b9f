/** How much is read of a project before it is called too large. Each limit is named in the report when it is reached. */
export const limits = {
  /** Entries of the file tree. */
  treeEntries: 100_000,
  /** Go sources that are opened. */
  goFiles: 20_000,
  /** Bytes of one file with commands: nobody writes longer ones, and reading them costs far more than reading a list. */
  scriptBytes: 512 * 1024,
  /** Bytes of one text file: go.mod, .proto, Go source. */
  textBytes: 4 * 1024 * 1024,
  /** Bytes of one go.sum or modules.txt. */
  listBytes: 16 * 1024 * 1024,
  /** Bytes of an executable's head that tell its format. */
  executableHeadBytes: 4096,
  /** Bytes of a file of the module cache that holds one hash. */
  hashBytes: 1024,
  /** Module versions that are looked for in the module cache. */
  cachedModules: 2000,
  /** Module versions that the checksum database, or a proxy, is asked for. */
  databaseLookups: 8,
  /** Modules for which the go command is asked; the others are read. */
  modulesAskedOfGo: 8,
} as const;
