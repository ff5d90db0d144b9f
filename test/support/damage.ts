import { Chance } from '../../src/lab/labs/go-verdict-chains/random.ts';

/** Tags that stand in certificates: one in the place of another is a likelier fault than any byte. */
const tags = [
  1, 2, 3, 4, 5, 6, 0x0c, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1e, 0x30, 0x31, 0x80, 0x81, 0x82, 0x86, 0x87, 0xa0, 0xa3,
];

/** Copies of these bytes in which something is wrong, the same ones for the same seed. */
export function damaged(all: readonly Uint8Array[], count: number, seed: number): Uint8Array[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => {
    let bytes = Buffer.from(chance.pick(all));
    for (let i = 0; i <= chance.below(3); i++) bytes = damageOf(bytes, all, chance);
    return bytes;
  });
}

function damageOf(bytes: Buffer<ArrayBuffer>, all: readonly Uint8Array[], chance: Chance): Buffer<ArrayBuffer> {
  const at = chance.below(Math.max(1, bytes.length));
  const copy = Buffer.from(bytes);
  switch (chance.below(8)) {
    case 0:
      return copy.subarray(0, at) as Buffer<ArrayBuffer>;
    case 1:
      return Buffer.concat([copy.subarray(0, at), Buffer.of(chance.below(256)), copy.subarray(at)]);
    case 2:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + chance.below(4))]);
    case 3: {
      const other = Buffer.from(chance.pick(all));
      const from = chance.below(other.length);
      return Buffer.concat([copy.subarray(0, at), other.subarray(from, from + chance.below(40)), copy.subarray(at)]);
    }
    case 4:
    case 5:
      copy[at] = chance.pick(tags);
      return copy;
    case 6:
      copy[at] = ((copy[at] ?? 0) + (chance.is(0.5) ? 1 : 255)) & 0xff;
      return copy;
    default:
      copy[at] = chance.below(256);
      return copy;
  }
}
