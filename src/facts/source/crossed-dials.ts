import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import type { Dial, ServerMade } from '../../read/go/tls/endpoints.ts';
import { folderOf } from '../project/folders.ts';
import { type TlsFile, tlsCode } from './tls-code.ts';

/** A dial and the server of the same project that it meets, where one speaks TLS and the other does not. */
export interface CrossedDial {
  readonly dial: Dial & { readonly file: string };
  readonly server: ServerMade & { readonly file: string };
  /** What the client does. */
  readonly client: 'plaintext' | 'tls';
  /** `switched`: the server has TLS only where the program is told so, and the client never. */
  readonly when: 'always' | 'switched';
}

type Placed<T> = T & { readonly file: string };

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '']);

/**
 * Dials that meet a server of the other kind. Sure are only two cases: both sides name one port of this machine and no other server of
 * the project can have it; or a gateway dials in plaintext in the very package whose server takes TLS when it is told to.
 */
export const crossedDials = defineFact<readonly CrossedDial[]>('project.crossed-dials', 'project', async (ask) => {
  const code = await ask.get(tlsCode);
  if (code.kind !== 'known') return code;
  const servers = code.value.flatMap((file) => file.servers.map((one) => ({ ...one, file: file.path })));
  if (servers.length === 0) return known([]);
  const dials = code.value.flatMap((file) => file.dials.map((one) => ({ ...one, file: file.path })));
  return known(dials.flatMap((dial) => byPort(dial, servers) ?? byPackage(dial, servers, code.value) ?? []));
});

function byPort(dial: Placed<Dial>, servers: readonly Placed<ServerMade>[]): CrossedDial | undefined {
  if (dial.security !== 'plaintext' && dial.security !== 'tls') return undefined;
  const port = portOf(dial.target);
  // A server whose address the code does not tell may be the one that is met.
  if (port === undefined || servers.some(({ address }) => address === undefined)) return undefined;
  const there = servers.filter(({ address }) => portOf(address) === port);
  const [server] = there;
  if (!server || there.length !== 1 || (server.security !== 'plaintext' && server.security !== 'tls')) return undefined;
  return server.security === dial.security ? undefined : { dial, server, client: dial.security, when: 'always' };
}

function byPackage(
  dial: Placed<Dial>,
  servers: readonly Placed<ServerMade>[],
  files: readonly TlsFile[],
): CrossedDial | undefined {
  if (!dial.gateway || dial.security !== 'plaintext' || dial.target !== undefined) return undefined;
  const beside = servers.filter(({ file }) => folderOf(file) === folderOf(dial.file));
  const [server] = beside;
  if (!server || beside.length !== 1 || server.security !== 'switched') return undefined;
  // The first dial of a file tells it; the others stand beside it.
  const first = files.find(({ path }) => path === dial.file)?.dials.find(({ gateway }) => gateway);
  return first?.line === dial.line ? { dial, server, client: 'plaintext', when: 'switched' } : undefined;
}

/** The port of an address of this machine. */
function portOf(address: string | undefined): string | undefined {
  const found = /^(?:(?:dns|passthrough):\/{2,3})?(.*):(\d{1,5})$/.exec(address ?? '');
  return found?.[1] !== undefined && loopback.has(found[1]) ? found[2] : undefined;
}
