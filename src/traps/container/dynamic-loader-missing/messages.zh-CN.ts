import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '程序是动态链接的，而要运行它的环境里没有它的加载器或某个库',
  'title-loader': '{name} 要由 {what} 来启动，而 {place} 里没有这个文件',
  'why-loader': '内核找不到程序指定的加载器，报错时却说程序本身不存在。',
  'title-libc': '{name} 会链接 {libc}，而 {place} 里没有',
  'why-libc': '启用 cgo 时程序是动态链接的，加载器随 C 库一起提供；没有它，内核就会说程序不存在。',
  'title-library': '{name} 需要 {what}，而 {place} 里没有',
  'why-library': '加载器在，但遇到第一个找不到的库就会放弃，这时还没有执行任何一行 Go 代码。',
  bites: 'cannot execute: required file not found（bash 5.2）、not found（dash）、no such file or directory（Go）',
  'bites-image': 'exec /{name}: no such file or directory',
  'bites-library':
    'error while loading shared libraries: {what}: cannot open shared object file: No such file or directory',
  'bites-dll':
    'The code execution cannot proceed because {what} was not found. Reinstalling the program may fix this problem.',
  'fix-dll': '把 {what} 放到程序旁边，或者静态链接进去：go build -ldflags "-extldflags=-static"',
  'fix-library': '安装提供 {what} 的软件包，或者不用需要它的那个 C 代码包来编译',
  'fix-static': '静态链接：项目自己的代码里有 C（import "C"），不启用 cgo 就编译不了',
  'fix-pie': '不要用 -buildmode=pie 编译：即使不用 cgo，它也需要加载器',
  'fix-image-glibc':
    '或者换成带 glibc 的镜像：debian:bookworm-slim、gcr.io/distroless/base-debian12（不能用 static、scratch、alpine）',
  'fix-image-musl': '或者在 alpine 里运行，或者在 golang 镜像的 Debian 变体里编译',
  'seen-why': '文件存在，但它要求的加载器不存在：链接 glibc 的程序放进了 musl 镜像或空镜像。',
  'seen-fix': '构建成静态程序（CGO_ENABLED=0），或者放进带有同样 C 库的镜像',
  'seen-ask':
    '程序在那里吗（`ls -l`），`file` 说它是动态链接的吗？如果是，缺少的就是它的加载器或某个库，而不是程序本身。',
};
