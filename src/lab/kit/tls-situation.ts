import type { Situation } from './endpoint-lab.ts';
import type { Bilingual } from './environment.ts';
import type { TlsSpec } from './fault-servers.ts';
import type { ClientSpec } from './grpc-calls.ts';

/** What a client has that is not as usual; undefined takes the usual away. */
type Special = { readonly [K in keyof ClientSpec]?: ClientSpec[K] | undefined };

/** A grpc-go server with health and this TLS, and a client that trusts the lab's root and asks for localhost. */
export function tlsSituation(
  id: string,
  title: Bilingual,
  tls: TlsSpec,
  { client = {}, ...more }: Partial<Omit<Situation, 'client'>> & { readonly client?: Special } = {},
): Situation {
  const usual: ClientSpec = { as: 'tls', ca: ['root'], serverName: 'localhost' };
  const given = Object.entries({ ...usual, ...client }).filter(([, value]) => value !== undefined);
  return {
    id,
    title,
    server: { serve: 'grpc', grpc: { health: 'serving', reflection: 'both' }, tls },
    client: Object.fromEntries(given) as unknown as ClientSpec,
    ...more,
  };
}
