import { type GrpcFailure, grpcErrorText } from '../../knowledge/grpc-errors.ts';
import { quoteLikeGo } from '../../read/net/byte-text.ts';
import type { Client } from '../client.ts';

/** What a call ends with: the status, the message, and what else it may end with when another one is first. */
export interface Saying {
  readonly code?: string;
  readonly text: string;
  readonly races: readonly string[];
}

/** Who speaks, and with whom. */
export interface Speaker {
  readonly client: Pick<Client, 'grpcVersion' | 'goVersion' | 'netVersion' | 'enforcesAlpn' | 'identity'>;
  /** GOOS: what of a connection can be read without a copy differs. */
  readonly os: string;
  /** As Go writes it, `10.0.0.5:443`, or the path of a socket. */
  readonly address: string;
  readonly network: 'tcp' | 'unix';
}

/** It cannot be foretold. */
export const unforeseen = 'unforeseen';
export type Foretold = Saying | typeof unforeseen;

/** The words of this client for a failure; undefined where it has none. */
export function sayingOf({ client }: Speaker, failure: GrpcFailure, reason = ''): Saying | undefined {
  const row = grpcErrorText(failure, client.grpcVersion);
  if (!row) return undefined;
  const { code, text } = row;
  return {
    code,
    text: text.replace(/"(.*)\{reason\}"/, (_, before: string) => quoted(before, reason)).replace('{reason}', reason),
    races: [],
  };
}

/** ConnectionError prints its text by %q. */
function quoted(before: string, reason: string): string {
  return quoteLikeGo(`${before}${reason}`);
}

/** An operation on the connection as net.OpError prints it: `read tcp *->10.0.0.5:443: read: connection reset by peer`. */
export function operation({ network, address }: Speaker, what: 'read' | 'write', problem: string): string {
  return `${what} ${network} ${local(network)}->${address}: ${problem}`;
}

/** Nobody can foretell the own port; a socket of a client has no name, which Linux writes as `@`. */
function local(network: 'tcp' | 'unix'): string {
  return network === 'unix' ? '@' : '*';
}

/** The first of them with the others as races. */
export function oneOf(sayings: readonly (Saying | undefined)[]): Foretold {
  const [first, ...others] = sayings.filter((one) => one !== undefined);
  if (!first) return unforeseen;
  const races = others.filter(({ code }) => code === first.code).map(({ text }) => text);
  return { ...first, races: [...new Set([...first.races, ...races])].filter((text) => text !== first.text) };
}
