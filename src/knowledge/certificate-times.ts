const day = 86_400_000;

/**
 * When a certificate that still holds is worth a word. Those who renew by themselves do it long before: cert-manager and step at a
 * third of the lifetime, SPIRE at half, Let's Encrypt advises thirty days of ninety (cert-manager.io/docs/usage/certificate,
 * smallstep.com/docs/step-ca/renewal, letsencrypt.org/docs/integration-guide). Below a sixth nobody renews it any more; of
 * certificates for years, thirty days are enough to see to it.
 */
export function endsSoon({ notBefore, notAfter }: { notBefore: number; notAfter: number }, now: number): boolean {
  const left = notAfter - now;
  return left < longestNotice && left < (notAfter - notBefore) * noticePart;
}

const longestNotice = 30 * day;
const noticePart = 1 / 6;

/**
 * A certificate that begins within a day was made today: what differs is a clock, or somebody wrote local time for UTC (zones go
 * up to fourteen hours).
 */
export function isClockDifference(milliseconds: number): boolean {
  return milliseconds < day;
}
