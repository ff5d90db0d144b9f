import type { ShellLine } from '../shell/shell-words.ts';
import type { OtherInstall } from './installation.ts';

/** Programs that fetch a file. */
const FETCHERS = /^(?:curl|wget|aria2c|gh|Invoke-WebRequest|iwr)$/;

/** Archives of releases by their names: the tool, and where its version stands. */
const ARCHIVES: readonly [RegExp, string][] = [
  [/\bprotoc-([^/\s"']+?)-(?:linux|osx|win)[\w${}()-]*\.zip/, 'protoc'],
  [/\bprotoc-([^/\s"']+?)-\$[^/\s"']*\.zip/, 'protoc'],
  [/bufbuild\/buf\/releases\/(?:latest\/)?download\/v?([^/\s"']+)\//, 'buf'],
  [/bufbuild\/buf\/releases\/(latest)\/download/, 'buf'],
  [/golangci\/golangci-lint\/releases\/download\/v?([^/\s"']+)\//, 'golangci-lint'],
  [/protobuf-go\/releases\/download\/v?([^/\s"']+)\//, 'protoc-gen-go'],
];
const INSTALL_SCRIPT = /golangci-lint\S*\/install\.sh|install\.goreleaser\.com\/\S*golangci-lint/;

/** A release that `curl`, `wget` and the like fetch; `next` is the command that gets their output. */
export function readDownload(line: ShellLine, next: ShellLine | undefined): OtherInstall[] {
  const texts = line.words.map(({ text }) => text);
  if (!texts.slice(0, 8).some((text) => FETCHERS.test(text.slice(text.lastIndexOf('/') + 1)))) return [];
  if (texts.some((text) => INSTALL_SCRIPT.test(text))) return [installScript(next)];
  const joined = texts.join(' ');
  for (const [pattern, name] of ARCHIVES) {
    const version = pattern.exec(joined)?.[1];
    if (version !== undefined) return [download(name, version)];
  }
  return [];
}

/** `curl -sSfL .../install.sh | sh -s -- -b DIR v1.64.8`; without a version it takes the newest. */
function installScript(next: ShellLine | undefined): OtherInstall {
  const words = next && /(?:^|\/)(?:ba|z|da)?sh$/.test(next.words[0]?.text ?? '') ? next.words.slice(1) : [];
  const version = words.findLast(({ text }, at) => !text.startsWith('-') && words[at - 1]?.text !== '-b')?.text;
  return version === undefined
    ? { verb: 'download', name: 'golangci-lint', package: 'golangci-lint', pin: 'query' }
    : download('golangci-lint', version);
}

function download(name: string, version: string): OtherInstall {
  const pin = /[$`{]/.test(version) ? 'variable' : /^v?\d+(?:\.\d+)+/.test(version) ? 'exact' : 'query';
  return { verb: 'download', name, package: name, version, pin };
}
