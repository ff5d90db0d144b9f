import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'GOPATH 不是绝对路径，或者就是 Go 自己的目录',
  title: 'go 无法使用 GOPATH={value}',
  'title-root': 'GOPATH 就是 Go 自己的目录：{value}',
  'why-tilde':
    '只有 shell 会展开 ~，而且在引号里和文件里都不展开。Go 要求绝对路径，遇到它时所有命令都会停下，go env -u 也不例外。',
  'why-variable':
    '变量没有被展开：在引号里、GOENV 文件里或 CI 的 `env:` 行里，写什么就是什么。遇到 {entry}，所有 go 命令都会停下。',
  'why-quoted': '引号成了值的一部分，路径就不再以斜杠或盘符开头。所有 go 命令都会停下。',
  'why-relative': 'Go 要求绝对路径，遇到 {entry} 时所有命令都会停下，go env -u 也不例外。',
  'why-empty': '列表的第一项是空的，而 go 把模块缓存和安装的程序放在第一项里。后面的空项没有影响。',
  'why-root': '这时 go 就像没有设置 GOPATH 一样工作，但模块缓存和安装的程序会放进它自己的目录，下次升级就被删掉了。',
  'bites-tilde': "go: GOPATH entry cannot start with shell metacharacter '~': {quoted}",
  'bites-relative': 'go: GOPATH entry is relative; must be absolute path: {quoted}.',
  'bites-no-cache': 'go: module cache not found: neither GOMODCACHE nor GOPATH is set',
  'bites-no-bin': 'go: no install location for directory … outside GOPATH',
  'bites-root':
    'warning: both GOPATH and GOROOT are the same directory ({value}); see https://go.dev/wiki/InstallTroubleshooting',
  expect: '打印出绝对路径',
  'seen-why': 'go 命令只接受 GOPATH 中的绝对路径，既不展开 `~`，也不展开变量。',
  'seen-fix': '把 GOPATH 恢复为默认值，或写出完整路径',
};
