import { fitsGlob } from '../../../read/suppress/glob.ts';

/** True for a word that a shell replaces by the names of files. */
export function isPattern(word: string): boolean {
  return /[*?[{]/.test(word);
}

/** `a/{b,c}/*.proto` in all its readings; at most so many. */
const maxReadings = 64;

/** No system has files with longer names, and a script has lines of any length. */
const longestPattern = 4096;

/**
 * Whether a path fits the pattern of a shell. In most shells `**` is as good as `*`; `deep`: it stands for any number of
 * folders.
 */
export function shellPattern(pattern: string, deep: boolean): ((path: string) => boolean) | undefined {
  if (pattern.length > longestPattern) return undefined;
  const readings = braces(pattern).map((reading) => {
    const plain = reading.replace(/\[[^\]/]*\]/g, '?');
    return deep ? plain : plain.replace(/\*+/g, '*');
  });
  if (readings.length > maxReadings) return undefined;
  return (path) => readings.some((reading) => fitsGlob(reading, path));
}

function braces(pattern: string): string[] {
  const open = pattern.indexOf('{');
  const close = pattern.indexOf('}', open);
  const inside = pattern.slice(open + 1, close);
  if (open < 0 || close < 0 || !inside.includes(',') || inside.includes('{')) return [pattern];
  const rest = braces(pattern.slice(close + 1));
  return inside
    .split(',', maxReadings + 1)
    .flatMap((one) => rest.map((tail) => `${pattern.slice(0, open)}${one}${tail}`))
    .slice(0, maxReadings + 1);
}
