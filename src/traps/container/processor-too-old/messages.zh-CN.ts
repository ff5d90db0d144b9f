import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '程序编译时要求的 x86-64 级别（GOAMD64）高于运行它的处理器',
  title: '{name} 是用 GOAMD64=v{wanted} 编译的，本机处理器的级别是 v{level}',
  why: 'Go 的运行时最先检查处理器，缺少该级别的指令集就直接退出。',
  bites: 'This program can only be run on AMD64 processors with v{wanted} microarchitecture support.',
  fix: '按要运行它的最旧的处理器来编译；不设 GOAMD64 就是 v1',
  'seen-why': '程序是为比这台机器更新的处理器构建的（GOAMD64）。',
  'seen-fix': '用 GOAMD64=v1 构建',
};
