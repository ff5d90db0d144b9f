import { type Pattern, wording } from './pattern.ts';

/** gRPC's own words, of Go and of the other implementations, and those of what stands before it. */
export const rpcPatterns: readonly Pattern[] = [
  wording(
    'http-status',
    'unexpected HTTP status code received',
    /unexpected HTTP status code received from server: (?<status>\d{3})(?:.{0,100}?content-type "(?<contentType>[^"]{0,100}))?/,
  ),
  wording(
    'http-status',
    'HTTP status code ',
    /HTTP status code (?<status>\d{3}); transport: received (?:the )?unexpected content-type "(?<contentType>[^"]{0,100})/,
  ),
  wording(
    'http-status',
    'received unexpected content-type',
    /(?<!\d; |\); )transport: received (?:the )?unexpected content-type "(?<contentType>[^"]{0,100})/,
  ),
  // Java.
  wording(
    'http-status',
    'HTTP status code ',
    /HTTP status code (?<status>\d{3}) invalid content-type: (?<contentType>[\w/.+-]{1,100})/,
  ),
  wording('not-serving', 'NOT_SERVING', /(?:responded with|status"?:?) "?(?<status>NOT_SERVING)/),
  wording('service-unknown', 'unknown service', /unknown service (?<service>[\w.]{1,200})/),
  // What the health service of grpc-go answers: without a name.
  wording(
    'health-of-unknown-service',
    'unknown service',
    /(?:NotFound desc = |N(?:OT_FOUND|otFound): )"?unknown service(?! \w)/,
  ),
  wording('method-unknown', 'unknown method', /unknown method (?<method>[\w./]{1,200})/),
  // What generated code answers for a server that did not write the method.
  wording('method-unknown', ' not implemented', /Unimplemented desc = method (?<method>\w{1,120}) not implemented/),
  // Java, Node.
  wording('method-unknown', 'Method not found: ', /UNIMPLEMENTED: Method not found: (?<method>[\w./]{1,200})/),
  wording(
    'method-unknown',
    'server does not implement the method',
    /UNIMPLEMENTED: The server does not implement the method (?<method>[\w./]{1,200})/,
  ),
  wording(
    'health-missing',
    'does not implement the grpc health protocol',
    /does not implement the grpc health protocol/,
  ),
  wording('reflection-missing', 'does not support the reflection API', /does not support the reflection API/),
  wording(
    'compressor-missing',
    'is not installed for ',
    /(?<way>Compressor|Decompressor) is not installed for (?:requested )?grpc-encoding ['"]?(?<name>[\w.-]{1,40})/,
  ),
  wording('compressor-missing', "Can't find decompressor for", /Can't find decompressor for (?<name>[\w.-]{1,40})/, {
    way: 'Decompressor',
  }),
  wording(
    'compressor-missing',
    'supported encodings are',
    /unknown compression ['"](?<name>[\w.-]{1,40})['"]: supported encodings are/,
    { way: 'Decompressor' },
  ),
  wording(
    'compressor-missing',
    'Content is compressed with',
    /Content is compressed with `(?<name>[\w.-]{1,40})` which isn't supported/,
    { way: 'Decompressor' },
  ),
  wording(
    'message-too-large',
    'larger than max',
    /(?<way>[Rr]eceived|trying to send|[Ss]ent) message larger than max(?: length allowed on current machine)? \((?<size>\d{1,20}) vs\.? (?<limit>\d{1,20})\)/,
  ),
  wording(
    'message-too-large',
    'message after decompression larger than max',
    /message after decompression larger than max \(\d{1,20} vs\.? (?<limit>\d{1,20})\)/,
    { way: 'unpacked' },
  ),
  wording(
    'message-too-large',
    'message after decompression larger than max',
    /message after decompression larger than max (?<limit>\d{1,20})/,
    { way: 'unpacked' },
  ),
  wording(
    'message-too-large',
    'Attempted to send message with a size larger than',
    /Attempted to send message with a size larger than (?<limit>\d{1,20})/,
    { way: 'sent' },
  ),
  wording(
    'message-too-large',
    'gRPC message exceeds maximum size',
    /gRPC message exceeds maximum size (?<limit>\d{1,20})(?:: (?<size>\d{1,20}))?/,
    { way: 'received' },
  ),
  wording(
    'message-too-large',
    'message length too large',
    /message length too large: found (?<size>\d{1,20}) bytes, the limit is: (?<limit>\d{1,20}) bytes/,
    { way: 'received' },
  ),
  wording('loader-version-missing', 'not found (required by', /version `(?<version>GLIBC_[\d.]{1,10})' not found/),
  wording('loader-version-missing', 'GLIBC_', /`(?<version>GLIBC_[\d.]{1,10})' not found/),
  wording(
    'loader-library-missing',
    'error while loading shared libraries',
    /error while loading shared libraries: (?<library>[\w.+-]{1,100}): cannot open shared object file/,
  ),
  wording(
    'loader-symbol-missing',
    ['symbol not found', 'Error relocating'],
    /Error relocating [^\s:]{1,200}: (?<symbol>\w{1,100}): symbol not found/,
  ),
];
