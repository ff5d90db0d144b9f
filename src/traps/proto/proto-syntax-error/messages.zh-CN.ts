import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '没有编译器能接受的 .proto 文件',
  title: 'protoc 读不懂 {file} 的第 {line} 行',
  'title-refused': '{tool} 拒绝了 {file}：{message}',
  'why-missing': '第 {column} 列是 {found}，而这里只能是 {expected}。',
  'why-end': '文件结束时还有大括号没有闭合。',
  'why-text': '注释、字符串或字符写得不对：{found}',
  'why-label': '字段的标签与文件的语法不符：{found}',
  'why-newer': '这个文件的语法或版本（edition）没有这种写法：{found}',
  'why-word': '第 {column} 列的 {found} 不能出现在这里。',
  'why-refused': '已用该命令的根目录和文件询问本机的 {tool}；没有生成任何代码。',
  bites: '这个文件以及所有导入它的文件都无法生成代码',
  'bites-nobody': '本项目没有命令编译这个文件；谁编译谁就会得到错误',
  'fix-line': '修正 {file} 的第 {line} 行',
  'fix-syntax':
    '没有 syntax 行的文件按 proto2 处理，每个字段都要有标签：把 `syntax = "proto3";` 写成第一条语句，或者补上标签',
  'fix-refused': '修改 {file} 中 {tool} 指出的地方',
  'seen-why': '该文件在所指出的那一行或其前一行不是合法的 .proto 语法。',
  'seen-fix': '改正这一行，或它的前一行',
};
