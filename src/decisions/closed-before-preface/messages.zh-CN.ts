export const zh = {
  title: '连接在 HTTP/2 的第一个数据到来之前就结束了',
  'what-speaks':
    '在客户端所在的机器上，以与客户端相同的方式（WAY 为 `plaintext`、`tls` 或 `mtls`）探测，最先发现的是什么？',
  tls: '服务器使用 TLS，而客户端使用明文',
  'client-certificate': '服务器要求客户端证书，但没有收到它认可的证书',
  http1: '回答的是 HTTP/1 服务器',
  other: '回答的程序既不是 TLS 也不是 HTTP',
  closes: '连接被接受，随后一言不发就被关闭',
} as const;
