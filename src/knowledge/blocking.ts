import { compareGo } from '../read/go/go-version.ts';

/** A wait of the go command that has an end. There is none for an answer: net/http sets no ResponseHeaderTimeout by default. */
export type BoundedWait = 'connection' | 'handshake' | 'name';

/**
 * Seconds until the go command gives up: a TCP connection, the handshake of TLS on it (net/http/transport.go, DefaultTransport:
 * Dialer.Timeout and TLSHandshakeTimeout, alike from Go 1.16 to 1.26; measured by the labs proxy-blocking and module-proxies). A name
 * server without answer is asked twice for 5 s (net/dnsconfig.go; two of them take twice as long; measured with 1.22.12 and 1.26.8).
 */
export const waitSeconds: Readonly<Record<BoundedWait, number>> = { connection: 30, handshake: 10, name: 10 };

/** From this version on the `.info` files of `all` modules are asked for side by side; before, one after another (measured). */
const firstWithInfosAtOnce = '1.24';

/** What `go mod download` has to fetch through a proxy, and how. */
export interface Downloads {
  /** Modules whose go.mod is to be fetched, whose `.info` file, and whose files. */
  readonly missing: { readonly mod: number; readonly info: number; readonly zip: number };
  /** GOMAXPROCS of the go command: so many requests are open at once (cmd/go/internal/modload, par.NewQueue). */
  readonly atOnce: number;
  /** The version of the go command. */
  readonly go: string;
  /** Of a workspace, or with a go line below 1.17, all modules are listed; else only those that go.mod names. */
  readonly all: boolean;
}

/**
 * How many requests follow one upon another until `go mod download` has failed on a proxy to which each is in vain. It loads the
 * go.mod files of the requirements first and ends there; for `all` modules it asks for their `.info` files all the same. What the
 * cache has is not asked for. Measured with Go 1.16 to 1.26.
 */
export function waitsUntilFailure(downloads: Downloads): number {
  const { missing, all } = downloads;
  if (missing.mod > 0) return batches(missing.mod, downloads) + (all ? waitsForInfos(downloads) : 0);
  return missing.info > 0 ? waitsForInfos(downloads) : batches(missing.zip, downloads);
}

/**
 * The same where every request goes on to a next entry, which serves: go.mod files, then `.info` files, then the modules, and each
 * is asked of the dead entry first.
 */
export function waitsUntilSuccess(downloads: Downloads): number {
  const { missing } = downloads;
  return batches(missing.mod, downloads) + waitsForInfos(downloads) + batches(missing.zip, downloads);
}

function batches(requests: number, { atOnce }: Downloads): number {
  return Math.ceil(requests / atOnce);
}

/** Of modules that go.mod names they are asked for one after another in every version. */
function waitsForInfos(downloads: Downloads): number {
  const { missing, all, go } = downloads;
  return all && compareGo(go, firstWithInfosAtOnce) >= 0 ? batches(missing.info, downloads) : missing.info;
}
