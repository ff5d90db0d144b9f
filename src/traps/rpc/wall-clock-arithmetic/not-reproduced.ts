import { defineNotReproduced } from '../../../lab/not-reproduced.ts';

export default defineNotReproduced({
  why: {
    en: 'The step itself: the wall clock of a machine cannot be set for one process alone (time namespaces of Linux only move the other clocks). The lab shows which times follow it.',
    zh: '时钟跳变本身：无法只为一个进程拨动墙上时钟（Linux 的时间命名空间只管其他时钟）。实验展示了哪些时间会跟着它变。',
  },
  source: 'Go 1.26.8 time.go (Monotonic Clocks), time_namespaces(7)',
});
