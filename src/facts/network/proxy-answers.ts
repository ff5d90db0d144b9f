import type { Evidence } from '../../core/claim.ts';
import type { FetchResult } from '../../core/host.ts';
import type { Separator } from '../../read/modules/go-proxy.ts';

/** What the go command asks a proxy of a module: versions (`go get`), one version, its go.mod, its files. */
export type Question = 'mod' | 'zip' | 'info' | 'list';

/** The order in which faults matter: a build needs the first two, `go mod download` the third, `go get` the last. */
export const questions: readonly Question[] = ['mod', 'zip', 'info', 'list'];

/** One answer of a proxy. */
export interface PartAnswer {
  /**
   * `html`: 200 and a web page. `failed`: no HTTP, or an address that go refuses. `not-found`: 404 or 410, or no such file.
   * `direct` and `off` are not asked. The others as `FetchResult`.
   */
  readonly answer:
    | Exclude<FetchResult['kind'], 'answered'>
    | 'serves'
    | 'not-found'
    | 'status'
    | 'html'
    | 'direct'
    | 'off';
  /** HTTP status, where there was one. */
  readonly status?: number;
  readonly message?: string;
  /** Host and port of the HTTP proxy that it came through. */
  readonly via?: string;
}

/** One entry of GOPROXY and what it answered: of all questions the first that it did not answer well. */
export interface ProxyAnswer extends PartAnswer {
  /** As written, credentials masked. */
  readonly entry: string;
  readonly separator: Separator;
  /** The module that was asked for, `path@version`. */
  readonly asked: string;
  /** Lines of a log that tell it. */
  readonly read?: readonly Evidence[];
  /** Of entries that can be asked. */
  readonly parts?: Readonly<Record<Question, PartAnswer>>;
}
