import { programLab } from '../../../lab/kit/program-lab.ts';

const cgo = { CGO_ENABLED: '1' };
const gcc = ['gcc'];
const loader = process.arch === 'arm64' ? '/lib/ld-linux-aarch64.so.1' : '/lib64/ld-linux-x86-64.so.2';
const folder = process.arch === 'arm64' ? '/lib/aarch64-linux-gnu' : '/lib/x86_64-linux-gnu';
/** What a program says that was linked with a glibc of the future. */
const newer = ['GLIBC_2.34\0', 'GLIBC_2.99\0'] as const;

export default programLab({
  trap: 'glibc-not-found',
  title: { en: 'Programs that want a newer glibc', zh: '需要更新 glibc 的程序' },
  question: {
    en: 'What does the loader say to a program that names a version of a symbol which its glibc does not have?',
    zh: '程序指定的符号版本在 glibc 里不存在时，加载器会说什么？',
  },
  programs: [
    {
      id: 'newer',
      title: { en: 'names GLIBC_2.99', zh: '指定了 GLIBC_2.99' },
      build: cgo,
      tools: gcc,
      change: newer,
      starts: false,
    },
    {
      id: 'newer-in-image',
      title: { en: 'the same, in a root with glibc (FROM debian)', zh: '同上，根目录里是 glibc（FROM debian）' },
      build: cgo,
      tools: gcc,
      change: newer,
      image: { from: 'debian:bookworm-slim', files: [loader, `${folder}/libc.so.6`] },
      starts: false,
    },
    {
      id: 'as-built',
      title: { en: 'as it was linked here', zh: '在本机链接的原样' },
      build: cgo,
      tools: gcc,
      starts: true,
    },
    {
      id: 'without-cgo',
      title: { en: 'without cgo', zh: '不用 cgo' },
      build: { CGO_ENABLED: '0' },
      starts: true,
    },
  ],
});
