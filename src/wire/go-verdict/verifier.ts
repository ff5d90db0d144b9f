import type { VerificationRules } from '../../knowledge/go-verification.ts';
import type { Certificate } from '../../read/x509/certificate.ts';
import { sameBytes } from '../../read/x509/der.ts';
import { rfc3339 } from '../../read/x509/read-time.ts';
import { chainConstraintFault } from './constraints-after.ts';
import { buildingConstraintFault } from './constraints-building.ts';
import { nameFault } from './host-name.ts';
import { policiesValid } from './policies.ts';
import { Pool } from './pool.ts';
import { type Hint, type Problem, unknownAuthority } from './problem.ts';
import { checkSignatureFrom, type SignatureFault } from './signature.ts';
import { allowsUsage, usageBreaker } from './usages.ts';
import type { Lack, Refusal } from './verdict.ts';

/** Go checks so many signatures for one chain. */
const MOST_CANDIDATES = 100;

/** What is verified, by which rules, and what is let pass: to see what would be refused next. */
export interface Verification {
  readonly chain: readonly Certificate[];
  readonly roots: readonly Certificate[];
  readonly serverName: string;
  readonly now: number;
  readonly zoneMinutes: number;
  readonly usage: 'server' | 'client';
  readonly rules: VerificationRules;
  readonly forgiven: ReadonlySet<Refusal>;
  /** Signatures that were checked already. */
  readonly signatures: SignatureMemory;
}

/** Answers of signature checks, by child and parent. */
export type SignatureMemory = Map<Certificate, Map<Certificate, SignatureFault | undefined>>;

type Place = 'leaf' | 'intermediate' | 'root';
type Chain = readonly Certificate[];

interface Built {
  readonly chains: readonly Chain[];
  readonly problem?: Problem;
}

/** What Go's Verify comes to: the first problem, or none. `path` are the certificates that it could follow from the leaf on. */
export interface Verified {
  readonly problem?: Problem;
  readonly path: Chain;
}

/** Go's Certificate.Verify, as crypto/tls calls it. */
export function verifyChain(verification: Verification): Verified {
  const verifier = new Verifier(verification);
  const problem = verifier.run();
  return problem ? { problem, path: verifier.path } : { path: verifier.path };
}

class Verifier {
  readonly #it: Verification;
  readonly #roots: Pool;
  readonly #sent: Pool;
  #candidates = 0;
  /** The longest way from the leaf that held. */
  path: Chain = [];

  constructor(verification: Verification) {
    this.#it = verification;
    this.#roots = new Pool(verification.roots);
    this.#sent = new Pool(verification.chain.slice(1));
  }

  run(): Problem | undefined {
    const [leaf] = this.#it.chain;
    if (!leaf) return undefined;
    this.path = [leaf];
    const invalid = this.#invalid(leaf, 'leaf', []) ?? this.#wrongName(leaf);
    if (invalid) return invalid;
    const built = this.#roots.has(leaf) ? { chains: [[leaf]] } : this.#build(leaf, [leaf]);
    if (built.problem && !this.#forgives(built.problem.refusal)) return built.problem;
    // What would be checked next is checked on the way that there is.
    return this.#choose(leaf, built.chains.length > 0 ? built.chains : [this.path]);
  }

  #forgives(refusal: Refusal): boolean {
    return this.#it.forgiven.has(refusal);
  }

