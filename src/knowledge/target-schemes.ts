/**
 * Schemes of URLs that people write before a target, with the port that is meant where none stands there. grpc-go has no resolver
 * of these names, and none of the public resolver packages registers one.
 */
const urlPorts: Readonly<Record<string, number>> = {
  http: 80,
  h2c: 80,
  https: 443,
  grpc: 443,
  grpcs: 443,
  tcp: 443,
  tls: 443,
  ssl: 443,
  ws: 80,
  wss: 443,
};

/** The port that is meant by the scheme of a URL; undefined for a scheme that may be the name of a resolver. */
export function urlPort(scheme: string): number | undefined {
  return Object.hasOwn(urlPorts, scheme) ? urlPorts[scheme] : undefined;
}

/** Names that stand in targets of `google.golang.org/grpc/test/bufconn`, a listener in memory: in its examples, and from there everywhere. */
export const inMemoryNames: ReadonlySet<string> = new Set(['bufnet', 'bufconn']);
