import type { en } from './messages.en.ts';

/** What is said in Chinese. */
export const zh: Readonly<Record<keyof typeof en, string>> = {
  summary: '注释给字段加了 Go 标签 json:"…"（@gotags、@inject_tag），但网关不读标签',
  title: '{field} 的标签 json:"{tag}" 对网关不起作用，网关返回的是 "{sent}"',
  why: '{gateway} 处的网关用 protojson 写 JSON，依据的是消息的描述符；Go 标签只对 encoding/json 有效。',
  bites: '用 encoding/json 编码同一个消息的代码，输出与网关不同（共 {count} 个字段）。',
  'fix-json-name': '在 .proto 里给字段起这个名字；此后请求里的驼峰名不再被读取',
  'fix-drop': '去掉标签：64 位整数不加标签也是字符串；不想让人看到的字段应当放进另一个消息',
};