  /** The problem, unless it is forgiven. */
  #unless(problem: Problem): Problem | undefined {
    return this.#forgives(problem.refusal) ? undefined : problem;
  }

  #wrongName(leaf: Certificate): Problem | undefined {
    const { serverName, rules } = this.#it;
    const fault = serverName === '' ? undefined : nameFault(leaf, serverName, rules);
    return fault && this.#unless({ refusal: fault.kind, text: fault.text, of: leaf, about: serverName });
  }

  /** Go's isValid: what is wrong with a certificate at the end of this chain. */
  #invalid(certificate: Certificate, place: Place, below: Chain): Problem | undefined {
    const of = certificate;
    const critical = certificate.unhandledCritical[0];
    const found =
      (critical !== undefined &&
        this.#unless({
          refusal: 'unhandled-critical-extension',
          text: 'x509: unhandled critical extension',
          of,
          about: critical,
        })) ||
      this.#outOfTime(certificate);
    if (found) return found;
    if (place !== 'leaf' && this.#it.rules.constraints.when === 'building') {
      const text = buildingConstraintFault(certificate, below, this.#it.rules);
      const problem = text !== undefined && this.#unless(constraintProblem(text, of));
      if (problem) return problem;
    }
    return this.#notFit(certificate, place, below);
  }

  #outOfTime(certificate: Certificate): Problem | undefined {
    const { now, zoneMinutes } = this.#it;
    const { notBefore, notAfter, notBeforeText, notAfterText } = certificate;
    const early = now < notBefore;
    if (!early && now <= notAfter) return undefined;
    const detail = `current time ${rfc3339(now, zoneMinutes)} is ${early ? 'before' : 'after'} ${early ? notBeforeText : notAfterText}`;
    const text = `x509: certificate has expired or is not yet valid: ${detail}`;
    return this.#unless({
      refusal: early ? 'not-yet-valid' : 'expired',
      text,
      of: certificate,
      about: certificate.subject,
    });
  }

  #notFit(certificate: Certificate, place: Place, below: Chain): Problem | undefined {
    const { basicConstraintsValid, isCA, maxPathLength, subject } = certificate;
    if (place === 'intermediate' && (!basicConstraintsValid || !isCA)) {
      const text = 'x509: certificate is not authorized to sign other certificates';
      const problem = this.#unless({ refusal: 'issuer-no-authority', text, of: certificate, about: subject });
      if (problem) return problem;
    }
    if (basicConstraintsValid && maxPathLength >= 0 && below.length - 1 > maxPathLength) {
      const text = 'x509: too many intermediates for path length constraint';
      return this.#unless({ refusal: 'path-length', text, of: certificate, about: subject });
    }
    return undefined;
  }

  /** Go's buildChains: all ways from the last certificate of a chain to a root, and the last problem where there is none. */
  #build(last: Certificate, chain: Chain): Built {
    const chains: Chain[] = [];
    let hint: Hint | undefined;
    let problem: Problem | undefined;
    const places: readonly (readonly [Place, Pool])[] = [
      ['root', this.#roots],
      ['intermediate', this.#sent],
    ];
    search: for (const [place, pool] of places) {
      for (const candidate of pool.issuersOf(last)) {
        const skipped = candidate.publicKey.algorithm === 'unknown' || inChain(candidate, chain);
        if (skipped && !this.#it.rules.allCandidatesCounted) continue;
        this.#candidates++;
        if (this.#candidates > MOST_CANDIDATES) {
          problem = {
            refusal: 'too-many-candidates',
            text: 'x509: signature check attempts limit reached while verifying certificate chain',
            of: last,
          };
          break search;
        }
        if (skipped) continue;
        const fault = this.#signatureFault(last, candidate);
        if (fault) {
          hint ??= { refusal: refusalOf(fault, place), text: fault.text, candidate };
          continue;
        }
        problem = this.#invalid(candidate, place, chain);
        if (problem) {
          hint ??= { refusal: problem.refusal, text: problem.text, candidate };
          continue;
        }
        const longer = [...chain, candidate];
        if (longer.length > this.path.length) this.path = longer;
        if (place === 'root') chains.push(longer);
        else {
          const built = this.#build(candidate, longer);
          problem = built.problem;
          chains.push(...built.chains);
        }
      }
    }
    if (chains.length > 0) return { chains };
    return { chains, problem: problem ?? unknownAuthority(last, lackOf(last, chain), hint) };
  }

  #signatureFault(child: Certificate, parent: Certificate): SignatureFault | undefined {
    const { signatures, rules } = this.#it;
    let known = signatures.get(child);
    if (!known) {
      known = new Map();
      signatures.set(child, known);
    }
    if (!known.has(parent)) known.set(parent, checkSignatureFrom(child, parent, rules));
    const fault = known.get(parent);
    const place = this.#roots.has(parent) ? 'root' : 'intermediate';
    return fault && !this.#forgives(refusalOf(fault, place)) ? fault : undefined;
  }

  /** Policies, usages and constraints: one chain that passes all is enough. */
  #choose(leaf: Certificate, chains: readonly Chain[]): Problem | undefined {
    const { rules } = this.#it;
    if (rules.policies === 'before-usages') {
      const valid = chains.filter((chain) => this.#policiesHold(chain));
      if (valid.length === 0) return noValidChains(leaf, 'all candidate chains have invalid policies');
      return this.#chooseByUsage(leaf, valid, 0);
    }
    return this.#chooseByUsage(leaf, chains, 0);
  }

  #policiesHold(chain: Chain): boolean {
    return this.#forgives('policy') || policiesValid(chain, this.#it.rules);
  }

  #usageAllowed(chain: Chain): boolean {
    return this.#forgives('key-usage') || allowsUsage(chain, this.#it.usage);
  }

  #chooseByUsage(leaf: Certificate, chains: readonly Chain[], start: number): Problem | undefined {
    const { policies } = this.#it.rules;
    let badPolicies = start;
    let badUsages = 0;
    let constraint: Problem | undefined;
    let blamed: Chain | undefined;
    for (const chain of chains) {
      if (policies === 'with-usages' && !this.#policiesHold(chain)) badPolicies++;
      else if (!this.#usageAllowed(chain)) {
        badUsages++;
        blamed ??= chain;
      } else if (policies === 'after-usages' && !this.#policiesHold(chain)) badPolicies++;
      else {
        const broken = this.#brokenConstraint(chain, leaf);
        if (!broken) return undefined;
        constraint ??= broken;
      }
    }
    if (constraint) return constraint;
    if (badUsages > 0 && badPolicies === 0) return usageProblem(leaf, blamed ?? [], this.#it.usage);
    const what = policies === 'with-usages' ? 'candidate chains' : 'chains';
    const details = [
      ...(badUsages > 0 ? [`${badUsages} ${what} with incompatible key usage`] : []),
      ...(badPolicies > 0 ? [`${badPolicies} ${what} with invalid policies`] : []),
    ];
    return noValidChains(leaf, details.join(', '));
  }

  #brokenConstraint(chain: Chain, leaf: Certificate): Problem | undefined {
    const { rules } = this.#it;
    if (rules.constraints.when === 'building') return undefined;
    const detail = chainConstraintFault(chain, rules);
    const words = 'x509: a root or intermediate certificate is not authorized to sign for this name: ';
    return detail === undefined ? undefined : this.#unless(constraintProblem(words + detail, leaf));
  }
}

