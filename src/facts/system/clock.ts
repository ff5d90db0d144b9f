import { type Ask, defineFact } from '../../core/fact.ts';
import type { FetchResult } from '../../core/host.ts';
import { absent, known, unknown, valueIfKnown } from '../../core/outcome.ts';
import { firstDay } from '../../knowledge/clocks.ts';
import { grpcModule } from '../../knowledge/names.ts';
import { matchesModulePattern } from '../../read/modules/module-pattern.ts';
import { effectiveSettings } from '../go/env.ts';
import { proxyUrls } from '../network/proxies.ts';
import { readText } from '../text-file.ts';

const clockFolder = '/sys/devices/system/clocksource/clocksource0';

/** Where the kernel reads the time. */
export interface ClockSource {
  readonly file: string;
  readonly current: string;
  /** All that it could use instead; a source that it found to be unstable is not among them. */
  readonly available: readonly string[];
}

export const clockSource = defineFact<ClockSource>('machine.clock-source', 'machine', ({ host }) => {
  if (host.platform.os !== 'linux') return absent('no-clock-source');
  const file = `${clockFolder}/current_clocksource`;
  const current = readText(host, file);
  if (current.kind !== 'known') return current;
  const available = valueIfKnown(readText(host, `${clockFolder}/available_clocksource`)) ?? '';
  return known({ file, current: current.value.trim(), available: available.split(/\s+/).filter(Boolean) });
});

/** Whether the kernel takes its wall clock for one that a time server keeps right. */
export interface ClockSync {
  readonly synchronised: boolean;
  /** A service that would do it is switched on. */
  readonly service: boolean;
  /** What says so, and its words. */
  readonly source: string;
  readonly text: string;
}

const askSystemd = ['timedatectl', 'show', '-p', 'NTPSynchronized', '-p', 'NTP'];
/** Exists as long as systemd-timesyncd has the time of a server. */
const timesyncMark = '/run/systemd/timesync/synchronized';
/** Hyper-V and WSL set the clock of their guests without telling the kernel that it is right now. */
const keptByWindows = '/sys/bus/vmbus';

/**
 * Asked of systemd; unknown in containers, which have the clock of their host and nobody to ask, and on other systems.
 * Absent where the host of a virtual machine sets the clock.
 */
export const clockSync = defineFact<ClockSync>('machine.clock-sync', 'machine', async ({ host, options }) => {
  if (host.platform.os !== 'linux') return unknown('clock-service-unknown');
  if (host.stat(timesyncMark))
    return known({ synchronised: true, service: true, source: timesyncMark, text: 'exists' });
  if (host.stat(keptByWindows)) return absent('clock-kept-by-host');
  if (!host.stat('/run/systemd/system')) return unknown('clock-service-unknown');
  const result = await host.exec(askSystemd, { timeoutMs: options.timeoutMs });
  const text = result.kind === 'exited' && result.code === 0 ? result.stdout : '';
  const value = (name: string): string | undefined => new RegExp(`^${name}=(yes|no)$`, 'm').exec(text)?.[1];
  const synchronised = value('NTPSynchronized');
  if (synchronised === undefined) return unknown('clock-service-unknown');
  return known({
    synchronised: synchronised === 'yes',
    service: value('NTP') === 'yes',
    source: 'timedatectl',
    text: text.trim().split('\n').join(' '),
  });
});

/** How this clock compares with another one. */
export type ClockDifference =
  /** It shows a day on which this program did not exist yet. */
  | { readonly kind: 'before-program'; readonly today: string }
  /** Seconds that it is ahead of the server of `entry`; negative: behind. */
  | { readonly kind: 'server'; readonly entry: string; readonly seconds: number; readonly date: string }
  /** A certificate of the server is not valid yet by this clock. */
  | { readonly kind: 'certificate'; readonly entry: string; readonly message: string };

/** What there is to compare with: with `--network` the proxies of the user, which are asked for a module anyway. */
export const clockDifferences = defineFact<readonly ClockDifference[]>(
  'machine.clock-differences',
  'machine',
  async (ask) => {
    const today = ask.host.today();
    if (today < firstDay) return known([{ kind: 'before-program', today }]);
    if (!ask.options.network) return unknown('network-not-asked');
    const settings = valueIfKnown(await ask.get(effectiveSettings));
    const secret = settings?.get('GONOPROXY') || settings?.get('GOPRIVATE') || '';
    // A proxy that is never asked for it by the go command is not asked here.
    const entries = matchesModulePattern(secret, grpcModule) ? [] : proxyUrls(settings?.get('GOPROXY') ?? '');
    const compared = await Promise.all(entries.map((entry) => compareWith(ask, entry)));
    const differences = compared.flatMap((one) => one ?? []);
    return differences.length > 0 ? known(differences) : unknown('no-server-with-date');
  },
);

async function compareWith(ask: Ask, entry: string): Promise<ClockDifference | undefined> {
  const answer = await ask.host.fetch(`${entry}/${grpcModule}/@v/list`, { timeoutMs: ask.options.timeoutMs });
  if (answer.kind === 'tls' && /not yet valid/i.test(answer.message))
    return { kind: 'certificate', entry, message: answer.message };
  const seconds = secondsAhead(answer);
  return seconds === undefined || answer.kind !== 'answered'
    ? undefined
    : { kind: 'server', entry, seconds, date: answer.date ?? '' };
}

/** A cache passes on the date of the answer that it keeps, and says how many seconds ago that was. */
function secondsAhead(answer: FetchResult): number | undefined {
  if (answer.kind !== 'answered' || answer.at === undefined) return undefined;
  const sent = Date.parse(answer.date ?? '');
  return Number.isNaN(sent) ? undefined : Math.round((answer.at - sent) / 1000) - (answer.age ?? 0);
}
