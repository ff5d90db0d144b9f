/**
 * Organisations whose authorities systems trust: of every root in ca-certificates 20230311+deb12u1 of Debian, read by
 * `openssl x509 -subject`, as far as they still issue certificates for servers.
 */
const ofRoots: readonly string[] = [
  'Actalis S.p.A./03358520967',
  'Amazon',
  'Asseco Data Systems S.A.',
  'Atos',
  'Buypass AS-983163327',
  'Certainly',
  'China Financial Certification Authority',
  'Chunghwa Telecom Co., Ltd.',
  'COMODO CA Limited',
  'D-Trust GmbH',
  'DigiCert Inc',
  'DigiCert, Inc.',
  'Disig a.s.',
  'Entrust, Inc.',
  'FNMT-RCM',
  'GlobalSign',
  'GlobalSign nv-sa',
  'GoDaddy.com, Inc.',
  'Google Trust Services LLC',
  'Hongkong Post',
  'IdenTrust',
  'Internet Security Research Group',
  'IZENPE S.A.',
  'Krajowa Izba Rozliczeniowa S.A.',
  'Microsec Ltd.',
  'Microsoft Corporation',
  'NAVER BUSINESS PLATFORM Corp.',
  'QuoVadis Limited',
  'SECOM Trust Systems CO.,LTD.',
  'Sectigo Limited',
  'SSL Corporation',
  'Starfield Technologies, Inc.',
  'SwissSign AG',
  'TAIWAN-CA',
  'Telia Finland Oyj',
  'The USERTRUST Network',
  'TrustAsia Technologies, Inc.',
  'Unizeto Technologies S.A.',
];

/** Organisations that appear in their intermediates alone (letsencrypt.org/certificates, pki.goog/repository, zerossl.com). */
const ofIntermediates: readonly string[] = ["Let's Encrypt", 'Google Trust Services', 'ZeroSSL', 'ZeroSSL GmbH'];

const known: ReadonlySet<string> = new Set([...ofRoots, ...ofIntermediates]);

/** An organisation of that name signs certificates that browsers and systems trust. Anyone may write the name into a certificate. */
export function isPublicAuthority(organisation: string): boolean {
  return known.has(organisation);
}
