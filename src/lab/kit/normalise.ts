import { checksumDatabase } from '../../knowledge/names.ts';

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
    .filter((line) => line !== '' && !noise.some((start) => line.startsWith(start)))
    .filter((line, _, lines) => !(bufScope.test(line) && lines.some((other) => other.includes(bufCircle))))
    .filter((line, at, lines) => !(line.includes(bufCircle) && lines.indexOf(line) < at));
}

/** buf reads files at once: which of a circle it names, how many, and which names it then misses, is chance. */
const bufCircle = 'detected cyclic import while importing';
const bufScope = /^\S+:\d+:\d+:cannot find `[\w.]+` in this scope$/;

/** Headings of the compiler, notices of downloads, and what mise adds to every error. */
const noise: readonly string[] = ['# ', 'go: downloading ', 'mise ERROR Version: ', 'mise ERROR Run with '];

/** The text with every machine-specific part replaced. */
export function normalise(text: string, placeholders: readonly Placeholder[]): string {
  // Longer paths first: the module cache may lie inside another folder of the list.
  const ordered = [...placeholders].sort((a, b) => b.path.length - a.path.length);
  const named = ordered.reduce((rest, { path, name }) => rest.replaceAll(path, name), text);
  return (
    named
      .replace(/(127\.0\.0\.\d+|\[::1\]):\d{4,5}/g, '$1:<port>')
      .replace(/\bcurrent time \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S* is/g, 'current time <time> is')
      .replaceAll(checksumDatabase, '<checksum-db>')
      .replace(/^(\[signal \w+: [a-z ]+) code=.*\]$/gm, '$1]')
      .replace(/^\S+:\d+:\d+:(detected cyclic import while importing) "[^"\n]+"/gm, '<file>:$1 "<file>"')
      // protoc-gen-go keeps the files in a map: which of two names comes first is chance.
      .replace(/(inconsistent names )(\S+ \(\S+\)) and (\S+ \(\S+\))/g, (_, start: string, ...names: string[]) =>
        start.concat(names.slice(0, 2).sort().join(' and ')),
      )
      // Arguments in a stack are addresses.
      .replace(/^([^\s()]+(?:\(\*?\w+\)[^\s()]*)?)\([^()\n]*\b0x[^()\n]*\)$/gm, '$1(...)')
      .replace(/^goroutine (?!1 )\d+ /gm, 'goroutine <n> ')
      .replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /gm, '')
      .replace(/\b(linux|darwin)([/-_])(amd64|arm64)\b/g, '<os>$2<arch>')
  );
}
