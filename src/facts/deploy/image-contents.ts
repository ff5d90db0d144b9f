import type { Evidence } from '../../core/claim.ts';
import type { ReadHost } from '../../core/host.ts';
import { authorityFiles, contentsOfImage, packageOfImage, timeZoneFolders } from '../../knowledge/image-contents.ts';
import type { ImageContents } from '../../knowledge/table.ts';
import { type CopyStep, joinImagePath, type RunStep } from '../../read/deploy/dockerfile.ts';
import { packageName, readPackageLine } from '../../read/install/package-install.ts';
import type { ShellLine } from '../../read/shell/shell-words.ts';
import { covers } from './build-context.ts';
import type { ImageStage } from './image-file.ts';

/** What a stage may have. */
export type ImageContent = 'authorities' | 'time-zones' | 'users' | 'temporary-folder' | 'compiler';

/** Whether it is there; undefined: nobody can tell. `by`: the line that decides. */
export interface Presence {
  readonly there?: boolean;
  readonly by?: Evidence;
}

/** Where each content lies, what is called after it in commands, and its column in the table of images. */
const contents: Readonly<
  Record<ImageContent, { paths: readonly string[]; words: RegExp; column: keyof ImageContents }>
> = {
  authorities: { paths: authorityFiles, words: /ca-cert|ca-bundle|ssl|pki|\.(?:crt|pem)\b/, column: 'authorities' },
  'time-zones': { paths: timeZoneFolders, words: /zoneinfo|tzdata|timezone/, column: 'timeZones' },
  users: { paths: ['/etc/passwd'], words: /passwd|adduser|useradd/, column: 'users' },
  'temporary-folder': { paths: ['/tmp'], words: /\/tmp\b/, column: 'temporaryFolder' },
  compiler: { paths: [], words: /\b(?:gcc|clang|cc)\b/, column: 'compiler' },
};

/** A file of authorities at another place: a variable or an option that is given at the start may name it. */
const looksLikeAuthorities = /ca-?cert|ca-?bundle|(?:^|\/|[-_.])(?:ca|root|roots|rootca)\.(?:crt|pem)$/i;

