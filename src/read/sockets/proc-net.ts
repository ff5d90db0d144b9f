/** A socket in a table of the kernel of Linux. */
export interface SocketRow {
  readonly inode: string;
  readonly state: 'established' | 'connecting' | 'listening' | 'other';
  readonly localPort: number;
  /** Where it is connected to; undefined where it is not. */
  readonly remote?: { readonly address: string; readonly port: number };
}

/** States of TCP as the kernel numbers them; a UDP socket that has a peer is established. */
const states: Readonly<Record<string, SocketRow['state']>> = {
  '01': 'established',
  '02': 'connecting',
  '0A': 'listening',
};

const rowShape = /^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) ([0-9A-F]{2}) (.*)$/;

/** Reads /proc/net/tcp, tcp6, udp or udp6 of a processor whose lowest byte comes first, as all do on which Go is at home. */
export function readSocketTable(text: string): SocketRow[] {
  return text.split('\n').flatMap((line) => {
    const [, localPort, address = '', port, state = '', rest = ''] = rowShape.exec(line) ?? [];
    // After the state: queues, timer, retransmits, uid, timeout, inode.
    const inode = rest.trim().split(/\s+/)[5];
    if (localPort === undefined || port === undefined || inode === undefined) return [];
    const remotePort = Number.parseInt(port, 16);
    return [
      {
        inode,
        state: states[state] ?? 'other',
        localPort: Number.parseInt(localPort, 16),
        ...(remotePort !== 0 && { remote: { address: addressOf(address), port: remotePort } }),
      },
    ];
  });
}

/** Words of four bytes, each with the lowest byte first. */
function addressOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) =>
    (word.match(/../g) ?? []).reverse().map((byte) => Number.parseInt(byte, 16)),
  );
  if (bytes.length === 4) return bytes.join('.');
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  if (isMapped) return bytes.slice(12).join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)).toString(16),
  );
  // The one notation that URLs and settings use.
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}
