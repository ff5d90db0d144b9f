import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'protoc 或插件是为另一种处理器或系统构建的',
  title: '{path} 是为 {built} 构建的，这台机器是 {host}',
  why: '它是 PATH 中第一个同名文件，所以启动的就是它；后面即使有好的也不会尝试。',
  bites:
    '{path}: 1: Syntax error: ")" unexpected … {plugin}: Plugin failed with status code 2.（buf 的提示是 exec format error）',
  'bites-other': 'Bad CPU type in executable，或 exec format error',
  'fix-env': '看看安装它的环境里是否导出了 GOOS 或 GOARCH:go install 会遵循它们',
  'seen-why': '这个可执行文件是为别的处理器或系统构建的。',
  'seen-fix': '安装适合本机系统的版本；用 `file` 可以看到它是为什么系统构建的',
};
