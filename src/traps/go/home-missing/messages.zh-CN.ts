import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '没有用户目录，也没有设置说明 go 的缓存放在哪里',
  title: 'go 不知道 {names} 放在哪里：没有设置 {home}',
  why: '除非另有设置，两个缓存都在用户目录下。systemd 服务、cron 任务和精简的容器没有用户目录，而 go 不会自己编一个。',
  'bites-build':
    'build cache is required, but could not be located: GOCACHE is not defined and neither $XDG_CACHE_HOME nor $HOME are defined',
  'bites-build-darwin':
    'build cache is required, but could not be located: GOCACHE is not defined and $HOME is not defined',
  'bites-build-windows':
    'build cache is required, but could not be located: GOCACHE is not defined and %LocalAppData% is not defined',
  'bites-modules': 'go: module cache not found: neither GOMODCACHE nor GOPATH is set',
  fix: '给这个进程一个可写的用户目录（只设 {names} 足够编译，但不够 go install 用）',
  expect: '打印出两个路径',
  'seen-why': 'go 命令从 HOME 推出它的各个目录，而这里没有设置 HOME。',
  'seen-fix': '在启动它的服务单元、镜像或任务里设置 HOME，或者设置 GOPATH 和 GOCACHE',
  'seen-ask':
    '`echo "$HOME"; go env GOPATH` 的输出是什么？没有 HOME：为服务或容器设置它。GOPATH 以冒号开头：它的第一项是空的。',
};
