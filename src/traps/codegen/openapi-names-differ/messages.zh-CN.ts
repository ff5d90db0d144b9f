import type { en } from './messages.en.ts';

/** What is said in Chinese. */
export const zh: Readonly<Record<keyof typeof en, string>> = {
  summary: 'OpenAPI 文档用一种字段命名（驼峰或下划线），网关返回的却是另一种（UseProtoNames）',
  title: '网关返回 {sent}，{generator} 生成的文档写的是 {said}',
  'why-proto': '{gateway} 处设置了 UseProtoNames，字段名照 .proto 原样输出；而没有选项时，{generator} 写的是驼峰命名。',
  'why-json':
    '选项 {option} 让 {generator} 照 .proto 原样写字段名；而 {gateway} 处的网关没有设置 UseProtoNames，输出的是驼峰命名。',
  bites: '按文档生成的客户端在响应里找不到这 {count} 个字段，必填的也会缺失。',
  'fix-option': '给 {generator} 加上选项 {option}',
  'fix-json-names': '去掉 {gateway} 处 marshaler 的 UseProtoNames；读取 {proto} 的客户端要改读 {json}',
  'fix-use-proto-names': '在 {gateway} 处的 marshaler 里设置 UseProtoNames；读取 {json} 的客户端要改读 {proto}',
};
