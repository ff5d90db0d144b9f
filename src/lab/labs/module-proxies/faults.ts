import { blackHole } from '../../kit/namespace.ts';

/** A proxy with a fault. Either `labs/faulty-proxy/server.mjs` plays it, or it is an address at which there is nothing. */
export interface Fault {
  readonly id: string;
  /** As the tables name it. */
  readonly name: string;
  readonly play?: string;
  /** Where nothing plays. */
  readonly address?: string;
  /** It is asked over TLS; `mute` never comes so far. */
  readonly tls?: boolean;
  /** How long one request takes, in seconds; absent: it fails or is answered at once, or never. */
  readonly wait?: number;
  /** It never comes to an end. */
  readonly endless?: boolean;
}

export const faults: readonly Fault[] = [
  { id: 'refused', name: 'connection refused', address: 'http://127.0.0.1:1' },
  { id: 'no-such-host', name: 'no such host', address: 'https://no-such-host.example' },
  { id: 'local-name', name: 'https://invalid-proxy.local, as in the article', address: 'https://invalid-proxy.local' },
  { id: '404', name: '404', play: '404' },
  { id: '410', name: '410', play: '410' },
  { id: '403', name: '403', play: '403' },
  { id: '429', name: '429', play: '429' },
  { id: '500', name: '500', play: '500' },
  { id: '502', name: '502', play: '502' },
  { id: 'page', name: '200 and a web page', play: 'page' },
  { id: 'silent', name: 'accepts, never answers', play: 'silent', endless: true },
  { id: 'stalled', name: 'begins to answer, never ends', play: 'stalled', endless: true },
  { id: 'mute', name: 'accepts, no TLS handshake', play: 'mute', tls: true, wait: 10 },
  { id: 'tls-404', name: '404 over TLS', play: '404', tls: true },
  { id: 'tls-silent', name: 'TLS, then no answer', play: 'silent', tls: true, endless: true },
  { id: 'vanishes', name: 'packets vanish', address: `http://${blackHole}:8080`, wait: 30 },
];

/** Each answer takes a second: so it is seen how many requests are open at once. */
export const late: Fault = { id: 'late', name: '404 after 1 s', play: 'late', wait: 1 };

/** How an entry of GOPROXY may go on. */
export const settings = [
  { id: 'alone', write: (proxy: string) => proxy, name: 'PROXY' },
  { id: 'comma', write: (proxy: string) => `${proxy},direct`, name: 'PROXY,direct' },
  { id: 'pipe', write: (proxy: string) => `${proxy}|direct`, name: 'PROXY|direct' },
] as const;