function constraintProblem(text: string, of: Certificate): Problem {
  return { refusal: 'name-constraint', text, of, about: text.replace(/^x509: [^:]*: /, '') };
}

function noValidChains(leaf: Certificate, detail: string): Problem {
  return { refusal: 'policy', text: `x509: no valid chains built${detail === '' ? '' : `: ${detail}`}`, of: leaf };
}

function usageProblem(leaf: Certificate, chain: Chain, usage: 'server' | 'client'): Problem {
  const breaker = usageBreaker(chain, usage) ?? leaf;
  return {
    refusal: 'key-usage',
    text: 'x509: certificate specifies an incompatible key usage',
    of: breaker,
    about: breaker.extendedKeyUsage.join(', '),
  };
}

function refusalOf({ kind }: SignatureFault, place: Place): Refusal {
  if (kind === 'no-authority') return 'issuer-no-authority';
  if (kind === 'did-not-sign') return place === 'root' ? 'authority-remade' : 'issuer-remade';
  return kind;
}

function lackOf(stuck: Certificate, chain: Chain): Lack {
  if (!sameBytes(stuck.rawIssuer, stuck.rawSubject)) return 'issuer';
  return chain.length === 1 ? 'self-signed' : 'root';
}

/** The same subject and key, and the same alternative names: Go goes around no circle. */
function inChain(candidate: Certificate, chain: Chain): boolean {
  for (const one of chain) {
    if (!sameBytes(candidate.rawSubject, one.rawSubject)) continue;
    if (!sameBytes(candidate.publicKey.info, one.publicKey.info)) continue;
    const left = candidate.rawAlternativeNames;
    const right = one.rawAlternativeNames;
    if (!left && !right) return true;
    // Go looks no further here.
    if (!left || !right) return false;
    if (sameBytes(left, right)) return true;
  }
  return false;
}
