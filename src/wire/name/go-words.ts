import { grpcConnectMs, grpcLookupMs } from '../../knowledge/go-resolver.ts';
import { grpcClientDoes } from '../../knowledge/grpc-client.ts';
import { dialingError } from '../target.ts';
import type { LookupError } from './server-answer.ts';

/** An error of net's resolver: `lookup svc.example on 10.0.0.10:53: no such host`. */
export interface NetError {
  readonly error: LookupError;
  /** The server as /etc/resolv.conf has it, and where the question really went; undefined where nobody was asked. */
  readonly server?: string;
  readonly sentTo?: string;
  readonly tcp: boolean;
  /** The time of the whole was over before this question could be sent. */
  readonly late?: boolean;
}

/** The local end of a question: nobody can foretell its port. */
const local = '*';

/** What net prints for it. */
function netErrorText(name: string, { error, server, sentTo = '', tcp, late }: NetError): string {
  const network = tcp ? 'tcp' : 'udp';
  const read = `read ${network} ${local}->${sentTo}: `;
  const dial = `dial ${network} ${sentTo}: `;
  const words: Record<LookupError['words'], string> = {
    'no such host': 'no such host',
    'server misbehaving': 'server misbehaving',
    'lame referral': 'lame referral',
    malformed: tcp ? 'invalid DNS response' : 'cannot unmarshal DNS message',
    timeout: late ? `${dial}i/o timeout` : `${read}i/o timeout`,
    'connection refused': tcp ? `${dial}connect: connection refused` : `${read}read: connection refused`,
    unreachable: `${dial}connect: network is unreachable`,
  };
  return `lookup ${name}${server === undefined ? '' : ` on ${server}`}: ${words[error.words]}`;
}

/** What a client of grpc-go prints where the resolver `dns` found no address. */
export function dnsSchemeError(name: string, failed: NetError, grpcVersion: string): string {
  // Only an error that may pass is told; the others become an empty list of addresses.
  if (!failed.error.temporary) return 'name resolver error: produced zero addresses';
  const before = grpcClientDoes('resolver-error-alone', grpcVersion) ? '' : 'name resolver error: ';
  return `${before}dns: A record lookup error: ${netErrorText(name, failed)}`;
}

/** The same for `passthrough`, where the dialer looks the name up. */
export function dialerError(name: string, failed: NetError, grpcVersion: string): string {
  return dialingError(`dial tcp: ${netErrorText(name, failed)}`, grpcVersion);
}

/** The dialer's time was over before the lookup had an end. */
export function dialerTimeout(name: string, grpcVersion: string): string {
  return dialingError(`dial tcp: lookup ${name}: i/o timeout`, grpcVersion);
}

/** When grpc-go itself ends a lookup, in milliseconds; undefined: it waits for its end. */
export function lookupLimit(scheme: string, grpcVersion: string): number | undefined {
  if (scheme !== 'dns') return grpcConnectMs;
  return grpcClientDoes('lookup-ends-after-30-s', grpcVersion) ? grpcLookupMs : undefined;
}
