import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '插件是为版本管理器里的某个 Go 安装的，而现在运行的是另一个 Go',
  'title-shim': '{plugin} 是为 Go {other} 安装的；现在运行的是 Go {running}，{manager} 的 shim 找不到可启动的程序',
  'title-gone': '{plugin} 留在 {manager} 的 Go {other} 那里；现在运行的是 Go {running}，它的目录里没有 {plugin}',
  'title-unknown': '{plugin} 已为 Go {running} 安装，但 {manager} 还没有为它生成 shim',
  'why-asdf':
    'asdf 为每个 Go 单独设置 GOBIN，shim 只启动当前所选版本里的程序。go install 写入的程序在每次切换后都会留在旧版本里。',
  'why-mise':
    'mise 把 GOBIN 设为该版本自己的目录（除非 go.set_gobin 为 false）。go install 写入的程序在每次切换后都会留在旧版本里。',
  'why-goenv': 'goenv 把 GOPATH 设为 ~/go/版本号。go install 写入的程序在每次切换后都会留在旧版本里。',
  'why-gvm': 'gvm 把 GOPATH 设为该版本的包集合（pkgset）。go install 写入的程序在每次切换后都会留在旧版本里。',
  'why-unknown': '{manager} 只在被要求时才生成 shim，go install 写入程序时不会自动生成；而 PATH 只指向 shim 目录。',
  bites: '{plugin}: program not found or is not executable … --{flag}_out: {plugin}: Plugin failed with status code 1.',
  'bites-asdf':
    'No version is set for command {plugin} … --{flag}_out: {plugin}: Plugin failed with status code 126.（没有为该命令设置版本）',
  'bites-mise':
    'mise ERROR No version is set for shim: {plugin} … --{flag}_out: {plugin}: Plugin failed with status code 1.（没有为该 shim 设置版本）',
  'bites-goenv':
    "goenv: '{plugin}' command not found … --{flag}_out: {plugin}: Plugin failed with status code 127.（找不到命令）",
  'fix-again': '在 Go {running} 运行时按项目指定的版本重新安装',
  'fix-reshim': '让版本管理器重新生成 shim',
  'seen-why':
    'PATH 中的插件是版本管理器的 shim。go install 把程序放进了某个 Go 版本的目录；现在选用的是另一个 Go，它的目录里没有这个程序。',
  'seen-fix': '在选用项目的 Go 时，按项目写明的版本重新安装插件',
};
