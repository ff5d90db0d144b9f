import type { ArticleSection, Bilingual } from './item.ts';

/** The sections in the order of the article. The first and the last chapter have no numbers of their own: theirs are ours. */
export const articleSections: readonly ArticleSection[] = [
  { id: '1.intro', title: { en: 'The figures it opens with', zh: '开篇的数字' } },
  { id: '1.version-coupling', title: { en: 'grpc-go, Go and GO111MODULE', zh: 'grpc-go、Go 与 GO111MODULE' } },
  { id: '1.plugin-path', title: { en: 'Plugins and PATH', zh: '插件与 PATH' } },
  { id: '1.tls', title: { en: 'TLS on the first start', zh: '首次启动时的 TLS' } },
  { id: '1.script', title: { en: 'The script and its table', zh: '检测脚本及其表格' } },
  {
    id: '2.1',
    title: { en: 'GOROOT, GOPATH, several Go versions', zh: 'GOROOT、GOPATH 与多个 Go 版本' },
  },
  {
    id: '2.2',
    title: { en: 'CGO_ENABLED=0 and static binaries', zh: 'CGO_ENABLED=0 与静态二进制' },
  },
  { id: '2.3', title: { en: 'A broken module proxy', zh: '模块代理出错' } },
  { id: '2.4', title: { en: 'Clocks and health checks', zh: '时钟与健康检查' } },
  { id: '2.5', title: { en: 'vendor and go.work', zh: 'vendor 与 go.work' } },
  {
    id: '3.1',
    title: { en: 'protoc, protoc-gen-go and optional', zh: 'protoc、protoc-gen-go 与 optional' },
  },
  { id: '3.2', title: { en: 'Import cycles of .proto files', zh: '.proto 文件的循环导入' } },
  { id: '3.3', title: { en: 'gRPC-Gateway and OpenAPI', zh: 'gRPC-Gateway 与 OpenAPI' } },
  { id: '4.1', title: { en: 'Errors of certificate checks', zh: '证书校验的错误' } },
  { id: '4.2', title: { en: 'Keepalive behind nginx', zh: 'nginx 之后的 keepalive' }, later: 'runtime' },
  { id: '4.3', title: { en: 'GOMAXPROCS and goroutine leaks', zh: 'GOMAXPROCS 与 goroutine 泄漏' }, later: 'runtime' },
  { id: '4.4', title: { en: 'WithBlock and DNS', zh: 'WithBlock 与 DNS' }, later: 'runtime' },
  {
    id: '5.stack',
    title: { en: 'The stack of a migration project', zh: '某迁移项目的技术栈' },
    later: 'infrastructure',
  },
  {
    id: '5.calico',
    title: { en: 'An outage and a Calico variable', zh: '一次故障与一个 Calico 变量' },
    later: 'infrastructure',
  },
  { id: '5.edge', title: { en: 'Edge computing', zh: '边缘计算' }, later: 'infrastructure' },
  { id: '5.community', title: { en: 'Contributions to open source', zh: '开源贡献' }, later: 'infrastructure' },
  { id: '5.accelerators', title: { en: 'Accelerators as resources', zh: '加速卡资源' }, later: 'infrastructure' },
  { id: '5.compliance', title: { en: 'Policies and compliance', zh: '策略与合规' }, later: 'infrastructure' },
];

/** Its chapters. */
export const articleChapters: readonly { readonly id: string; readonly title: Bilingual }[] = [
  { id: '1', title: { en: 'Four traps and a script', zh: '四个陷阱与一个脚本' } },
  { id: '2', title: { en: 'The Go environment', zh: 'Go 环境' } },
  { id: '3', title: { en: 'Protocol Buffers', zh: 'Protocol Buffers' } },
  { id: '4', title: { en: 'gRPC at run time', zh: 'gRPC 运行时' } },
  { id: '5', title: { en: 'Infrastructure', zh: '基础设施' } },
];
