import type { Certificate } from '../../read/x509/certificate.ts';
import { goQuote } from '../../read/x509/go-text.ts';
import type { Lack, Refusal } from './verdict.ts';

/** A refusal before it is told where in the chain it is. */
export interface Problem {
  readonly refusal: Refusal;
  /** Go's words. */
  readonly text: string;
  /** The certificate that is to blame. */
  readonly of?: Certificate;
  /** Its place in the chain, where it could not be read. */
  readonly place?: number;
  readonly about?: string;
  readonly lack?: Lack;
}

/** The first reason for which a candidate was left aside. */
export interface Hint {
  readonly refusal: Refusal;
  readonly text: string;
  readonly candidate: Certificate;
}

/** What Go says where it finds no way from a certificate to a root. */
export function unknownAuthority(stuck: Certificate, lack: Lack, hint: Hint | undefined): Problem {
  const base = 'x509: certificate signed by unknown authority';
  if (!hint) return { refusal: 'unknown-authority', text: base, of: stuck, about: stuck.issuer, lack };
  const { candidate, text } = hint;
  const because = `possibly because of ${goQuote(text)} while trying to verify candidate authority certificate`;
  return {
    refusal: hint.refusal,
    text: `${base} (${because} ${goQuote(shortName(candidate))})`,
    of: stuck,
    about: candidate.subject,
  };
}

function shortName({ commonName, organization, serial }: Certificate): string {
  if (commonName !== '') return commonName;
  if (organization !== '') return organization;
  const negative = serial.startsWith('-');
  return `serial:${negative ? '-' : ''}${BigInt(`0x${serial.replace('-', '')}`)}`;
}
