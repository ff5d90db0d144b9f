/** A port that a stage of a Dockerfile says it listens at. */
export interface ExposedPort {
  readonly port: number;
  /** In the file, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Reads EXPOSE in lines of a Dockerfile, from one line to the one before another; ports that a variable decides are left out. */
export function readExposed(lines: readonly string[], from: number, until: number): ExposedPort[] {
  return lines.slice(from - 1, until - 1).flatMap((text, index) => {
    const ports = /^\s*EXPOSE\s+(.*)$/i.exec(text)?.[1]?.split(/\s+/) ?? [];
    return ports.flatMap((word) => {
      const port = /^(\d{1,5})(?:\/tcp)?$/i.exec(word)?.[1];
      return port === undefined ? [] : [{ port: Number(port), line: from + index, text: text.trim() }];
    });
  });
}
