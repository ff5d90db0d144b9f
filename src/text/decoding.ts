/**
 * Bytes to text, in pieces: UTF-8, or UTF-16 where a mark of it stands first, as PowerShell writes what it redirects. What is no text
 * becomes U+FFFD.
 */
export class TextDecoding {
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  /** A first piece too small for a mark. */
  #first: Uint8Array = new Uint8Array();

  add(bytes: Uint8Array): string {
    if (this.#decoder) return this.#decoder.decode(bytes, { stream: true });
    const all = this.#first.length === 0 ? bytes : new Uint8Array([...this.#first, ...bytes]);
    if (all.length < 2) {
      this.#first = new Uint8Array(all);
      return '';
    }
    this.#decoder = new TextDecoder(encodingOf(all));
    return this.#decoder.decode(all, { stream: true });
  }

  end(): string {
    return this.#decoder ? this.#decoder.decode() : new TextDecoder().decode(this.#first);
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
