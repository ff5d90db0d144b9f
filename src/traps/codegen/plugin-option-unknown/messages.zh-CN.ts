import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '给插件的选项，它不认识',
  'title-unknown': '{plugin} {version} 没有 {name} 这个选项',
  'title-any': '{plugin} 的任何版本都没有 {name} 这个选项；有的是 {near}',
  'title-newer': '{plugin} {version} 还不认识选项 {name}；{other} 才有',
  'title-gone': '{plugin} {version} 已经不认识选项 {name}；{other} 是最后一个有它的版本',
  'title-value': '{plugin} 不接受 paths={value}',
  'title-conflict': '同时给了 {plugin} module= 和 paths=source_relative',
  'why-unknown': '插件遇到第一个不认识的名字就结束，什么也不写。',
  'why-newer': '插件遇到第一个不认识的名字就结束。选项是随版本陆续加入的。',
  'why-gone': '这个选项已被去掉。它做的事由文件里的 go_package 和 M 选项来完成。',
  'why-value': '给文件定位置只有两种方式：import 和 source_relative。',
  'why-conflict': 'module= 是从导入路径里去掉前缀，而 source_relative 根本不用导入路径。',
  bites: '{plugin}: no such flag -{name}',
  'bites-value': '{plugin}: unknown path type "{value}": want "import" or "source_relative"',
  'bites-conflict': '{plugin}: cannot use module= with paths=source_relative',
  'fix-near': '改写为 {near}',
  'fix-drop': '从 {plugin} 的选项里去掉 {name}',
  'fix-conflict': '两者只留一个：按导入路径分目录用 module=，按 .proto 文件的目录用 source_relative',
  'seen-why': '插件不认识这个选项或这个取值；更新或更旧的插件可能认识。',
  'seen-fix': '改正写法，或换用支持该选项的插件版本',
};
