import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '服务端主动结束了连接：连接到了最长存活时间，或者服务端在停止',
  'why-age':
    '服务端给连接设了存活时间（MaxConnectionAge、MaxConnectionIdle）。它先发 GOAWAY，等 MaxConnectionAgeGrace 那么久，然后切断还在进行的调用。',
  'why-stop': '服务端正在停止。它先发 GOAWAY，不再接受新的调用；等够时间后，切断还在进行的调用。',
  'seen-why':
    '带 NO_ERROR 的 GOAWAY 是礼貌的结束：服务端或它前面的代理给连接设了存活时间或调用次数，或者正在停止。还在进行的调用随之结束。',
  'seen-fix':
    '流以 Unavailable 结束时重新打开；让 MaxConnectionAgeGrace，或者 GracefulStop 与 Stop 之间的时间，比最长的调用更长',
  'seen-ask':
    '是不是每次都在连接存活了同样长的时间后出现？那就是服务端或代理限制了存活时间。是不是在服务端发布或重启时出现？那就是停止。',
};
