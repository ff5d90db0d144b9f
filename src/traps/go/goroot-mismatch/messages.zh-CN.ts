import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'GOROOT 指向另一个版本的 Go，或者根本不是 Go 的目录',
  'title-version': 'GOROOT 是 Go {root} 的目录，而 PATH 中的 go 是 {running}',
  'title-missing': 'GOROOT={value} 不存在，所有 go 命令都无法运行',
  'title-no-tree': 'GOROOT={value} 里没有 Go：既没有标准库，也没有编译器',
  'title-hidden': 'GOROOT 是 Go {root} 的目录，而 PATH 中的 go 是 {running}；在这里会切换到 Go {wanted}，问题被掩盖了',
  'why-version':
    'go 命令从 GOROOT 取编译器和标准库，两者必须与它自己同一版本。不设这个变量，它也知道自己的目录；{source} 把它覆盖了。',
  'why-missing': 'go 命令做任何事之前都要先找到自己的根目录。{source} 指定的位置什么都没有，所以连 go env 都没有回答。',
  'why-no-tree':
    'go 命令从 GOROOT 取编译器、标准库和默认设置（GOPROXY、GOSUMDB、GOTOOLCHAIN），而 {source} 覆盖了它。常见的原因是目录写高了或写低了一层。',
  'why-hidden':
    '切换到的工具链有自己的根目录，所以这个项目能编译。到了项目之外，或者用 go install 安装工具时，不会发生切换，就会失败。',
  'bites-version': 'compile: version "go{root}" does not match go tool version "go{running}"',
  'bites-missing': 'go: cannot find GOROOT directory: {value}',
  'bites-no-tree': 'package fmt is not in std ({value}/src/fmt)，以及 go: no such tool "vet"',
  'fix-manager': '用 {manager} 重新选一次 Go，或者打开新的 shell：GOROOT 是它的目录，而 PATH 先找到了另一个 go',
  'seen-why': '一个安装的 go 命令用了另一个安装的编译器：GOROOT 指向别处，或者两个版本解压到了同一个目录。',
  'seen-fix': '取消 GOROOT；如果新旧版本解压在一起，删除后重新安装',
  'tree-ask':
    '`ls "$(go env GOROOT)"/src/fmt` 能列出文件吗？不能：GOROOT 指向的不是完整的 Go。能：构建缓存是在 GOROOT 有误时写入的，运行 `go clean -cache` 即可。',
};
