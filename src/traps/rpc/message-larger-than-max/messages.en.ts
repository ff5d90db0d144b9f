export const en = {
  summary: 'A message is larger than one side allows',
  'why-received':
    'Whoever receives refuses messages above its limit, here {limit} bytes; without a setting that is 4 MiB, at the client and at the server. The other side has no part in it.',
  'why-unpacked':
    'Packed, the message was small enough; unpacked, it is larger than {limit} bytes. The limit of the receiver counts both.',
  'why-sent':
    'The sender has a limit of its own, here {limit} bytes, and did not send it. No release has one unless it is set.',
  'fix-received':
    'raise the limit of the side that receives: grpc.MaxRecvMsgSize at the server for requests, grpc.MaxCallRecvMsgSize at the client for answers; or send the data in parts, as a stream or in pages',
  'fix-sent':
    'raise grpc.MaxCallSendMsgSize at the client for requests, grpc.MaxSendMsgSize at the server for answers, and then the limit of the receiver; or send the data in parts',
} as const;
