import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '生成的代码用到了被 go.mod 的 go 行关闭的语言特性',
  title: '{goMod} 写的是 go {language}，生成的代码需要 go {needed}',
  'title-no-line': '{goMod} 没有 go 行（等于 {language}），生成的代码需要 go {needed}',
  label: '这个模块里所有文件的语言版本',
  why: '不管实际运行哪个工具链，编译器的语言版本都由 go 行决定。{file} 用到了 Go {needed} 才有的东西。',
  'bites-usesGenericStreams':
    'type instantiation requires go1.18 or later (-lang was set to go{language}; check go.mod)',
  'bites-usesUnsafeStringData':
    'unsafe.StringData requires go1.20 or later (-lang was set to go{language}; check go.mod)',
  'fix-edit': '提高 go 行；这个模块随之采用更新的语言规则',
  'title-lineless': '{goMod} 没有 go 行，语言版本因此是 {language}',
  'label-lineless': '下面没有 go 行',
  'why-lineless':
    '如今生成的代码最高需要 go {needed}。而且下一次 go get 或 go mod tidy 会自动写入这一行，用的是执行它的那个 Go 的版本：Go 较旧的人就都用不了了。',
  'fix-tidy': '自己选定这一行，并让 tidy 补全这个版本的 go.mod 必须列出的依赖',
  'expect-line': '输出里有 "Go": "{needed}"',
  'seen-why': 'Go 足够新，但 go.mod 的 go 行要求旧的语言版本。',
  'seen-fix': '提高 go 行的版本',
};
