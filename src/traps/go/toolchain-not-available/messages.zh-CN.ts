import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'go 命令必须切换到一个拿不到的工具链',
  'title-proxy': '需要工具链 go{wanted}，但无法下载',
  'title-path': '需要工具链 go{wanted}，但它不在 PATH 中',
  'title-name': 'GOTOOLCHAIN={value} 不是工具链的名字',
  'why-proxy': '当前是 Go {running}，模块缓存里没有 go{wanted}；工具链经由 GOPROXY 下载，而它是 off。',
  'why-path': '当前是 Go {running}，而 GOTOOLCHAIN={value} 只允许在 PATH 中查找程序 go{wanted}，不允许下载。',
  'why-name': 'go 命令最先读取 GOTOOLCHAIN，遇到不认识的值就停下。',
  'bites-proxy': 'go: download go{wanted} for {os}/{arch}: toolchain not available',
  'bites-path': 'go: cannot find "go{wanted}" in PATH',
  'bites-name': 'go: invalid GOTOOLCHAIN "{value}"',
  'fix-install': '手动安装 Go {wanted} 或更新的版本',
  expect: '打印 go{wanted} 或更新的版本',
  'expect-any': '打印出版本号',
  'seen-why':
    'go.mod 写的 Go 版本不是一个发行版：从 1.21 起发行版有三段数字，所以 Go 1.21 无法下载只写着 go 1.22 的版本。',
  'seen-fix': '写上补丁号（go 1.22.0），或者自己安装这个 Go',
};
