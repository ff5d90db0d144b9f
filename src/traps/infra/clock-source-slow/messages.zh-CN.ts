import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '内核使用了慢速时钟源',
  title: '内核从 {source} 读取时间，每次 time.Now 都是一次系统调用',
  'why-device':
    '程序无法自己读取 {source}：每次 time.Now 都要进入内核，再去访问设备。代价是几微秒，而不是约 50 纳秒。频繁取时间的代码（链路追踪、指标、大量调用的截止时间）会变慢，但不会出错。',
  'why-ticks': '{source} 只计算定时器中断。两次中断之间时间静止不动，长达数毫秒，而且每次读取都是系统调用。',
  'fix-set': '先查清内核为什么弃用 {better}，再改回去：被判定为不稳定的时钟源可能会走错',
  'fix-look':
    '查清内核为什么没有更好的时钟源：可能是处理器计数器被判定为不稳定，也可能是虚拟机没有提供（请管理员开启 invariant TSC）',
  verify: 'tsc、kvm-clock 或其他快速时钟源',
};
