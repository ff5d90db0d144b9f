/** An IP address as net/netip reads it. */
export interface IpAddress {
  readonly family: 4 | 6;
  /** 4 or 16. */
  readonly bytes: readonly number[];
  /** Of an IPv6 address, without `%`. */
  readonly zone?: string;
}

/** An address of either family (netip.ParseAddr); undefined for anything else: `010.0.0.1`, `1.2.3`, `[::1]`. */
export function readIp(text: string): IpAddress | undefined {
  if (text.includes(':')) return readIp6(text);
  const bytes = readIp4(text);
  return bytes && { family: 4, bytes };
}

/** The IPv4 address that an IPv6 address stands for (`::ffff:1.2.3.4`), or the address itself. */
export function unmapped(address: IpAddress): IpAddress {
  const { family, bytes } = address;
  const mapped =
    family === 6 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return mapped ? { family: 4, bytes: bytes.slice(12) } : address;
}

/** As Go prints it: the longest run of zeros is left out, letters are small. */
export function ipText({ family, bytes, zone }: IpAddress): string {
  if (family === 4) return bytes.join('.');
  const mapped = unmapped({ family, bytes });
  if (mapped.family === 4) return `::ffff:${mapped.bytes.join('.')}`;
  const groups = Array.from({ length: 8 }, (_, index) => (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0));
  const run = longestZeros(groups);
  const words = groups.map((group) => group.toString(16));
  const text = run
    ? `${words.slice(0, run.start).join(':')}::${words.slice(run.start + run.length).join(':')}`
    : words.join(':');
  return zone ? `${text}%${zone}` : text;
}

/** In 127.0.0.0/8, or `::1`. */
export function isLoopback(address: IpAddress): boolean {
  const { family, bytes } = unmapped(address);
  if (family === 4) return bytes[0] === 127;
  return bytes.every((byte, index) => byte === (index === 15 ? 1 : 0));
}

/** `10.0.0.0/8` has `10.1.2.3`; false where the block is none, or of another family. */
export function blockHas(block: { readonly base: IpAddress; readonly bits: number }, address: IpAddress): boolean {
  if (block.base.family !== address.family) return false;
  return address.bytes.every((byte, index) => {
    const kept = Math.min(8, Math.max(0, block.bits - 8 * index));
    const mask = (0xff << (8 - kept)) & 0xff;
    return (byte & mask) === ((block.base.bytes[index] ?? 0) & mask);
  });
}

/** `10.0.0.0/8` (net.ParseCIDR); undefined for anything else. */
export function readBlock(text: string): { readonly base: IpAddress; readonly bits: number } | undefined {
  const [, address = '', width = ''] = /^([^/]*)\/(\d{1,3})$/.exec(text) ?? [];
  const base = readIp(address);
  const bits = Number(width);
  if (!base || base.zone !== undefined || bits > (base.family === 4 ? 32 : 128)) return undefined;
  if (width.length > 1 && width.startsWith('0')) return undefined;
  return { base, bits };
}

function readIp4(text: string): number[] | undefined {
  if (!/^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  return bytes.every((byte) => byte < 256) ? bytes : undefined;
}

function readIp6(text: string): IpAddress | undefined {
  const percent = text.indexOf('%');
  const zone = percent < 0 ? undefined : text.slice(percent + 1);
  if (zone === '') return undefined;
  const bytes = ip6Bytes(percent < 0 ? text : text.slice(0, percent));
  return bytes && { family: 6, bytes, ...(zone !== undefined && { zone }) };
}

function ip6Bytes(text: string): number[] | undefined {
  // Longer than any address: nothing to split.
  if (text.length > 45) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [before, after] = halves.map((half, index) => groupBytes(half, index === halves.length - 1));
  if (!before || (halves.length === 2 && !after)) return undefined;
  const given = before.length + (after?.length ?? 0);
  if (halves.length === 1) return given === 16 ? before : undefined;
  if (given > 14) return undefined;
  return [...before, ...new Array<number>(16 - given).fill(0), ...(after ?? [])];
}

/** Of `a:b:1.2.3.4`; the IPv4 address may only stand at the end of the whole. */
function groupBytes(text: string, atEnd: boolean): number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    const ip4 = group.includes('.') && atEnd && index === groups.length - 1 ? readIp4(group) : undefined;
    if (ip4) bytes.push(...ip4);
    else if (/^[0-9a-fA-F]{1,4}$/.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 0xff);
    } else return undefined;
  }
  return bytes;
}

function longestZeros(groups: readonly number[]): { start: number; length: number } | undefined {
  let best: { start: number; length: number } | undefined;
  for (let start = 0; start < groups.length; start += 1) {
    let length = 0;
    while (groups[start + length] === 0) length += 1;
    if (length > 1 && length > (best?.length ?? 0)) best = { start, length };
  }
  return best;
}
