import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '两个模块提供同一个包：拆分前的 genproto（或 go-control-plane）和拆出来的新模块',
  title: '{package} 同时存在于 {whole} {version} 和 {part} {partVersion}',
  label: '拆分之前的版本，还带着这个包',
  why: '这些包后来移进了各自的模块；{whole} 的这个版本在拆分之前，go 不会在两者之间选择。{importer} 要用到这个包。',
  'why-required':
    '这些包后来移进了各自的模块；{whole} 的这个版本在拆分之前，go 不会在两者之间选择。要求它的是 {requirers}。',
  bites: 'ambiguous import: found package {package} in multiple modules',
  'fix-raise': '把旧模块升级到拆分之后的版本，再执行 go mod tidy',
  'fix-drop': '如果没有别的地方需要，也可以去掉 {whole} 这一行，或升级要求它的那个依赖',
  'seen-why': '构建中有两个模块提供同一个包：旧的整体 genproto 和拆分出来的部分。',
  'seen-fix': '把 google.golang.org/genproto 升级到拆分之后的版本',
};
