import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'PATH 中有多个版本的 go，由顺序决定用哪个',
  title: '运行的是 Go {first}，PATH 中还有 Go {second}',
  why: '运行哪个 go 取决于 PATH 的顺序，而 sudo、cron、IDE、登录 shell 里的顺序可能不同。这里先找到 {path}，别处可能先找到 {other}。',
  bites: '同一个项目用了两个 Go 版本：缓存各存一份，一个认识的参数或 go 行会让另一个停下',
  fix: '删掉不再需要的那一个，或者让 go.mod 和 GOTOOLCHAIN 选择版本，PATH 中只留一个 go',
  expect: '在每个用来编译的 shell 里都打印 go{first}',
};
