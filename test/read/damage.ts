import { pick, type Random, randomFrom } from './mutate.ts';

/** The same inputs with the same number; READ_SEED=... tries others. */
export const SEED = Number(process.env.READ_SEED ?? 20_261_124);
/** How many broken inputs every reader has to stand. */
export const DAMAGED = 10_000;

const JUNK = [
  ...' \t\n\r\\\'"`$#;&|<>(){}[]:=@%^*+-,./~!?0aZé',
  '$(',
  '${',
  '}}',
  '{{',
  '$$',
  '&&',
  '||',
  '<<EOF\n',
  '\\\n',
  '^\n',
  '--go_out=',
  '--plugin=',
  '-I',
  'protoc ',
  'buf generate ',
  'sh -c "',
  'PATH=',
  'define x\n',
  'endef\n',
  '\n\t',
  '\u0000',
  '\uFEFF',
  '\u{1F600}',
  '|\n  ',
  '- ',
  ': ',
  '&a ',
  '*a',
  'if ',
  'fi\n',
  'done\n',
];

function change(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const to = at + Math.floor(random() * 12);
  const kind = random();
  if (kind < 0.45) return text.slice(0, at) + pick(random, JUNK) + text.slice(at);
  if (kind < 0.7) return text.slice(0, at) + text.slice(to);
  if (kind < 0.9) return text.slice(0, at) + text.slice(at, to) + text.slice(at, to) + text.slice(to);
  return kind < 0.95 ? text.slice(0, at) : text.slice(at);
}

/** A text broken in one to four places. */
export function damageText(text: string, random: Random): string {
  let out = text;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) out = change(out, random);
  return out;
}

/** Bytes with one to eight of them changed, sometimes cut off. */
export function damageBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const out = Uint8Array.from(bytes);
  for (let left = 1 + Math.floor(random() * 8); left > 0; left--) {
    // Headers are where a changed byte matters.
    const range = random() < 0.7 ? Math.min(out.length, 300) : out.length;
    out[Math.floor(random() * range)] = pick(random, [0, 1, 2, 0x7f, 0x80, 0xff, Math.floor(random() * 256)]);
  }
  return random() < 0.2 ? out.subarray(0, Math.floor(random() * out.length)) : out;
}

/** Runs a reader on broken inputs; a throw tells seed and number of the input. */
export function withstand<T>(
  inputs: readonly T[],
  damage: (input: T, random: Random) => T,
  read: (input: T) => unknown,
): void {
  const random = randomFrom(SEED);
  for (let n = 0; n < DAMAGED; n++) {
    const input = damage(pick(random, inputs), random);
    try {
      read(input);
    } catch (error) {
      throw new Error(`seed ${SEED}, input ${n}: ${JSON.stringify(input)}`, { cause: error });
    }
  }
}
