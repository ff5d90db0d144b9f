import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '已弃用的连接方式和已弃用的包',
  'title-hangs': '带 WithBlock 又没有截止时间的拨号：服务端不在时会一直等下去',
  'title-gone': '{name} 在 grpc-go {version} 中还有，从 {removed} 起没有了',
  'title-migration': '{name} 已弃用；{instead} 需要 grpc-go {floor}，而构建用的是 {version}',
  'title-lenient': '{name} 已弃用，而且会接受 {instead} 拒绝的 JSON',
  'title-info': '{name} 自 {deprecated} 起已弃用',
  'title-info-many': '{name} 自 {deprecated} 起已弃用；连同类似用法共 {count} 处',
  'title-known': '{name} 自 {deprecated} 起已弃用，代码注明了已知此事',
  'label-hangs': '等到连接建立为止',
  'label-gone': '在 {removed} 中移除',
  'label-migration': '从 {floor} 起有替代',
  'label-lenient': '改用 {instead}',
  'label-info': '改用 {instead}',
  'why-hangs':
    'WithBlock 会让拨号反复重试，直到连接建立。这里没有任何东西能让它停下：上下文没有期限，也没有 WithTimeout。程序会一声不响地卡住。',
  'why-gone': '今天还能用。下一次升级 grpc-go 就编译不过，所以要先把它换掉。',
  'why-migration': '替代它的写法在这个版本里还没有。先改版本，再改代码；反过来就编译不过。',
  'why-lenient':
    '实测：重复的字段、消息后面的多余文本、列表中的 null、不是 UTF-8 的字节，都不会报错。JSON 来自他人时，这一点很要紧。',
  'why-dial':
    '它现在还能用，整个 1.x 都会支持。grpc.NewClient 与它只有三点不同：默认 scheme 是 dns 而不是 passthrough；第一次调用时才连接；忽略 WithBlock、WithTimeout、FailOnNonTempDialError 和 WithReturnConnectionError。',
  'why-name': '它在这个版本里还能用。它的文档建议改用 {instead}。',
  'fix-deadline':
    '拨号时传入 context.WithTimeout 得到的上下文；或者去掉 WithBlock，给每个调用设截止时间（需要等待的调用用 WaitForReady）',
  'fix-upgrade': '先单独提交一次，把 grpc-go 升级到有替代写法的版本',
  'fix-credentials': '用 insecure.NewCredentials 代替 WithInsecure：连接完全相同',
  'fix-client':
    '用 NewClient 代替 Dial；目标是 DNS 服务器不认识的名字时（集群内部名、bufconn、自定义拨号函数），在前面加上 passthrough:///',
  'fix-dial': '改用 grpc.NewClient，去掉它忽略的选项，给每个调用设截止时间；目标不是 DNS 名时保留 passthrough:///',
  'fix-name': '用 {instead} 代替 {name}',
  'seen-why': 'linter 报告了 grpc-go 的一个已弃用函数；它仍然可用。',
  'seen-fix': '迁移之前先看清有什么变化：grpc.NewClient 解析名字和建立连接的时机都不同',
};
