export const en = {
  summary: 'The client sends keepalive PINGs more often than the server allows',
  'seen-why':
    'A server of grpc-go allows one PING in five minutes, and none without a running call, unless its EnforcementPolicy says otherwise. After three that came too early it ends the connection.',
  'seen-fix':
    'set keepalive.EnforcementPolicy at the server: MinTime not above Time of the client, and PermitWithoutStream where the client has it; or let the client ping every five minutes or less often',
  'calm-why':
    'The server asked the client to slow down and did not say why. Keepalive PINGs are the usual reason; a flood of requests or of cancelled calls is another one.',
  'calm-ask':
    'Does the client set keepalive (WithKeepaliveParams, grpc.keepalive_time_ms, keepAliveTime)? Without it, PINGs are not the reason.',
} as const;
