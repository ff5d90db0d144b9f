export const en = {
  summary: 'A certificate has an extension that is marked critical and that Go does not know',
  title: 'the certificate {name} of {target} has a critical extension that Go does not know: {identifiers}',
  why: 'Critical means: who does not understand this must refuse. Go keeps to it, and says no number.',
  fix: 'have it issued without `critical` before {identifiers}, if that may be ignored; else the client has to read it in a VerifyConnection of its own',
  'seen-why': 'The certificate has a critical extension that Go does not know.',
  'seen-fix': 'issue it without it, or not critical',
} as const;
