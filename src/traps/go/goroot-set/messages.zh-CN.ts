import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '设置了 GOROOT，而它就是 go 本来会用的目录',
  title: '设置了 GOROOT={value}，其实不必：它就是当前 {version} 的目录',
  why: 'go 命令自己找得到目录。手动设置的 GOROOT 在升级 Go、或者 PATH 先找到另一个 Go 之后仍然不变，那时所有编译都会停下。',
  bites: '下次升级之后：compile: version "go1.…" does not match go tool version "go1.…"',
  expect: '去掉变量后打印的目录不变',
};
