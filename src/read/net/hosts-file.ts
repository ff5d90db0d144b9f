import { fieldsOf } from './fields.ts';
import { ipText, readIp } from './ip-address.ts';

/** Addresses of a name in `/etc/hosts`, in the order of its lines, as Go finds them (net.lookupStaticHost). */
export function addressesInHosts(text: string, name: string): readonly string[] {
  const wanted = keyOf(name);
  const found: string[] = [];
  for (const line of text.split('\n')) {
    const [address, ...names] = fieldsOf(line.split('#', 1)[0] ?? '');
    const ip = address === undefined ? undefined : readIp(address);
    if (ip) found.push(...names.filter((other) => keyOf(other) === wanted).map(() => ipText(ip)));
  }
  return found;
}

/** Letters of ASCII are alike in either case, and so is a name with dots with and without the one at its end. */
function keyOf(name: string): string {
  const small = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return small.includes('.') && !small.endsWith('.') ? `${small}.` : small;
}
