import type { ProbeOptions } from '../../core/fact.ts';
import type { CallTranscript, Transcript } from '../../core/host.ts';
import { limitsAt, limitsBeyond } from '../../knowledge/connection-limits.ts';
import type { ConnectionLimit } from '../../knowledge/table.ts';
import { foremost } from '../heard.ts';
import type { Health, Reflection, Wire } from '../wire.ts';
import { brokenAt } from './broken.ts';
import { failed, notReached, ok, type Step, skipped } from './step.ts';
import { seconds } from './time.ts';

type Rung = Omit<Step, 'step'>;

/** What was asked on the connection. */
export function serviceRungs(
  wire: Wire,
  probe: ProbeOptions | undefined,
): Record<'health' | 'reflection' | 'hold', Rung> {
  const { health, reflection, kept } = wire;
  const transcript = foremost(wire)?.transcript;
  const unreached = notReached(brokenAt(wire) ?? 'http2');
  const hold = probe?.holdMs === undefined ? skipped('skip.notAsked', { option: '--hold' }) : unreached;
  return {
    health: health && transcript ? healthRung(health, transcript, kept) : unreached,
    reflection: reflection && transcript ? reflectionRung(reflection, transcript) : unreached,
    hold: kept && probe?.holdMs !== undefined ? holdRung(kept, probe.holdMs) : hold,
  };
}

function healthRung(health: Health, { calls }: Transcript, kept: Transcript | undefined): Rung {
  const ms = calls[0]?.ms ?? 0;
  if (health.kind === 'serving') {
    const times = timesOf(kept?.times);
    const key = health.service === '' ? 'health.serving' : 'health.servingService';
    return ok(ms, times ? `${key}Times` : key, { service: health.service, ...times });
  }
  if (health.kind === 'not-grpc') return failed(ms, 'health.not-grpc', httpData(health.call));
  if (health.kind === 'no-answer') return failed(ms, `health.no-answer`, { how: health.call.kind });
  if (health.kind === 'refused')
    return failed(ms, 'health.refused', { status: health.status, message: health.message });
  if (health.kind === 'unimplemented') return failed(ms, 'health.unimplemented', { message: health.message });
  return failed(ms, `health.${health.kind}`, { service: health.service });
}

function httpData({ httpStatus, headers }: CallTranscript) {
  return { status: httpStatus ?? 0, type: headers?.['content-type'] ?? '-' };
}

/** Of the answers to one question, asked again and again: half of them came within p50, 95 of 100 within p95. In milliseconds. */
function timesOf(times: readonly number[] | undefined) {
  if (!times || times.length === 0) return undefined;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => tenths(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}

const shownNames = 5;

function reflectionRung({ v1, v1alpha, services }: Reflection, { calls }: Transcript): Rung {
  const ms = calls.slice(1).reduce((sum, call) => sum + call.ms, 0);
  if (services) {
    const names = services.slice(0, shownNames).join(', ');
    const more = services.length - shownNames;
    const version = v1 === 'served' ? 'v1' : 'v1alpha';
    return ok(ms, more > 0 ? 'reflection.servedMore' : 'reflection.served', {
      version,
      count: services.length,
      names,
      more,
    });
  }
  const state = v1 === 'unimplemented' && v1alpha !== 'not-asked' ? v1alpha : v1;
  return failed(ms, `reflection.${state}`);
}

function holdRung(transcript: Transcript, holdMs: number): Rung {
  const { end, http2 } = transcript;
  // What a peer says to our goodbye does not count.
  if (end.by === 'we-closed') return keptRung(end.ms, seconds(holdMs));
  const goaway = http2?.goaway;
  const ms = goaway?.ms ?? end.ms;
  const asked = transcript.times?.reduce((sum, one) => sum + one, 0) ?? 0;
  const debug = goaway && goaway.debug !== '' ? { debug: goaway.debug } : {};
  const known = limitsAt({ age: ms / 1000, idle: (ms - asked) / 1000, ...debug });
  const key = goaway ? (goaway.debug === '' ? 'goaway' : 'goawayWithText') : end.by === 'reset' ? 'reset' : 'closed';
  const cut = { seconds: seconds(ms), ...(goaway && { code: goaway.code }), ...debug };
  if (known.length === 0) return failed(ms, `hold.${key}`, cut);
  return failed(ms, `hold.${key}Known`, { ...cut, limits: known.map(shownLimit).join(', ') });
}

/** Limits that lie ahead are worth knowing, as many as one looks at. */
const shownTimes = 3;

function keptRung(ms: number, kept: number): Rung {
  const next = limitsBeyond(kept, shownTimes);
  if (next.length === 0) return ok(ms, 'hold.kept', { seconds: kept });
  const times = [...new Set(next.map((limit) => limit.seconds))];
  return ok(ms, 'hold.keptBefore', { seconds: kept, limits: times.map((time) => shownTime(time, next)).join(', ') });
}

/** `60 s (nginx, Envoy)`. */
function shownTime(time: number, limits: readonly ConnectionLimit[]): string {
  const those = new Set(limits.filter((limit) => limit.seconds === time).map(({ by }) => by));
  return `${time} s (${[...those].join(', ')})`;
}

function shownLimit({ by, setting, seconds: after }: ConnectionLimit): string {
  return `${after} s ${by} ${setting}`;
}
