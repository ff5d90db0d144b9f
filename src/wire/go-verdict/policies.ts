import type { VerificationRules } from '../../knowledge/go-verification.ts';
import type { Certificate } from '../../read/x509/certificate.ts';
import { sameBytes } from '../../read/x509/der.ts';

/** anyPolicy, 2.5.29.32.0, as its bytes. */
const ANY = '551d2000';

/** A policy that holds at one place of the chain, and those above it that it follows from. */
interface Node {
  readonly policy: string;
  expected: readonly string[];
  readonly parents: Set<Node>;
  readonly children: Set<Node>;
}

/** The policies of a chain, one layer for each certificate from the root on (RFC 9618). */
class Graph {
  readonly layers: Map<string, Node>[];
  #expecting = new Map<string, Node[]>();

  constructor() {
    this.layers = [new Map([[ANY, node(ANY, [])]])];
  }

  get leaves(): Map<string, Node> {
    return this.layers.at(-1) ?? new Map();
  }

  get #above(): Map<string, Node> {
    return this.layers.at(-2) ?? new Map();
  }

  insert(policy: string, parents: readonly Node[]): Node {
    const added = node(policy, parents);
    this.leaves.set(policy, added);
    return added;
  }

  deeper(): void {
    this.#expecting = new Map();
    for (const one of this.leaves.values()) {
      for (const policy of one.expected) {
        this.#expecting.set(policy, [...(this.#expecting.get(policy) ?? []), one]);
      }
    }
    this.layers.push(new Map());
  }

  /** Policies of a certificate that something above it leads to. */
  add(policies: readonly string[]): void {
    for (const policy of policies) {
      if (policy === ANY) continue;
      const any = this.#above.get(ANY);
      const parents = this.#expecting.get(policy) ?? (any ? [any] : []);
      if (parents.length > 0) this.insert(policy, parents);
    }
  }

  /** What anyPolicy of a certificate stands for: all that is expected, and not there. */
  addAny(): void {
    const missing = new Map<string, Node[]>();
    for (const parent of this.#above.values()) {
      for (const policy of parent.expected) {
        if (!this.leaves.has(policy)) missing.set(policy, [...(missing.get(policy) ?? []), parent]);
      }
    }
    for (const [policy, parents] of missing) this.insert(policy, parents);
  }

  remove(policy: string): void {
    const one = this.leaves.get(policy);
    if (!one) return;
    for (const parent of one.parents) parent.children.delete(one);
    this.leaves.delete(policy);
  }

  /** Nodes that nothing follows from are gone, the root and the newest layer apart. */
  prune(): void {
    for (let i = this.layers.length - 2; i > 0; i--) {
      for (const one of [...(this.layers[i]?.values() ?? [])]) {
        if (one.children.size > 0) continue;
        for (const parent of one.parents) parent.children.delete(one);
        this.layers[i]?.delete(one.policy);
      }
    }
  }

  /** Policies that the authorities allow. */
  allowed(): boolean {
    if (this.leaves.has(ANY)) return true;
    for (const layer of this.layers) {
      for (const one of layer.values()) {
        const [parent] = one.parents;
        if (one.policy !== ANY && one.parents.size === 1 && parent?.policy === ANY) return true;
      }
    }
    return false;
  }
}

function node(policy: string, parents: readonly Node[]): Node {
  const made: Node = { policy, expected: [policy], parents: new Set(parents), children: new Set() };
  for (const parent of parents) parent.children.add(made);
  return made;
}

/** How many more certificates may do without a policy, map one, or stand for any. */
interface Counts {
  explicit: number;
  mapping: number;
  any: number;
}

/** Go's check of certificate policies, where the caller asks for none: false where the chain asks for one and has none. */
export function policiesValid(chain: readonly Certificate[], { mappingsPrunedOnce }: VerificationRules): boolean {
  if (chain.length === 1) return true;
  const below = chain.length - 1;
  let graph: Graph | undefined = new Graph();
  const counts: Counts = { explicit: below + 1, mapping: below + 1, any: below + 1 };
  for (let i = below - 1; i >= 0; i--) {
    const certificate = chain[i];
    if (!certificate) return false;
    const selfIssued = sameBytes(certificate.rawIssuer, certificate.rawSubject);
    const { policies, mappings } = certificate.policyRules;
    if (policies.length === 0) graph = undefined;
    if (counts.explicit === 0 && !graph) return false;
    if (graph) {
      graph.deeper();
      graph.add(policies);
      if (policies.includes(ANY) && (counts.any > 0 || (i > 0 && selfIssued))) graph.addAny();
      graph.prune();
      if (i > 0 && mappings.length > 0 && !map(graph, mappings, counts.mapping > 0, mappingsPrunedOnce)) return false;
    }
    if (i > 0) lower(counts, certificate, selfIssued);
  }
  if (counts.explicit > 0) counts.explicit--;
  if (chain[0]?.policyRules.requireExplicit === 0) counts.explicit = 0;
  return counts.explicit > 0 || (graph?.allowed() ?? false);
}

/** False for a mapping that must not be. */
function map(
  graph: Graph,
  mappings: Certificate['policyRules']['mappings'],
  allowed: boolean,
  prunedOnce: boolean,
): boolean {
  const subjects = new Map<string, string[]>();
  for (const { issuer, subject } of mappings) {
    if (!allowed) {
      graph.remove(issuer);
      if (!prunedOnce) graph.prune();
    } else if (issuer === ANY || subject === ANY) return false;
    else subjects.set(issuer, [...(subjects.get(issuer) ?? []), subject]);
  }
  if (prunedOnce) graph.prune();
  for (const [issuer, expected] of subjects) {
    const any = graph.leaves.get(ANY);
    const mapped = graph.leaves.get(issuer) ?? (any && graph.insert(issuer, [any]));
    if (mapped) mapped.expected = expected;
  }
  return true;
}

function lower(counts: Counts, { policyRules }: Certificate, selfIssued: boolean): void {
  if (!selfIssued) {
    counts.explicit = Math.max(0, counts.explicit - 1);
    counts.mapping = Math.max(0, counts.mapping - 1);
    counts.any = Math.max(0, counts.any - 1);
  }
  counts.explicit = least(counts.explicit, policyRules.requireExplicit);
  counts.mapping = least(counts.mapping, policyRules.inhibitMapping);
  counts.any = least(counts.any, policyRules.inhibitAny);
}

/** A rule below zero is none. */
function least(count: number, rule: number | undefined): number {
  return rule === undefined || rule < 0 ? count : Math.min(count, rule);
}
