import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '消息比一方允许的更大',
  'why-received':
    '接收方拒绝超过自己上限的消息，这里是 {limit} 字节；没有设置时是 4 MiB，客户端和服务端都一样。另一方的设置不起作用。',
  'why-unpacked': '压缩后的消息够小，解压后超过了 {limit} 字节。接收方的上限对两者都算。',
  'why-sent': '发送方自己有上限，这里是 {limit} 字节，所以没有发出去。不设置就没有这个上限。',
  'fix-received':
    '提高接收方的上限：请求用服务端的 grpc.MaxRecvMsgSize，应答用客户端的 grpc.MaxCallRecvMsgSize；或者分成几部分发送，用流或者分页',
  'fix-sent':
    '请求提高客户端的 grpc.MaxCallSendMsgSize，应答提高服务端的 grpc.MaxSendMsgSize，然后提高接收方的上限；或者分成几部分发送',
};
