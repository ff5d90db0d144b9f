import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '.proto 文件之间循环导入',
  title: '{count} 个 .proto 文件互相导入：{path}',
  'title-self': '{file} 导入了自己',
  why: '编译器要先读完一个文件的全部导入，才能读这个文件。放在哪个目录、用几个根目录、命令里的先后顺序，都改变不了这一点。',
  'why-self': '这等于要求在读它之前先读完它。这条导入也毫无用处：文件本来就认识自己的名字。',
  bites: '{name}:{line}:{column}: File recursively imports itself: {path}',
  'bites-buf': '{file}:{line}:{column}:detected cyclic import while importing "{next}"',
  'fix-third-file': '把双方都要用的消息移到一个单独的文件里，这个文件不导入上面任何一个，再由双方导入它',
  'fix-one-file': '或者把本来就属于一起的内容放进同一个文件：同一文件里的消息可以互相引用',
  'fix-remove': '删掉 {file} 对自己的导入',
  'seen-why': '.proto 文件循环导入，任何编译器都不接受；之后的“找不到导入”都是它的后果。',
  'seen-fix': '把双方都需要的内容移到第三个文件',
};
