import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '耗时是用墙上时钟算出来的',
  title: '{expression} 会随墙上时钟变化',
  'title-many': '{expression} 会随墙上时钟变化，另有同类写法（共 {count} 处）',
  label: '期间时钟被拨动多少，就错多少',
  'why-numbers':
    '{by} 返回的是时刻对应的数字，不含 time.Now 的单调读数。两个这样的数字相减，会把时钟被拨动的部分也算进去。',
  'why-stripped': '第 {start} 行的 {by} 去掉了单调读数，所以耗时是用时刻算出来的。',
  bites: '时钟被校准或虚拟机恢复运行时，日志和指标里会出现负数或长得离谱的耗时',
  'bites-decides': '超时会立刻触发，或者时钟往回拨了多久就晚多久才触发',
  'fix-edit': '改用单调时钟计时',
  'fix-numbers': '保留 time.Now 的返回值，用 time.Since 计算耗时；只在存储或发送时才换成数字',
  'fix-stripped': '计算耗时用 time.Now 的返回值，只在显示或存储时刻时才调用 {by}',
};
