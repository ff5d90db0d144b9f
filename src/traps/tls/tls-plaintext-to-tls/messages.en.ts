export const en = {
  summary: 'A client speaks plaintext, and the server waits for TLS',
  title: '{target} waits for TLS, and the client speaks plaintext',
  why: 'The server takes the HTTP/2 preface for a broken ClientHello and closes, mostly without a word. A TLS handshake with {address} gets an answer.',
  'why-client-certificate':
    'The server takes the HTTP/2 preface for a broken ClientHello and closes, mostly without a word. A TLS handshake with {address} gets an answer, and is asked for a certificate of the client, too.',
  'fix-client': 'let the client speak TLS; without a file it trusts the authorities of the system',
  'title-code-always': '{file} dials {target} in plaintext, where {server} listens with TLS',
  'title-code-switched': '{call} dials in plaintext whatever happens, and {server} takes TLS when it is told to',
  'why-code-always': 'No other server of the project has this port, and both sides are constants.',
  'why-code-switched':
    'The option that gives the server TLS is set in a branch; the dial of the gateway in the same package has no such branch. As soon as TLS is switched on, the gateway reaches nobody.',
  'bites-code': 'rpc error: code = Unavailable desc = connection error: desc = "error reading server preface: EOF"',
  'fix-code': 'give this dial the credentials that the server asks for, by the same switch',
  'seen-why': 'The server speaks TLS, and this client plaintext: its first bytes are no TLS record.',
  'seen-fix': 'let the client use credentials.NewTLS with the authority of the server',
} as const;
