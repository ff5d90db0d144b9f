/**
 * Bounds-safe integers out of raw bytes. Reading past the end gives 0, so that a truncated file can never throw:
 * whoever needs to know asks {@link ByteView.has} first.
 */
export class ByteView {
  readonly bytes: Uint8Array;
  readonly little: boolean;
  private readonly view: DataView;

  /** @param little true for little-endian integers. */
  constructor(bytes: Uint8Array, little: boolean) {
    this.bytes = bytes;
    this.little = little;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Whether `length` bytes stand at `offset`. */
  has(offset: number, length: number): boolean {
    return offset >= 0 && length >= 0 && offset + length <= this.bytes.length;
  }

  u8(offset: number): number {
    return this.bytes[offset] ?? 0;
  }

  u16(offset: number): number {
    return this.has(offset, 2) ? this.view.getUint16(offset, this.little) : 0;
  }

  u32(offset: number): number {
    return this.has(offset, 4) ? this.view.getUint32(offset, this.little) : 0;
  }

  /** As a number: exact below 2^53; a bigger value cannot be an offset in a real file and is rounded. */
  u64(offset: number): number {
    return this.has(offset, 8) ? Number(this.view.getBigUint64(offset, this.little)) : 0;
  }

  /** A pointer of the given width in bytes. */
  pointer(offset: number, width: number): number {
    return width === 8 ? this.u64(offset) : this.u32(offset);
  }

  /** Bytes as text up to the first NUL. */
  cstring(offset: number, limit: number): string {
    const part = this.bytes.subarray(Math.max(0, offset), Math.max(0, offset + limit));
    const end = part.indexOf(0);
    return new TextDecoder('latin1').decode(end < 0 ? part : part.subarray(0, end));
  }
}
