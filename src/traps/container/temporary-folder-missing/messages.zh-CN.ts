import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '程序要建临时文件，而它所在的镜像里没有 /tmp',
  title: '{name} 要建临时文件，而 {image} 里没有 /tmp',
  label: '这里没有 /tmp',
  why: '{call}（{file}:{line}）往 $TMPDIR 里写，没设置时往 /tmp 里写。{image} 里两者都没有，Go 也不会去建这个目录。',
  bites: 'open /tmp/…: no such file or directory',
  'fix-base': '改用带有 /tmp 的 {image}',
  'fix-mount': '或者启动容器时挂载一个目录，或者指定一个已有的目录',
  'seen-why':
    '程序要在 /tmp 下直接创建临时文件，系统却说没有这个目录。FROM scratch 的镜像里没有 /tmp，Go 也不会创建它。',
  'seen-fix': '把 /tmp 放进镜像（COPY 或 WORKDIR /tmp），挂载一个，或把 TMPDIR 设为已有的目录',
};
