import type { Claim, FixPlan, ShellLine, Verify } from '../core/claim.ts';
import type { Program } from '../facts/programs/program.ts';

/** Where a claim on a program points: at the line of the Dockerfile that puts it there, else at its file. */
export function placeOf({ place, binary }: Program): Pick<Claim, 'location' | 'frame'> {
  if (place.kind === 'image') return { location: { file: place.file, line: place.line }, frame: { text: place.text } };
  return binary === undefined ? {} : { location: { binary } };
}

/** The check that tells whether it is mended. */
export function verifyProgram({ binary }: Program, trap: string): Verify {
  const named = binary === undefined ? [] : ['--binary', binary];
  return { argv: ['grpc-doctor', 'check', ...named, '--only', trap], expect: { key: 'common.check-again' } };
}

/** A program without cgo is linked with nothing: it starts wherever its system and processor fit. */
export function buildWithoutCgo(name: string, mainPackage: string | undefined): FixPlan {
  const lines = buildLines({ CGO_ENABLED: '0' }, name, mainPackage);
  return { kind: 'text', safety: 'manual', title: { key: 'common.build-without-cgo' }, lines };
}

/**
 * The command that builds it with these variables, for both kinds of shells. Names of files and packages are a stranger's text,
 * and these lines are there to be copied.
 */
export function buildLines(
  variables: Readonly<Record<string, string>>,
  name: string,
  mainPackage: string | undefined,
  flags = '',
): ShellLine[] {
  const set = Object.entries(variables);
  const words = (escaped: string): string =>
    [`go build ${flags}-o`, ...[name, mainPackage ?? '.'].map((word) => quoted(word, escaped))].join(' ');
  return [
    { shell: 'bash, zsh', line: [...set.map(([key, value]) => `${key}=${value}`), words("'\\''")].join(' ') },
    { shell: 'PowerShell', line: [...set.map(([key, value]) => `$env:${key}="${value}"`), words("''")].join('; ') },
  ];
}

function quoted(word: string, escaped: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", () => escaped)}'`;
}
