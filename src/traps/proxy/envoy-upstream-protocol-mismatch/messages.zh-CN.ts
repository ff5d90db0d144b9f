import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'Envoy 和它后面的服务端说的 HTTP 版本不同',
  'seen-why':
    'Envoy 连上了服务端，但两边说的 HTTP 版本不同：集群默认说 HTTP/1；端口以 grpc 命名或强制升级时说 HTTP/2。',
  'seen-fix':
    '后端是 gRPC 服务端时，在集群上设置 http2_protocol_options（Istio：端口命名为 grpc-…，或设置 appProtocol: grpc）；后端是 HTTP/1 服务端时去掉这些设置，也去掉 h2UpgradePolicy',
  'ask-client': '调用是不是经过 Envoy 或服务网格？如果是，看 cluster 或端口名有没有写明 HTTP/2',
};
