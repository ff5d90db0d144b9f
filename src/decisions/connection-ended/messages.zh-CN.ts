export const zh = {
  title: '连接结束了，而文本没有说明是谁结束的',
  when: '它在什么时候发生？',
  quiet: '一段时间没有调用之后，或者流上没有数据时',
  'first-call': '每次都在第一个调用时',
  'same-age': '总是在连接存在了差不多同样长的时间之后',
  restart: '服务器或它前面的代理重新启动或崩溃时：看它自己的日志；客户端再次调用就能连通',
  'who-cuts': '安静的连接是谁切断的？',
  cut: '在一个整数时间（60 s、75 s、5 min）之后被切断，没有 GOAWAY，或者 GOAWAY 什么也没说',
  'too-many-pings': 'GOAWAY 带有 too_many_pings：客户端发送 PING 比服务器允许的更频繁',
  stays: '没有被切断：结束的连接达到了服务器允许的最长存在时间（GOAWAY max_age）',
} as const;
