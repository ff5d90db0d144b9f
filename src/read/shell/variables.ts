/** A text after the replacement of what is known. */
export interface Filled {
  text: string;
  /** The references that stayed as they were. */
  unresolved: string[];
}

/** Values that double each other must not fill the memory. */
const MAX_LENGTH = 1 << 14;

const REFERENCE = /\\(.)|\$(?:(\w+)|\{(\w+)(?:(:?)([-+])([^{}]*))?\})/gs;

/**
 * Replaces `$NAME`, `${NAME}`, `${NAME:-word}` and `${NAME:+word}`, as a Dockerfile does outside of RUN. `\$` stays a dollar
 * sign. Never throws.
 */
export function fillVariables(text: string, value: (name: string) => string | undefined): Filled {
  const unresolved: string[] = [];
  const filled = text.replace(
    REFERENCE,
    (
      raw: string,
      escaped?: string,
      plain?: string,
      name?: string,
      colon?: string,
      sign?: string,
      word = '',
    ): string => {
      if (escaped !== undefined) return escaped === '$' ? '$' : raw;
      const known = value(plain ?? name ?? '');
      const given = known !== undefined && !(colon && known === '');
      if (sign === '-') return given ? (known ?? '') : word;
      if (sign === '+') return given ? word : '';
      if (known === undefined) unresolved.push(raw);
      return known ?? raw;
    },
  );
  return { text: filled.slice(0, MAX_LENGTH), unresolved };
}
