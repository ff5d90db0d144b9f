export const en = {
  summary: 'A compressor is used that one side has not registered',
  'seen-why':
    'The message came compressed with {name}, and the side that says so has not registered {name}: the server where the client compresses, the client where the server does.',
  'seen-fix':
    'register {name} in the program that receives, in grpc-go by importing it for its effect: import _ "google.golang.org/grpc/encoding/gzip"; or let the other side send without it',
  'sender-why':
    'The client is told to compress with {name}, and this program has not registered {name}. Nothing was sent.',
  'sender-fix':
    'register {name} in this program, in grpc-go by importing it for its effect: import _ "google.golang.org/grpc/encoding/gzip"; or take UseCompressor away',
} as const;
