export const en = {
  summary: 'A server ends the handshake because it does not know the server name in it',
  title: '{target} does not know the server name {name}',
  'why-unrecognized': 'It answers the name in the ClientHello (SNI) with alert {alert}: unrecognised name.',
  'why-without':
    'With {name} in the ClientHello (SNI) it answers alert {alert}, without a name it goes on. So it looks for a certificate by that name and finds none.',
  'title-any': '{target} ends every handshake with an internal error, whatever the name',
  'why-any':
    'Alert {alert} is what a Go server sends when its GetCertificate or GetConfigForClient gives an error. It does so without a server name, too, so {name} is not to blame.',
  'fix-any':
    'look at the log of the server, with GRPC_GO_LOG_SEVERITY_LEVEL=info for grpc-go: the error is one of its own code',
  'fix-client': 'let the client ask for a name that the server knows: the one in the target, or ServerName',
  'fix-server':
    'or teach the server, or the proxy before it, the name {name}: GetCertificate of a tls.Config must not fail for it',
  'seen-why':
    'The server has no certificate for the name that the client put into the ClientHello (SNI), or its code gives an error for it.',
  'seen-fix':
    'let the client ask for a name that the server knows: the one in the target, or ServerName; or give the server a certificate for this name',
  'seen-ask':
    'does the handshake succeed with another name? Try: grpc-doctor probe HOST:PORT --as tls --servername NAME; the log of the server tells its own errors',
} as const;
