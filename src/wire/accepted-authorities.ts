import { defineFact } from '../core/fact.ts';
import { absent, known } from '../core/outcome.ts';
import { verificationRules } from '../knowledge/go-verification.ts';
import type { Certificate } from '../read/x509/certificate.ts';
import { sameBytes } from '../read/x509/der.ts';
import { distinguishedName } from '../read/x509/distinguished-name.ts';
import { client } from './client.ts';
import { wire } from './ladder.ts';

/** Whose certificates a server takes from its clients. */
export interface AcceptedAuthorities {
  /** Names as Go prints them; empty: any. */
  readonly names: readonly string[];
  /** The same names in DER. */
  readonly raw: readonly Uint8Array[];
}

/** What the server said when it asked for a client certificate; absent where it did not ask. */
export const acceptedAuthorities = defineFact<AcceptedAuthorities>('accepted-authorities', 'endpoint', async (ask) => {
  const seen = await ask.get(wire);
  if (seen.kind !== 'known') return seen;
  const who = await ask.get(client);
  if (who.kind !== 'known') return who;
  const request = seen.value.tls?.transcript.tls?.clientCertificate;
  if (!request) return absent('no-certificate-asked');
  const raw = request.authorities.map((name) => Buffer.from(name, 'base64'));
  const { parse } = verificationRules(who.value);
  return known({ raw, names: raw.map((name) => distinguishedName(name, parse)) });
});

/** A Go client sends this chain: the server takes any, or one of its certificates has an issuer that is accepted. */
export function sendsChain({ raw }: AcceptedAuthorities, chain: readonly Certificate[]): boolean {
  return raw.length === 0 || chain.some(({ rawIssuer }) => raw.some((name) => sameBytes(name, rawIssuer)));
}
