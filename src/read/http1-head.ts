/** The beginning of an answer in HTTP/1. */
export interface Http1Head {
  /** `HTTP/1.1 400 Bad Request`. */
  readonly statusLine: string;
  readonly status: number;
  /** By lower-case name, the first of each. */
  readonly headers: ReadonlyMap<string, string>;
  /** What came of the body, as text. */
  readonly body: string;
}

/** Reads the first bytes of an answer; undefined where they are no HTTP/1. */
export function readHttp1Head(text: string): Http1Head | undefined {
  const end = /\r?\n\r?\n/.exec(text);
  const [statusLine = '', ...fields] = (end ? text.slice(0, end.index) : text).split(/\r?\n/);
  const status = /^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(statusLine)?.[1];
  if (status === undefined) return undefined;
  const headers = new Map<string, string>();
  for (const field of fields) {
    const colon = field.indexOf(':');
    const name = field.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, field.slice(colon + 1).trim());
  }
  return { statusLine, status: Number(status), headers, body: end ? text.slice(end.index + end[0].length) : '' };
}
