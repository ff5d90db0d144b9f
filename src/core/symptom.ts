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
  'workspace-refused',
  'module-source-unreachable',
  'module-access-denied',
  'module-version-not-found',
  'module-path-refused',
  'vendor-not-used',
  'vendor-refused',
  'checksum-refused',
  'go-sum-refused',
  'go-mod-refused',
  'module-version-replaced',
  'module-version-raised',
  'module-source-unverified',
  'import-ambiguous',
  'package-not-found',
  'dependency-does-not-compile',
  'tool-not-installed',
  'protoc-not-started',
  'other-plugin-started',
  'plugin-not-started',
  'plugin-refuses-option',
  'language-too-old-for-generated-code',
  'generated-code-missing',
  'generated-code-does-not-compile',
  'message-without-reflection',
  'own-code-does-not-compile',
  'generated-code-differs',
  'generator-version-floats',
  'linter-refuses-module',
  'deprecated-api-used',
] as const;

export type SymptomKind = (typeof symptomKinds)[number];

/** Something observable. `about` names what it concerns: module paths, plugin names, settings. */
export interface Symptom {
  readonly kind: SymptomKind;
  readonly about: readonly string[];
}

/** Which symptom brings which other one about, as far as both concern the same thing. */
const leadsTo: Partial<Record<SymptomKind, readonly SymptomKind[]>> = {
  'module-access-denied': ['module-version-not-found', 'go-sum-refused'],
  'module-version-not-found': ['go-sum-refused', 'go-mod-refused'],
  'module-path-refused': ['go-sum-refused', 'go-mod-refused'],
  'workspace-refused': ['go-mod-refused', 'go-sum-refused'],
  'module-version-replaced': ['generated-code-does-not-compile'],
  'other-plugin-started': ['plugin-refuses-option', 'generated-code-does-not-compile'],
  'generated-code-does-not-compile': ['generator-version-floats', 'generated-code-differs'],
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
