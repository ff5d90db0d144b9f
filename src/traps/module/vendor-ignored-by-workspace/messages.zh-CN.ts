import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '因为 go.work，没有任何构建会读取的 vendor 目录',
  'title-of-module': '{work} 正在生效，所以不会读取 {dir}',
  'title-of-module-other': '{dir} 里是 {module} {vendored}，而 {work} 的工作区构建的是 {built}',
  'title-old-go': 'Go {go} 不读取由 go work vendor 生成的 {dir}',
  'title-old-go-other': 'Go {go} 不读取 {dir}：里面是 {module} {vendored}，实际构建的是 {built}',
  'title-no-go-line': '{work} 没有 go 行，所以不会读取 {dir}',
  'title-no-go-line-other': '{work} 没有 go 行，所以不会读取含 {module} {vendored} 的 {dir}，实际构建的是 {built}',
  'title-outside': '{dir} 属于工作区，而 {work} 没有生效',
  'title-outside-other': '{dir} 属于工作区，里面是 {module} {vendored}；没有 {work} 时构建的是 {built}',
  label: '构建用的是 {built}',
  'why-of-module':
    '从 Go 1.18 起，在工作区里模块自己的 vendor 目录都会被悄悄忽略。目录里打的补丁不会参与编译，没有网络的构建则需要模块缓存。',
  'why-of-module-read':
    '从 Go 1.18 起，在工作区里模块自己的 vendor 目录都会被悄悄忽略。{reader} 不用工作区构建，会读取它：两边构建出来的不一样。',
  'why-old-go': '工作区的 vendor 目录从 Go {needed} 起才会读取。这个 Go 会悄悄忽略它，不管内容是否一致。',
  'why-no-go-line': '只有 go.work 带有 1.14 或更高的 go 行时，go 命令才会自动读取工作区的 vendor 目录。',
  'why-outside':
    '它的第一行是 `## workspace`，所以 Go {needed} 及以后在工作区之外不读取它。模块改从模块缓存或网络获取。',
  bites: '没有任何提示；在只有代码的机器上：module lookup disabled by GOPROXY=off',
  'fix-work-vendor': '为工作区生成 vendor 目录：之后工作区里的构建会读取它',
  'fix-off': '或者不用工作区构建：此时会读取模块自己的 vendor 目录',
  'fix-remove': '或者删除 {dir}，如果模块可以从代理获取',
  'fix-newer-go': '使用 Go {needed} 或更新的版本',
  'fix-go-line': '给 go.work 加上 go 行',
  'fix-outside':
    '带上 go.work，在工作区里构建；或者用 -mod=vendor 明确要求这个目录；或者用 go mod vendor 生成模块自己的目录',
  expect: 'vendor 目录里的路径',
};
