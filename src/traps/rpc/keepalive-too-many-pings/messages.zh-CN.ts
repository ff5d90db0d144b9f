import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '客户端发 keepalive PING 比服务端允许的更频繁',
  'seen-why':
    '除非 EnforcementPolicy 另有规定，grpc-go 的服务端允许五分钟一个 PING，没有进行中的调用时一个也不允许。三次来得太早，它就结束连接。',
  'seen-fix':
    '在服务端设置 keepalive.EnforcementPolicy：MinTime 不大于客户端的 Time，客户端有 PermitWithoutStream 时服务端也要有；或者让客户端五分钟以上才发一次 PING',
  'calm-why': '服务端要求客户端慢下来，没有说原因。通常是 keepalive PING；请求太多，或者被取消的调用太多，也会这样。',
  'calm-ask':
    '客户端设置了 keepalive 吗（WithKeepaliveParams、grpc.keepalive_time_ms、keepAliveTime）？没有设置，原因就不是 PING。',
};
