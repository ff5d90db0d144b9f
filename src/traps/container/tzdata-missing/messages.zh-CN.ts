import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '程序用到了时区名，而它所在的镜像里没有时区数据',
  title: '{name} 要加载时区 {zone}，而 {image} 里没有时区数据',
  'title-local': '对 {name} 来说 TZ={zone} 等于 UTC：{image} 里没有时区数据',
  label: '这里没有 /usr/share/zoneinfo',
  why: 'time.LoadLocation（{file}:{line}）要到系统文件里查这个时区。{image} 里没有这些文件，程序里也没有编入时区数据。',
  'why-local': 'Go 按 TZ 的值到系统文件里查时区。查不到时它什么也不说，直接当作 UTC。',
  bites: 'unknown time zone {zone}',
  'bites-local': '没有任何提示：time.Local 就是 UTC，所有本地时间都差了几个小时',
  'fix-install': '在镜像里安装时区数据',
  'fix-copy': '从 {from} 阶段复制 Go 自带的时区数据',
  'fix-embed': '或者把时区数据编入程序（约 0.4 MB），或者装进镜像',
  'fix-embed-local': '或者把时区数据编入程序（约 0.4 MB）、装进镜像，或者去掉 TZ',
  'seen-why': '镜像里没有时区数据，或者时区名写错了。',
  'seen-fix': '在 main 中导入 time/tzdata，或在镜像里安装 tzdata',
};
