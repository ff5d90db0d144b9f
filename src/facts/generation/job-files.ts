import type { UseStep } from '../../read/deploy/ci.ts';
import type { ShellLine } from '../../read/shell/shell-words.ts';
import type { ProjectCiFile } from '../deploy/ci.ts';

// Whether a job of a CI file may have files that the repository does not have. What is not known to bring none may bring some.

/** Actions that put nothing into the project. */
const plainActions =
  /^(?:actions\/(?:setup-[\w-]+|upload-artifact)|arduino\/setup-protoc|bufbuild\/buf-[\w-]+|golangci\/[\w-]+|docker\/(?:setup|login)-[\w-]+)@/;

/** True for an action that may put files into the project, and for a checkout of anything but this repository alone. */
export function usesStranger({ uses, with: given }: UseStep, submodules: boolean): boolean {
  if (!/^actions\/checkout@/.test(uses)) return !plainActions.test(uses);
  return given.has('repository') || (submodules && /^(?!false$)/.test(given.get('submodules')?.text ?? 'false'));
}

/** Images that bring tools of a distribution, and no .proto files but those of protoc's own package. */
const plainImages = /^(?:golang|debian|ubuntu|alpine|buildpack-deps|cimg\/go|circleci\/golang)(?:[:@]|$)/;

/** What other jobs leave behind, and what other files add to a job. */
const shared =
  /^\s*(?:-\s*)?["']?(?:artifacts|cache|include|restore_cache|attach_workspace)["']?\s*:|\b(?:attach_workspace|restore_cache)\b|Download\w*Artifact/;

/** True where the job runs in an image of its own making, or gets files of other jobs without a step that says so. */
export function needsOtherJobs({ path, lines }: ProjectCiFile, { images }: ProjectCiFile['jobs'][number]): boolean {
  if (images.some(({ text }) => !plainImages.test(text))) return true;
  return !path.startsWith('.github/') && lines.some((line) => shared.test(line));
}

/** Programs that read, talk, remove, or install something outside of the project. */
const plainPrograms =
  /^(?:echo|printf|set|export|cd|pushd|popd|ls|pwd|which|type|command|test|\[|\[\[|true|:|env|printenv|cat|head|tail|grep|chmod|chown|mkdir|rm|rmdir|sleep|date|uname|apt|apt-get|apk|yum|dnf|brew|choco|pip|pip3|protoc|protoc-gen-[\w-]+|if|then|else|fi|gofmt|golangci-lint|staticcheck|sha256sum|shasum)(?:\.exe)?$/;

/** Subcommands of programs that otherwise may bring anything. */
const plainSubcommands: Readonly<Record<string, RegExp>> = {
  go: /^(?:install|get|version|env|list|build|test|vet|mod|fmt|clean)$/,
  git: /^(?:diff|status|log|config|rev-parse|show|ls-files|describe|add)$/,
  buf: /^(?:lint|breaking|format|generate|build|--version)$/,
};

const movers = /^(?:curl|wget|unzip|tar|bsdtar|7z|mv|cp|install|ln)$/;

/** True for a command after which the project may have files that the repository does not have. */
export function mayBring({ words, text, commented }: ShellLine): boolean {
  const [program = '', ...rest] = words.map(({ text: word }) => word);
  const name = program.replace(/^.*[\\/]/, '');
  if (commented || program === '' || /^\w+=/.test(program)) return false;
  if (plainPrograms.test(name)) return false;
  const subcommands = plainSubcommands[name];
  if (subcommands) return !subcommands.test(rest[0] ?? '') || rest.includes('vendor');
  return !movers.test(name) || !isAboutProtoc(name, rest, text);
}

/** The archive of protoc, unpacked or moved to where tools are. */
function isAboutProtoc(name: string, words: readonly string[], text: string): boolean {
  if (!/protoc|protobuf\/releases/i.test(text) || /\.proto\b/.test(text)) return false;
  if (name === 'curl' || name === 'wget') return true;
  const at = words.findIndex((word) => /^-(?:d|C|t)$/.test(word));
  const target = at >= 0 ? words[at + 1] : words.at(-1);
  return /^(?:\/|~|"?\$\{?(?:HOME|RUNNER_TEMP|GOPATH|GOBIN)\b|\$\(go env)/.test(target ?? '');
}
