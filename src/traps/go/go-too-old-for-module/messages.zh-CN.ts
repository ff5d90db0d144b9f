import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '正在使用的 Go 比 go.mod、go.work 或某个依赖要求的版本旧',
  title: '{file} 需要 Go {needed}，当前是 Go {running}',
  'title-dependency': '{module} 需要 Go {needed}，当前是 Go {running}',
  label: '需要 Go {needed}',
  'why-refused':
    '从 Go 1.21 起 go 行是硬性要求。GOTOOLCHAIN={toolchain} 禁止切换到更新的工具链，所以这个模块里的每条 go 命令都会停下。',
  'why-advice': 'Go 1.21 之前 go 行只是建议：构建会继续，直到代码用到这个 Go 没有的东西才失败。',
  'why-uncompilable': 'Go 1.19.13 以及 1.20.8 至 1.20.14 不编译 go 行高于 1.21 的包：从 Go 1.22 起循环变量的语义变了。',
  'why-unreadable': 'Go 1.21 之前的版本读不懂 "{text}"，会停在 {file} 的这一行。',
  'bites-refused': 'go: {file} requires go >= {needed} (running go {running}; GOTOOLCHAIN={toolchain})',
  'bites-refused-dependency': 'go: {module} requires go >= {needed} (running go {running}; GOTOOLCHAIN={toolchain})',
  'bites-advice':
    'package cmp is not in GOROOT、undefined: atomic.Int64 之类，并附带 "note: module requires Go {needed}"',
  'bites-uncompilable': '…: cannot compile Go {language} code',
  'bites-unreadable':
    "{file}:{line}: invalid go version '{needed}': must match format 1.23，或 unknown directive: toolchain",
  'fix-order': '在 PATH 中把已安装的 Go {version} 放到旧版本前面',
  'fix-upgrade': '安装 Go {needed} 或更新的版本',
  'seen-why': '运行的 Go 比 go.mod 或标准库的包所要求的版本旧。',
  'seen-fix': '在这里（或镜像、CI 任务中）安装新的 Go，或者用 GOTOOLCHAIN=auto 让它自动下载',
  'seen-ask':
    '这是在哪里输出的？在镜像或 CI 任务里，起作用的是那里的 Go：`grpc-doctor check` 会指出是哪个阶段。在本机：`go version` 与 `go env GOROOT` 所指的 Go 一致吗？',
};
