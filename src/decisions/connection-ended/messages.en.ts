export const en = {
  title: 'A connection ended, and the text does not say who ended it',
  when: 'When does it happen?',
  quiet: 'after a time without calls, or with a stream on which nothing comes',
  'first-call': 'at the first call, each time',
  'same-age': 'always at about the same age of the connection',
  restart:
    'when the server, or a proxy before it, is started anew or crashes: its own log tells; a client that calls again gets through',
  'who-cuts': 'Who cuts a connection that stays quiet?',
  cut: 'it is cut after a round time (60 s, 75 s, 5 min), without GOAWAY or with one that says nothing',
  'too-many-pings': 'GOAWAY with too_many_pings: the client sends PINGs more often than the server allows',
  stays: 'it stays: what ended was as old as the server lets connections become (GOAWAY max_age)',
} as const;
