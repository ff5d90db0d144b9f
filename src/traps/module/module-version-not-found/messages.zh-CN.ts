import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'go.mod 要求的版本不存在，或者写的根本不是版本',
  'title-major': '{version} 与路径 {path} 不相配',
  'title-no-v': '{path} 的 {version} 少写了字母 v',
  'title-query': '{path} 后面的 {version} 不是版本',
  'title-pseudo': '{path} 的 {version} 不可能对应任何提交',
  'title-never': '{path} {version} 从未发布过',
  'title-newer': '{path} {version} 比 {source} 时已知的版本都新',
  'title-proxy': '模块代理没有 {path} {version}',
  'why-unreadable': 'go.mod 里要写 v1.2.3 这样完整的版本；从 v2 起，路径要以 /v2 结尾。',
  'why-pseudo':
    '带日期的版本代表一个提交：提交的 UTC 时间，加上哈希的前 12 个字符。这一个是编出来的，或者是缺了 replace 的占位符。',
  'why-never': '它不在任何已发布版本的列表里，不在 go.sum 里，也不在模块缓存里。',
  'why-newer': '它不在 go.sum 里，也不在模块缓存里，说明这里还没有人用过；已知的版本列表到不了它。',
  'why-proxy':
    '它不在 go.sum 里，也不在模块缓存里，而 {source} 回答没有找到：版本写错了、标签没有推送，或者是私有模块。',
  bites: '{path}@{version}：invalid version: unknown revision {revision}',
  'bites-later':
    '没有代码导入它时 go build 没事；go mod tidy、go mod download 和 go list -m all 会停下：{path}@{version}：invalid version: unknown revision {revision}',
  'bites-major':
    'go: errors parsing go.mod: require {path}: version "{version}" invalid: should be {wanted}, not {written}',
  'bites-no-v': 'go: errors parsing go.mod: require {path}: version "{version}" invalid',
  'bites-query':
    'go: updates to go.mod needed; to update it: go mod tidy（查不到 {version} 时则是 errors parsing go.mod）',
  'fix-letter': '补上字母 v',
  'fix-path': '改成与版本相配的路径，导入也要改，再执行 go mod tidy',
  'fix-get': '让 go 去查，并写成版本',
  'fix-nearest': '改用与它最接近的已发布版本，再执行 go mod tidy',
  'fix-choose': '查看已发布的版本，选一个',
  'seen-why': '这个路径下没有这个版本：标签不存在、没有推送，或者属于另一个模块路径。',
  'seen-fix': '列出现有的版本；fork 或主版本的标签属于其 go.mod 声明的路径',
  'seen-ask':
    '`go list -m -versions MODULE` 列出它了吗？完全没有：它是私有的（GOPRIVATE）、在本仓库里（go.work、replace），还是 GOPROXY 唯一的代理上没有它？',
};
