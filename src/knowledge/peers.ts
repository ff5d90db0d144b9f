import type { HttpServer } from './table.ts';
import * as tables from './tables.ts';

/** The protocol that a server speaks which began with these bytes (one character each); undefined where none is known. */
export function protocolOf(first: string): string | undefined {
  return tables.protocolBanners.rows.find(({ pattern }) => new RegExp(`^(?:${pattern})`).test(first))?.protocol;
}

/** Who sent this Server header; undefined where nobody known did. */
export function httpServerOf(header: string | undefined): HttpServer | undefined {
  const text = header?.toLowerCase();
  return text === undefined
    ? undefined
    : tables.httpServers.rows.find((row) => text.startsWith(row.header.toLowerCase()));
}

/** The name of an error code of HTTP/2, or its number. */
export function http2ErrorName(code: number): string {
  return tables.http2Errors.rows.find((row) => row.code === code)?.name ?? `0x${code.toString(16)}`;
}
