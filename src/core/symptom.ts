/**
 * The one vocabulary of what can be seen when a trap bites: the same words for what `check` foresees, what a probe sees on
 * the wire, and what a pasted text says. The order of this list is causal: what stands earlier keeps the later ones from
 * being reached, so it is also the order in which a user should mend things.
 */
export const symptomKinds = [
  'go-not-started',
  'go-refuses-settings',
  'toolchain-not-obtained',
  'toolchain-refuses-module',
  'modules-disabled',
  'no-module-here',
  'module-source-unreachable',
  'vendor-refused',
  'go-sum-refused',
  'go-mod-refused',
  'module-version-replaced',
  'module-source-unverified',
  'protoc-not-started',
  'other-plugin-started',
  'plugin-not-started',
  'plugin-refuses-option',
  'language-too-old-for-generated-code',
  'generated-code-does-not-compile',
] as const;

export type SymptomKind = (typeof symptomKinds)[number];

/** Something observable. `about` names what it concerns: module paths, plugin names, settings. */
export interface Symptom {
  readonly kind: SymptomKind;
  readonly about: readonly string[];
}

/** Which symptom brings which other one about, as far as both concern the same thing. */
const leadsTo: Partial<Record<SymptomKind, readonly SymptomKind[]>> = {
  'module-version-replaced': ['generated-code-does-not-compile'],
  'other-plugin-started': ['plugin-refuses-option', 'generated-code-does-not-compile'],
  'language-too-old-for-generated-code': ['generated-code-does-not-compile'],
};

/** Position in the causal order; smaller is nearer to the cause. */
export function causalRank(kind: SymptomKind): number {
  return symptomKinds.indexOf(kind);
}

/** True when `cause` is the same observable as `effect` or brings it about. */
export function bringsAbout(cause: Symptom, effect: Symptom): boolean {
  if (!cause.about.some((name) => effect.about.includes(name))) return false;
  return cause.kind === effect.kind || (leadsTo[cause.kind]?.includes(effect.kind) ?? false);
}
