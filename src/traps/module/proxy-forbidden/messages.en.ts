export const en = {
  summary: 'A module proxy, its storage or an HTTP proxy forbids the download',
  'title-login': 'the module proxy {entry} wants a login',
  'title-forbidden': 'the module proxy {entry} forbids {file}',
  'title-storage': 'the module proxy {entry} serves the go.mod, and its storage forbids the files: {file}',
  'title-web-proxy': 'the HTTP proxy {via} on the way to {entry} wants a login',
  bites: 'go: {missing}: reading {entry}/{file}: {answer}',
  'bites-web-proxy': 'go: {missing}: Get "{entry}/{file}": Proxy Authentication Required',
  'fix-login': 'give go a login for it: over https it is taken from .netrc',
  'fix-forbidden': 'ask who runs it: it may serve certain modules or addresses only, or a firewall before it says no',
  'fix-storage':
    'tell who runs it that its storage forbids: the addresses that it redirects to have run out, or are blocked here',
  'fix-web-proxy': 'give the login in the variable, or go past the HTTP proxy',
  'seen-why': 'The proxy, or the storage behind it, answers 403.',
  'seen-fix': 'ask another proxy, or those who run this one',
  'login-why': 'The module proxy, or an HTTP proxy on the way to it, wants a login: it answers 401 or 407.',
  'login-fix': 'give the login: for the module proxy in .netrc, for the HTTP proxy in HTTPS_PROXY',
} as const;
