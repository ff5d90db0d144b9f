import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'go.sum 里的哈希与下载到的内容不符',
  'title-published': '{file} 中 {module} 的哈希与校验和数据库不一致',
  'title-database': '{file} 中 {module} 的哈希与刚刚查询的校验和数据库不一致',
  'title-cache': '{file} 与模块缓存中 {module} 的哈希不一致',
  'title-wrong-cache': '模块缓存里的 {module} 不是公开发布的那一份',
  'title-other': '{file} 与 {source} 中 {module} 的哈希不一致',
  'title-merge': '{file} 里留有未解决的合并标记',
  'title-malformed': '{file} 第 {line} 行不是三个字段',
  label: '应为 {expected}',
  'label-other': '另一处是 {expected}',
  'why-well-known':
    '这是一个已知的哈希，2018 至 2021 年的 go.sum 里能见到。Go 1.11.4 之前会把符号链接打进模块包，也有一些标签被移动过。现在的 Go 都算不出这个值。',
  'why-published': '这个版本公开发布的内容是另一个哈希，所以谁下载谁被拒绝。',
  'why-database': '这个版本公开发布的内容是另一个哈希，所以谁下载谁被拒绝。',
  'why-cache': '两者之中有一个不是当初发布的内容：标签被移动过、代理给了别的内容，或者缓存被改过。',
  'why-wrong-cache': '{file} 与校验和数据库一致，{source} 不一致：代理给了别的内容，或者缓存被改过。',
  'why-other': '一个版本只有一份内容，所以两行之中必有一行是错的；用到错误那行的构建一下载就被拒绝。',
  'why-malformed': 'go.sum 的一行由路径、版本、哈希组成；go 命令会先读完所有的行，再使用其中任何一行。',
  bites: 'verifying {module}: checksum mismatch … SECURITY ERROR',
  'bites-when-downloaded':
    '只要没有构建用到 {module} 就没事；一旦用到，或执行 go mod download：verifying {module}: checksum mismatch … SECURITY ERROR',
  'bites-malformed': 'malformed go.sum: {file}:{line}: wrong number of fields {words}',
  'fix-edit': '把 {database} 的哈希写进这一行；下载内容若不符，仍会被拒绝',
  'fix-compare':
    '与校验和数据库比对；如果错的是 go.sum，删掉这一行再执行 go mod download；如果错的是下载内容，查清是谁提供的',
  'fix-forget': '从模块缓存中删去这个版本；它会重新下载并比对',
  'fix-marks': '去掉这些标记；两边的行都可以留下',
  'fix-line': '改好或删掉第 {line} 行，再执行 go mod tidy',
  'seen-why': '下载的内容与 go.sum 或校验和数据库的记录不同：标签被移动过，或者内容在途中被改动。',
  'seen-fix': '先弄清原因；宁可换用该模块的新版本，也不要只更新校验和',
  'seen-ask':
    '在这个网络上用浏览器，或用 `curl` 访问代理，是否出现登录页或拦截页？如果是，下载到的就是那个网页而不是模块。同一网络上还有别的模块失败吗？',
  'malformed-why': 'go.sum 中有一行不符合格式，例如合并冲突的标记。go 命令在那里停下。',
  'malformed-fix': '去掉损坏的行，让 go mod tidy 写入缺失的内容',
};
