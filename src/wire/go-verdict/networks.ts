import type { NameTrees } from '../../read/x509/certificate.ts';
import { hex } from '../../read/x509/der.ts';
import { ipText, to4 } from '../../read/x509/ip.ts';

/** A network of a name constraint. */
export type Network = NameTrees['ip'][number];

/** As Go's net.IPNet prints it: `10.0.0.0/8`. */
export function networkText({ address, mask }: Network): string {
  const four = to4(address);
  const bits = four ? mask.subarray(mask.length - 4) : mask;
  let length = 0;
  for (const byte of bits) for (let bit = 7; bit >= 0; bit--) length += (byte >> bit) & 1;
  // What Go reads has only masks of ones and then zeros; their tail may not be one.
  const simple = [...bits].every((byte, i) => byte === ((0xff00 >> Math.max(0, Math.min(8, length - 8 * i))) & 0xff));
  return `${ipText(four ?? address)}/${simple ? length : hex(bits)}`;
}

/** Go's IPNet.Contains. */
export function containsIp({ address, mask }: Network, ip: Uint8Array): boolean {
  const network = to4(address) ?? address;
  const bits = network.length === 4 ? mask.subarray(mask.length - 4) : mask;
  const wanted = to4(ip) ?? ip;
  if (wanted.length !== network.length) return false;
  return network.every((byte, i) => (byte & (bits[i] ?? 0)) === ((wanted[i] ?? 0) & (bits[i] ?? 0)));
}

/** The address of the network itself, without the bits of a host. */
export function masked({ address, mask }: Network): Network {
  return { address: address.map((byte, i) => byte & (mask[i] ?? 0)), mask };
}

/** Bytes in their order. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(a.length - b.length);
}
