import { toByteText } from '../read/net/byte-text.ts';

/** grpc-go's encodeAuthority: every byte that an authority may not have is written as `%XX`. */
export function encodeAuthority(endpoint: string): string {
  return toByteText(endpoint).replace(
    /[^A-Za-z0-9\-_.~!$&'()*+,;=:[\]@]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
