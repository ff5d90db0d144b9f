import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '这台机器的时钟不对',
  'title-program': '这台机器的时钟显示 {today}，那时这个程序还不存在',
  'title-behind': '这台机器的时钟比 {entry} 慢 {span}',
  'title-ahead': '这台机器的时钟比 {entry} 快 {span}',
  'title-certificate': '按这台机器的时钟，{entry} 的证书还没有生效',
  why: '令牌里写着签发时间和到期时间。校验方大约容忍一分钟，很多连一秒都不容忍。',
  'why-far': '证书有起止时间，双方各按自己的时钟判断。偏差这么大，新证书会被拒绝，或者仍然有效的旧证书会被拒绝。',
  bites: '令牌会因为“已过期”或“尚未生效”被拒绝，以时刻形式传递的截止时间也会出错',
  'bites-far': 'x509: certificate has expired or is not yet valid: current time … is before …',
  fix: '校准时钟，并让时间同步服务保持它准确（容器或虚拟机要在宿主机上做）',
  'seen-why': '证书的生效时间比这台机器时钟所示的时间晚。时钟慢了，看每张新证书都会这样。',
  'seen-fix': '校准时钟，并让时间同步服务保持它准确（容器或虚拟机要在宿主机上做）',
  'seen-ask': '错误里写的当前时间对吗？和准确的时钟比一比：date -u',
};
