import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'protoc 要写入的目录不存在',
  title: '{file} 让 {plugin} 写入 {folder}，而这个目录不存在',
  why: 'protoc 会创建输出目录之下的子目录，但从不创建输出目录本身。git 不保存空目录，所以每次新检出的代码里都没有它。',
  bites: 'protoc：{written}: No such file or directory',
  'fix-make': '在调用之前先创建目录：mkdir -p {words}',
  'fix-once': '在这台机器上创建 {folder}；其他人那里仍然没有',
  'seen-why': 'protoc 会创建输出目录之下的子目录，但不会创建输出目录本身。',
  'seen-fix': '先建好目录',
};
