import { deprecatedNames } from './deprecated-names.ts';
import { imaginaryNames } from './imaginary-names.ts';
import { buildVariables, goVariables } from './names.ts';
import { grpcFloors } from './questions.ts';

/** Words that make a sentence and say nothing of what it is about, in small letters; of Chinese each two neighbours. */
export const fillers: ReadonlySet<string> = new Set(
  (
    'a an and are as at be but by can cannot do does for from get gets got has have how i if in into is it its me must my no not of on or ' +
    'please should so than that the then there this to too use using was we what when where which who why will with would you your ' +
    '的 了 吗 呢 是 在 怎么 什么 为什 么办 如何 可以 一个 不能 没有 必须 需要 这个 那个 我的 请问'
  ).split(' '),
);

/**
 * What people call a topic, where neither its id nor its sentences say it: variables, flags, symbols, and the short form in which a
 * claim goes round. By the id of the trap, of the piece of the article, or of the section.
 */
export const lookupNames: Readonly<Record<string, readonly string[]>> = {
  'plugin-failed': ['status code 1', 'Plugin failed with status code 1', '状态码 1', '退出码 1', '插件失败'],
  'deadline-exceeded': ['context deadline exceeded', 'DeadlineExceeded', '超时', '截止时间'],
  'connection-ended': ['transport is closing', '连接断开', '传输正在关闭'],
  'stream-reset': ['RST_STREAM', 'stream terminated by RST_STREAM'],
  'unknown-authority': ['certificate signed by unknown authority', '未知的证书颁发机构'],
  'alpn-missing': ['ALPN', 'h2', 'missing selected ALPN property', 'GRPC_ENFORCE_ALPN_ENABLED'],
  'c-compiler-missing': ['gcc', 'CC', 'exec: "gcc": executable file not found in $PATH'],
  'ca-bundle-missing': ['ca-certificates', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'no CA certificates'],
  'cgo-disabled': ['Binary was compiled with CGO_ENABLED=0', 'go-sqlite3 requires cgo'],
  'checksum-mismatch': ['verifying module: checksum mismatch', 'SECURITY ERROR'],
  'checksum-protection-off': ['GOSUMDB', 'GOSUMDB=off', 'GONOSUMDB', 'GONOSUMCHECK', 'GOINSECURE'],
  'connection-refused': ['ECONNREFUSED', '连接被拒绝', '拒绝连接'],
  'cpu-throttled': ['cpu.stat', 'nr_throttled', 'CPU limit', 'CPU 限流'],
  'dial-deprecated': ['DialContext deprecated', 'NewClient'],
  'dns-name-not-found': ['no such host', 'NXDOMAIN', '域名不存在'],
  'dns-server-unreachable': ['DNS timeout', 'DNS 超时', 'resolv.conf', 'CoreDNS timeout', 'ndots'],
  'dynamic-loader-missing': ['ld-linux', 'ld-musl', 'exec /app: no such file or directory'],
  'exec-format-error': ['exec format error', 'GOARCH', 'cross compile', '交叉编译'],
  'gateway-drops-unknown-fields': ['json_name', 'DiscardUnknown'],
  'generated-code-missing': ['no required module provides package pb', '没有生成代码'],
  'glibc-not-found': ['GLIBC_2.34 not found', "version `GLIBC_2.32' not found"],
  'go-cache-not-writable': ['GOCACHE', 'GOMODCACHE', 'permission denied'],
  'go-directive-too-low': ['go directive', 'go 行'],
  'go-missing': ['go: command not found', '找不到 go 命令'],
  'go-package-missing': ['go_package', 'unable to determine Go import path', 'M option'],
  'go-package-foreign': ['module=', 'paths=source_relative', 'paths=import'],
  'go-too-old-for-module': ['minimum Go version', 'go.mod requires go', 'Go 版本太低'],
  'go111module-off': ['GO111MODULE', 'GO111MODULE=off', 'modules disabled by GO111MODULE=off'],
  'goaway-max-age': ['GOAWAY', 'max_age', 'MaxConnectionAge', 'graceful_stop'],
  'gobin-unusable': ['GOBIN'],
  'goenv-poisoned': ['GOENV', 'go env -w'],
  'goflags-invalid': ['GOFLAGS'],
  'gomaxprocs-above-quota': ['GOMAXPROCS', 'automaxprocs', 'cgroup CPU quota'],
  'gopath-unusable': ['GOPATH'],
  'goroot-mismatch': ['does not match go tool version', 'GOROOT mismatch', 'GOROOT 不匹配', 'GOROOT 错配'],
  'health-service-missing': ['grpc.health.v1.Health', 'unknown service grpc.health.v1.Health', 'grpc_health_probe'],
  'http-proxy-env-interferes': ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'proxyconnect'],
  'import-cycle-go': ['import cycle not allowed'],
  'import-cycle-proto': ['File recursively imports itself', 'recursively imports itself'],
  'keepalive-too-many-pings': ['too_many_pings', 'ENHANCE_YOUR_CALM', 'MinTime', 'EnforcementPolicy'],
  'listen-address-mismatch': ['0.0.0.0', '127.0.0.1', 'listen address'],
  'localhost-in-container': ['localhost in docker', 'host.docker.internal', '容器里的 localhost'],
  'message-larger-than-max': [
    'ResourceExhausted',
    'MaxCallRecvMsgSize',
    'MaxRecvMsgSize',
    'received message larger than max',
  ],
  'missing-go-sum': ['missing go.sum entry', 'go.sum'],
  'mtls-client-cert-missing': ['mTLS', 'RequireAndVerifyClientCert', 'client certificate', '双向 TLS', '双向认证'],
  'no-transport-security-set': ['no transport security set', 'WithTransportCredentials', 'insecure.NewCredentials'],
  'name-resolver-zero-addresses': ['name resolver error: produced zero addresses', 'produced zero addresses'],
  'nginx-http1-upstream': ['grpc_pass', 'proxy_pass', 'nginx'],
  'envoy-upstream-protocol-mismatch': ['envoy', 'upstream connect error or disconnect/reset before headers'],
  'openapi-names-differ': ['UseProtoNames'],
  'openapi-null-for-unset': ['EmitUnpopulated'],
  'openapi-types-differ': ['int64 string', 'enums_as_ints', 'UseEnumNumbers'],
  'outside-module': ['go.mod file not found', 'no go.mod'],
  'plugin-legacy': ['github.com/golang/protobuf/protoc-gen-go'],
  'plugin-not-on-path': [
    'program not found or is not executable',
    'protoc-gen-go not found',
    'protoc-gen-go-grpc not found',
    'protoc plugin PATH',
    '找不到插件',
    '找不到 protoc-gen-go',
    '找不到 protoc-gen-go-grpc',
  ],
  'plugin-unpinned': ['pin versions', '固定版本'],
  'plugins-grpc-flag-removed': ['plugins=grpc', 'plugins are not supported'],
  'private-module-auth': ['GOPRIVATE', 'GONOPROXY', 'terminal prompts disabled', '私有模块'],
  'proto3-optional-needs-flag': ['--experimental_allow_proto3_optional', 'proto3 optional'],
  'protoc-missing': ['protoc: command not found', 'install protoc', '安装 protoc'],
  'proxy-hangs': [
    'go mod download hangs',
    'GOPROXY timeout',
    'go mod download 卡住',
    '代理超时',
    'proxy slow',
    '下载卡住',
  ],
  'proxy-unreachable': ['proxy unreachable', 'GOPROXY unreachable', '连不上代理'],
  'proxy-without-fallback': ['goproxy.cn', 'GOPROXY without direct'],
  'reflection-not-enabled': ['grpcurl', 'server does not support the reflection API', 'reflection.Register'],
  'registration-conflict': ['namespace conflict', 'GOLANG_PROTOBUF_REGISTRATION_CONFLICT', 'already registered'],
  'sumdb-unreachable': ['checksum database', '校验和数据库'],
  'target-scheme-wrong': ['dns:///', 'passthrough', 'http://', 'too many colons in address'],
  'tls-cn-only': ['relies on legacy Common Name field', 'x509ignoreCN', 'SAN', 'subjectAltName', 'CommonName'],
  'tls-expired': ['certificate has expired or is not yet valid', '证书过期', '证书已过期'],
  'tls-name-mismatch': [
    'HostnameError',
    'certificate is valid for',
    'ServerName',
    'cannot validate certificate because it does not contain any IP SANs',
  ],
  'tls-plaintext-to-tls': ['error reading server preface: EOF'],
  'tls-revocation-not-checked': ['CRL', 'OCSP', '证书吊销'],
  'tls-to-plaintext': ['first record does not look like a TLS handshake'],
  'tls-unknown-authority': ['UnknownAuthorityError', '自签名证书', 'self-signed certificate'],
  'tls-version': ['protocol version not supported', 'MinVersion', 'MaxVersion'],
  'toolchain-not-available': ['GOTOOLCHAIN', 'GOTOOLCHAIN=local'],
  'tzdata-missing': ['unknown time zone', 'TZ', 'ZONEINFO', 'LoadLocation', '时区'],
  'unimplemented-embed': ['mustEmbedUnimplemented', 'UnimplementedServer', 'require_unimplemented_servers'],
  'unimplemented-service': ['code = Unimplemented', 'unknown service', 'unknown method'],
  'verify-callback-unsafe': ['InsecureSkipVerify', 'VerifyPeerCertificate', 'VerifyConnection'],
  'version-manager-drift': ['asdf', 'mise', 'gvm', '.tool-versions', '.go-version'],
  'wall-clock-arithmetic': ['Round(0)', 'monotonic clock', '单调时钟'],
  'workspace-mode-conflict': ['-mod may only be set to readonly when in workspace mode', '-mod=mod'],
  'workspace-version-skew': ['GOWORK=off', 'GOWORK'],
  '1.intro.plugin-not-found': ['plugin not found', 'protoc 报 plugin not found'],
  '1.intro.client-conn-interface': ['undefined: grpc.ClientConnInterface'],
  '1.version-coupling.go-1.21': [
    'grpc 1.60 needs Go 1.21',
    'grpc 1.60 需要 Go 1.21',
    'minimum Go version for grpc',
    'grpc 最低 Go 版本',
  ],
  '1.version-coupling.go111module-on': ['GO111MODULE must be on', 'GO111MODULE 必须是 on', '必须开启 GO111MODULE'],
  '1.plugin-path.latest': ['@latest', '安装最新版插件'],
  '1.tls.preface-text': ['closed before server preface', '收到 server preface 之前连接关闭'],
  '1.tls.new-insecure': ['credentials.NewInsecure'],
  '1.script.row-coupling': ['undefined: grpc.UnaryServerInterceptor', 'grpc.UnaryServerInterceptor 未定义'],
  '2.2.static-fails': ['CGO_ENABLED=0 not static', 'CGO_ENABLED=0 不是静态'],
  '2.3.avalanche': ['proxy avalanche', '依赖解析雪崩'],
  '2.4.thesis': ['time.Now Windows', 'time.Now precision', 'Windows time.Now 精度'],
  '2.5.issue-62074': ['#62074'],
  '2.5.mod-vendor-panic': ['-mod=vendor not supported', '工作区不支持 -mod=vendor'],
  '3.1.row-3.21.12': ['protoc-gen-go 1.29', 'protoc-gen-go 至少 1.29'],
  '3.1.panic': ['protoc-gen-go 1.28 panic', 'optional 空指针'],
  '3.2.silent': ['silent cycle', '循环引用静默通过', '静默循环'],
  '3.3.tags': ['json:",string"', 'json 标签 string'],
  '4.1.masks': ['错误码掩盖'],
  '4.1.row-name': ['NameMismatch'],
  '4.1.row-revoked': ['RejectedByCallback'],
  '4.2.truncation': ['nginx keepalive', 'nginx 透传 keepalive'],
  '4.3.thesis': ['GOMAXPROCS leak', 'goroutine leak', 'GOMAXPROCS 泄漏', 'goroutine 泄漏'],
  '4.4.row-prewarm': ['DNS pre-warm', 'DNS 预热'],
};

/** Names that tables have, by the trap that speaks of them. */
export const measuredNames: Readonly<Record<string, () => readonly string[]>> = {
  'dial-deprecated': () => deprecatedNames.flatMap(namesInCode),
  'generated-code-newer-than-grpc': () => grpcFloors().map(({ constant }) => `SupportPackageIsVersion${constant}`),
  'imaginary-api': () => imaginaryNames.flatMap(namesInCode),
};

/** As code writes it, `grpc.WithInsecure`, and without its package; a package as a whole by its path. */
function namesInCode({ package: path, name }: { readonly package: string; readonly name?: string }): string[] {
  return name === undefined ? [path] : [`${path.split('/').at(-1)}.${name}`, name];
}

/** Variables that decide what Go, gRPC or a program does here; `explain` shows the value of one that is asked for. */
export const shownVariables: readonly string[] = [
  ...goVariables,
  ...buildVariables,
  'GOAMD64',
  'GODEBUG',
  'GOMAXPROCS',
  'GRPC_GO_LOG_SEVERITY_LEVEL',
  'GRPC_GO_LOG_VERBOSITY_LEVEL',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'LD_LIBRARY_PATH',
  'NO_PROXY',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'TZ',
  'ZONEINFO',
];
