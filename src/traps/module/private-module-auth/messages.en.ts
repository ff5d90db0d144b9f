export const en = {
  summary: 'A private module is required, and nothing tells go that it is private, or how to log in',
  'title-database': '{host} has no public name, and {path} would be looked up in the public checksum database',
  'title-unknown-to-proxy': 'the public proxy does not know {path}, and GOPRIVATE does not name it',
  'title-unnamed': '{path} looks private, and GOPRIVATE does not name it',
  'title-login': '{path} is private, and no login for {host} was found',
  'title-refused': '{path} is private, its origin answers {answer}, and no login for {host} was found',
  'title-unreachable': 'the origin of {path} cannot be reached: {answer}',
  'why-database':
    'go asks the public proxy first, then the host itself, and then compares with the public checksum database, which cannot have seen a host with such a name.',
  'why-unknown-to-proxy': '{asked} says not found: the host is private, or the version is not there.',
  'why-unnamed':
    'Nobody here has fetched it yet: it is not in go.sum and not in the module cache. If {host} is not open to everybody, its name goes to the public proxy and the download is refused at the end.',
  'why-login':
    'Modules that GOPRIVATE names are fetched with git. There is no entry for the host in .netrc, no address is rewritten, no helper is set. An SSH key without agent would still do.',
  'why-refused':
    '{asked} was asked without a login, as go asks when it finds none. A host answers 404 as well to who may not see a module. An SSH key without agent would still do.',
  'why-unreachable': 'GOPRIVATE sends go to {host} itself, and no proxy is asked instead.',
  'bites-database':
    '{path}@{version}: verifying module: … reading …/sumdb/<checksum-db>/lookup/{path}@{version}: 404 Not Found',
  'bites-login':
    "fatal: could not read Username for 'https://{host}': terminal prompts disabled (or: no secure protocol found for repository)",
  'bites-unreachable':
    'go: {path}@{version}: unrecognized import path "{path}": https fetch: Get "https://{path}?go-get=1": {answer}',
  'fix-network':
    'go into the network in which {host} has a name (VPN), or name the HTTP proxy that leads there; a vendor folder needs neither',
  'fix-private': 'name {host} as private: neither the public proxy nor the checksum database is asked then',
  'fix-login': 'give git a login for {host}, by SSH or by a token',
  'seen-why':
    'The module is private, or not visible to strangers: the public proxy and checksum database know nothing of it, and git wants a name.',
  'seen-fix': 'set GOPRIVATE for the host, and give git a login',
} as const;
