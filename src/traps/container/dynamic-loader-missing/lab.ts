import { programLab } from '../../../lab/kit/program-lab.ts';

const cgo = { CGO_ENABLED: '1' };
const gcc = ['gcc'];
const loader = process.arch === 'arm64' ? '/lib/ld-linux-aarch64.so.1' : '/lib64/ld-linux-x86-64.so.2';
const folder = process.arch === 'arm64' ? '/lib/aarch64-linux-gnu' : '/lib/x86_64-linux-gnu';
const musl = `/lib/ld-musl-${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}.so.1`;

export default programLab({
  trap: 'dynamic-loader-missing',
  title: { en: 'Programs without their loader', zh: '找不到加载器的程序' },
  question: {
    en: 'How does a program with cgo start where there is no glibc, or another one than it was linked with?',
    zh: '在没有 glibc、或者 C 库不同的环境里，启用 cgo 编译的程序会怎样启动？',
  },
  article: ['2.2.row-linking'],
  programs: [
    {
      id: 'scratch',
      title: { en: 'cgo with glibc, in an empty root (FROM scratch)', zh: 'cgo 加 glibc，空的根目录（FROM scratch）' },
      build: cgo,
      tools: gcc,
      image: { from: 'scratch', files: [] },
      starts: false,
    },
    {
      id: 'alpine',
      title: {
        en: 'cgo with glibc, in a root with musl (FROM alpine)',
        zh: 'cgo 加 glibc，根目录里是 musl（FROM alpine）',
      },
      build: cgo,
      tools: ['gcc', 'musl-gcc'],
      image: { from: 'alpine:3.20', files: [musl] },
      starts: false,
    },
    {
      id: 'musl-on-debian',
      title: {
        en: 'cgo with musl, in a root with glibc (FROM debian)',
        zh: 'cgo 加 musl，根目录里是 glibc（FROM debian）',
      },
      build: { ...cgo, CC: 'musl-gcc' },
      tools: ['musl-gcc'],
      image: { from: 'debian:bookworm-slim', files: [loader, `${folder}/libc.so.6`] },
      starts: false,
    },
    {
      id: 'library',
      title: { en: 'the loader is there, a library is not', zh: '加载器在，但缺一个库' },
      build: cgo,
      tools: gcc,
      change: ['libc.so.6\0', 'libx.so.6\0'],
      starts: false,
    },
    {
      id: 'scratch-pie',
      title: {
        en: 'without cgo, with -buildmode=pie, in an empty root',
        zh: '不用 cgo，但加 -buildmode=pie，空的根目录',
      },
      build: { CGO_ENABLED: '0', GOFLAGS: '-buildmode=pie' },
      image: { from: 'scratch', files: [] },
      starts: false,
    },
    {
      id: 'scratch-without-cgo',
      title: { en: 'without cgo, in an empty root', zh: '不用 cgo，空的根目录' },
      build: { CGO_ENABLED: '0' },
      image: { from: 'scratch', files: [] },
      starts: true,
    },
    {
      id: 'scratch-with-tags',
      title: { en: 'cgo with -tags netgo,osusergo, in an empty root', zh: 'cgo 加 -tags netgo,osusergo，空的根目录' },
      build: { ...cgo, GOFLAGS: '-tags=netgo,osusergo' },
      tools: gcc,
      image: { from: 'scratch', files: [] },
      starts: true,
    },
    {
      id: 'debian',
      title: {
        en: 'cgo with glibc, in a root with glibc (FROM debian)',
        zh: 'cgo 加 glibc，根目录里是 glibc（FROM debian）',
      },
      build: cgo,
      tools: gcc,
      image: { from: 'debian:bookworm-slim', files: [loader, `${folder}/libc.so.6`] },
      starts: true,
    },
    {
      id: 'musl-on-alpine',
      title: {
        en: 'cgo with musl, in a root with musl (FROM alpine)',
        zh: 'cgo 加 musl，根目录里是 musl（FROM alpine）',
      },
      build: { ...cgo, CC: 'musl-gcc' },
      tools: ['musl-gcc'],
      image: { from: 'alpine:3.20', files: [musl] },
      starts: true,
    },
  ],
});
