export const en = {
  summary: 'Envoy speaks another version of HTTP than the server behind it',
  'seen-why':
    'Envoy reached the server, and the two do not speak the same version of HTTP: a cluster speaks HTTP/1 unless it is told otherwise, and HTTP/2 where the port is named grpc or an upgrade is forced.',
  'seen-fix':
    'for a gRPC server set http2_protocol_options on the cluster (Istio: name the port grpc-… or set appProtocol: grpc); for a server of HTTP/1 take them away, and with them h2UpgradePolicy',
  'ask-client':
    'do the calls come through Envoy or a mesh? Then look whether the cluster, or the name of the port, says HTTP/2',
} as const;
