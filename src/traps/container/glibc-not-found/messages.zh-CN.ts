import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '程序链接的 glibc 比要运行它的环境里的更新',
  'title-glibc': '{name} 需要 {version}，{place} 里是 glibc {glibc}',
  'title-other': '{name} 需要 {library} 的 {version}，{place} 里的版本较旧',
  why: '链接时，程序会采用所链接的库中各符号的最新版本。旧的库没有这些版本，它的加载器就拒绝启动程序。',
  bites: "{library}: version `{version}' not found (required by {name})",
  'fix-older-build': '或者在库同样旧的环境里编译：用同一发行版的镜像',
  'fix-newer-image': '或者在该镜像更新的发行版里运行',
  'seen-why': '程序链接的 glibc 比运行它的系统上的要新。',
  'seen-fix': '在较旧的系统或镜像上构建，或者用 CGO_ENABLED=0 构建成静态程序',
};
