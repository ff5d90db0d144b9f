import { defineFact } from '../core/fact.ts';
import { absent, known } from '../core/outcome.ts';
import type { Certificate } from '../read/x509/certificate.ts';
import { certificatesOf } from './certificates-of.ts';
import { client } from './client.ts';
import { goVerdict, rootsOfSystem } from './verdict.ts';

/** Whom the client trusts. */
export interface Trusted {
  /** The files of `--ca`, or what Go finds on this system. */
  readonly from: 'ca' | 'system';
  /** Absolute; of the system those that were found. */
  readonly files: readonly string[];
  readonly certificates: readonly Certificate[];
}

/**
 * Whom the client trusts, read by the rules of its Go: what that cannot read is passed over, as AppendCertsFromPEM does. Only where Go
 * refuses the chain: to read all roots of a system takes longer than the rest of a probe.
 */
export const trusted = defineFact<Trusted>('trusted', 'endpoint', async (ask) => {
  const verdict = await ask.get(goVerdict);
  if (verdict.kind !== 'known') return verdict;
  if (verdict.value.verdict === 'accept') return absent('chain-accepted');
  const who = await ask.get(client);
  if (who.kind !== 'known') return who;
  const { roots } = who.value;
  if (roots) {
    const files = ask.options.probe?.ca ?? [];
    return known({ from: 'ca', files, certificates: certificatesOf(roots, who.value) });
  }
  const system = await ask.get(rootsOfSystem);
  if (system.kind !== 'known') return system;
  const { roots: ofSystem, files } = system.value;
  return known({ from: 'system', files, certificates: certificatesOf(ofSystem, who.value) });
});
