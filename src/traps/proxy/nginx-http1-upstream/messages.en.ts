export const en = {
  summary: 'nginx speaks another version of HTTP than the server behind it',
  'why-proxy-pass':
    'proxy_pass speaks HTTP/1 to the server, whatever the client speaks. A gRPC server speaks HTTP/2 alone and hangs up; nginx then resets the call.',
  'why-grpc-pass': 'grpc_pass speaks HTTP/2, and what stands behind it answered in something else.',
  'why-bytes':
    'grpc_pass speaks HTTP/2, and what stands behind it answered with "{bytes}": the size that nginx names is these letters, read as the length of a frame. No limit of size is to be raised.',
  'fix-grpc-pass': 'use grpc_pass for gRPC servers (grpcs:// if they speak TLS), and listen with http2',
  'fix-upstream':
    'let grpc_pass lead to the port on which the server speaks gRPC; for a backend of HTTP/1 use proxy_pass. A server that wants TLS may answer with a page of HTTP/1, too: then grpcs://',
  'ask-proxy-pass':
    'Is the location of this call set to proxy_pass? Look into the configuration (nginx -T) and the error log of nginx: "upstream sent no valid HTTP/1.0 header" together with a gRPC call says yes.',
  'ask-grpc-pass':
    'What does the server behind nginx speak? grpc-doctor probe HOST:PORT with its address, from the machine of nginx.',
} as const;
