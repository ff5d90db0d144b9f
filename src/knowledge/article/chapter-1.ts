import type { ArticleItem } from './item.ts';

/** Chapter 1: four traps and a script. */
export const chapter1: readonly ArticleItem[] = [
  {
    id: '1.intro.survey-2024',
    kind: 'claim',
    lines: '7',
    says: {
      en: 'A survey of Go developers of 2024 is the source of its figures.',
      zh: '数字来自 2024 年的一份 Go 开发者调研。',
    },
    verdict: 'unverifiable',
    why: {
      en: 'The survey is neither named nor linked, and we found none that asks this.',
      zh: '没有给出调研的名称和链接，我们也没有找到问过这个问题的调研。',
    },
  },
  {
    id: '1.intro.73-percent',
    kind: 'number',
    lines: '3, 5, 7',
    says: {
      en: '73 % of the failures to start a service or to compile a .proto come from the environment and not from code.',
      zh: '服务起不来、Protobuf 编译失败的案例里，73% 出在环境而不是代码。',
    },
    verdict: 'unverifiable',
    why: {
      en: 'No data and no way of counting is given. Do not repeat the figure.',
      zh: '既没有数据，也没有统计口径。请不要转述这个数字。',
    },
  },
  {
    id: '1.intro.90-percent',
    kind: 'number',
    lines: '3, 5',
    says: { en: '90 % of developers overlook 4 hidden traps.', zh: '90% 的开发者忽略了 4 个隐藏陷阱。' },
    verdict: 'unverifiable',
    why: {
      en: 'No source. There are far more than four, and the commonest reports are about others: see the list of traps.',
      zh: '没有来源。陷阱远不止四个，用户报告最多的也不是这四个，请看陷阱列表。',
    },
  },
  {
    id: '1.intro.2.6-hours',
    kind: 'number',
    lines: '7',
    says: {
      en: 'Finding such a fault takes more than 2.6 hours on average.',
      zh: '平均要花 2.6 小时以上才能查出原因。',
    },
    verdict: 'unverifiable',
    why: { en: 'No source.', zh: '没有来源。' },
  },
  {
    id: '1.intro.silent-go-run',
    kind: 'claim',
    lines: '7',
    says: {
      en: 'These faults often make `go run main.go` fail in silence.',
      zh: '这些缺陷常让 `go run main.go` 静默失败。',
    },
    verdict: 'false',
    why: {
      en: 'In each of the broken environments of the lab protoc or go ended with an error and a text. What is silent is something else: a plugin that is an empty file, a proxy that serves changed code, a workspace that builds other versions.',
      zh: '实验里每个损坏的环境，protoc 或 go 都以错误退出并给出文本。真正静默的是别的情况：插件是空文件、代理提供了被改动的代码、工作区换了依赖版本。',
    },
    basis: ['measured', 'Go 1.24.9, 1.26.8'],
  },
  {
    id: '1.intro.plugin-not-found',
    kind: 'claim',
    lines: '7',
    says: { en: 'protoc reports `plugin not found`.', zh: 'protoc 会报 `plugin not found`。' },
    verdict: 'false',
    why: {
      en: 'protoc never prints this. The line to look for is `protoc-gen-go: program not found or is not executable`.',
      zh: 'protoc 从不输出这句话。要找的是 `protoc-gen-go: program not found or is not executable` 这一行。',
    },
    basis: ['measured', 'protoc 3.12.4, 3.21.12, 36.2'],
  },
  {
    id: '1.intro.client-conn-interface',
    kind: 'claim',
    lines: '7',
    says: {
      en: '`undefined: grpc.ClientConnInterface` is a typical sign.',
      zh: '典型现象之一是 `undefined: grpc.ClientConnInterface`。',
    },
    verdict: 'dated',
    why: {
      en: "It appears with grpc-go 1.26.0 and older only. With today's plugins and grpc-go below 1.64 the first errors name stream types such as `grpc.ServerStreamingClient`.",
      zh: '只有 grpc-go 1.26.0 及更早版本才会出现。用现在的插件配 1.64 以前的 grpc-go，最先报的是 `grpc.ServerStreamingClient` 之类的流类型。',
    },
    basis: ['measured', 'grpc-go 1.26.0, 1.27.0, 1.63.2, 1.64.0'],
  },
  {
    id: '1.version-coupling.go-1.21',
    kind: 'claim',
    lines: '9, 11',
    says: { en: 'grpc-go 1.60 and later demand Go 1.21 or later.', zh: 'grpc-go 1.60 以上强制要求 Go 1.21 以上。' },
    verdict: 'false',
    why: {
      en: 'go.mod of 1.60.1 says `go 1.19`, and it built with Go 1.19.13 and 1.20.14. 1.21 is asked for from 1.65.0 on, 1.26.0 from 1.85.0 on.',
      zh: '1.60.1 的 go.mod 写的是 `go 1.19`，用 Go 1.19.13 和 1.20.14 都能编译。从 1.65.0 起才要求 1.21，从 1.85.0 起要求 1.26.0。',
    },
    basis: ['measured', 'Go 1.19.13, 1.20.14; grpc-go 1.27.0–1.85.0'],
  },
  {
    id: '1.version-coupling.go111module-on',
    kind: 'claim',
    lines: '11',
    says: { en: 'grpc-go demands `GO111MODULE=on`.', zh: 'grpc-go 要求启用 `GO111MODULE=on`。' },
    verdict: 'false',
    why: {
      en: 'Unset, `auto` and `on` build a module alike. Only `off` breaks it, and values that go does not know.',
      zh: '不设置、`auto`、`on` 编译模块的结果一样。只有 `off` 和 go 不认识的取值才会出错。',
    },
    basis: ['measured', 'Go 1.21.13, 1.26.8'],
  },
  {
    id: '1.version-coupling.auto-left-over',
    kind: 'claim',
    lines: '11',
    says: {
      en: 'An old `export GO111MODULE=auto` in scripts is the trap.',
      zh: '脚本里残留的 `export GO111MODULE=auto` 就是陷阱。',
    },
    verdict: 'false',
    why: {
      en: 'Inside a module `auto` is the same as unset. It differs only in a folder without go.mod, where it means GOPATH mode.',
      zh: '在模块目录里 `auto` 与不设置相同，只有在没有 go.mod 的目录里才不同：那时它表示 GOPATH 模式。',
    },
    basis: ['measured', 'Go 1.26.8'],
  },
  {
    id: '1.version-coupling.check-go111module',
    kind: 'snippet',
    lines: '13-15',
    says: {
      en: '`go env GO111MODULE` has to print `on`, else the module does not see protoc-gen-go-grpc.',
      zh: '`go env GO111MODULE` 必须输出 `on`，否则模块感知不到 protoc-gen-go-grpc。',
    },
    verdict: 'false',
    why: {
      en: 'Where the variable is unset, the default since Go 1.16, the command prints an empty line and all is well. protoc starts plugins by PATH and knows nothing of modules.',
      zh: '没有设置这个变量时（Go 1.16 起的默认情况），命令输出空行，一切正常。插件是 protoc 按 PATH 启动的，与模块无关。',
    },
    basis: ['measured', 'Go 1.26.8'],
  },
  {
    id: '1.version-coupling.check-grpc-version',
    kind: 'snippet',
    lines: '16-17',
    says: {
      en: '`go list -m google.golang.org/grpc` prints the version in use, which may not be the one in go.mod.',
      zh: '`go list -m google.golang.org/grpc` 显示的是实际版本，而不是 go.mod 里声明的版本。',
    },
    verdict: 'true',
    why: {
      en: 'It prints the selected version. With `replace` the line holds two versions and the right one counts; it needs no go.sum, so its answer does not prove that the module builds.',
      zh: '它显示选中的版本。有 `replace` 时一行里有两个版本，右边的才算数；它不需要 go.sum，所以有输出不代表模块能编译。',
    },
    basis: ['measured', 'Go 1.26.8'],
  },
  {
    id: '1.plugin-path.must-be-on-path',
    kind: 'claim',
    lines: '19, 21',
    says: {
      en: 'protoc-gen-go and protoc-gen-go-grpc must be executable and on PATH.',
      zh: 'protoc-gen-go 和 protoc-gen-go-grpc 必须可执行，并且在 PATH 中。',
    },
    verdict: 'true',
    why: {
      en: 'So it is for protoc and buf with local plugins. `--plugin=`, remote plugins of buf and `go tool` need no PATH.',
      zh: '用 protoc 或 buf 的本地插件时确实如此。`--plugin=`、buf 的远程插件和 `go tool` 不需要 PATH。',
    },
    basis: ['measured', 'protoc 3.12.4, 3.21.12, 36.2; buf 1.75.0'],
  },
  {
    id: '1.plugin-path.gopath-bin',
    kind: 'claim',
    lines: '21',
    says: { en: '`go install` puts programs into `$GOPATH/bin`.', zh: '`go install` 默认把程序装到 `$GOPATH/bin`。' },
    verdict: 'true',
    why: {
      en: 'Unless `GOBIN` is set. Of several folders in GOPATH it is the first.',
      zh: '前提是没有设置 `GOBIN`。GOPATH 有多个目录时，用的是第一个。',
    },
    basis: ['measured', 'Go 1.26.8'],
  },
  {
    id: '1.plugin-path.not-in-shell',
    kind: 'claim',
    lines: '19, 21',
    says: {
      en: 'This folder is often missing from the settings of the shell.',
      zh: 'shell 配置里常常没有加入这个目录。',
    },
    verdict: 'true',
    why: {
      en: 'Go does not add it, and make, editors and CI jobs have a PATH of their own. How often it bites, nobody counted.',
      zh: 'Go 不会自动加入，make、编辑器和 CI 任务又各有自己的 PATH。至于多常见，没有人统计过。',
    },
    basis: ['measured', 'protoc 30.2'],
  },
  {
    id: '1.plugin-path.latest',
    kind: 'advice',
    lines: '23-26',
    says: {
      en: 'Install both plugins `@latest`: only this matches the grpc-go in use.',
      zh: '两个插件必须装 `@latest`，才能与当前的 grpc-go 匹配。',
    },
    verdict: 'false',
    why: {
      en: 'The newest protoc-gen-go-grpc (1.6.2) emits code that does not compile with grpc-go 1.63.2 and older. Install the version that fits go.mod, and pin it.',
      zh: '最新的 protoc-gen-go-grpc（1.6.2）生成的代码，在 grpc-go 1.63.2 及更早版本上编译不过。应当安装与 go.mod 匹配的版本，并固定下来。',
    },
    basis: ['measured', 'protoc-gen-go-grpc 1.1.0–1.6.2, grpc-go 1.26.0–1.85.0'],
  },
  {
    id: '1.plugin-path.export-path',
    kind: 'snippet',
    lines: '27-28',
    says: {
      en: 'Repair: put `$(go env GOPATH)/bin` at the end of PATH.',
      zh: '修复方法：把 `$(go env GOPATH)/bin` 加到 PATH 末尾。',
    },
    verdict: 'true',
    why: {
      en: 'For a default installation. It repairs nothing when `GOBIN` is set, is wrong for a GOPATH of several folders, and at the end of PATH an older copy stays in front.',
      zh: '默认安装时有效。设置了 `GOBIN` 时不起作用，GOPATH 有多个目录时写法也不对；放在末尾，排在前面的旧插件仍然优先。',
    },
    basis: ['measured', 'protoc 30.2'],
  },
  {
    id: '1.tls.tls-by-default',
    kind: 'claim',
    lines: '30, 32',
    says: { en: 'gRPC switches TLS on by default.', zh: 'gRPC 默认启用 TLS。' },
    verdict: 'false',
    why: {
      en: 'grpc-go has no default: a client without credentials gets an error before any packet, `grpc: no transport security set`, and a server without `grpc.Creds` is plaintext.',
      zh: 'grpc-go 没有默认值：客户端不给凭据，还没发包就报 `grpc: no transport security set`；服务端不设 `grpc.Creds` 就是明文。',
    },
    basis: ['measured', 'grpc-go 1.45.0–1.85.0'],
  },
  {
    id: '1.tls.no-server-certificate',
    kind: 'claim',
    lines: '30, 32',
    says: { en: 'A server without a certificate makes clients fail.', zh: '服务端没有配置证书，客户端就会报错。' },
    verdict: 'false',
    why: {
      en: 'Such a server is plaintext, and plaintext clients work. Only a TLS client fails there: `tls: first record does not look like a TLS handshake`.',
      zh: '这样的服务端是明文，明文客户端可以正常访问。只有 TLS 客户端会失败：`tls: first record does not look like a TLS handshake`。',
    },
    basis: ['measured', 'grpc-go 1.45.0–1.85.0'],
  },
  {
    id: '1.tls.preface-text',
    kind: 'claim',
    lines: '32',
    says: {
      en: 'The client then says `connection closed before server preface received`.',
      zh: '这时客户端报 `connection closed before server preface received`。',
    },
    verdict: 'false',
    why: {
      en: 'The other way round: a plaintext client met a server that has TLS, or that closes. And the text exists only in grpc-go 1.41 to 1.50; later ones say `error reading server preface: EOF`.',
      zh: '正好相反：这是明文客户端遇到了启用 TLS（或主动关闭连接）的服务端。而且只有 grpc-go 1.41 到 1.50 有这句话，之后是 `error reading server preface: EOF`。',
    },
    basis: ['measured', 'grpc-go 1.36.0–1.85.0'],
  },
  {
    id: '1.tls.disable-on-server',
    kind: 'advice',
    lines: '32, 34',
    says: {
      en: 'To check quickly, switch TLS off in server.go, for development only.',
      zh: '快速验证：在 server.go 里显式关闭 TLS（仅限开发环境）。',
    },
    verdict: 'false',
    why: {
      en: 'A server is plaintext until it is given credentials, so there is nothing to switch off. It is the client that must say `insecure.NewCredentials()`.',
      zh: '服务端不给凭据本来就是明文，没有可关的东西。需要写 `insecure.NewCredentials()` 的是客户端。',
    },
    basis: ['measured', 'grpc-go 1.50.1, 1.85.0'],
  },
  {
    id: '1.tls.new-insecure',
    kind: 'snippet',
    lines: '34-36',
    says: {
      en: '`credentials.NewInsecure()` goes into `grpc.NewServer(grpc.Creds(creds))`.',
      zh: '用 `credentials.NewInsecure()` 生成凭据，传给 `grpc.NewServer(grpc.Creds(creds))`。',
    },
    verdict: 'false',
    why: {
      en: 'It does not compile: `undefined: credentials.NewInsecure`. The function is `insecure.NewCredentials()` of `google.golang.org/grpc/credentials/insecure`, since grpc-go 1.34.',
      zh: '编译不过：`undefined: credentials.NewInsecure`。正确的函数是 `google.golang.org/grpc/credentials/insecure` 里的 `insecure.NewCredentials()`，grpc-go 1.34 起才有。',
    },
    basis: ['measured', 'grpc-go 1.50.1, 1.85.0'],
  },
  {
    id: '1.script.four-checks',
    kind: 'claim',
    lines: '38, 40',
    says: { en: 'The script finds the four traps in one go.', zh: '运行一次脚本，四个陷阱就都能查出来。' },
    verdict: 'false',
    why: {
      en: 'In 35 environments it was right in 1 of the 19 healthy and 4 of the 16 broken ones. Two of the four traps, TLS and the proxy, it does not look at.',
      zh: '在 35 个环境里，19 个健康的它只判对 1 个，16 个损坏的只判对 4 个。四个陷阱中的 TLS 和代理，它根本没有检查。',
    },
    basis: ['measured', 'Go 1.24.9, 1.26.8; protoc 30.2'],
  },
  {
    id: '1.script.exit-code',
    kind: 'snippet',
    lines: '42-43',
    says: {
      en: 'A bash file that prints a heading and a green or red line for each check.',
      zh: '一个 bash 脚本，先输出标题，再为每项检查输出一行绿色或红色结果。',
    },
    verdict: 'true',
    why: {
      en: 'It runs as written. Its exit code is 0 whatever it finds, so no CI job can use it.',
      zh: '照写可以运行。但无论结果如何退出码都是 0，CI 任务用不了。',
    },
    basis: ['measured', 'sh, bash'],
  },
  {
    id: '1.script.check-go111module',
    kind: 'snippet',
    lines: '44',
    says: { en: 'Check one: red unless GO111MODULE is `on`.', zh: '第一项：GO111MODULE 不是 `on` 就报红。' },
    verdict: 'false',
    why: {
      en: 'Red on every default installation. With `on`, all seven broken environments that the script missed were fully green.',
      zh: '所有默认安装都会报红。而设成 `on` 之后，脚本漏判的 7 个损坏环境全部显示为绿色。',
    },
    basis: ['measured', 'Go 1.26.8'],
  },
  {
    id: '1.script.check-protoc-gen-go',
    kind: 'snippet',
    lines: '45',
    says: { en: 'Check two: `which` finds protoc-gen-go.', zh: '第二项：用 `which` 查找 protoc-gen-go。' },
    verdict: 'false',
    why: {
      en: 'Found is not fit: it was green with a plugin of another architecture and with the old program of the same name. It is red in an image without `which`, and where `--plugin=` is used. protoc itself is never looked for.',
      zh: '找得到不等于能用：插件是别的架构、或是同名的旧程序时，它都是绿色。镜像里没有 `which`、或使用 `--plugin=` 时，它却报红。protoc 本身从未检查。',
    },
    basis: ['measured', 'protoc 30.2'],
  },
  {
    id: '1.script.check-protoc-gen-go-grpc',
    kind: 'snippet',
    lines: '46',
    says: { en: 'Check three: `which` finds protoc-gen-go-grpc.', zh: '第三项：用 `which` 查找 protoc-gen-go-grpc。' },
    verdict: 'false',
    why: {
      en: 'Not asked is the version, which decides whether the code compiles: green with plugin 1.6.2 and grpc-go 1.60.1, which fails.',
      zh: '它不看版本，而版本决定代码能否编译：插件 1.6.2 配 grpc-go 1.60.1 编译失败，它却是绿色。',
    },
    basis: ['measured', 'protoc-gen-go-grpc 1.1.0, 1.6.2'],
  },
  {
    id: '1.script.check-grpc-version',
    kind: 'snippet',
    lines: '47',
    says: {
      en: 'Check four: `go list -m` with the pattern `v1\\.[6-9][0-9]` shows grpc-go 1.60 or later, else it is too old.',
      zh: '第四项：对 `go list -m` 的输出匹配 `v1\\.[6-9][0-9]`，匹配到就是 grpc-go 1.60 以上，否则就是太旧。',
    },
    verdict: 'false',
    why: {
      en: 'Red also without go, outside a module, with a too old Go, a stale vendor folder or a dead proxy, each time with the same wrong reason. It takes the wrong side of `replace`, cannot match 1.100, and 1.60 is no limit of anything.',
      zh: '没有 go、不在模块里、Go 太旧、vendor 目录过期、代理不可用时也都报红，给出的都是同一个错误原因。有 `replace` 时取错一边，1.100 匹配不上，而且 1.60 本来就不是什么门槛。',
    },
    basis: ['measured', 'Go 1.24.9, 1.26.8'],
  },
  {
    id: '1.script.priorities',
    kind: 'table',
    lines: '48-52',
    says: {
      en: 'Repair in this order: versions, PATH, TLS, proxy (five stars to two).',
      zh: '修复优先级：版本、PATH、TLS、代理（五星到两星）。',
    },
    verdict: 'unverifiable',
    why: {
      en: 'No reason is given. grpc-doctor orders by what blocks what: the first finding is where to start.',
      zh: '没有说明依据。grpc-doctor 按“谁挡住谁”排序，第一条就是该先处理的。',
    },
  },
  {
    id: '1.script.row-coupling',
    kind: 'table',
    lines: '49',
    says: {
      en: 'Version coupling shows as `undefined: grpc.UnaryServerInterceptor`.',
      zh: '版本耦合的典型报错是 `undefined: grpc.UnaryServerInterceptor`。',
    },
    verdict: 'false',
    why: {
      en: 'The type is in every release since 1.0.5. No pair of versions gave this text.',
      zh: '这个类型从 1.0.5 起每个版本都有，任何版本组合都没有出现过这条报错。',
    },
    basis: ['measured', 'grpc-go 1.0.5–1.85.0'],
  },
  {
    id: '1.script.row-path',
    kind: 'table',
    lines: '50',
    says: {
      en: 'A missing PATH shows as `protoc: plugin failed with status code 1`.',
      zh: 'PATH 缺失的典型报错是 `protoc: plugin failed with status code 1`。',
    },
    verdict: 'false',
    why: {
      en: 'Every plugin that ends with code 1 gives that last line: a wrong option, a missing go_package, `plugins=grpc`. Only `program not found or is not executable` above it means PATH.',
      zh: '任何以 1 退出的插件都有这样的最后一行：选项写错、缺少 go_package、用了 `plugins=grpc`。只有它上面的 `program not found or is not executable` 才说明是 PATH。',
    },
    basis: ['measured', 'protoc 3.12.4, 3.21.12, 36.2'],
  },
  {
    id: '1.script.row-tls',
    kind: 'table',
    lines: '51',
    says: {
      en: 'TLS that is not set up shows as a connection that closes at once, without a detailed log.',
      zh: 'TLS 未配置的表现是连接立即关闭，没有详细日志。',
    },
    verdict: 'false',
    why: {
      en: 'Each mismatch has a text of its own, and each side another one. What hides the text is `WithBlock`: then it is `context deadline exceeded`.',
      zh: '每种不匹配都有自己的文本，两端各不相同。真正把文本藏起来的是 `WithBlock`：只剩 `context deadline exceeded`。',
    },
    basis: ['measured', 'grpc-go 1.50.1–1.85.0'],
  },
  {
    id: '1.script.row-proxy',
    kind: 'table',
    lines: '52',
    says: {
      en: 'A polluted proxy makes `go get` fetch an incompatible grpc.',
      zh: 'Go 代理污染会让 `go get` 拉到不兼容的 grpc 分支。',
    },
    verdict: 'true',
    why: {
      en: 'Only after someone switched the checksum database off and where go.sum has no hash yet: then changed code ran without a word. With default settings go refused it.',
      zh: '前提是有人关掉了校验和数据库，而且 go.sum 里还没有对应的校验和：这时被改动的代码会不声不响地运行。默认设置下 go 会拒绝。',
    },
    basis: ['measured', 'Go 1.26.8'],
  },
];
