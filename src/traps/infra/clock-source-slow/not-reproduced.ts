import { defineNotReproduced } from '../../../lab/not-reproduced.ts';

export default defineNotReproduced({
  why: {
    en: 'The machine of the labs has no slow clock source: `available_clocksource` names tsc and kvm-clock only, and both are read without a system call.',
    zh: '做实验的机器没有慢速时钟源：`available_clocksource` 只有 tsc 和 kvm-clock，两者都不需要系统调用。',
  },
  source: 'https://github.com/golang/go/issues/57749',
});
