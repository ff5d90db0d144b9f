/** A clock that steps by `tickNs`, `phaseNs` after the real one began. */
export interface TickingClock {
  readonly tickNs: number;
  readonly phaseNs: number;
}

/** What such a clock shows at a real time. */
function shown({ tickNs, phaseNs }: TickingClock, realNs: number): number {
  return Math.floor((realNs - phaseNs) / tickNs) * tickNs;
}

/** How long something seems to take, by a clock that steps. */
export function seems(clock: TickingClock, startNs: number, endNs: number): number {
  return shown(clock, endNs) - shown(clock, startNs);
}

/** So many positions of the tick are tried. */
const phases = 997;

/** What the worst positions of the tick make of one real measurement. */
export interface Worst {
  /** The largest error, up or down. */
  readonly errorNs: number;
  /** The longest that it seems to take. */
  readonly longestNs: number;
}

/** Puts a real measurement on clocks that step, in every position of the tick. */
export function worstOf(tickNs: number, startNs: number, endNs: number): Worst {
  let [errorNs, longestNs] = [0, 0];
  for (let at = 0; at < phases; at += 1) {
    const seen = seems({ tickNs, phaseNs: (at * tickNs) / phases }, startNs, endNs);
    errorNs = Math.max(errorNs, Math.abs(seen - (endNs - startNs)));
    longestNs = Math.max(longestNs, seen);
  }
  return { errorNs, longestNs };
}

/**
 * What an answer must really take at least to seem to take longer than a limit: a clock that steps only shows whole ticks, so
 * it must show one more of them than fit into the limit, and for that all but one must really go by.
 */
export function leastTakenForLonger(tickNs: number, limitNs: number): number {
  return Math.floor(limitNs / tickNs) * tickNs;
}
