import type { en } from './messages.en.ts';

/** What is said in Chinese. */
export const zh: Readonly<Record<keyof typeof en, string>> = {
  summary: '未设置的消息字段，网关会返回 null（EmitUnpopulated），而 OpenAPI 文档不允许 null',
  title: '{field} 未设置时，网关返回 "{field}": null，而 {generator} 生成的文档不允许 null',
  'why-default':
    '没有设置 marshaler 选项的网关（{gateway}）默认打开 EmitUnpopulated：未设置的 {type} 会变成 null。没有哪个 OpenAPI 生成器会自动把这类字段标成可空。',
  'why-set':
    '{gateway} 处的 EmitUnpopulated 把未设置的 {type} 写成 null。没有哪个 OpenAPI 生成器会自动把这类字段标成可空。',
  bites: '只要这 {count} 个字段里有一个未设置，会校验的客户端就会拒绝响应。',
  'fix-marshaler':
    '把 EmitUnpopulated 换成 EmitDefaultValues（protobuf {floor} 起）：标量、列表和 map 照样返回，消息只在设置时返回',
  'fix-nullable': '或者把这些字段逐个标成可空',
};
