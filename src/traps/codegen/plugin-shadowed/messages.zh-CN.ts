import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'PATH 中有同一插件的两个版本，运行的是前一个',
  title: '{plugin} 运行的是 {folder} 里的（{first}），遮住了 {hidden} 里的 {other}',
  why: 'protoc 启动第一个同名程序。更新后面那个不会有任何变化。',
  bites: '生成的代码不是最后安装的那个版本的',
  'fix-remove': '删除 {folder} 里的那个，或者在 PATH 中把 {hidden} 放到它前面',
};
