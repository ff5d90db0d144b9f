import type { ConnectionLimit } from './table.ts';
import * as tables from './tables.ts';

/** Timers are late by as much, in seconds. */
const tolerance = 1.5;

/** How a connection ended on which nothing was asked for a while. */
export interface IdleEnd {
  /** Since it stood, and since the last call ended; in seconds. */
  readonly age: number;
  readonly idle: number;
  /** Debug data of the GOAWAY. */
  readonly debug?: string;
}

/** Limits that end such a connection after that time by default, those of streams apart; the shortest first. */
export function limitsAt({ age, idle, debug }: IdleEnd): readonly ConnectionLimit[] {
  return tables.connectionLimits.rows.filter((row) => {
    if (row.says !== undefined) return row.says === debug;
    if (row.counts === 'idle') return isNear(row.seconds, idle);
    return row.counts === 'age' && isNear(row.seconds, age);
  });
}

function isNear(limit: number, seconds: number): boolean {
  return Math.abs(limit - seconds) <= tolerance;
}

/** The next limits above that time, of connections and streams: as many as there are at the next `times` times. */
export function limitsBeyond(seconds: number, times: number): readonly ConnectionLimit[] {
  const beyond = tables.connectionLimits.rows.filter((row) => row.seconds > seconds);
  const last = [...new Set(beyond.map((row) => row.seconds))].slice(0, times).at(-1) ?? 0;
  return beyond.filter((row) => row.seconds <= last);
}
