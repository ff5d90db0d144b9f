import { compareGo } from '../read/go/go-version.ts';
import { compareModule } from '../read/modules/module-version.ts';
import { grpcClientDoes } from './grpc-client.ts';
import * as tables from './tables.ts';

/** A way in which a call fails, for which grpc-go has words of its own; `tables/grpc-error-texts.json` has them. */
export type GrpcFailure =
  | 'handshake-failed'
  | 'preface-failed'
  | 'preface-unwritten'
  | 'no-settings-first'
  | 'flush-failed'
  | 'not-ready-in-time'
  | 'no-answer-in-time'
  | 'alpn-missing'
  | 'draining'
  | 'stream-reset';

/** The status and its message; undefined where this release does not fail so, or nobody measured it. */
export function grpcErrorText(failure: GrpcFailure, version: string): { code: string; text: string } | undefined {
  const rows = tables.grpcErrorTexts.rows.filter((row) => row.failure === failure);
  return rows.filter(({ since }) => compareModule(`v${version}`, `v${since}`) >= 0).at(-1);
}

/** Name of a status of gRPC: `Unavailable`, `Code(42)`. */
export function grpcCodeName(code: number): string {
  return tables.grpcCodes.rows.find((row) => row.code === code)?.name ?? `Code(${code})`;
}

/** The status that grpc-go makes of an HTTP status. */
export function grpcCodeOfHttp(status: number): string {
  return tables.grpcCodes.rows.find(({ http }) => http.includes(status))?.name ?? grpcCodeName(2);
}

/** The status that grpc-go makes of the error code of a reset stream. */
export function grpcCodeOfReset(code: number): string {
  return tables.grpcCodes.rows.find(({ http2 }) => http2.includes(code))?.name ?? grpcCodeName(2);
}

/** What crypto/tls of that Go says of an alert: `certificate required`. */
export function tlsAlertText(alert: number, goVersion: string): string {
  const row = tables.tlsAlertTexts.rows.find((one) => one.alert === alert);
  const named = row && (row.since === undefined || compareGo(goVersion, row.since) >= 0);
  return named ? row.text : `alert(${alert})`;
}

/** The number of an alert that crypto/tls of any Go calls so; undefined for other words. */
export function tlsAlertNumber(text: string): number | undefined {
  const number = /^alert\((\d{1,3})\)$/.exec(text)?.[1];
  return number === undefined ? tables.tlsAlertTexts.rows.find((one) => one.text === text)?.alert : Number(number);
}

/** `Bad Gateway` for 502, as net/http has it; empty where it has none. */
export function httpStatusText(status: number): string {
  return tables.httpStatusTexts.rows.find((row) => row.status === status)?.text ?? '';
}

/** golang.org/x/net that knows an answer of HTTP/1.1 when it sees one (http2/frame.go of v0.37.0 and v0.38.0). */
const netThatTellsHttp1 = 'v0.38.0';

/** The client's HTTP/2 says that a frame looks like HTTP/1.1: its golang.org/x/net, or the one that this grpc-go asks for. */
export function netTellsHttp1(netVersion: string | undefined, grpcVersion: string): boolean {
  const own = netVersion !== undefined && compareModule(`v${netVersion}`, netThatTellsHttp1) >= 0;
  return own || grpcClientDoes('net-tells-http1', grpcVersion);
}
