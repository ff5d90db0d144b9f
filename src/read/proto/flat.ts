/** V8 copies what is shorter, and keeps the whole text alive for a longer part of it. */
const copied = 13;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const bytes = new Uint8Array(256);

/** The same string with characters of its own, so that the text it was cut out of can go. */
export function flat(text: string): string {
  if (text.length < copied) return text;
  const { read, written } = encoder.encodeInto(text, bytes);
  // A lone half of a surrogate pair would be lost on the way.
  if (read === text.length && written === read) return decoder.decode(bytes.subarray(0, written));
  return JSON.parse(JSON.stringify(text)) as string;
}
