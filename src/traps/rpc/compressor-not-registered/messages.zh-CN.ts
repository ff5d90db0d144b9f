import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '用了一边没有注册的压缩器',
  'seen-why':
    '消息是用 {name} 压缩的，而报错的一方没有注册 {name}：客户端压缩时是服务端没有，服务端压缩时是客户端没有。',
  'seen-fix':
    '在接收的程序里注册 {name}；grpc-go 里导入它的包即可：import _ "google.golang.org/grpc/encoding/gzip"；或者让另一方不压缩',
  'sender-why': '客户端要用 {name} 压缩，而这个程序没有注册 {name}。什么都没有发出去。',
  'sender-fix':
    '在这个程序里注册 {name}；grpc-go 里导入它的包即可：import _ "google.golang.org/grpc/encoding/gzip"；或者去掉 UseCompressor',
};
