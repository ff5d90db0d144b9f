export const en = {
  summary: 'Client and server have no version of TLS in common',
  'title-old': '{target} speaks {version} at best, and Go {go} asks for TLS 1.2',
  'title-none': '{target} refuses every version of TLS that a Go client offers',
  'why-old': 'Clients of Go {since} and later offer TLS 1.2 and 1.3 alone.',
  'why-none': 'It ends the handshake because of the version, for TLS 1.2 and 1.3 and for the older ones.',
  fix: 'let the server speak TLS 1.2 and 1.3; MaxVersion and MinVersion of a tls.Config, or a proxy before it, may forbid them',
  'seen-why': 'The versions of TLS that client and server allow have nothing in common.',
  'seen-fix': 'allow TLS 1.2 or 1.3 on both sides',
} as const;
