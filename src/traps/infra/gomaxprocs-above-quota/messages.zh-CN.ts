import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '程序启动的线程数超过处理器配额',
  title: '这个项目的程序以 GOMAXPROCS {started} 启动，而配额只有 {quota} 个处理器',
  why: '只有 go 行不低于 {since} 时，程序才会查看容器的处理器配额；这里是 {goLine}。否则 GOMAXPROCS 本该是 {wanted}。线程太多会提前用完一个周期的配额，然后全部停下来等下一个周期。',
  'why-throttled':
    '只有 go 行不低于 {since} 时，程序才会查看容器的处理器配额；这里是 {goLine}。否则 GOMAXPROCS 本该是 {wanted}。这里的配额正在被反复用完：每次都要让所有线程等到下一个周期。',
  'fix-variable': '在程序运行的地方把 GOMAXPROCS 设为 {wanted}',
  'fix-go-line': '提高 go 行：从 1.25 起 Go 会读取配额（同时启用新的语言规则）',
  'fix-import': 'Go 版本较旧时，在 main 包里导入 go.uber.org/automaxprocs',
};
