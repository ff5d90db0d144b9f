export const en = {
  summary: 'More authorities stand below one than its path length permits',
  title: '{count} authorities stand below {issuer}, which permits {limit}',
  'title-root': '{count} authorities stand below {issuer}, which the client trusts for {target}, and it permits fewer',
  why: '`pathlen:{limit}` counts the authorities between it and the certificate of the server, which itself does not count. {below} is one too many.',
  'why-root':
    'Its path length counts the authorities between it and the certificate of the server, which itself does not count.',
  fix: 'have the certificate of the server issued one step higher, or the upper authority issued again with a greater path length',
  'seen-why': 'An authority of the chain permits fewer intermediates than there are.',
  'seen-fix': 'issue the authority again with a longer path, or sign with it directly',
} as const;
