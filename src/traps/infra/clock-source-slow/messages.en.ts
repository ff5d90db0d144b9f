export const en = {
  summary: 'The kernel reads the time from a slow clock source',
  title: 'the kernel reads the time from {source}, so every time.Now is a system call',
  'why-device':
    'No program can read {source} by itself: each time.Now goes into the kernel, and there to a device. It costs some microseconds in place of some 50 ns. Code that takes the time often (tracing, metrics, deadlines of many calls) gets slow, not wrong.',
  'why-ticks':
    '{source} counts timer interrupts. The time stands still between two of them, for milliseconds, and every reading is a system call.',
  'fix-set': 'see why the kernel left {better} before you set it again: a source that it found unstable may go wrong',
  'fix-look':
    "see why the kernel uses no better one: it found the processor's counter unstable, or the virtual machine does not offer it (ask its operator for an invariant TSC)",
  verify: 'tsc, kvm-clock or another fast source',
} as const;
