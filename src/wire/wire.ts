import type { CallTranscript, Transcript } from '../core/host.ts';
import type { HttpProxy } from './http-proxy.ts';
import type { Resolution } from './name/resolution.ts';
import type { Target } from './target.ts';

/** What a client speaks: plaintext, TLS, or TLS with a certificate of its own. */
export type Mode = 'plaintext' | 'tls' | 'mtls';

/** What answered a conversation, by the first bytes or by their absence. */
export type Answer =
  /** HTTP/2 SETTINGS: the conversation went on to its calls. */
  | 'http2'
  /** A status line of HTTP/1. */
  | 'http1'
  /** Bytes of another protocol, such as the banner of SSH. */
  | 'other'
  /** In plaintext: a TLS alert, or the connection was closed or reset at once without a word. Such is a server that speaks TLS, too. */
  | 'tls-alert'
  | 'closed'
  | 'reset'
  | 'silent'
  /** TLS: no handshake came about; the transcript has the alert, or what came instead. */
  | 'no-handshake'
  /** TLS: the handshake is done, and the server refuses the client's certificate, or asks for one. */
  | 'client-certificate-refused'
  /** No connection. */
  | 'unreachable'
  /** More than a sane peer sends, or nonsense. */
  | 'hostile';

/** One conversation and what it was. */
export interface Spoken {
  readonly transcript: Transcript;
  readonly answer: Answer;
}

/** An address at which nobody speaks HTTP/2, by the first conversation with it. */
export interface Attempt extends Spoken {
  /** `10.0.0.5:443`, or the path of a socket. */
  readonly address: string;
}

/** What the health service said. */
export type Health =
  | { readonly kind: 'serving' | 'not-serving' | 'service-unknown' | 'unknown'; readonly service: string }
  /** Status 12: there is no health service, or no such method. */
  | { readonly kind: 'unimplemented'; readonly message: string }
  /** Any other status, UNAUTHENTICATED among them. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  /** The answer is no gRPC: an error page of a proxy. */
  | { readonly kind: 'not-grpc'; readonly call: CallTranscript }
  /** Reset, cut or too late; or status 0 with something that is no answer of a health service. */
  | { readonly kind: 'no-answer'; readonly call: CallTranscript };

/** What the reflection services said. */
export interface Reflection {
  readonly v1: 'served' | 'unimplemented' | 'refused' | 'no-answer' | 'not-asked';
  readonly v1alpha: 'served' | 'unimplemented' | 'refused' | 'no-answer' | 'not-asked';
  /** Names, sorted; undefined where none of both is served. */
  readonly services?: readonly string[];
}

/** All that was seen of one endpoint. */
export interface Wire {
  readonly target: Target;
  readonly resolution: Resolution;
  /** Of the addresses, that which the conversations below are with: `10.0.0.5:443`, or the path of a socket. */
  readonly address?: string;
  /** What was tried before it and after it, in grpc-go's order, where one address did not do. */
  readonly others: readonly Attempt[];
  /** What the client does: as `--as` says; else what the server turned out to speak. Undefined where nothing answers. */
  readonly mode?: Mode;
  /** `--as` was given. */
  readonly modeAsked: boolean;
  /** Undefined: not tried. */
  readonly plaintext?: Spoken;
  readonly tls?: Spoken;
  /** TLS once more, with every version, without ALPN or without the server name: only where `tls` failed. */
  readonly tlsAnyVersion?: Spoken;
  readonly tlsWithoutAlpn?: Spoken;
  readonly tlsWithoutName?: Spoken;
  /** The HTTP proxy of the environment that the client goes through, and where it is. */
  readonly httpProxy?: { readonly proxy: HttpProxy; readonly resolution: Resolution };
  /** What the name is without the proxy: only where it stands in the way. */
  readonly pastProxy?: Resolution;
  /** Past the HTTP proxy that the environment names: only where it stands in the way. */
  readonly direct?: Spoken;
  /** The conversation of `--count` and `--hold`, in the mode that works. */
  readonly kept?: Transcript;
  readonly health?: Health;
  readonly reflection?: Reflection;
  /** Connections that were opened. */
  readonly connections: number;
}
