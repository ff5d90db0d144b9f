import type { Address } from '../core/host.ts';

/** `10.0.0.5:443`, `[::1]:443`, `/run/x.sock`. */
export function addressText(address: Address): string {
  if (address.kind === 'unix') return address.path;
  return address.ip.includes(':') ? `[${address.ip}]:${address.port}` : `${address.ip}:${address.port}`;
}
