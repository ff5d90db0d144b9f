export const en = {
  title: 'A port refused the connection',
  'who-listens': 'On the machine, or in the container, in which the server should run: who listens on the port?',
  nobody: 'nobody listens on it: the server is not up, or the port is another one',
  'loopback-only': 'somebody listens, on 127.0.0.1 or on one other address, and the client asks by another',
  'own-container': 'the client runs in a container and asks localhost, which is the container itself',
  'address-of-proxy': 'the address that refuses is that of HTTPS_PROXY, and not the one that the client asks for',
} as const;
