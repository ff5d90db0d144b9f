/** A name that Go's resolver asks a server about (net.isDomainName): for any other it says `no such host` by itself. */
export function isDomainName(name: string): boolean {
  if (name === '.') return true;
  const { length } = name;
  if (length === 0 || length > 254 || (length === 254 && !name.endsWith('.'))) return false;
  if (!/^[A-Za-z0-9._-]+$/.test(name) || !/[A-Za-z_-]/.test(name)) return false;
  const labels = name.replace(/\.$/, '').split('.');
  // A hyphen may stand at neither end of a part.
  return labels.every((label) => label.length > 0 && label.length <= 63 && !/^-|-$/.test(label));
}

/** Names that Go never asks a server about: those of Tor. */
function avoidsDns(name: string): boolean {
  return name === '' || /\.onion\.?$/i.test(name);
}

/** Names that are asked about one after the other, each with the dot at its end (net.dnsConfig.nameList). */
export function nameList(name: string, ndots: number, search: readonly string[]): readonly string[] {
  const rooted = name.endsWith('.');
  if (name.length > 254 || (name.length === 254 && !rooted)) return [];
  if (rooted) return avoidsDns(name) ? [] : [name];
  const itself = avoidsDns(`${name}.`) ? [] : [`${name}.`];
  const longer = search
    .map((suffix) => `${name}.${suffix}`)
    .filter((other) => !avoidsDns(other) && other.length <= 254);
  const dots = name.split('.').length - 1;
  return dots >= ndots ? [...itself, ...longer] : [...longer, ...itself];
}
