import type { ShellLine } from '../shell/shell-words.ts';

/** A command that makes a certificate with openssl. */
export interface MadeCertificate {
  /** The file that is written, as it stands there. */
  readonly out: string;
  /** Where earlier `cd` of the script lead to, relative to where it starts. */
  readonly folder?: string;
  readonly line: number;
  /** The command on one line. */
  readonly text: string;
  /** The common name that it asks for, where the command has it. */
  readonly commonName?: string;
  /** Alternative names: asked for, not asked for, or told by one of these files. */
  readonly names: 'asked' | 'none' | { readonly by: readonly string[] };
}

/** Certificates that commands make, with what the command itself says of their names. Requests and keys are none. */
export function madeCertificates(lines: readonly ShellLine[]): MadeCertificate[] {
  return lines.flatMap((line) => {
    const words = line.words.map(({ text }) => text);
    if (line.commented || line.container || !/(?:^|\/)openssl$/.test(words[0] ?? '')) return [];
    const makes = (words[1] === 'req' && words.includes('-x509')) || (words[1] === 'x509' && words.includes('-req'));
    const out = flagValue(words, '-out');
    if (!makes || out === undefined || /[*{}]/.test(out)) return [];
    const subject = flagValue(words, '-subj');
    const commonName = subject === undefined ? undefined : /\/CN=([^/]+)/.exec(subject)?.[1];
    return [
      {
        out,
        line: line.line,
        text: line.text.trim(),
        names: namesOf(words, line.text),
        ...(line.folder !== undefined && { folder: line.folder }),
        ...(commonName !== undefined && { commonName }),
      },
    ];
  });
}

function flagValue(words: readonly string[], flag: string): string | undefined {
  const at = words.lastIndexOf(flag);
  return at < 0 ? undefined : words[at + 1];
}

/**
 * `x509 -req` takes no extension of a request, unless it is told to copy them; `req -x509` adds those of its configuration, and the usual
 * one has no names.
 */
function namesOf(words: readonly string[], text: string): MadeCertificate['names'] {
  if (/subjectAltName/i.test(text)) return 'asked';
  const flags =
    words[1] === 'req' ? ['-config', '-extensions', '-reqexts'] : ['-extfile', '-copy_extensions', '-extensions'];
  if (!flags.some((flag) => words.includes(flag))) return 'none';
  const files = ['-config', '-extfile'].flatMap((flag) => flagValue(words, flag) ?? []);
  return { by: words.includes('-copy_extensions') ? [] : files };
}
