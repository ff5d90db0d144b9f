import { programLab } from '../../../lab/kit/program-lab.ts';

/** What Linux tells of a processor of 2008 (Nehalem), which QEMU can play. */
const nehalem = 'processor\t: 0\nflags\t\t: fpu sse sse2 lm pni ssse3 cx16 sse4_1 sse4_2 popcnt lahf_lm\n';
const old = { runner: ['qemu-x86_64', '-cpu', 'Nehalem'], tools: ['qemu-x86_64', 'unshare'], processor: nehalem };

export default programLab({
  trap: 'processor-too-old',
  title: { en: 'GOAMD64 above the level of the processor', zh: 'GOAMD64 高于处理器的级别' },
  question: {
    en: 'What does a program with GOAMD64=v3 do on a processor of level v2?',
    zh: '用 GOAMD64=v3 编译的程序在 v2 级处理器上会怎样？',
  },
  programs: [
    {
      id: 'v3-on-v2',
      title: { en: 'GOAMD64=v3 on a Nehalem', zh: 'GOAMD64=v3，Nehalem 处理器' },
      build: { GOARCH: 'amd64', GOAMD64: 'v3' },
      ...old,
      starts: false,
    },
    {
      id: 'v2-on-v2',
      title: { en: 'GOAMD64=v2 on a Nehalem', zh: 'GOAMD64=v2，Nehalem 处理器' },
      build: { GOARCH: 'amd64', GOAMD64: 'v2' },
      ...old,
      starts: true,
    },
    {
      id: 'default-on-v2',
      title: { en: 'without GOAMD64 on a Nehalem', zh: '不设 GOAMD64，Nehalem 处理器' },
      build: { GOARCH: 'amd64' },
      ...old,
      starts: true,
    },
  ],
});
