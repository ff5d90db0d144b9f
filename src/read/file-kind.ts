// By the name alone: who only walks a tree need not load the readers.

/** The kinds of files that hold commands. */
export type CommandFileKind = 'makefile' | 'taskfile' | 'justfile' | 'shell' | 'cmd' | 'powershell' | 'go';

const KINDS: [RegExp, CommandFileKind][] = [
  [/^(?:GNU)?makefile(?:\.[\w.-]+)?$|\.(?:mk|mak|make)$/i, 'makefile'],
  [/^taskfile(?:[._-][\w.-]+)?\.ya?ml$/i, 'taskfile'],
  [/^\.?justfile$|\.just$/i, 'justfile'],
  [/\.(?:sh|bash|zsh|ksh)$/i, 'shell'],
  [/\.(?:bat|cmd)$/i, 'cmd'],
  [/\.ps1$/i, 'powershell'],
  [/\.go$/, 'go'],
];

/** What a file holds, by its name; undefined when it is none of ours. `path` may have either kind of slash. */
export function commandFileKind(path: string): CommandFileKind | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return KINDS.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether a file is a buf template by its name: `buf.gen.yaml`, `buf.gen.go.yaml`, `x.buf.gen.yaml`. */
export function isBufTemplate(path: string): boolean {
  return /(?:^|[\\/.])buf\.gen(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/.test(path);
}

/** Whether buf reads a file of this name to learn what a module is. */
export function isBufConfig(name: string): boolean {
  return /^buf(?:\.work)?\.ya?ml$|^buf\.lock$/.test(name);
}

/** Whether a reader of generation commands can find something in a file of this name. Any .go file may. */
export function isGenerationFile(path: string): boolean {
  return isBufTemplate(path) || commandFileKind(path) !== undefined;
}

/** Whether a file is a Dockerfile by its name: `Dockerfile`, `Dockerfile.dev`, `Dockerfile-dev`, `api.Dockerfile`, `Containerfile`. */
export function isDockerfile(path: string): boolean {
  return /(?:^|[\\/])(?:(?:Dockerfile|Containerfile)(?:[._-][\w.-]+)?|[\w.-]+\.(?:Dockerfile|Containerfile))$/i.test(
    path,
  );
}

/** Whether a CI system reads a file of this path: workflows and actions of GitHub, GitLab, CircleCI, and others by name. */
export function isCiFile(path: string): boolean {
  return ciFiles.some((pattern) => pattern.test(path));
}

const ciFiles: readonly RegExp[] = [
  /(?:^|[\\/])\.github[\\/](?:workflows|actions)[\\/].*\.ya?ml$/,
  /(?:^|[\\/])action\.ya?ml$/,
  /(?:^|[\\/])\.gitlab-ci(?:[.-][\w.-]+)?\.ya?ml$/,
  /(?:^|[\\/])\.gitlab[\\/].*\.ya?ml$/,
  /(?:^|[\\/])\.circleci[\\/]config\.ya?ml$/,
  /(?:^|[\\/])\.travis\.ya?ml$/,
  /(?:^|[\\/])azure-pipelines(?:[.-][\w.-]+)?\.ya?ml$/,
];

/** Whether Bazel reads rules out of a file of this name. */
export function isBazelFile(name: string): boolean {
  return /^BUILD(?:\.bazel)?$|\.bzl$/.test(name);
}

/** Whether a version manager reads a file of this name for the Go of a project. */
export function isVersionFile(path: string): boolean {
  return /(?:^|[\\/])(?:\.go-version|\.tool-versions|\.?mise(?:\.[\w-]+)?\.toml)$/.test(path);
}

/** Whether a file is named like one that holds certificates. A `.pem` may hold a key as well. */
export function isCertificateFile(name: string): boolean {
  return /\.(?:pem|crt|cer|cert)$/i.test(name);
}

/** Whether a file is named like a configuration of a server or of containers that may name certificates. */
export function isConfiguration(name: string): boolean {
  return /\.(?:conf|ya?ml)(?:\.(?:tmpl|template))?$/i.test(name);
}
