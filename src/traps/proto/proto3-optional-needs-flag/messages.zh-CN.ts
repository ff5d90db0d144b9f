import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '3.15 之前的 protoc 编译带 optional 字段的 proto3 文件，却没有加它要求的参数',
  'title-flag': 'protoc {version} 只有加上 {flag} 才接受 {file} 的 optional 字段 {field}',
  'title-old': 'protoc {version} 不认识 proto3 的 optional：{file} 的 {field}',
  'why-flag': '3.12 到 3.14 里，proto3 的 optional 字段还是实验功能，需要打开才能用；{since} 起不再需要。',
  'why-old': 'proto3 的 optional 字段从 3.12 开始有，要加参数；{since} 起不用加。',
  'why-flag-job': '这个任务安装的 protoc 还把 proto3 的 optional 字段当作实验功能。',
  'why-old-job': '这个任务安装的 protoc 比 proto3 的 optional 字段还早。',
  'why-flag-image': '这个镜像带的 protoc 还把 proto3 的 optional 字段当作实验功能，同时装有 Go 插件。',
  'why-old-image': '这个镜像带的 protoc 比 proto3 的 optional 字段还早，同时装有 Go 插件。',
  bites: 'protoc：{says}',
  'fix-flag': '给 protoc 加上 {flag}；更新的版本也接受它，并且会忽略它',
  'fix-newer-path': '或者安装 protoc {since} 或更新的版本，并让它的目录在 PATH 中排在 {source} 所在目录之前',
  'fix-newer-job': '或者在这里安装 protoc {since} 或更新的版本',
  'fix-newer-image': '或者在这里安装 protoc {since} 或更新的版本',
  'fix-newer-distribution': '或者不装这个软件包，改为下载 protoc 的发行版：{distribution} 一直停在 {version}',
  'seen-why': '3.15 之前的 protoc 只有加参数才接受 proto3 的 optional，3.12 之前完全不接受。',
  'seen-fix': '安装新的 protoc',
};
