import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '域名服务器没有应答，Go 客户端会一直等它，一个名字最多等半分钟',
  'title-silent': '没有域名服务器应答：{servers}',
  'title-refused': '域名服务器 {servers} 上没有程序在监听',
  'title-failed': '域名服务器 {server} 答不出 {name} 是什么',
  'title-slow': '有一台域名服务器没有应答（{servers}），每次查 {name} 都要为它等 {seconds} 秒',
  'title-system': '系统的解析器查不出 {name}',
  'why-silent':
    'Go 对每个问题都要等，每台服务器都要再问一遍，而搜索列表拼出的每个名字都这样做：总共 {seconds} 秒。没有截止时间的调用会等这么久；截止时间更短的调用只会报 "context deadline exceeded"，一个字也不提 DNS。',
  'why-silent-limit':
    'Go 要等完所有问题、服务器和搜索列表里的名字，需要 {seconds} 秒；grpc-go 到 {limit} 秒就停下。没有截止时间的调用会等这么久；截止时间更短的调用只会报 "context deadline exceeded"，一个字也不提 DNS。',
  'why-refused': '那台服务器所在的机器说，这个端口上没有程序在监听。这不花时间，但每次查询都会立刻失败。',
  'why-default':
    '/etc/resolv.conf 不存在，或者里面没有服务器。这时 Go 会去问本机的 53 端口，而那里没有程序在监听。libc 也会这样做。',
  'why-failed':
    '服务器回答 SERVFAIL：它自己没有得到回答，或者不相信得到的回答（DNSSEC）。grpc-go 过一会儿会再试，并报告这个错误。',
  'why-slow':
    'Go 按 /etc/resolv.conf 里的顺序问服务器，而且什么都不记：每次查询都先问那台没有应答的，每个要试的名字各一次。它也没有缓存。',
  'why-system':
    '在这种系统上，Go 问的是系统的解析器，这次探测也是这样；没有直接问过任何域名服务器，所以说不出是哪一台有问题。',
  'fix-ask': '自己问一下这台服务器；如果它没有运行，就启动它，或者放行 53 端口的 UDP 和 TCP',
  'fix-options':
    '把没有应答的服务器从 /etc/resolv.conf 里去掉；等待时间短一些，其余的代价也就小一些（Kubernetes 里写在 Pod 的 dnsConfig）',
  'fix-local':
    '在 /etc/resolv.conf 里写一台会应答的域名服务器；用 systemd-resolved 时是 127.0.0.53，并且这个服务要在运行',
  'fix-upstream': '自己查一下 {name}，再看那台服务器的日志：它问了谁，得到了什么',
  'fix-system': '看一下系统问的是哪些域名服务器',
  'seen-why': '域名服务器没有应答，或应答无效。',
  'seen-fix': '查看 /etc/resolv.conf 指定的服务器，以及从这里能否访问它',
  'seen-ask': '直接问那台服务器，它怎么回答？dig @SERVER NAME',
};
