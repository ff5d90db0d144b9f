import { type Ask, defineFact } from '../core/fact.ts';
import type { FetchResult } from '../core/host.ts';
import { absent, known, type Text, unknown } from '../core/outcome.ts';
import type { Certificate } from '../read/x509/certificate.ts';
import { sameBytes } from '../read/x509/der.ts';
import type { Asked } from './revocation/judge-answer.ts';
import { idOf, ocspAddress, ocspRequest } from './revocation/request.ts';
import { type Revocation, type RevocationAnswer, type RevocationPlace, summaryOf } from './revocation/revocation.ts';
import { chainQuestion, goVerdict } from './verdict.ts';

/** Lists of public authorities have some megabytes. */
const MOST_BYTES = 32 * 1024 * 1024;

/** So many addresses of one chain are asked. */
const MOST_PLACES = 8;

/** Where the revocation of the certificates that were sent can be asked for; nothing is sent to find out. Roots revoke nobody above them. */
export const revocationPlaces = defineFact<readonly RevocationPlace[]>('revocation-places', 'endpoint', async (ask) => {
  const verdict = await ask.get(goVerdict);
  if (verdict.kind !== 'known') return verdict;
  const places = verdict.value.certificates.flatMap((certificate, at) => placesOf(certificate, at));
  return places.length > 0 ? known(places.slice(0, MOST_PLACES)) : absent('no-revocation-address');
});

function placesOf(certificate: Certificate, at: number): RevocationPlace[] {
  if (sameBytes(certificate.rawIssuer, certificate.rawSubject)) return [];
  return [
    ...certificate.ocspServers.map((address) => ({ at, kind: 'ocsp' as const, address })),
    ...certificate.crlDistributionPoints.map((address) => ({ at, kind: 'crl' as const, address })),
  ];
}

/** Whether certificates of the chain are revoked, as the addresses in them say; only where the user asked for it. */
export const revocation = defineFact<Revocation>('revocation', 'endpoint', async (ask) => {
  if (!ask.options.probe?.checkRevocation) return unknown('revocation-not-asked');
  const places = await ask.get(revocationPlaces);
  if (places.kind !== 'known') return places;
  const question = await ask.get(chainQuestion);
  const verdict = await ask.get(goVerdict);
  if (question.kind !== 'known' || verdict.kind !== 'known') return unknown('no-chain-sent');
  const { issuerOf, readable } = await import('./revocation/judge-answer.ts');
  const { certificates } = verdict.value;
  const among = [...certificates, ...readable(question.value.roots)];
  const answers = await Promise.all(
    places.value.map((place): Promise<RevocationAnswer> | RevocationAnswer => {
      const certificate = certificates[place.at];
      const issuer = certificate && issuerOf(certificate, among);
      if (!certificate || !issuer) return { ...place, status: 'unknown', why: { key: 'revocation-no-issuer' } };
      return answerOf(ask, place, { certificate, issuer, now: question.value.now });
    }),
  );
  return known(summaryOf(answers));
});

async function answerOf(ask: Ask, place: RevocationPlace, asked: Asked): Promise<RevocationAnswer> {
  const { judgeList, judgeResponse } = await import('./revocation/judge-answer.ts');
  const unknownFor = (why: Text): RevocationAnswer => ({ ...place, status: 'unknown', why });
  if (!/^https?:\/\//i.test(place.address))
    return unknownFor({ key: 'revocation-scheme', data: { address: place.address } });
  const id = await idOf(asked.issuer);
  const url =
    place.kind === 'crl' ? place.address : ocspAddress(place.address, ocspRequest(id, asked.certificate.serial));
  const result = await ask.host.fetch(url, { timeoutMs: ask.options.timeoutMs, bytes: MOST_BYTES });
  const body = bodyOf(result);
  if (!(body instanceof Uint8Array)) return unknownFor(body);
  const said = place.kind === 'crl' ? judgeList(body, asked) : judgeResponse(body, id, asked);
  return { ...place, ...said };
}

function bodyOf(result: FetchResult): Uint8Array | Text {
  if (result.kind !== 'answered') return { key: 'revocation-unreachable', data: { message: result.message } };
  if (result.status !== 200) return { key: 'revocation-status', data: { status: result.status } };
  if (result.bytes === undefined) return { key: 'revocation-too-large' };
  return Buffer.from(result.bytes, 'base64');
}
