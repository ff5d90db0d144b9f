import type { en } from './messages.en.ts';

/** What is said in Chinese. */
export const zh: Readonly<Record<keyof typeof en, string>> = {
  summary: '字段自定义了 json_name：请求里用驼峰名时，网关会默默丢弃（DiscardUnknown）',
  title: '请求里写 "{camel}" 会丢值：字段名是 "{json}"，网关丢弃它不认识的名字',
  'why-default':
    'json_name 取代了 {camel} 这个名字，只有 {json} 和 {name} 会被读取。没有设置 marshaler 选项的网关（{gateway}）默认打开 DiscardUnknown。',
  'why-set':
    'json_name 取代了 {camel} 这个名字，只有 {json} 和 {name} 会被读取。{gateway} 处的 DiscardUnknown 丢弃其他名字。',
  bites: '服务端得到零值，客户端没有任何报错（共 {count} 个字段）。',
  'fix-json-name': '去掉 json_name，名字就是 {camel}，{name} 也照样能读；响应里的名字也随之变成 {camel}',
  'fix-refuse': '或者让网关拒绝不认识的名字，较新客户端的新字段也会因此被拒绝',
};
