import type { Claim, Evidence, Severity } from '../core/claim.ts';
import type { Data } from '../core/outcome.ts';
import type { Subject } from '../core/subject.ts';
import type { JudgedCertificate } from '../facts/certificates/judged.ts';
import type { CertificateUse } from '../facts/certificates/loaded.ts';
import type { Certificate } from '../read/x509/certificate.ts';
import { moment, nameOf } from '../wire/shown-certificate.ts';

/** What every claim about a certificate file has: its place, and the check again to see that it is mended. Who loads it is evidence. */
export function aboutFile(
  subject: Subject,
  judged: JudgedCertificate,
  trap: string,
): Pick<Claim, 'subject' | 'location' | 'verify'> {
  return {
    subject,
    location: { file: judged.loaded.file, line: 1 },
    verify: { argv: ['grpc-doctor', 'check', '--only', trap], expect: { key: 'common.check-again' } },
  };
}

/** Of a flag's default and of a script nobody knows whether they are used; what is loaded for nobody knows what does no harm yet. */
export function severityOf({ loaded, role }: JudgedCertificate): Severity {
  const sure = ({ by, flag }: CertificateUse): boolean => by !== 'command' && flag === undefined;
  return role !== 'unknown' && loaded.uses.some(sure) ? 'error' : 'warning';
}

/** Go's words for a server or a client that shows this file. */
export function goSays(text: string | undefined): Pick<Claim, 'bites'> {
  return text === undefined || text === '' ? {} : { bites: { key: 'common.go-says', data: { text } } };
}

/** The file, one of its certificates and the line that loads it, as sentences name them. */
export function fileData({ loaded, use }: JudgedCertificate, certificate: Certificate): Data {
  return { file: loaded.file, name: nameOf(certificate), loader: use.loader.file, until: moment(certificate.notAfter) };
}

/** The certificates of the file, and the lines that load it. */
export function fileEvidence({ loaded }: JudgedCertificate): Evidence[] {
  const certificates = loaded.certificates.slice(0, mostCertificates).map((one) => ({
    source: loaded.file,
    text: `s:${one.subject} i:${one.issuer} v:${moment(one.notBefore)}..${moment(one.notAfter)}`,
  }));
  const uses = loaded.uses.slice(0, mostUses).map(({ loader: { file, line, text } }) => ({ source: file, line, text }));
  return [...certificates, ...uses];
}

const mostCertificates = 3;
const mostUses = 5;
