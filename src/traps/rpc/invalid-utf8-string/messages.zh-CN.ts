import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '把不是文本的字节放进了消息的 string 字段',
  title: '{message}.{field} 是 string 字段，放进去的却是 {function} 的字节',
  why: 'string 字段存放 UTF-8，运行库每次写出或读入消息都会检查。{function} 给出的字节几乎不可能是 UTF-8；而 Go 可以把任何字节转成 string，不会提醒。',
  bites:
    '调用失败，状态码 Internal：grpc: error while marshaling: string field contains invalid UTF-8（不会说明是哪个字段）',
  'fix-bytes': '把 {proto} 里的字段 {field} 改成 bytes 类型并重新生成：线上格式不变，其他语言的读者得到的是字节',
  'fix-text': '或者写成文本：hex.EncodeToString({bytes})，并让 {field} 的读者知道',
  'seen-why': 'proto3 的 string 字段里有不是 UTF-8 的字节。',
  'seen-fix': '二进制数据用 bytes，文本用 strings.ToValidUTF8',
};
