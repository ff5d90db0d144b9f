import { nameList } from '../../read/dns/domain-name.ts';
import type { ResolvConf } from '../../read/net/resolv-conf.ts';

/** What one lookup of Go costs. */
export interface Costs {
  readonly names: readonly string[];
  /** Where in `names` the name as it was written stands. */
  readonly written: number;
  /** Milliseconds until every question to every server has waited in vain. */
  readonly worstMs: number;
}

/** Names x attempts x timeout x servers; A and AAAA are asked side by side, or one after the other. */
export function costsOf(name: string, conf: ResolvConf): Costs {
  const names = nameList(name, conf.ndots, conf.search);
  const sequence = conf.singleRequest ? 2 : 1;
  return {
    names,
    written: names.indexOf(name.endsWith('.') ? name : `${name}.`),
    worstMs: names.length * sequence * conf.attempts * conf.servers.length * conf.timeout * 1000,
  };
}

/** The last question about the name as it was written could not be sent any more when grpc-go's time was over. */
export function isLate({ names, written, worstMs }: Costs, conf: ResolvConf, limitMs: number | undefined): boolean {
  if (limitMs === undefined || names.length === 0) return false;
  const lastStart = (worstMs / names.length) * (written + 1) - conf.timeout * 1000;
  return limitMs <= lastStart;
}
