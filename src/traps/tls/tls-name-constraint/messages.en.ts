export const en = {
  summary: 'An authority signed for a name that its name constraints leave out',
  title: '{issuer} may not sign for the names of {target}',
  why: 'Its certificate has name constraints ({constraint}). They hold for every name of the certificate, not only for the one that the client asks for: one name too many spoils all.',
  fix: 'have it issued with names that are permitted only, or by an authority without this constraint',
  'seen-why': 'An authority of the chain may not sign for this name.',
  'seen-fix': 'use a name that its constraints permit, or another authority',
} as const;
