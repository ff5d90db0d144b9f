import { judgeChain } from '../../../wire/go-verdict/judge.ts';
import type { GoVerdict, Refusal } from '../../../wire/go-verdict/verdict.ts';
import type { JudgingGo, RealAnswer, RealQuestion } from '../../kit/real-verdicts.ts';

/** How far the verdicts of the program and those of a real Go are the same. */
export interface Agreement {
  readonly chains: number;
  readonly sameVerdict: number;
  readonly sameClass: number;
  readonly sameText: number;
  readonly accepted: number;
  /** Where they differ: the place of the question, and what both say. */
  readonly differences: readonly string[];
}

/** The errors of crypto/x509 that a refusal may be. The reasons are those of x509.InvalidReason. */
const classes: Readonly<Record<Refusal, readonly string[]>> = {
  malformed: ['error'],
  'too-large': ['error'],
  'no-certificate': ['error'],
  'unhandled-critical-extension': ['UnhandledCriticalExtension'],
  expired: ['CertificateInvalidError 1'],
  'not-yet-valid': ['CertificateInvalidError 1'],
  'name-differs': ['HostnameError'],
  'no-ip-san': ['HostnameError'],
  'common-name-only': ['HostnameError'],
  'key-usage': ['CertificateInvalidError 4'],
  // A name that cannot be read is no typed error before 1.26.
  'name-constraint': ['CertificateInvalidError 2', 'CertificateInvalidError 8', 'CertificateVerificationError'],
  'path-length': ['CertificateInvalidError 3'],
  policy: ['CertificateInvalidError 10'],
  'unknown-authority': ['UnknownAuthorityError'],
  'authority-remade': ['UnknownAuthorityError'],
  'issuer-remade': ['UnknownAuthorityError'],
  'weak-signature': ['UnknownAuthorityError'],
  'weak-key': ['UnknownAuthorityError', 'error'],
  'large-key': ['error'],
  'unsupported-key': ['error'],
  'issuer-no-authority': ['UnknownAuthorityError', 'CertificateInvalidError 0'],
  'too-many-candidates': ['CertificateVerificationError'],
};

function sameClass({ refusal }: GoVerdict, real: RealAnswer): boolean {
  return refusal === undefined ? real.class === 'accepted' : classes[refusal].includes(real.class);
}

/** The program's verdict on each question beside that of a real Go. */
export function compareVerdicts(
  { version, goLine }: JudgingGo,
  questions: readonly RealQuestion[],
  answers: readonly RealAnswer[],
): Agreement {
  const counted = { sameVerdict: 0, sameClass: 0, sameText: 0, accepted: 0 };
  const differences: string[] = [];
  for (const [i, question] of questions.entries()) {
    const real = answers[i] ?? { text: 'no answer', class: 'none' };
    const own = judgeChain({ ...question, goVersion: version, goLine, godebug: {} });
    if ((own.verdict === 'accept') === (real.text === '')) counted.sameVerdict++;
    if (sameClass(own, real)) counted.sameClass++;
    if (own.text === real.text) counted.sameText++;
    else differences.push(`${i} of Go ${version}: Go says "${real.text}", we say "${own.text}"`);
    if (real.text === '') counted.accepted++;
  }
  return { chains: questions.length, ...counted, differences };
}
