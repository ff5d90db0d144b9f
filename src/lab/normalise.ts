import { checksumDatabase } from '../knowledge/names.ts';

/** A path of this machine and what stands for it in committed results. */
export interface Placeholder {
  readonly path: string;
  readonly name: string;
}

/**
 * The meaningful lines of a tool's output, without what differs between machines and runs: paths, ports, the platform,
 * download notices and blank lines. The `# package` headings of the compiler carry nothing that the lines below do not.
 */
export function excerpt(output: string, placeholders: readonly Placeholder[]): string[] {
  return normalise(output, placeholders)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('# ') && !line.startsWith('go: downloading '));
}

/** The text with every machine-specific part replaced. */
export function normalise(text: string, placeholders: readonly Placeholder[]): string {
  // Longer paths first: the module cache may lie inside another folder of the list.
  const ordered = [...placeholders].sort((a, b) => b.path.length - a.path.length);
  const named = ordered.reduce((rest, { path, name }) => rest.replaceAll(path, name), text);
  return named
    .replace(/(127\.0\.0\.1|\[::1\]):\d{4,5}/g, '$1:<port>')
    .replaceAll(checksumDatabase, '<checksum-db>')
    .replace(/\b(linux|darwin)([/-_])(amd64|arm64)\b/g, '<os>$2<arch>');
}
