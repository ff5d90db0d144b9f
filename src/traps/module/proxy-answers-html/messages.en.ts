export const en = {
  summary: 'A web page comes in the place of modules, and go takes it for an attack',
  title: 'the module proxy {entry} answers with a web page in place of {file}, perhaps of a login',
  bites: 'verifying {missing}/go.mod: checksum mismatch … SECURITY ERROR',
  'bites-zip': 'go: zip: not a valid zip file',
  'fix-sign-in': 'open any page in a browser on this network and sign in, then try again',
  'fix-no-attack':
    'leave go.sum and the module cache as they are: what go.sum or the checksum database refuses is not kept',
  'bites-database': 'go: {missing}: verifying go.mod: {missing}/go.mod: malformed record data',
  'bites-kept':
    'go: {missing}: parsing go.mod: missing module line, and again once the proxy is well: the page stays in the module cache',
  'title-log': 'at the end of the log go says of {module} what it says of a web page',
  'why-log':
    'The requests were answered 200, or the file lay in the module cache already; what came is not what was asked for.',
  'bites-log': '{said}',
  'fix-kept':
    'nothing refuses the page, so go keeps it: delete this file of the module cache, the same of other modules that came today, and their new lines in go.sum',
  'fix-log':
    'if it stays: see whether cache/download/…/@v/….mod of that module in the module cache (go env GOMODCACHE) begins with <, and delete that file',
} as const;
