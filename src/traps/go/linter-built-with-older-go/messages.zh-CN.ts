import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '编译 golangci-lint 用的 Go 比模块要求的旧',
  title: 'golangci-lint {version} 是用 Go {built} 编译的，模块写的是 {text}',
  why: 'linter 自带编译它的那个 Go（{built}）的类型检查器，读不了面向 Go {target} 的模块。',
  'bites-refused':
    "Error: can't load config: the Go language version (go{built}) used to build golangci-lint is lower than the targeted Go version ({target})",
  'bites-export-data':
    'could not load export data: internal error in importing "internal/goarch" (unsupported version: 2)',
  'fix-version': '改用 {fitting}，这是第一个用足够新的 Go 编译的版本（规则和配置格式可能不同）',
  'fix-build': '或者用 Go {language} 自己编译',
  'seen-why': 'golangci-lint 是用比 go.mod 要求更旧的 Go 构建的，读不了更新的代码。',
  'seen-fix': '换用更新版本的 golangci-lint，或用当前的 Go 重新构建它',
};
