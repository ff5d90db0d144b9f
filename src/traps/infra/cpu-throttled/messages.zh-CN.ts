import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '容器的处理器配额被反复用完',
  title: '有 {percent}% 的周期用完了处理器配额',
  why: '配额是 {quota} 个处理器。用完之后，容器里的所有线程都会停到下一个周期，包括本该回答健康检查的那个。',
  'why-no-quota': '现在已经没有配额，这些数字是以前留下的。有配额的时候，一旦用完，容器里的所有线程都会停下。',
  bites: '响应无缘无故变慢：所有线程停了 {throttled} 次，平均 {mean} 毫秒（各处理器相加）',
  'fix-quota': '给容器更多处理器时间，或者只设请求（requests）、不设上限（limits）',
  'fix-less': '或者减少同时做的事：GOMAXPROCS 与配额一致，减少并行编译和测试（go test -p、-parallel）',
  verify: 'nr_throttled 几乎不再增长',
};
