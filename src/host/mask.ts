// Files of strangers are read with these: none of them may take more than linear time.
/** Up to the last `@` before the path: a password may hold one. */
const credentialsInUrl = /:\/\/[^\s/"'`<>]+@/g;
/** The name of a parameter is bounded: a longer one would be tried from each of its parts. */
const parameter =
  /([?&][\w.-]{0,40}(?:token|secret|password|passwd|api_?key|signature|credential)[\w.-]{0,40}=)[^\s&#"'`<>,|]+/gi;
const header = /(\bauthorization["']?[ \t]*[:=][ \t]*["']?(?:basic|bearer|token)[ \t]+)[^\s"'`]+/gi;
const assignment = /\b([A-Z0-9_]+)(\s*[:?+]?=\s*|:[ \t]+)("[^"\n]*"|'[^'\n]*'|\$\{\{[^{}\n]*\}\}|[^\s"']+)/g;
const secretName = /TOKEN|SECRET|PASSWORD|PASSWD|APIKEY|API_KEY|PRIVATE_KEY/;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** Hides credentials in URLs and in headers of requests, values of variables that are named like secrets, and private keys. */
export function maskSecrets(text: string): string {
  if (!/@|[=:]|-----BEGIN/.test(text)) return text;
  const masked = text
    .replace(privateKey, '***')
    .replace(credentialsInUrl, '://***@')
    .replace(parameter, '$1***')
    .replace(header, '$1***');
  return secretName.test(masked) ? masked.replace(assignment, maskSecretValue) : masked;
}

const token = /(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
/** A word with a digit in it: `bearer authentication` names no secret. */
const login = /\b((?:bearer|basic)[ \t]+)(?=[^\s"'`]{0,64}\d)[^\s"'`]+/gi;
const value = /\b((?:password|passwd|pwd|secret|token|api[_-]?key)=)[^\s"'`&,;]+/gi;

/** The same in what a server says, which may quote what somebody has sent it: tokens and logins anywhere in a sentence, too. */
export function maskTold(text: string): string {
  return maskSecrets(text).replace(token, '***').replace(login, '$1***').replace(value, '$1***');
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
