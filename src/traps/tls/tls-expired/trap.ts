import type { FixPlan } from '../../../core/claim.ts';
import type { Data } from '../../../core/outcome.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand, fetchLine, issueLines } from '../../../fix/certificate-plans.ts';
import { aboutCertificate } from '../../../fix/endpoint-claims.ts';
import { endsSoon, isClockDifference } from '../../../knowledge/certificate-times.ts';
import type { Certificate } from '../../../read/x509/certificate.ts';
import { client } from '../../../wire/client.ts';
import type { GoVerdict } from '../../../wire/go-verdict/verdict.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { probedAt } from '../../../wire/probed-at.ts';
import { chainEvidence, isSelfIssued, issuerOf, moment, nameOf } from '../../../wire/shown-certificate.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { certificateSight } from './certificate.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A certificate is outside of its time, or will be soon. */
const trap: Trap = defineTrap({
  id: 'tls-expired',
  group: 'tls',
  sights: [
    certificateSight,
    defineSight({
      subject: 'endpoint',
      needs: { wire, verdict: goVerdict, client, at: probedAt, prediction },
      judge: ({ facts: { wire: seen, verdict, client: who, at: now, prediction: words }, subject, options }) => {
        if (!seen || !verdict || !who || now === undefined) return [];
        const blame = blamed(verdict, now);
        if (!blame) return [];
        const { kind, certificate } = blame;
        const data = {
          target: subject.id,
          name: nameOf(certificate),
          issuer: issuerOf(certificate),
          from: moment(certificate.notBefore),
          until: moment(certificate.notAfter),
          now: moment(now),
          days: Math.max(0, Math.floor(Math.abs(certificate.notAfter - now) / day)),
          minutes: Math.ceil((certificate.notBefore - now) / minute),
        };
        return [
          {
            ...aboutCertificate(subject, options, verdict, words),
            severity: kind.startsWith('soon') ? 'warning' : 'error',
            confidence: 'proven',
            title: { key: `title-${kind}`, data },
            why: { key: `why-${kind}`, data },
            evidence: [...chainEvidence(subject.id, verdict), { source: 'clock of this machine', text: moment(now) }],
            fixes: fixesOf(kind, data, who.serverName, fetchLine(seen, who.serverName)),
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

const minute = 60_000;
const day = 24 * 60 * minute;

interface Blame {
  readonly kind: 'expired' | 'expired-authority' | 'expired-root' | 'not-yet' | 'clock' | 'soon' | 'soon-authority';
  readonly certificate: Certificate;
}

function blamed({ verdict, refusal, at, certificates }: GoVerdict, now: number): Blame | undefined {
  if (verdict === 'accept') return next(certificates, now);
  if (refusal !== 'expired' && refusal !== 'not-yet-valid') return undefined;
  // A root that is not sent has no place in the chain; then the last that was sent is nearest to it.
  const certificate = at === undefined ? certificates.at(-1) : certificates[at];
  if (!certificate) return undefined;
  if (refusal === 'not-yet-valid') {
    return { kind: isClockDifference(certificate.notBefore - now) ? 'clock' : 'not-yet', certificate };
  }
  if (at === undefined) return { kind: 'expired-root', certificate };
  return { kind: at > 0 ? 'expired-authority' : 'expired', certificate };
}

/**
 * The certificate of a chain that is accepted that ends first, where it does so soon. A root that is sent needs not be sent, and an
 * intermediate of yesterday may lie beside the one of today.
 */
function next(certificates: readonly Certificate[], now: number): Blame | undefined {
  const [leaf, ...others] = certificates;
  if (!leaf) return undefined;
  const authorities = others.filter((one) => !isSelfIssued(one) && !others.some((other) => replaces(other, one)));
  const [first] = [leaf, ...authorities]
    .filter(({ notAfter }) => notAfter >= now)
    .sort((a, b) => a.notAfter - b.notAfter);
  if (!first || !endsSoon(first, now)) return undefined;
  return { kind: first === leaf ? 'soon' : 'soon-authority', certificate: first };
}

function replaces(other: Certificate, one: Certificate): boolean {
  return other.subject === one.subject && other.notAfter > one.notAfter;
}

function fixesOf(kind: Blame['kind'], data: Data, serverName: string, fetch: string): FixPlan[] {
  const look = { shell: 'any shell', line: `${fetch} | openssl x509 -noout -dates` };
  switch (kind) {
    case 'clock':
      return [byHand({ key: 'fix-clock', data }, [{ shell: 'Linux', line: 'timedatectl status' }, look])];
    case 'expired-root':
      return [byHand({ key: 'fix-root', data })];
    case 'expired-authority':
    case 'soon-authority':
      return [byHand({ key: 'fix-authority', data }, [look])];
    default:
      return [
        byHand({ key: 'fix-issue', data }, issueLines([serverName])),
        byHand({ key: 'fix-reload', data }, [look]),
      ];
  }
}

export default trap;
