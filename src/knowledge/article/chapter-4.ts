import type { ArticleItem } from './item.ts';

/** Chapter 4: certificates, keepalive, leaks and DNS. */
export const chapter4: readonly ArticleItem[] = [
  {
    id: '4.1.masks',
    kind: 'claim',
    lines: '297, 299, 301',
    says: {
      en: "Go's TLS returns nothing but `x509.UnknownAuthorityError`; whether signature, date or name failed is lost.",
      zh: 'Go 的 TLS 校验只返回 `x509.UnknownAuthorityError`，到底是签名、过期还是名称不匹配都看不出来。',
    },
    verdict: 'false',
    why: {
      en: 'Each has a type and a text of its own: expired, wrong name, key usage, name constraints, path length. What masks is grpc: its error is a status, so `errors.As` finds no x509 type, and with `WithBlock` even the text is gone.',
      zh: '每种失败都有自己的类型和文本：过期、名称、密钥用途、名称约束、路径长度。真正掩盖的是 grpc：错误变成 status，`errors.As` 找不到 x509 类型；用了 `WithBlock`，连文本都没有。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8, grpc-go 1.50.1–1.85.0'],
  },
  {
    id: '4.1.masking-example',
    kind: 'snippet',
    lines: '303, 305-308',
    says: {
      en: 'With `InsecureSkipVerify: false` a missing root cannot be told from a revoked intermediate.',
      zh: '`InsecureSkipVerify: false` 时，无法区分缺少根 CA 和中间证书被吊销。',
    },
    verdict: 'false',
    why: {
      en: 'A revoked certificate is accepted: Go asks no CRL and no OCSP. What does look alike is a missing root and a missing intermediate.',
      zh: '被吊销的证书会被接受：Go 不查 CRL，也不查 OCSP。真正看不出区别的，是缺少根证书和缺少中间证书。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8'],
  },
  {
    id: '4.1.text-only',
    kind: 'claim',
    lines: '310',
    says: {
      en: 'The text of a failed handshake is always `x509: certificate signed by unknown authority`; that it expired is lost.',
      zh: '握手失败的文本总是 `x509: certificate signed by unknown authority`，“已过期”这样的细节都丢了。',
    },
    verdict: 'false',
    why: {
      en: 'Expired says `certificate has expired or is not yet valid: current time … is after …`, and the typed error is wrapped in `*tls.CertificateVerificationError`.',
      zh: '过期的文本是 `certificate has expired or is not yet valid: current time … is after …`，带类型的错误包在 `*tls.CertificateVerificationError` 里。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8'],
  },
  {
    id: '4.1.code-field',
    kind: 'claim',
    lines: '310, 326',
    says: {
      en: '`x509.CertificateInvalidError` has a field `Code`.',
      zh: '`x509.CertificateInvalidError` 有 `Code` 字段。',
    },
    verdict: 'false',
    why: {
      en: 'It is called `Reason`: `unknown field Code`.',
      zh: '字段叫 `Reason`，写成 Code 编译时报 `unknown field Code`。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8'],
  },
  {
    id: '4.1.callback',
    kind: 'snippet',
    lines: '312, 314-324',
    says: {
      en: 'A `VerifyPeerCertificate` that verifies `rawCerts[0]` again returns the full error.',
      zh: '自定义 `VerifyPeerCertificate`，对 `rawCerts[0]` 重新校验，拿到完整错误。',
    },
    verdict: 'false',
    why: {
      en: 'Useless or dangerous. With normal settings it is not called when verification fails. With `InsecureSkipVerify: true` it accepts any name, for it passes no DNSName, and refuses a correct chain, for it passes no intermediates.',
      zh: '不是没用就是危险。正常设置下校验失败时它根本不会被调用。配合 `InsecureSkipVerify: true` 时，因为没有传 DNSName，任何名称都放行；又因为没有传中间证书，正确的证书链反而被拒绝。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8'],
  },
  {
    id: '4.1.verification-error',
    kind: 'claim',
    lines: '321',
    says: { en: 'It keeps the original `x509.VerificationError`.', zh: '它保留了原始的 `x509.VerificationError`。' },
    verdict: 'false',
    why: {
      en: 'There is no such type: `undefined: x509.VerificationError`.',
      zh: '没有这个类型：`undefined: x509.VerificationError`。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8'],
  },
  {
    id: '4.1.bypass',
    kind: 'claim',
    lines: '326',
    says: {
      en: 'It bypasses a simplification inside tls by calling `Verify` itself, for diagnosis and monitoring.',
      zh: 'tls 内部把错误简化了，自己调用 `Verify` 就能绕开，诊断和监控都更准确。',
    },
    verdict: 'false',
    why: {
      en: 'There is no simplification: tls calls the same `Verify`. For monitoring, wrap the credentials and read the error of `ClientHandshake`, or use `VerifyConnection`.',
      zh: 'tls 内部没有简化，调用的就是同一个 `Verify`。要上报，可以包装凭据、读取 `ClientHandshake` 的错误，或者用 `VerifyConnection`。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8'],
  },
  {
    id: '4.1.row-expired',
    kind: 'table',
    lines: '328-329',
    says: {
      en: 'Expired: `x509.Expired`, but by default `UnknownAuthorityError` is shown.',
      zh: '证书过期：原本是 `x509.Expired`，默认却显示 `UnknownAuthorityError`。',
    },
    verdict: 'false',
    why: {
      en: 'The constant exists, and it is what arrives by default, as `Reason` of `CertificateInvalidError`.',
      zh: '这个常量存在，而且默认得到的就是它：`CertificateInvalidError` 的 `Reason`。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8'],
  },
  {
    id: '4.1.row-name',
    kind: 'table',
    lines: '330, 326',
    says: {
      en: 'Wrong DNS name: `x509.NameMismatch`, shown as the same.',
      zh: 'DNS 名称不匹配：原本是 `x509.NameMismatch`，显示同上。',
    },
    verdict: 'false',
    why: {
      en: 'A wrong name is an `x509.HostnameError` with both names in its text. `x509.NameMismatch` is about issuer and subject in a chain.',
      zh: '名称不匹配是 `x509.HostnameError`，文本里写明两个名称。`x509.NameMismatch` 说的是证书链里签发者与主体的名称。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8'],
  },
  {
    id: '4.1.row-revoked',
    kind: 'table',
    lines: '331',
    says: {
      en: 'Revoked intermediate: `x509.RejectedByCallback`, shown as the same.',
      zh: '中间证书被吊销：原本是 `x509.RejectedByCallback`，显示同上。',
    },
    verdict: 'false',
    why: {
      en: 'The name does not exist, and revocation is not looked at: all clients connected, and the CRL server was never asked.',
      zh: '这个名字不存在，而且根本不检查吊销：所有客户端都连上了，CRL 服务器一次请求也没收到。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8'],
  },
  {
    id: '4.1.diagram',
    kind: 'diagram',
    lines: '332-337',
    says: {
      en: "The default check ends in `UnknownAuthorityError`, one's own callback in an error with a code.",
      zh: '默认校验统一返回 `UnknownAuthorityError`，自定义回调返回带 Code 的错误。',
    },
    verdict: 'false',
    why: {
      en: 'The default returns precise errors, and the callback is not reached.',
      zh: '默认校验返回的就是精确错误，而回调根本走不到。',
    },
    basis: ['measured', 'Go 1.21.13–1.26.8'],
  },
  {
    id: '4.2.nginx-1.21.6',
    kind: 'claim',
    lines: '341',
    says: { en: 'nginx 1.21.6 and later support HTTP/2 and gRPC.', zh: 'nginx 1.21.6 以上原生支持 HTTP/2 和 gRPC。' },
    verdict: 'true',
    why: { en: 'gRPC since 1.13.10; 1.21.6 is no limit of it.', zh: 'gRPC 从 1.13.10 起就支持，与 1.21.6 无关。' },
    basis: ['documented', 'nginx ngx_http_grpc_module'],
  },
  {
    id: '4.2.truncation',
    kind: 'claim',
    lines: '339, 341',
    says: {
      en: 'nginx cuts off the passing on of gRPC keepalive in a hidden way.',
      zh: 'nginx 会暗中截断 gRPC keepalive，不完整地往后传。',
    },
    verdict: 'false',
    why: {
      en: "Nothing is cut off: PING belongs to one connection, and nginx ends the client's one and opens another. It answers each PING, in under 1 ms.",
      zh: '没有什么被截断：PING 只属于一条连接，nginx 终止客户端的连接，再另开一条。每个 PING 它都回答，用时不到 1 毫秒。',
    },
    basis: ['measured', 'nginx 1.22.1, grpc-go 1.85.0'],
  },
  {
    id: '4.2.config',
    kind: 'snippet',
    lines: '343, 345-360',
    says: {
      en: 'A configuration with upstream 127.0.0.1:8081, `keepalive 32`, `listen 8080 http2` and `grpc_pass grpc://`; buffering must be off.',
      zh: '一份配置：上游 127.0.0.1:8081，`keepalive 32`，`listen 8080 http2`，`grpc_pass grpc://`；并且必须关闭缓冲。',
    },
    verdict: 'true',
    why: {
      en: 'It passes gRPC on; since nginx 1.25.1 `http2 on;` is written instead. Nothing in it switches buffering off, and gRPC streams need no such thing.',
      zh: '这样可以转发 gRPC；nginx 1.25.1 起改写成 `http2 on;`。配置里没有关闭缓冲的指令，gRPC 流也不需要。',
    },
    basis: ['measured', 'nginx 1.22.1'],
  },
  {
    id: '4.2.upstream-keepalive',
    kind: 'claim',
    lines: '349, 362',
    says: {
      en: '`keepalive 32` is the pool of upstream connections and has no direct relation to gRPC keepalive.',
      zh: '`keepalive 32` 是上游连接池，与 gRPC keepalive 没有直接关系。',
    },
    verdict: 'true',
    why: { en: 'Right.', zh: '说得对。' },
    basis: ['measured', 'nginx 1.22.1'],
  },
  {
    id: '4.2.upstream-time',
    kind: 'number',
    lines: '362',
    says: {
      en: '`keepalive 32` sets how long idle connections stay, 60 s by default.',
      zh: '`keepalive 32` 控制空闲连接保留多久，默认 60 秒。',
    },
    verdict: 'false',
    why: {
      en: 'It is a number of connections. The time is `keepalive_timeout` of the upstream, and that is 60 s by default.',
      zh: '它是连接数。时间由上游的 `keepalive_timeout` 决定，默认才是 60 秒。',
    },
    basis: ['documented', 'nginx ngx_http_upstream_module'],
  },
  {
    id: '4.2.encoding-header',
    kind: 'claim',
    lines: '356-357',
    says: {
      en: 'nginx does not forward the keepalive fields of the grpc-encoding header.',
      zh: 'nginx 不转发 grpc-encoding 头里的 keepalive 字段。',
    },
    verdict: 'false',
    why: {
      en: 'There are none: grpc-encoding names a compression, keepalive is PING frames. To set the header to identity claims that compressed messages are not.',
      zh: '这种头部不存在：grpc-encoding 说的是压缩方式，keepalive 用的是 PING 帧。把它改成 identity，等于谎称压缩过的消息没有压缩。',
    },
    basis: ['documented', 'grpc/grpc doc/PROTOCOL-HTTP2.md'],
  },
  {
    id: '4.2.row-time',
    kind: 'table',
    lines: '364, 366-367',
    says: {
      en: 'KeepAliveTime 30 s: not passed on, ends between client and nginx.',
      zh: 'KeepAliveTime 30 秒：不透传，止于客户端到 nginx。',
    },
    verdict: 'true',
    why: {
      en: 'So it is. It finds a dead nginx, never a dead backend, and does not keep a stream alive: `grpc_read_timeout` cut it at 60 s.',
      zh: '确实如此。它能发现 nginx 死掉，发现不了后端死掉，也保不住流：60 秒后仍被 `grpc_read_timeout` 切断。',
    },
    basis: ['measured', 'nginx 1.22.1, grpc-go 1.85.0'],
  },
  {
    id: '4.2.row-timeout',
    kind: 'table',
    lines: '368',
    says: {
      en: 'KeepAliveTimeout 5 s: acts between nginx and the backend only.',
      zh: 'KeepAliveTimeout 5 秒：只在 nginx 到后端之间生效。',
    },
    verdict: 'false',
    why: {
      en: 'It acts on the client alone: how long it waits for the ACK of nginx. With a frozen nginx the error came at 15.0 s, 10 s of Time and 5 s of Timeout.',
      zh: '它只在客户端生效：等待 nginx 的 ACK 多久。nginx 冻结时，错误在 15.0 秒出现，即 Time 10 秒加 Timeout 5 秒。',
    },
    basis: ['measured', 'nginx 1.22.1, grpc-go 1.85.0'],
  },
  {
    id: '4.2.row-permit',
    kind: 'table',
    lines: '369',
    says: {
      en: 'PermitWithoutStream true: passed on, affects when the client pings.',
      zh: 'PermitWithoutStream true：会透传，影响客户端何时发心跳。',
    },
    verdict: 'false',
    why: {
      en: 'There is nothing to pass on: the client decides it for itself. Behind nginx it does not save the idle connection, which goes after 75 s.',
      zh: '没有可透传的东西，这是客户端自己的决定。经过 nginx 时它也保不住空闲连接，75 秒后照样关闭。',
    },
    basis: ['measured', 'nginx 1.22.1, grpc-go 1.85.0'],
  },
  {
    id: '4.2.diagram',
    kind: 'diagram',
    lines: '371, 373-377',
    says: {
      en: 'nginx drops the PING of the client and sends one of its own to the backend.',
      zh: 'nginx 丢弃客户端的 PING，再向后端发送自己的 PING。',
    },
    verdict: 'false',
    why: {
      en: 'It answers the client, and sends no PING to the backend: in 40 s of capture not a byte of HTTP/2 went there.',
      zh: '它会回答客户端，但不向后端发 PING：抓包 40 秒，上游没有一个字节的 HTTP/2。',
    },
    basis: ['measured', 'nginx 1.22.1, grpc-go 1.85.0'],
  },
  {
    id: '4.3.thesis',
    kind: 'claim',
    lines: '379',
    says: {
      en: 'GOMAXPROCS and leaking goroutines of a gRPC connection pool are related.',
      zh: 'GOMAXPROCS 与 gRPC 连接池的 goroutine 泄漏有关联。',
    },
    verdict: 'false',
    why: {
      en: 'Real leaks (connections never closed, streams never finished) grew alike with 1 and 8: 2 to 1992 and 2 to 1997 in 20 s.',
      zh: '真正的泄漏（连接不关、流不结束）在 1 和 8 下增长一样：20 秒内分别从 2 涨到 1992 和 1997。',
    },
    basis: ['measured', 'Go 1.26.8, grpc-go 1.85.0'],
  },
  {
    id: '4.3.setup',
    kind: 'number',
    lines: '381, 383',
    says: {
      en: 'The test: GOMAXPROCS=1 against GOMAXPROCS=8, 16 connections, 500 requests a second, 5 minutes.',
      zh: '压测：GOMAXPROCS=1 对比 GOMAXPROCS=8，16 个连接，每秒 500 个请求，5 分钟。',
    },
    verdict: 'true',
    why: {
      en: 'It can be repeated, and was (about 450 requests a second were reached), with another result.',
      zh: '可以重做，我们也重做了（实际达到每秒约 450 个请求），但结果不同。',
    },
    basis: ['measured', 'Go 1.26.8, grpc-go 1.85.0'],
  },
  {
    id: '4.3.dial',
    kind: 'snippet',
    lines: '385, 387-398',
    says: {
      en: '`grpc.Dial` to port 8080 with `WithBlock` and MinConnectTimeout of 5 s keeps retries from making the leak larger.',
      zh: '`grpc.Dial` 连接 8080 端口，加 `WithBlock` 和 5 秒的 MinConnectTimeout，避免重试放大泄漏。',
    },
    verdict: 'false',
    why: {
      en: 'Retries leak nothing. `WithBlock` without a deadline waits for ever for a server that is not there, and the error is thrown away.',
      zh: '重试不会造成泄漏。`WithBlock` 没有截止时间，服务端不在时会永远等待；错误还被丢掉了。',
    },
    basis: ['measured', 'grpc-go 1.50.1–1.85.0'],
  },
  {
    id: '4.3.min-connect-timeout',
    kind: 'claim',
    lines: '400',
    says: {
      en: 'MinConnectTimeout prevents a storm of short connections.',
      zh: 'MinConnectTimeout 能避免大量短连接。',
    },
    verdict: 'false',
    why: {
      en: 'It is the least time that one attempt to connect is given, 20 s by default. Less makes attempts end sooner. Storms are held back by the backoff.',
      zh: '它是每次连接尝试至少给多少时间，默认 20 秒；调小只会让尝试更早结束。抑制风暴靠的是退避。',
    },
    basis: ['documented', 'grpc-go 1.85.0 ConnectParams'],
  },
  {
    id: '4.3.with-block',
    kind: 'claim',
    lines: '400',
    says: {
      en: '`WithBlock()` makes sure that the connection is up before it goes on.',
      zh: '`WithBlock()` 确保连接就绪之后才继续。',
    },
    verdict: 'true',
    why: {
      en: 'It does, at the price of the error text, and `NewClient` ignores it.',
      zh: '确实如此，代价是看不到错误文本；而且 `NewClient` 会忽略它。',
    },
    basis: ['measured', 'grpc-go 1.50.1–1.85.0'],
  },
  {
    id: '4.3.row-1',
    kind: 'table',
    lines: '402, 404-405',
    says: {
      en: 'GOMAXPROCS 1: from 12 goroutines to 1,843 in 5 min, +15,258 %.',
      zh: 'GOMAXPROCS 1：5 分钟从 12 个 goroutine 涨到 1,843 个，+15,258%。',
    },
    verdict: 'false',
    why: {
      en: 'Measured: 82 at the start and 82 after five minutes, 135,347 calls, no error. And 12 is too few for 16 connections, which take 5 each.',
      zh: '实测：开始 82 个，五分钟后还是 82 个，135,347 次调用没有错误。另外 16 个连接不可能只有 12 个，每个连接就要 5 个。',
    },
    basis: ['measured', 'Go 1.26.8, grpc-go 1.85.0'],
  },
  {
    id: '4.3.row-8',
    kind: 'table',
    lines: '406',
    says: { en: 'GOMAXPROCS 8: from 14 to 47, +235 %.', zh: 'GOMAXPROCS 8：从 14 涨到 47，+235%。' },
    verdict: 'false',
    why: { en: 'Measured: 82 and 82, the same as with one.', zh: '实测：82 和 82，与 1 时完全一样。' },
    basis: ['measured', 'Go 1.26.8, grpc-go 1.85.0'],
  },
  {
    id: '4.3.serial',
    kind: 'claim',
    lines: '408, 410',
    says: {
      en: 'With GOMAXPROCS=1 connecting, health checks and flow control are serialised and block the pool.',
      zh: 'GOMAXPROCS=1 时，建立连接、健康检查、流量控制只能一个接一个，连接池因此堵住。',
    },
    verdict: 'false',
    why: {
      en: 'One processor runs one goroutine at a time, and those that wait for the network take none. Slower perhaps; not more of them.',
      zh: '一个处理器同一时刻只运行一个 goroutine，等待网络的不占处理器。可能变慢，但数量不会变多。',
    },
    basis: ['measured', 'Go 1.26.8, grpc-go 1.85.0'],
  },
  {
    id: '4.3.loopy-writer',
    kind: 'claim',
    lines: '410',
    says: {
      en: '`transport.loopyWriter` and `http2Client` goroutines pile up and are not collected.',
      zh: '`transport.loopyWriter` 和 `http2Client` 的 goroutine 积压，无法回收。',
    },
    verdict: 'false',
    why: {
      en: 'Their number follows the number of connections and falls to none after `Close`. Where they pile up, someone dials for each request.',
      zh: '它们的数量只取决于连接数，`Close` 之后归零。出现积压，说明有代码在为每个请求新建连接。',
    },
    basis: ['measured', 'grpc-go 1.50.1–1.85.0'],
  },
  {
    id: '4.3.diagram',
    kind: 'diagram',
    lines: '412-417',
    says: {
      en: 'GOMAXPROCS=1 makes transport goroutines queue and grow; several processors hold the leak down.',
      zh: 'GOMAXPROCS=1 让 transport goroutine 排队并不断增加；多个处理器能抑制泄漏。',
    },
    verdict: 'false',
    why: { en: 'Neither branch was seen.', zh: '两个分支都没有出现。' },
    basis: ['measured', 'Go 1.26.8, grpc-go 1.85.0'],
  },
  {
    id: '4.4.blocks',
    kind: 'claim',
    lines: '419, 421, 423',
    says: {
      en: '`grpc.WithBlock()` blocks until the connection is ready, and a DNS that does not answer makes it hang.',
      zh: '`grpc.WithBlock()` 会阻塞到连接就绪，DNS 不应答时就会卡住。',
    },
    verdict: 'true',
    why: {
      en: 'Without a context it was still hanging after 75 s, in every version tried: it retries for ever.',
      zh: '不带 context 时，所有试过的版本 75 秒后仍然卡着：它会一直重试。',
    },
    basis: ['measured', 'grpc-go 1.50.1, 1.60.1, 1.66.3, 1.85.0'],
  },
  {
    id: '4.4.coredns-3s',
    kind: 'number',
    lines: '423',
    says: { en: 'A CoreDNS that takes more than 3 s is enough.', zh: 'CoreDNS 延迟超过 3 秒就会触发。' },
    verdict: 'false',
    why: {
      en: 'Go waits 5 s for an answer and asks again; 3 s are slow, and nothing fails.',
      zh: 'Go 等待应答的上限是 5 秒，之后还会再问一次；3 秒只是慢，不会失败。',
    },
    basis: ['reasoned', 'Go 1.26.8 net'],
  },
  {
    id: '4.4.30-seconds',
    kind: 'number',
    lines: '423',
    says: {
      en: 'The default time-out of `net.DefaultResolver` is 30 s.',
      zh: '`net.DefaultResolver` 的默认超时是 30 秒。',
    },
    verdict: 'false',
    why: {
      en: 'Two attempts of 5 s for each name and server: 10 s for one name, 40 s with the search list of Kubernetes. 30 s is a limit of grpc-go itself, from 1.63.2 on.',
      zh: '每个名称、每台服务器两次，每次 5 秒：一个名称 10 秒，加上 Kubernetes 的搜索列表是 40 秒。30 秒是 grpc-go 自己的上限，1.63.2 起才有。',
    },
    basis: ['measured', 'Go 1.26.8, grpc-go 1.50.1–1.85.0'],
  },
  {
    id: '4.4.lock',
    kind: 'claim',
    lines: '423',
    says: {
      en: 'Meanwhile the goroutine holds a lock of the pool and does not react to cancel.',
      zh: '这段时间里 goroutine 锁着连接池，cancel 也不起作用。',
    },
    verdict: 'false',
    why: {
      en: 'Cancelled after 2 s, it returned after 2.0 s; with `dns:///` and the resolver in Go after 5.16 s, for it waits for the running attempt. Late, no deadlock.',
      zh: '2 秒时取消，2.0 秒返回；用 `dns:///` 和 Go 解析器时 5.16 秒返回，因为要等正在进行的那次查询。只是晚，不是死锁。',
    },
    basis: ['measured', 'grpc-go 1.50.1–1.85.0'],
  },
  {
    id: '4.4.dial',
    kind: 'snippet',
    lines: '425, 427-431',
    says: {
      en: '`grpc.Dial` on port 9000 of a service name with `WithBlock` and `WithTimeout` of 5 s shows the deadlock.',
      zh: '用 `grpc.Dial` 连接服务名的 9000 端口，加 `WithBlock` 和 5 秒的 `WithTimeout`，复现死锁。',
    },
    verdict: 'false',
    why: {
      en: 'It ends after 5.0 to 5.5 s with `context deadline exceeded`.',
      zh: '5.0 到 5.5 秒后以 `context deadline exceeded` 结束。',
    },
    basis: ['measured', 'grpc-go 1.50.1, 1.60.1, 1.66.3, 1.85.0'],
  },
  {
    id: '4.4.with-timeout',
    kind: 'claim',
    lines: '430, 433',
    says: {
      en: '`WithTimeout` of 5 s has no effect: it does not bound what `WithBlock` does.',
      zh: '5 秒的 `WithTimeout` 无效，约束不了 `WithBlock` 内部的解析。',
    },
    verdict: 'false',
    why: {
      en: 'It does bound it. Without effect it is with `NewClient`, which ignores both options.',
      zh: '它能约束。真正无效的是用在 `NewClient` 上：两个选项都被忽略。',
    },
    basis: ['measured', 'grpc-go 1.50.1–1.85.0'],
  },
  {
    id: '4.4.wait-for-connected',
    kind: 'claim',
    lines: '433',
    says: {
      en: 'Inside it calls `ac.waitForConnected(ctx)`, and DNS is `net.Resolver.LookupHost`, parked in `runtime.gopark`, which stops the whole start.',
      zh: '内部调用 `ac.waitForConnected(ctx)`，DNS 由 `net.Resolver.LookupHost` 执行，停在 `runtime.gopark`，整个启动卡死。',
    },
    verdict: 'false',
    why: {
      en: 'grpc-go has no such function in the versions read; Dial waits for changes of state. Every waiting goroutine is parked, that is no fault.',
      zh: '查过的 grpc-go 版本里都没有这个函数，Dial 等的是状态变化。任何等待中的 goroutine 都会 park，这不是故障。',
    },
    basis: ['documented', 'grpc-go 1.8.0, 1.29.1, 1.85.0'],
  },
  {
    id: '4.4.row-resolver',
    kind: 'table',
    lines: '435, 437-438',
    says: {
      en: "Way one: `WithBlock()` with a resolver of one's own that respects the context, by writing `Resolve` anew.",
      zh: '方案一：`WithBlock()` 加自定义解析器，注入支持 context 的解析，重写 `Resolve`。',
    },
    verdict: 'false',
    why: {
      en: 'A resolver of grpc-go has no method Resolve and gets no context: there are `Build`, `ResolveNow` and `Close`.',
      zh: 'grpc-go 的解析器没有 Resolve 方法，也拿不到 context，只有 `Build`、`ResolveNow` 和 `Close`。',
    },
    basis: ['documented', 'grpc-go 1.85.0 resolver'],
  },
  {
    id: '4.4.row-context',
    kind: 'table',
    lines: '439',
    says: {
      en: 'Way two: `DialContext` with a time limit: bounded all the way, and DeadlineExceeded can be told apart.',
      zh: '方案二：`DialContext` 加超时退避：ctx 全程可控，能区分 DeadlineExceeded。',
    },
    verdict: 'dated',
    why: {
      en: 'It worked: 5.0 s for 5 s, or 10.01 s with `dns:///`, and the error has no word about DNS. Today: `NewClient`, and a deadline for each RPC.',
      zh: '曾经可行：设 5 秒就是 5.0 秒，用 `dns:///` 时是 10.01 秒，错误里没有一个字提到 DNS。现在应当用 `NewClient`，并给每个 RPC 设截止时间。',
    },
    basis: ['measured', 'grpc-go 1.50.1–1.85.0'],
  },
  {
    id: '4.4.row-prewarm',
    kind: 'table',
    lines: '440, 446',
    says: {
      en: 'Way three: warm up the DNS cache at start, with `PreferGo = true` and a `LookupHost`.',
      zh: '方案三：启动时预热 DNS 缓存，设 `PreferGo = true` 再调用 `LookupHost`。',
    },
    verdict: 'false',
    why: {
      en: 'Go has no DNS cache: it only doubles the queries, 20 instead of 12. And `PreferGo` chooses the resolver that cancel does not interrupt.',
      zh: 'Go 没有 DNS 缓存，只会让查询变多：20 次而不是 12 次。而 `PreferGo` 选中的，正是取消时不会立即中断的那个解析器。',
    },
    basis: ['measured', 'Go 1.26.8, grpc-go 1.85.0'],
  },
  {
    id: '4.4.diagram',
    kind: 'diagram',
    lines: '442, 444-449',
    says: {
      en: 'Practice: DialContext, warm up DNS, a context of 8 s, fall back to the IP, report a metric.',
      zh: '推荐流程：DialContext、预热 DNS、8 秒的 context、失败改连 IP、上报指标。',
    },
    verdict: 'false',
    why: {
      en: 'One step of five is of use, the deadline. Better: `NewClient`, a deadline for each RPC, the trailing dot or `ndots:2`, and `conn.Connect()` with `WaitForStateChange` where the start has to wait.',
      zh: '五步里只有截止时间有用。更好的做法：`NewClient`，给每个 RPC 设截止时间，域名末尾加点或 `ndots:2`；启动必须等待时，用 `conn.Connect()` 加 `WaitForStateChange`。',
    },
    basis: ['measured', 'Go 1.26.8, grpc-go 1.85.0'],
  },
  {
    id: '4.4.8-seconds',
    kind: 'number',
    lines: '447',
    says: { en: 'A context of 8 s bounds it.', zh: '8 秒的 context 能限制时间。' },
    verdict: 'true',
    why: { en: 'The RPC ended after 8.0 s.', zh: 'RPC 在 8.0 秒结束。' },
    basis: ['measured', 'grpc-go 1.66.3, 1.85.0'],
  },
  {
    id: '4.4.ip-fallback',
    kind: 'advice',
    lines: '448',
    says: { en: 'On failure connect to the IP address.', zh: '失败时改为直连 IP。' },
    verdict: 'false',
    why: {
      en: "With TLS the name no longer matches: `cannot validate certificate for 127.0.0.1 because it doesn't contain any IP SANs`. And where is the address from, if DNS is down?",
      zh: "用了 TLS，名称就对不上：`cannot validate certificate for 127.0.0.1 because it doesn't contain any IP SANs`。况且 DNS 不可用，IP 从哪里来？",
    },
    basis: ['measured', 'grpc-go 1.85.0'],
  },
  {
    id: '4.4.metric',
    kind: 'advice',
    lines: '449',
    says: { en: 'Report `metrics.dns_resolve_failure`.', zh: '上报 `metrics.dns_resolve_failure`。' },
    verdict: 'out-of-scope',
    why: {
      en: 'A name of its own for something that the caller cannot see: the error does not mention DNS.',
      zh: '这是自拟的指标名，而且调用方看不出来：错误里没有提到 DNS。',
    },
  },
];
