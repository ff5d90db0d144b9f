/** The rows that say something about a piece of the article, by its id. */
export const answers: Readonly<Record<string, readonly string[]>> = {
  '1.tls.tls-by-default': ['no-credentials'],
  '1.tls.no-server-certificate': ['plaintext-well', 'tls-to-plaintext'],
  '1.tls.preface-text': ['plaintext-to-tls', 'plaintext-to-http1', 'plaintext-to-tls-block'],
  '4.1.masks': [
    'certificate-expired',
    'certificate-wrong-name',
    'certificate-client-usage',
    'certificate-outside-permitted',
    'certificate-too-deep',
    'certificate-critical-unknown',
    'certificate-foreign',
    'certificate-sha1-signature',
  ],
  '4.1.masking-example': ['certificate-missing-intermediate', 'certificate-revoked'],
  '4.1.text-only': ['certificate-expired', 'certificate-expired-block', 'certificate-expired-block-with-reason'],
  '4.1.row-expired': ['certificate-expired'],
  '4.1.row-name': ['certificate-wrong-name'],
  '4.1.row-revoked': ['certificate-revoked'],
  '4.1.diagram': ['certificate-expired', 'certificate-wrong-name', 'certificate-foreign'],
};
