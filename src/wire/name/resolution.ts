import type { Address } from '../../core/host.ts';
import type { LibcReason } from './order.ts';

/** One question that Go's resolver would send, and what came. */
export interface NameQuestion {
  readonly server: string;
  readonly name: string;
  readonly type: string;
  readonly answer:
    | 'found'
    | 'empty'
    | 'no-such-name'
    | 'server-failed'
    | 'refused'
    /** It knows nothing of the name, and asks nobody else. */
    | 'lame'
    | 'timeout'
    | 'unreachable'
    | 'malformed';
  readonly ms: number;
}

/** How the name of a target becomes addresses, as Go does it. */
export interface Resolution {
  readonly kind: /** An IP address or a socket: nothing to ask. */
    | 'literal'
    | 'found'
    /** Every server said that there is no such name. */
    | 'no-such-name'
    /** The name is there, and has no address. */
    | 'no-address'
    /** A server said SERVFAIL or REFUSED, or nonsense. */
    | 'server-failed'
    /** No server answered. */
    | 'server-unreachable'
    /** grpc-go refuses the target before it asks. */
    | 'target-refused'
    /** An HTTP proxy resolves it. */
    | 'left-to-proxy';
  readonly addresses: readonly Address[];
  /** `files`: /etc/hosts; `dns`; `system`: another resolver of this machine, as on macOS and Windows. */
  readonly from?: 'files' | 'dns' | 'system';
  readonly questions: readonly NameQuestion[];
  readonly ms: number;
  /** Questions that one lookup of Go sends when all goes well, and how many of them are for useless names. */
  readonly queries?: { readonly total: number; readonly useless: number };
  /** Questions for a service configuration that grpc-go adds to them once there is an answer (`TXT _grpc_config.NAME`). */
  readonly configQueries?: number;
  /** How long one lookup takes at worst, in milliseconds: names x attempts x timeout x servers. */
  readonly worstMs?: number;
  /** When grpc-go gives up the lookup by itself, in milliseconds, where that is earlier. */
  readonly givesUpMs?: number;
  /** How long a lookup waits for dead servers before one that lives answers, in milliseconds. */
  readonly delayMs?: number;
  /** Name servers that did not answer, `10.0.0.10:53`. */
  readonly deadServers: readonly string[];
  /** Nothing but this machine is asked, for /etc/resolv.conf names no server. */
  readonly defaultServers?: boolean;
  /** A program that is built with cgo asks libc instead, for this reason. */
  readonly libc?: LibcReason;
  /** What the Go client prints where this fails; without `rpc error: ...` before it. `*` stands for a local address and port. */
  readonly goError?: string;
  /** The status of the call: `Unavailable`; undefined where NewClient or Dial itself returns the error. */
  readonly goCode?: string;
}
