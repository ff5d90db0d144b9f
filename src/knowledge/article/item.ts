/** The same words in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** What a piece of the article is. */
export const kinds = ['claim', 'snippet', 'table', 'number', 'diagram', 'advice'] as const;
export type Kind = (typeof kinds)[number];

/**
 * What became of a piece of the article. `dated`: it was so once. `out-of-scope`: it is about nothing that an environment of Go and
 * gRPC can have. A half truth is `true` where it holds in the usual case, and `why` names the other one.
 */
export const verdicts = ['true', 'dated', 'false', 'unverifiable', 'out-of-scope'] as const;
export type Verdict = (typeof verdicts)[number];

/** How a verdict was reached: seen with the real thing, read in a source, or by arithmetic and logic alone. */
export const bases = ['measured', 'documented', 'reasoned'] as const;
export type Basis = (typeof bases)[number];

/** Work that is announced: what is said there is tried, or looked for, by labs and traps that are still to come. */
export const laterWork = {
  'go-environment': { issue: 5, landed: true, en: 'the Go environment', zh: 'Go 环境' },
  protobuf: { issue: 6, landed: true, en: 'the Protocol Buffers tool chain', zh: 'Protocol Buffers 工具链' },
  probe: { issue: 7, landed: true, en: 'the probe of an endpoint', zh: '端点探测' },
  runtime: { issue: null, landed: false, en: 'keepalive, leaks and DNS', zh: 'keepalive、泄漏与 DNS' },
  infrastructure: { issue: null, landed: false, en: 'infrastructure', zh: '基础设施' },
} as const satisfies Record<string, Bilingual & { readonly issue: number | null; readonly landed: boolean }>;
export type LaterWork = keyof typeof laterWork;

/** One piece of the article, told in our words. */
export interface ArticleItem {
  /** The section, a dot, and a name that never changes: traps, labs and explanations refer to it. */
  readonly id: string;
  readonly kind: Kind;
  /** Where it stands: lines of the article as `7` or `7, 9-12`. */
  readonly lines: string;
  readonly says: Bilingual;
  readonly verdict: Verdict;
  /** What is true, or why that cannot be told. */
  readonly why: Bilingual;
  /** With what it was measured, where it is documented, from what it follows. Every verdict but the last two kinds has one. */
  readonly basis?: readonly [Basis, string];
  /** Where it is not that of the section. */
  readonly later?: LaterWork;
}

/** What the article says and what is not so, or no longer: a myth. */
export function isRefuted({ verdict }: ArticleItem): boolean {
  return verdict === 'false' || verdict === 'dated';
}

/** A section of the article. */
export interface ArticleSection {
  readonly id: string;
  /** What it is about, in our words. */
  readonly title: Bilingual;
  /** What still comes for its pieces that have a verdict. */
  readonly later?: LaterWork;
}
