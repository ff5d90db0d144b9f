import type { VerificationRules } from '../../knowledge/go-verification.ts';
import { verificationRules } from '../../knowledge/go-verification.ts';
import type { Certificate } from '../../read/x509/certificate.ts';
import { readCertificate } from '../../read/x509/read-certificate.ts';
import type { Problem } from './problem.ts';
import { goTypeOf, rsaKeyFault } from './signature.ts';
import type { ChainQuestion, GoVerdict, Refusal } from './verdict.ts';
import { type SignatureMemory, verifyChain } from './verifier.ts';

/**
 * What Go says of a chain, word for word: crypto/tls with crypto/x509 of one release, with the settings that a go line and GODEBUG give.
 * A server that judges a client is the same with `usage: 'client'`. Pure, apart from time that it takes.
 */
export function judgeChain(question: ChainQuestion): GoVerdict {
  const rules = verificationRules(question);
  const early = messageProblem(question, rules);
  const certificates: Certificate[] = [];
  const read = readChain(question, rules, certificates);
  const problem = early ?? read;
  if (problem) return verdictOf(problem, certificates, [], []);
  const roots = question.roots.flatMap((der) => {
    const reading = readCertificate(der, rules.parse);
    return reading.kind === 'read' ? [reading.certificate] : [];
  });
  const signatures: SignatureMemory = new Map();
  const forgiven = new Set<Refusal>();
  const found: Problem[] = [];
  let path: readonly Certificate[] | undefined;
  // Each round forgives one more kind of refusal, of which there are few.
  for (;;) {
    const verified = verifyChain({
      chain: certificates,
      roots,
      serverName: question.usage === 'server' ? question.serverName : '',
      now: question.now,
      zoneMinutes: question.zoneMinutes ?? 0,
      usage: question.usage,
      rules,
      forgiven,
      signatures,
    });
    path ??= verified.path;
    const next = verified.problem ? inTlsWords(verified.problem) : keyProblem(certificates, question, rules, forgiven);
    if (!next || forgiven.has(next.refusal)) break;
    found.push(next);
    forgiven.add(next.refusal);
  }
  const [first, ...others] = found;
  if (first)
    return verdictOf(
      first,
      certificates,
      path ?? [],
      others.map(({ refusal }) => refusal),
    );
  return { verdict: 'accept', text: '', path: placesOf(path ?? [], certificates), next: [], certificates };
}

function inTlsWords(problem: Problem): Problem {
  return { ...problem, text: `tls: failed to verify certificate: ${problem.text}` };
}

function verdictOf(
  problem: Problem,
  certificates: readonly Certificate[],
  path: readonly Certificate[],
  next: readonly Refusal[],
): GoVerdict {
  const { refusal, text, of, about, lack } = problem;
  const at = problem.place ?? (of ? certificates.indexOf(of) : -1);
  return {
    verdict: 'refuse',
    refusal,
    ...(lack !== undefined && { lack }),
    text,
    ...(at >= 0 && { at }),
    ...(about !== undefined && { about }),
    path: placesOf(path, certificates),
    next,
    certificates,
  };
}

/** Places of those certificates that were sent. */
function placesOf(path: readonly Certificate[], certificates: readonly Certificate[]): number[] {
  return path.map((one) => certificates.indexOf(one)).filter((place) => place >= 0);
}

/** In TLS 1.3 the message has a context in front, and a length and extensions beside each certificate. */
function messageLength({ chain, messageBytes }: ChainQuestion): number {
  return messageBytes ?? chain.reduce((sum, { length }) => sum + length + 5, 4);
}

function messageProblem(question: ChainQuestion, { longestMessage }: VerificationRules): Problem | undefined {
  const length = messageLength(question);
  if (length > longestMessage) {
    const text = `tls: handshake message of length ${length} bytes exceeds maximum of ${longestMessage} bytes`;
    return { refusal: 'too-large', text, about: String(length) };
  }
  if (question.chain.length > 0) return undefined;
  const text =
    question.usage === 'client'
      ? "tls: client didn't provide a certificate"
      : 'tls: received empty certificates message';
  return { refusal: 'no-certificate', text };
}

/** Reads the chain into `certificates`; the first one that cannot be read ends it. */
function readChain(
  question: ChainQuestion,
  rules: VerificationRules,
  certificates: Certificate[],
): Problem | undefined {
  const client = question.usage === 'client';
  // One list of many broken ones is not worth the memory.
  for (const der of question.chain) {
    const reading = readCertificate(der, rules.parse);
    if (reading.kind === 'fault') {
      const text = `tls: failed to parse ${client ? 'client certificate' : 'certificate from server'}: ${reading.text}`;
      return { refusal: 'malformed', text, place: certificates.length, about: reading.text };
    }
    const { certificate } = reading;
    certificates.push(certificate);
    const { algorithm, bits } = certificate.publicKey;
    if (algorithm === 'RSA' && bits > rules.largestRsa) {
      const text = `tls: ${client ? 'client' : 'server'} sent certificate containing RSA key larger than ${rules.largestRsa} bits`;
      return { refusal: 'large-key', text, of: certificate, about: String(bits) };
    }
  }
  return undefined;
}

/** What crypto/tls says of the key of a verified certificate, when it checks that the peer has it. */
function keyProblem(
  [leaf]: readonly Certificate[],
  { usage }: ChainQuestion,
  rules: VerificationRules,
  forgiven: ReadonlySet<Refusal>,
): Problem | undefined {
  if (!leaf) return undefined;
  const { algorithm, bits } = leaf.publicKey;
  if (algorithm === 'DSA' || algorithm === 'unknown') {
    const type = goTypeOf(leaf.publicKey);
    const text =
      usage === 'client'
        ? `tls: client certificate contains an unsupported public key of type ${type}`
        : `tls: server's certificate contains an unsupported type of public key: ${type}`;
    return forgiven.has('unsupported-key') ? undefined : { refusal: 'unsupported-key', text, of: leaf, about: type };
  }
  const fault = algorithm === 'RSA' ? rsaKeyFault(leaf.publicKey, rules) : undefined;
  if (!fault || forgiven.has('weak-key')) return undefined;
  const text = `tls: invalid signature by the ${usage} certificate: ${fault.text}`;
  return { refusal: 'weak-key', text, of: leaf, about: String(bits) };
}