/** Commands that put nothing into an image but what their arguments name. */
const harmless =
  /^(?:addgroup|adduser|apk|apt|apt-get|cat|cd|chgrp|chmod|chown|cp|date|echo|env|false|go|groupadd|id|install|ls|ln|mkdir|mv|printf|pwd|rm|sed|set|setcap|strip|test|touch|true|uname|update-ca-certificates|upx|useradd|\[)$/;

/** What a stage has at its end: what its image brings, and what the steps after it change. */
export function contentOf(image: ImageStage, content: ImageContent, host: ReadHost, root: string): Presence {
  let now = ofBase(image, content);
  for (const step of image.steps)
    now =
      step.kind === 'copy'
        ? copied(image, step, content, now, host, root)
        : ran(image, step, now, (line) => broughtBy(line, content));
  const made = image.stage.folders.some((folder) => contents[content].paths.some((path) => covers(path, folder)));
  return made && content === 'temporary-folder' ? { there: true } : now;
}

/** Whether a USER is in the list of users at the end: of the image, made by a command, or perhaps in a list that is copied. */
export function presenceOfUser(image: ImageStage, name: string, host: ReadHost, root: string): Presence {
  const users = ofBase(image, 'users');
  const row = users.there === undefined ? undefined : contentsOfImage(image.base.image);
  const names = users.there === false ? [] : row?.userNames?.split(' ');
  let now: Presence = names ? { ...users, there: names.includes(name) } : users.by ? { by: users.by } : {};
  for (const step of image.steps)
    now =
      step.kind === 'copy'
        ? copied(image, step, 'users', now, host, root)
        : ran(image, step, now, (line) => makesUser(line, name));
  return now;
}

/** True where a command makes the user; undefined where nobody can tell: scripts, packages with users of their own. */
function makesUser(line: ShellLine, name: string): boolean | undefined {
  const packages = readPackageLine(line.words);
  if (packages) {
    const manager = managerOf(packages.manager);
    return packages.written.every((one) => packageOfImage(manager, packageName(packages.manager, one)))
      ? false
      : undefined;
  }
  const [program = '', ...rest] = line.words.map(({ text }) => text);
  if (/(?:^|\/)(?:adduser|useradd)$/.test(program))
    return rest.includes(name) ? true : rest.some((word) => /[$`]/.test(word)) ? undefined : false;
  // A redirection is not among the words.
  return /passwd/.test(line.text) ? undefined : broughtBy(line, 'users');
}

function managerOf(written: string): string {
  return written.replace(/^(?:apt-get|aptitude)$/, 'apt');
}

function ofBase({ base, file }: ImageStage, content: ImageContent): Presence {
  const row = base.image.unresolved.length > 0 ? undefined : contentsOfImage(base.image);
  const there = row?.[contents[content].column];
  const by = evidenceOf(file.path, file.lines, base.line);
  return typeof there === 'boolean' ? { there, by } : { by };
}

function copied(
  image: ImageStage,
  step: CopyStep,
  content: ImageContent,
  before: Presence,
  host: ReadHost,
  root: string,
): Presence {
  const { paths } = contents[content];
  const by = evidenceOf(image.file.path, image.file.lines, step.line);
  for (const source of step.sources) {
    const landing = landingsOf(step, source);
    if (landing.some((place) => paths.some((path) => covers(path, place)))) return { there: true, by };
    // A folder that is laid over one above may hold anything; a file is one, and a folder of the project can be looked into.
    const above = landing.some((place) => paths.some((path) => covers(place, path)));
    if (content === 'authorities' && before.there !== true && looksLikeAuthorities.test(source)) return { by };
    if (above && before.there !== true && mayHold(image, step, source, paths, host, root)) return { by };
  }
  return before;
}

/** Where a source comes to lie: as the target, or in it. A folder pours its contents into the target. */
function landingsOf({ target }: CopyStep, source: string): string[] {
  const folder = joinImagePath(target, '.');
  return [folder, joinImagePath(folder, source.slice(source.lastIndexOf('/') + 1))];
}

function mayHold(
  image: ImageStage,
  { from, target }: CopyStep,
  source: string,
  paths: readonly string[],
  host: ReadHost,
  root: string,
): boolean {
  if (from !== undefined) return !isFile(image, source);
  if (/[*?[$]|^\w+:\/\//.test(source)) return true;
  const place = host.path.join(root, ...source.split('/'));
  if (host.stat(place)?.kind === 'file') return /\.(?:tar|tgz|tar\.\w+|zip)$/.test(source);
  if (host.stat(place)?.kind !== 'folder') return true;
  const top = joinImagePath(target, '.');
  return paths
    .filter((path) => covers(top, path))
    .some((path) => host.stat(host.path.join(place, ...path.slice(top.length).split('/'))) !== undefined);
}

/** A program that the file makes, or a name with an ending that folders do not have. */
function isFile({ made }: ImageStage, source: string): boolean {
  return made.has(joinImagePath('/', source)) || /\.(?!d$)[A-Za-z]\w{0,7}$/.test(source);
}

function ran(
  { file }: ImageStage,
  step: RunStep,
  before: Presence,
  bringsIt: (line: ShellLine) => boolean | undefined,
): Presence {
  let now = before;
  for (const line of step.lines) {
    if (line.commented || now.there === true) continue;
    const by = evidenceOf(file.path, file.lines, line.line);
    const brings = bringsIt(line);
    if (brings === true) now = { there: true, by };
    else if (brings === undefined) now = { by };
  }
  return now;
}

/** True where a command brings the content, false where it does not; undefined where nobody can tell. */
function broughtBy(line: ShellLine, content: ImageContent): boolean | undefined {
  const packages = readPackageLine(line.words);
  if (packages) {
    const manager = managerOf(packages.manager);
    const rows = packages.written.map((written) => packageOfImage(manager, packageName(packages.manager, written)));
    if (rows.some((row) => row?.brings.some((one) => one === content))) return true;
    if (content === 'users' || content === 'temporary-folder') return false;
    return rows.every((row) => row !== undefined) ? false : undefined;
  }
  const [program = ''] = line.words.map(({ text }) => text.slice(text.lastIndexOf('/') + 1));
  if (!harmless.test(program) || line.words.some(({ text }) => contents[content].words.test(text))) return undefined;
  return false;
}

function evidenceOf(source: string, lines: readonly string[], line: number): Evidence {
  return { source, line, text: (lines[line - 1] ?? '').trim() };
}
