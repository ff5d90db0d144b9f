import { type Der, tag } from './der.ts';
import { Fault, need } from './fault.ts';
import { latin1 } from './go-text.ts';

/** A moment, and as Go prints it. */
export interface ReadTime {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/** Reads UTCTime or GeneralizedTime. */
export function readTime(der: Der): ReadTime {
  if (der.next(tag.utcTime)) return need(utcTime(der.body(tag.utcTime)), 'malformed UTCTime');
  if (der.next(tag.generalizedTime))
    return need(generalizedTime(der.body(tag.generalizedTime)), 'malformed GeneralizedTime');
  throw new Fault('x509: unsupported time format');
}

function utcTime(body: Uint8Array | undefined): ReadTime | undefined {
  const found = body && /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})$/.exec(latin1(body));
  if (!found) return undefined;
  const short = Number(found[1]);
  return moment(short < 50 ? 2000 + short : 1900 + short, found.slice(2));
}

function generalizedTime(body: Uint8Array | undefined): ReadTime | undefined {
  const found = body && /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(Z|[+-]\d{4})$/.exec(latin1(body));
  return found ? moment(Number(found[1]), found.slice(2)) : undefined;
}

/** Month, day, hour, minute, second, zone. */
function moment(year: number, parts: readonly (string | undefined)[]): ReadTime | undefined {
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(0, 5).map((part) => Number(part ?? 0));
  const zone = zoneMinutes(parts[5] ?? 'Z');
  if (zone === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  date.setUTCHours(hour, minute, second);
  return { at: date.getTime() - zone * 60_000, text: rfc3339(date.getTime() - zone * 60_000, zone) };
}

/** Undefined where Go would not write it so. */
function zoneMinutes(text: string): number | undefined {
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3));
  const all = hours * 60 + minutes;
  if (hours > 24 || minutes > 59 || all === 0) return undefined;
  return text.startsWith('-') ? -all : all;
}

/** A moment as Go's time.RFC3339, in a zone that is so many minutes east of Greenwich. */
export function rfc3339(at: number, zone: number): string {
  const local = new Date(at + zone * 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(local.getUTCFullYear()).padStart(4, '0');
  const day = `${year}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}`;
  const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
  const east = Math.abs(zone);
  const offset = zone === 0 ? 'Z' : `${zone < 0 ? '-' : '+'}${two(Math.floor(east / 60))}:${two(east % 60)}`;
  return `${day}T${time}${offset}`;
}
