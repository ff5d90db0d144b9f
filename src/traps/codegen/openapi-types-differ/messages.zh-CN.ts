import type { en } from './messages.en.ts';

/** What is said in Chinese. */
export const zh: Readonly<Record<keyof typeof en, string>> = {
  summary: 'OpenAPI 文档里枚举或 int64 字段的 JSON 类型，与网关实际返回的不一致',
  'title-enum-integer': '{generator} 生成的文档说 {field} 是整数，网关返回的是枚举值的名字',
  'title-enum-string': '{generator} 生成的文档说 {field} 是名字，网关返回的是枚举值的编号',
  'title-int64': '{generator} {version} 说 {field} 是整数，网关返回的是字符串',
  'why-enum-integer': 'ProtoJSON 用名字表示枚举，{gateway} 处的网关没有改变这一点；{generator} 在这里却写成整数。',
  'why-enum-string': '{gateway} 处设置了 UseEnumNumbers，枚举以编号输出；{generator} 列出的却是名字。',
  'why-int64': 'ProtoJSON 始终把 64 位整数写成字符串。{generator} {version} 写的是整数，{newest} 写的才是字符串。',
  'bites-enum-integer': '会校验的客户端拒绝这 {count} 个字段，或者读不到值。',
  'bites-enum-string': '会校验的客户端拒绝这 {count} 个字段，或者遇到不在列表里的值。',
  'bites-int64': '会校验的客户端拒绝这 {count} 个字段；强类型语言的客户端解析响应时直接失败。',
  'fix-option': '给 {generator} 加上选项 {option}',
  'fix-numbers': '或者在 {gateway} 处的 marshaler 里设置 UseEnumNumbers；读取名字的客户端要改读编号',
  'fix-names': '去掉 {gateway} 处 marshaler 的 UseEnumNumbers；读取编号的客户端要改读名字',
  'fix-newer': '改用 {generator} {newest} 生成文档；{version} 没有选项能写成字符串',
};
