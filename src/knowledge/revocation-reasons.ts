/** Reasons of a revocation as RFC 5280, section 5.3.1, numbers them. */
const reasons: readonly string[] = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  '',
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
];

/** `keyCompromise` of 1; a list need not tell a reason. */
export function reasonName(reason: number | undefined): string {
  return (reason === undefined ? undefined : reasons[reason]) || 'unspecified';
}
