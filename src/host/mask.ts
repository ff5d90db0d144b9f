const credentialsInUrl = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;
const secretAssignment =
  /\b([A-Z0-9_]*(?:TOKEN|SECRET|PASSWORD|PASSWD|APIKEY|API_KEY|PRIVATE_KEY)[A-Z0-9_]*\s*[:?+]?=\s*)[^\s"']+/g;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** Hides credentials in URLs, values of variables that are named like secrets, and private keys. */
export function maskSecrets(text: string): string {
  if (!/@|=|-----BEGIN/.test(text)) return text;
  return text.replace(privateKey, '***').replace(credentialsInUrl, '$1***@').replace(secretAssignment, '$1***');
}

/** Takes out what could steer a terminal or reorder what is read: control characters, and marks of writing direction. */
export function stripControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
