import type { Finding } from '../core/finding.ts';
import type { ReadHost } from '../core/host.ts';
import { nearest } from '../core/nearest.ts';
import type { Remark, Suppression } from '../core/suppression.ts';
import type { BadIgnoreComment, IgnoreComment } from '../read/suppress/ignore-comment.ts';

/** What the comments of a project wish for, and what is wrong with them. */
export interface CommentWishes {
  readonly suppressions: readonly Suppression[];
  readonly remarks: readonly Remark[];
}

const maxBytes = 4 * 1024 * 1024;
const mark = Buffer.from('grpc-doctor:ignore');

/** Reads the comments of some files, named relative to the project. A file that cannot be read wishes for nothing. */
export async function readCommentWishes(
  host: ReadHost,
  root: string,
  files: readonly string[],
  traps: readonly string[],
): Promise<CommentWishes> {
  const suppressions: Suppression[] = [];
  const remarks: Remark[] = [];
  for (const file of [...new Set(files)].filter(isInside).sort()) {
    const read = host.readFile(host.path.join(root, ...file.split('/')), maxBytes);
    if (read.kind !== 'read') continue;
    const bytes = Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.byteLength);
    if (!bytes.includes(mark)) continue;
    // Seldom needed, and it brings a parser of YAML along.
    const { readIgnoreComments } = await import('../read/suppress/ignore-comment.ts');
    const { ignores, bad } = readIgnoreComments(file, bytes.toString('utf8'));
    suppressions.push(...ignores.filter(({ trap }) => traps.includes(trap)).map((one) => toSuppression(one, file)));
    remarks.push(...bad.map((one) => remarkOn(one, file)));
    const unknown = ignores.filter(({ trap }) => !traps.includes(trap));
    remarks.push(...unknown.map(({ trap, line }) => unknownTrap(trap, file, line, traps)));
  }
  return { suppressions, remarks: remarks.sort((a, b) => compare(a, b)) };
}

/** The files that findings point at. */
export function filesOf(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ claim }) => claim.location?.file ?? []);
}

/** A setting of the user may stand in a file outside of the project: that is not the team's to comment on. */
function isInside(file: string): boolean {
  return !/^(?:\/|[A-Za-z]:|\\)/.test(file) && !file.split('/').includes('..');
}

function toSuppression({ trap, reason, until, line, covers }: IgnoreComment, file: string): Suppression {
  return {
    trap,
    reason,
    ...(until && { until }),
    by: 'comment',
    file,
    line,
    covers: ({ claim: { location } }) =>
      location?.file === file && (covers === 'file' || covers.includes(location.line ?? Number.NaN)),
  };
}

function remarkOn({ problem, word, line }: BadIgnoreComment, file: string): Remark {
  return { text: { key: `remark.${problem}`, data: { word } }, file, line };
}

function unknownTrap(word: string, file: string, line: number, traps: readonly string[]): Remark {
  const meant = nearest(word, traps);
  const key = meant ? 'remark.unknown-trap-meant' : 'remark.unknown-trap';
  return { text: { key, data: { word, ...(meant && { meant }) } }, file, line };
}

function compare(a: Remark, b: Remark): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
