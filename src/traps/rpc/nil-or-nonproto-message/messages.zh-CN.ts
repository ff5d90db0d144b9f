import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '交给 gRPC 的不是 Protobuf 消息',
  'seen-why':
    'Protobuf 的编解码器拿到的是 {type}。它只接受生成代码里的消息：手写的 struct、别的编解码器的类型、代理的帧都不行。',
  'seen-fix':
    '把生成的消息交给调用；如果 {type} 是有意的（代理、JSON、原始字节），就设置它的编解码器：服务端用 grpc.ForceServerCodec，客户端用 grpc.ForceCodec',
  'nil-why': '处理函数返回了 nil 指针，也没有返回错误。旧版本拒绝把它写成消息。',
  'nil-fix': '用空消息代替 nil，或者返回错误；检查处理函数的每一个 return',
};
