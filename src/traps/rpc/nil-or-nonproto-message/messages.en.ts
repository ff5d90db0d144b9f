export const en = {
  summary: 'gRPC was given something that is no Protobuf message',
  'seen-why':
    'The codec for Protobuf was given a {type}. It takes messages of generated code only: no struct written by hand, no type of another codec, no frame of a proxy.',
  'seen-fix':
    'give the call a generated message; where {type} is on purpose (a proxy, JSON, raw bytes), set its codec: grpc.ForceServerCodec at the server, grpc.ForceCodec at the client',
  'nil-why': 'The handler answered with a nil pointer and no error. Older releases refuse to write it as a message.',
  'nil-fix': 'return an empty message in place of nil, or an error; look at every return of the handler',
} as const;
