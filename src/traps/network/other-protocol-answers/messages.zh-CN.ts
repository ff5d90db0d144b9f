import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '这个端口上应答的不是 HTTP，而是别的协议',
  title: '{place} 说的是 {protocol}，不是 gRPC',
  'title-tls': '{place} 在 TLS 里说的是 {protocol}，不是 gRPC',
  'title-unknown': '{place} 用一种既不是 HTTP 也不是 TLS 的协议应答',
  'title-hostile': '{place} 发送的数据比任何 gRPC 服务端都多，或者毫无意义',
  why: '这种协议的服务端都以这样的字节开头。这个端口属于另一个服务。',
  'why-unknown': 'gRPC 服务端会用 SETTINGS 帧应答 HTTP/2 的前言。这些字节不是 SETTINGS，不是 HTTP/1，也不是 TLS 记录。',
  'why-hostile': '探测在字节、帧、头部或时间的上限处停下。没有这种上限的客户端会一直等待，或者耗尽内存。',
  fix: '把主机和端口与 gRPC 服务端监听的对照；在 Kubernetes 里，对照 Service 的 targetPort 和 containerPort',
  'fix-hostile': '不要连它：查清那里运行的是什么，并把主机和端口与 gRPC 服务端监听的对照',
  'seen-why': '回来的既不是 TLS，也不是 HTTP/2 的开头：这个端口可能属于别的服务。',
  'seen-fix': '核对主机和端口是不是 gRPC 服务端监听的；在 Kubernetes 里，核对 Service 的 targetPort 和 containerPort',
  'seen-ask': '那边发来的开头几个字节是什么？grpc-doctor probe HOST:PORT 会显示它们，并说出是哪种协议',
};
