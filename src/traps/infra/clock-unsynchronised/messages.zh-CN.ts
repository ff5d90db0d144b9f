import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '没有任何服务在校准这台机器的时钟',
  'title-nobody': '没有启用时间同步服务：这台机器的时钟自己走自己的',
  'title-waiting': '启用了时间同步服务，但它还没有校准时钟',
  'why-nobody': '没人校准的时钟每天大约偏差一秒，挂起过的虚拟机偏差更大。',
  'why-waiting': '可能刚刚启动，也可能收不到回答：查询时间服务器要用 UDP 123 端口，很多公司网络会封掉它。',
  bites: '只要时钟大致正确，目前没有影响；以后证书和令牌会被拒绝，两台机器的日志也对不上',
  'fix-nobody': '启用时间同步服务',
  'fix-waiting': '查看它在询问哪些服务器，换成当前网络允许访问的',
  verify: '显示 NTPSynchronized=yes',
};
