export const en = {
  summary: 'A certificate is valid for other names than the one that the client asks for',
  'title-name': '{target} has a certificate for {names}, and the client asks for {asked}',
  'title-none': 'the certificate of {target} has no names, and the client asks for {asked}',
  'title-wildcard': '{names} does not cover {asked}: a star stands for one label',
  'title-partial': '{names} does not cover {asked}: to Go a star stands for a whole label',
  'title-no-address': '{target} is an address, and the certificate has none',
  'title-address-as-name': 'the certificate of {target} has {asked} as a name, and not as an address',
  'title-other-address': 'the certificate of {target} is for {names}, and the client dials {asked}',
  'why-name':
    'Go compares the name in the target, or ServerName, with the alternative names of the certificate. None of them fits.',
  'why-none': 'It has no alternative names, and its common name does not fit either.',
  'why-wildcard':
    'A star covers exactly one label, the first: neither the domain itself nor a name with two labels before it.',
  'why-partial': 'Some other programs take a star beside letters. Go compares such a name letter by letter.',
  'why-no-address':
    'An address is compared with the addresses of the certificate alone; names and the common name do not count, whatever DNS says.',
  'why-address-as-name':
    'Go looks for addresses among those of type IP. One that is written as DNS:{asked} is never found.',
  'why-other-address':
    'An address is compared with the addresses of the certificate alone, and none of them is {asked}.',
  'fix-issue': 'have it issued for {asked}, too',
  'fix-ask': 'or let the client ask for {name}, if that is the server that is meant: it then stands in :authority, too',
  'title-file': '{client} asks for {asked}, and {file} is for {names}',
  'why-file':
    'The authority that this client trusts leads to this certificate and to no other one that a server of the project shows. Go compares the name that the client asks for with the alternative names of it.',
  'seen-why': 'The certificate does not hold the name or address that was dialled.',
  'seen-fix': 'dial a name that it holds, or issue it with this one among its subject alternative names',
} as const;
