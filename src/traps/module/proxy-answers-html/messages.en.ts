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
  'seen-why': 'What came is a web page, of a login or of an error, where the go command asked for a module.',
  'seen-why-other': 'What came is not what was asked for, most often a web page in its place.',
  'seen-why-sum': 'A web page that comes in the place of a go.mod has another checksum, too.',
  'seen-fix': 'open that address in a browser on the same network, sign in if a page asks for it, and try again',
  'seen-ask': 'does the file that came begin with <? Ask for it: curl -sL GOPROXY/MODULE/@v/VERSION.mod | head -c 100',
} as const;
