/** A line of an image or a CI configuration that sets GOPROXY to something that stands there in full. */
export interface ProxyLine {
  /** From 1. */
  readonly line: number;
  readonly value: string;
  /** How a bar can be written into it: as it is, in quotes of its own, or nobody knows. */
  readonly bar: 'plain' | 'quoted' | 'unclear';
}

/** `ENV GOPROXY=…`, `ENV GOPROXY …`, `GOPROXY=… go build`, `go env -w GOPROXY=…`, `GOPROXY: …` of YAML. */
const setting =
  /\bGOPROXY["']?(?:=|:[ \t]+|[ \t]+(?=["']?\w+:\/\/))(["']?)([^\s"'\\;&|,]+(?:[|,][^\s"'\\;&|,]+)*)(["']?)/g;

/**
 * The settings of GOPROXY in a Dockerfile or a CI file, read line by line. Comments are left out, and values with a variable; an ARG
 * is only a default for who builds the image.
 */
export function readProxyLines(lines: readonly string[]): ProxyLine[] {
  const found: ProxyLine[] = [];
  for (const [at, text] of lines.entries()) {
    if (!text.includes('GOPROXY') || /^\s*(?:#|ARG\b)/i.test(text)) continue;
    // No shell reads these.
    const noShell = /^\s*(?:ENV\s|-?\s*["']?GOPROXY["']?:\s)/i.test(text);
    const inShell = /^\s*(?:RUN\b|run:|GOPROXY=|export\b|-\s+(?:run:|export\b|go\b)|go\b)/.test(text);
    for (const [, open = '', value = '', close = ''] of text.matchAll(setting)) {
      if (/[$`]/.test(value)) continue;
      const quoted = open !== '' && open === close;
      const bar = noShell || quoted ? 'plain' : inShell && close === '' ? 'quoted' : 'unclear';
      found.push({ line: at + 1, value, bar });
    }
  }
  return found;
}
