import { compareModule } from '../read/modules/module-version.ts';
import * as tables from './tables.ts';

/** What a client of grpc-go does from one release on; `tables/grpc-client-changes.json` has the releases. */
export type GrpcClientChange =
  | 'alpn-can-be-enforced'
  | 'alpn-enforced'
  | 'pick-first-tells-last-error'
  | 'http-status-200-told'
  | 'plaintext-read-error-bare'
  | 'http-body-told'
  | 'net-tells-http1'
  | 'passthrough-refuses-empty'
  | 'dialing-has-colon'
  | 'authority-encoded'
  | 'dial-says-idle-mode'
  | 'unix-resolver-has-authority'
  | 'new-client'
  | 'lookup-ends-after-30-s'
  | 'resolver-error-alone'
  | 'reads-addresses-with-netip'
  | 'proxy-resolves-name'
  | 'no-proxy-asked-of-addresses'
  | 'authority-encoded-after-localhost'
  | 'txt-lookup-can-be-switched-off'
  | 'proxy-gets-default-port'
  | 'resolver-failure-kept-for-calls';

const releases: ReadonlyMap<string, string> = new Map(
  tables.grpcClientChanges.rows.map(({ change, since }) => [change, since]),
);

/** grpc-go of this version (`1.85.0`) does so. */
export function grpcClientDoes(change: GrpcClientChange, version: string): boolean {
  const since = releases.get(change);
  if (since === undefined) throw new Error(`no release for ${change}`);
  return compareModule(`v${version.replace(/^v/, '')}`, `v${since}`) >= 0;
}
