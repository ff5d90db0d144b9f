// Files of strangers are read with these: none of them may take more than linear time.
/** Up to the last `@` before the path: a password may hold one. */
const credentialsInUrl = /:\/\/[^\s/"'`<>]+@/g;
/** The name of a parameter is bounded: a longer one would be tried from each of its parts. */
const parameter =
  /([?&][\w.-]{0,40}(?:token|secret|password|passwd|api_?key|signature|credential)[\w.-]{0,40}=)[^\s&#"'`<>,|]+/gi;
const header = /(\bauthorization["']?[ \t]*[:=][ \t]*\[?["']?(?:basic|bearer|token)[ \t]+)[^\s"'`]+/gi;
const assignment = /\b([A-Z0-9_]+)(\s*[:?+]?=\s*|:[ \t]+)("[^"\n]*"|'[^'\n]*'|\$\{\{[^{}\n]*\}\}|[^\s"']+)/g;
const secretName = /TOKEN|SECRET|PASSWORD|PASSWD|APIKEY|API_KEY|PRIVATE_KEY/;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** Its lines stay: what is said of a later one must name the right one. */
function withoutContent(key: string): string {
  return `***${'\n'.repeat(key.split('\n').length - 1)}`;
}

/** Hides credentials in URLs and in headers of requests, values of variables that are named like secrets, and private keys. */
export function maskSecrets(text: string): string {
  if (!/@|[=:]|-----BEGIN/.test(text)) return text;
  const masked = text
    .replace(privateKey, withoutContent)
    .replace(credentialsInUrl, '://***@')
    .replace(parameter, '$1***')
    .replace(header, '$1***');
  return secretName.test(masked) ? masked.replace(assignment, maskSecretValue) : masked;
}

/** Keys that tell by their form what they are: of GitHub, GitLab, Slack, AWS, Google, npm, and signed JSON. */
const token =
  /(?<![\w-])(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,64}|xox[abeprs]-[\w-]{10,250}|(?:AKIA|ASIA)[0-9A-Z]{16}(?!\w)|AIza[\w-]{30,45}|npm_\w{30,45}|eyJ[\w-]+\.[\w-]+\.[\w-]*)/g;
/** A word with a digit in it: `bearer authentication` names no secret. */
const login = /\b((?:bearer|basic)[ \t]+)(?=[^\s"'`]{0,64}\d)[^\s"'`]+/gi;
const secretWord = String.raw`[\w.-]{0,40}(?:password|passwd|pwd|passphrase|secret|token|(?:api|access|private)[_-]?key)`;
const value = new RegExp(String.raw`\b(${secretWord} ?= ?\\*["']?)[^\s"'\x60&,;\\]+`, 'gi');
/** Members of JSON, quoted once more or not, and of YAML. */
const member = new RegExp(String.raw`(["']${secretWord}\\*["']\s{0,4}:\s{0,4}\\*["'])[^"'\\]+`, 'gi');
const setting = /(\b(?:password|passwd|passphrase)\s?:\s{1,4}["']?)[^\s"']+/gi;
const keyHeader =
  /(\b(?:x-api-key|private-token|x-auth-token|x-vault-token|api-key)\\*["']?\s?[:=]\s{0,4}\[?\\*["']?)[^\s"'\\]+/gi;
const cookie = /(\b(?:set-)?cookie["']?\s?:\s{0,4}\[?["']?)[^\n"']+/gi;
const netrc = /(\blogin\s{1,8}\S{1,200}\s{1,8}password\s{1,8})\S+/g;
const option = /(\s--?(?:password|passwd|pass|token|secret|api-?key)[ =]["']?)[^\s"']+/gi;
const userOption = /(\b(?:curl|wget)\b[^\n]{0,300}?\s(?:-u|--user)[ =]?["']?[^\s:"']{1,100}:)[^\s"']+/g;
/** As drivers of databases for Go are told. */
const dataSource = /(\b[\w.-]{1,60}:)[^\s@/"']{1,200}(?=@(?:tcp|unix)\()/g;

/**
 * The same in what is no file of a project: what a server says, which may quote what somebody has sent it, and what somebody pasted.
 * Tokens, logins and passwords anywhere in a sentence, too.
 */
export function maskTold(text: string): string {
  return maskSecrets(text)
    .replace(token, '***')
    .replace(login, '$1***')
    .replace(member, '$1***')
    .replace(value, '$1***')
    .replace(setting, '$1***')
    .replace(keyHeader, '$1***')
    .replace(cookie, '$1***')
    .replace(netrc, '$1***')
    .replace(option, '$1***')
    .replace(userOption, '$1***')
    .replace(dataSource, '$1***');
}

/** True for a variable whose name tells that its value is nobody else's business. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.toUpperCase());
}

/** Files that hold credentials or keys and nothing that a report needs. */
const secretFiles =
  /(?:^|[\\/])(?:[._]netrc|\.git-credentials|\.npmrc|\.pypirc|\.dockercfg|id_(?:rsa|dsa|ecdsa|ed25519)|[^\\/]*\.(?:pem|key|p8|p12|pfx|jks|keystore|der|ppk))$|[\\/]\.docker[\\/]config\.json$/i;

/** True for a file whose content must not leave this machine. */
export function isSecretFile(path: string): boolean {
  return secretFiles.test(path);
}

/** `${{ secrets.X }}` only names a secret. A bare `***` would be no YAML. */
function maskSecretValue(whole: string, name: string, sign: string, value: string): string {
  if (!secretName.test(name) || value.startsWith('${{')) return whole;
  return `${name}${sign}${sign.includes('=') ? '***' : '"***"'}`;
}

/**
 * Takes out what could steer a terminal or reorder what is read: control characters, and marks of writing direction. A line
 * end becomes a blank, so that a name of a stranger's file cannot write a line of the report; a tab too, it has no width.
 */
export function stripControls(text: string): string {
  return stripButTabs(text.replaceAll('\t', ' '));
}

/** The same for a line of a file, whose tabs matter. */
export function stripButTabs(text: string): string {
  return text
    .replace(/[\n\u2028\u2029]/g, ' ')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
