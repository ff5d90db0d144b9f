import { type Pattern, untilLineEnd, wording } from './pattern.ts';

// People paste `x.x.x.x:<port>`, too.
const port = String.raw`(?:\d{1,5}|<\w{1,12}>|[xX*]{1,5})`;
const address = String.raw`(?<address>\[[0-9a-fA-F:%.\w]{1,60}\]:${port}|[\w.*<>-]{1,253}:${port}|[\w./@-]{1,200})`;
const dial = String.raw`dial (?:tcp|udp|unix)[46]? ${address}: `;

/** Names, addresses, connections, HTTP/2. */
export const connectionPatterns: readonly Pattern[] = [
  wording('dial-failed', 'connection refused', new RegExp(`${dial}(?:connect: )?(?<refused>connection refused)`), {
    reason: 'refused',
  }),
  wording('dial-failed', 'actively refused', new RegExp(String.raw`${dial}connectex: .{0,120}actively refused`), {
    reason: 'refused',
  }),
  wording(
    'dial-failed',
    ['onnection refused', '拒绝连接'],
    /(?<!connect: |read: |\d: )(?:[Cc]onnection refused|拒绝连接)/,
    {
      reason: 'refused',
    },
  ),
  // Node.
  wording('dial-failed', 'connect ECONNREFUSED ', new RegExp(`UNAVAILABLE.{0,200}?connect ECONNREFUSED ${address}`), {
    reason: 'refused',
  }),
  wording(
    'dial-failed',
    ['not valid in its context', 'cannot assign requested address'],
    new RegExp(
      `${dial}(?:connectex: The requested address is not valid in its context|connect: cannot assign requested address)`,
    ),
    { reason: 'no-address' },
  ),
  wording('dial-failed', 'i/o timeout', new RegExp(`${dial}i/o timeout`), { reason: 'timeout' }),
  wording(
    'dial-failed',
    ['did not properly respond', 'did not pr'],
    new RegExp(String.raw`${dial}connectex: A connection attempt failed`),
    { reason: 'timeout' },
  ),
  wording(
    'dial-failed',
    'connection reset by peer',
    new RegExp(`${dial}(?:connect: )?(?<reset>connection reset by peer)`),
    { reason: 'reset' },
  ),
  wording('dial-failed', 'no route to host', new RegExp(`${dial}(?:connect: )?no route to host`), {
    reason: 'no-route',
  }),
  wording('dial-failed', 'network is unreachable', new RegExp(`${dial}(?:connect: )?network is unreachable`), {
    reason: 'no-route',
  }),
  wording(
    'dial-failed',
    'no such file or directory',
    /dial unix (?<address>[^\s:]{1,200}): connect: no such file or directory/,
    { reason: 'no-socket' },
  ),
  wording('dial-failed', 'permission denied', /dial unix (?<address>[^\s:]{1,200}): connect: permission denied/, {
    reason: 'denied',
  }),
  wording(
    'lookup-failed',
    'no such host',
    /lookup (?<name>[^\s:]{1,253}(?: ?[^\s:]{1,200})?)(?: on (?<server>[^\s,]{1,100}?))?: no such host/,
    { reason: 'no-such-host' },
  ),
  wording(
    'lookup-failed',
    'server misbehaving',
    /lookup (?<name>[^\s:]{1,253})(?: on (?<server>[^\s,]{1,100}?))?: (?:.{0,120}: )?server misbehaving/,
    { reason: 'server-failed' },
  ),
  wording(
    'lookup-failed',
    'i/o timeout',
    /lookup (?<name>[^\s:]{1,253})(?: on (?<server>[^\s,]{1,100}?))?: (?:read udp \S{1,100}: |dial udp \S{1,100}: )?i\/o timeout/,
    { reason: 'timeout' },
  ),
  wording(
    'lookup-failed',
    'connection refused',
    /lookup (?<name>[^\s:]{1,253})(?: on (?<server>[^\s,]{1,100}?))?: read udp \S{1,100}: read: connection refused/,
    { reason: 'server-down' },
  ),
  wording(
    'lookup-failed',
    'Temporary failure in name resolution',
    /(?:lookup (?<name>[^\s:]{1,253}): )?Temporary failure in name resolution/,
    { reason: 'timeout' },
  ),
  wording(
    'address-malformed',
    'too many colons in address',
    /address (?<address>\S{1,300}): too many colons in address/,
  ),
  wording('address-malformed', 'missing port in address', /address (?<address>\S{1,300}): missing port in address/),
  wording(
    'target-malformed',
    'delegating_resolver: invalid target address',
    /delegating_resolver: invalid target address "(?<target>[^"]{0,300})": /,
  ),
  wording(
    'target-malformed',
    'dns resolver: missing',
    /dns resolver: missing (?:address|port after port-separator colon)/,
  ),
  wording('target-malformed', 'received empty target', /passthrough: received empty target in Build\(\)/),
  wording('target-malformed', 'invalid (non-empty) authority', /invalid \(non-empty\) authority: (?<target>\S{1,200})/),
  wording(
    'target-malformed',
    'invalid URL escape',
    /parse "(?<target>(?:dns|passthrough|unix|xds):[^"]{1,300})": invalid URL escape/,
  ),
  wording(
    'target-malformed',
    'could not get resolver for ',
    /could not get resolver for (?:default )?scheme: "(?<target>[^"]{1,200})"/,
  ),
  wording('target-malformed', ': unknown port', /dial tcp: lookup tcp\/(?<target>[^\s:]{1,200}): unknown port/),
  wording('no-addresses', 'produced zero addresses', /produced zero addresses/),
  wording(
    'deadline-exceeded',
    ['context deadline exceeded', 'Deadline Exceeded'],
    /(?:context deadline exceeded|Deadline Exceeded)(?: while waiting for (?<detail>connections to become ready))?/,
  ),
  // The same, where grpc-go passes on what the system says; "draining" is what it says after a GOAWAY.
  wording(
    'transport-closing',
    ['broken pipe', 'connection reset by peer'],
    /(?:code = Unavailable desc = |U(?:NAVAILABLE|navailable): )"?(?:read|write) tcp \S{1,200}: (?:read|write): (?:broken pipe|connection reset by peer)/,
  ),
  wording(
    'transport-closing',
    'use of closed network connection',
    /(?:code = Unavailable desc = |U(?:NAVAILABLE|navailable): )"?(?:(?:read|write) tcp \S{1,200}: )?use of closed network connection/,
  ),
  wording('transport-closing', 'the connection is draining', /the connection is draining/),
  wording(
    'handshake-ended',
    'authentication handshake failed: ',
    /authentication handshake failed: (?:(?:read|write) tcp \S{1,200}: (?:read|write): )?(?<how>EOF|unexpected EOF|connection reset by peer|broken pipe)/,
  ),
  wording('ping-unanswered', 'failed to receive ACK', /keepalive ping failed to receive ACK within timeout/),
  wording('transport-closing', 'transport is closing', /transport is closing/),
  wording(
    'transport-closing',
    'error reading from server: ',
    /error reading from server: (?:EOF|(?:read tcp \S{1,120}: )?(?:read: )?connection reset by peer)/,
  ),
  wording(
    'preface-not-received',
    'before server preface received',
    /connection closed before server preface received/,
    { reason: 'closed' },
  ),
  wording(
    'preface-not-received',
    'error reading server preface',
    /error reading server preface: (?<reason>EOF|[^"]{1,200}?)(?="|'|$| \w+=)/,
  ),
  wording(
    'preface-not-received',
    'failed to write client preface',
    /failed to write client preface: (?<reason>[^"]{1,200}?)(?="|'|$| \w+=)/,
  ),
  // A frame of HTTP/2 is no proof of a gRPC server: one that ends at once begins with GOAWAY.
  wording(
    'other-protocol',
    'initial http2 frame from server is not a settings frame',
    /initial http2 frame from server is not a settings frame/,
  ),
  wording(
    'preface-corrupt',
    'preface string missing or corrupt',
    /preface string missing or corrupt\.?(?: Hex dump for received bytes: (?<bytes>[0-9a-fA-F]{4,200}))?/,
  ),
  untilLineEnd(
    'bytes',
    wording('preface-corrupt', 'received bogus greeting', /received bogus greeting from client: "?(?<bytes>.{1,100})/),
  ),
  wording(
    'preface-corrupt',
    'bogus greeting ',
    /error reading preface from client \S{1,100}: bogus greeting "(?<bytes>.{1,100})/,
  ),
  wording(
    'preface-corrupt',
    'Connect string mismatch',
    /Connect string mismatch: expected 'P' \(80\) got '(?<bytes>.)'/,
  ),
  wording('http1-header', 'looked like an HTTP/1.1 header', /looked like an HTTP\/1\.1 header/),
  wording('frame-too-large', 'http2: frame too large', /http2: frame too large/),
  wording('http1-header', 'Trying to connect an http1.x server', /Trying to connect an http1\.x server/),
  // 80 is the P of "HTTP", where the type of a frame stands.
  wording(
    'http1-header',
    'SETTINGS frame as the first',
    /Expected SETTINGS frame as the first frame, got frame type 80/,
  ),
  // The first line of HTTP/2, in the log of a server that took it for a request.
  wording('http2-to-http1', 'PRI * HTTP/2.0', /["'`]PRI \* HTTP\/2\.0/),
  wording('http2-to-http1', 'on PRI/Upgrade', /Pause on PRI\/Upgrade/),
  // A frame of SETTINGS, as the first answer to a request of HTTP/1: Go, Python.
  wording(
    'http1-to-http2',
    ['malformed HTTP response', 'BadStatusLine'],
    /(?:malformed HTTP response|BadStatusLine:?) \W{0,3}\\{1,8}x00\\{1,8}x00[^"]{1,8}\\{1,8}x04\\{1,8}x00/,
  ),
  // curl, and both clients of Node.
  wording(
    'http1-answer-refused',
    ['Received HTTP/0.9', 'xpected HTTP/'],
    /curl: \(1\) Received HTTP\/0\.9 when not allowed|Parse Error: Expected HTTP\/|does not match the HTTP\/1\.1 protocol \(Expected HTTP\//,
  ),
  wording('http1-to-http2', 'was sent to an HTTP/2 only', /HTTP\/1\.x request was sent to an HTTP\/2 only endpoint/),
  wording(
    'goaway',
    'received prior goaway',
    /received prior goaway: code: (?<code>[A-Z_]{4,40})(?:, debug data: "?(?<debug>[^"]{0,120}))?/,
  ),
  wording(
    'goaway',
    ['too_many_pings', 'Too many pings', 'too many pings'],
    /(?<code>ENHANCE_YOUR_CALM).{0,80}?(?<debug>too_many_pings|[Tt]oo many pings)/,
  ),
  wording('goaway', 'Too many pings', /(?:details = |description": ?)"(?<debug>Too many pings)"/, {
    code: 'ENHANCE_YOUR_CALM',
  }),
  // What a server logs that sends it.
  wording('goaway', 'too many pings from the client', /[Gg]ot (?<debug>too many pings) from the client/, {
    code: 'ENHANCE_YOUR_CALM',
  }),
  // The other implementations.
  wording(
    'goaway',
    'GOAWAY. HTTP/2 error code: ',
    /GOAWAY\. HTTP\/2 error code: (?<code>[A-Z_]{4,40})(?:, debug data: "?(?<debug>\w{1,120}))?/,
  ),
  wording(
    'goaway',
    'Received Goaway',
    /HTTP\/2 error code: (?<code>[A-Z_]{4,40}) Received Goaway(?: (?<debug>\w{1,120}))?/,
  ),
  wording('goaway', 'Bandwidth exhausted or memory limit exceeded', /Bandwidth exhausted or memory limit exceeded/, {
    code: 'ENHANCE_YOUR_CALM',
  }),
  wording(
    'goaway',
    'GOAWAY received; Error code: 0',
    /GOAWAY received; Error code: 0; Debug Text: (?<debug>[\w ]{0,60})/,
    {
      code: 'NO_ERROR',
    },
  ),
  wording(
    'goaway',
    'GOAWAY received; Error code: 11',
    /GOAWAY received; Error code: 11; Debug Text: (?<debug>[\w ]{0,60})/,
    { code: 'ENHANCE_YOUR_CALM' },
  ),
  wording(
    'goaway',
    'rejected by server because of excess pings',
    /rejected by server because of (?<debug>excess pings)/,
    {
      code: 'ENHANCE_YOUR_CALM',
    },
  ),
  wording('stream-reset', 'RST_STREAM with error code', /RST_STREAM with error code: (?<code>[A-Z_]{4,40})/),
  // The core in C.
  wording('http-proxy-refuses', 'HTTP proxy returned', /HTTP proxy returned response code (?<status>\d{3})/),
  wording(
    'http-proxy-refuses',
    ['HttpProxyConnectException', 'failed to do connect handshake', 'Proxy CONNECT'],
    /(?:HttpProxyConnectException|failed to do connect handshake|Proxy CONNECT).{0,200}?(?<status>\b[345]\d\d\b)/,
  ),
  wording(
    'upstream-not-http2',
    'upstream sent too large http2 frame',
    /upstream sent too large http2 frame: (?<size>\d{1,12})/,
  ),
  wording(
    'upstream-not-http1',
    'upstream sent no valid HTTP/1.0 header',
    /upstream sent no valid HTTP\/1\.0 header(?:.{0,300}?request: "[A-Z]{3,7} (?<path>\S{1,200}) HTTP)?/,
  ),
  wording(
    'upstream-timeout',
    'upstream timed out',
    /upstream timed out(?: \(\d{1,5}: [^)]{1,160}\))? while (?<phase>[A-Za-z ]{1,60}?)(?=,| upstream: |$)(?:.{0,400}?upstream: "(?<protocol>\w{1,10}):)?/,
  ),
  wording(
    'upstream-failed',
    [' to upstream', 'prematurely closed connection'],
    /(?:failed \(.{1,200}?\) while (?:connecting|SSL handshaking) to upstream|upstream prematurely closed connection while reading response header from upstream|no live upstreams while connecting to upstream)(?:.{0,300}?request: "[A-Z]{3,7} (?<path>\S{1,200}) HTTP\/[\d.]{1,4}", upstream: "(?<protocol>\w{1,10}):)?/,
  ),
  wording(
    'call-for-file',
    'No such file or directory',
    /open\(\) "[^"]{0,300}?(?<path>\/(?:\w{1,60}\.){1,12}[A-Z]\w{0,60}\/[A-Z]\w{0,60})" failed \(2: No such file or directory\)/,
  ),
  // Envoy: the timeout of a route, stream_idle_timeout, and the flags of both in its access log.
  wording('upstream-timeout', 'upstream request timeout', /upstream request timeout/),
  wording('upstream-timeout', 'stream timeout', /(?:desc = |U(?:NAVAILABLE|navailable): )"?stream timeout/),
  wording(
    'upstream-timeout',
    ['HTTP/2" ', 'HTTP/2.0" '],
    /"[A-Z]{3,7} \S{1,300} HTTP\/2(?:\.0)?" \d{3} (?:UT|SI)(?![\w,])/,
  ),
  wording(
    'upstream-protocol-error',
    'reset reason: protocol error',
    /disconnect\/reset before headers\. reset reason: protocol error/,
  ),
  wording(
    'upstream-protocol-error',
    ['HTTP/2" ', 'HTTP/2.0" '],
    /"[A-Z]{3,7} \S{1,300} HTTP\/2(?:\.0)?" \d{3} UPE(?!\w)/,
  ),
  wording(
    'upstream-protocol-error',
    'upstream_reset_before_response_started{protocol',
    /upstream_reset_before_response_started\{protocol_error/,
  ),
];
