/**
 * Up to this release of Go a program that is built with cgo left every name that ends in `.local` to libc, so all of
 * `cluster.local`; from it on only where nsswitch.conf names mdns (net/conf.go of 1.22.12 and 1.23.0; seen in the error texts, lab
 * dns-server-unreachable).
 */
export const localNamesLeftToLibcUntil = '1.23';

/** grpc-go gives up a lookup after so many milliseconds, from the release of `lookup-ends-after-30-s` on (dns.ResolvingTimeout). */
export const grpcLookupMs = 30_000;

/** A connection gets at least so many milliseconds in grpc-go, the lookup of `passthrough` within it (minConnectTimeout). */
export const grpcConnectMs = 20_000;

/** Systems on which Go asks the system for names and no server by itself (net.goosPrefersCgo). */
export const systemResolverSystems: readonly string[] = ['darwin', 'ios', 'windows', 'android', 'plan9'];
