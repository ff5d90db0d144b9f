import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '代码用到了 grpc-go 或 crypto/x509 中从未存在过的名字',
  'title-name': '{name} 并不存在；真正有的是 {instead}',
  'title-field': '{name} 没有 {field} 字段；它叫 {instead}',
  label: '任何版本都没有',
  why: '网上的文章和自动生成的回答里会用到这个名字。这个包的任何版本都没有它，升级也不会带来它。',
  'why-constrained': '这个包的任何版本都没有这个名字。这个文件是否参与编译由构建约束决定；一旦参与，构建就会失败。',
  'bites-name': 'go build：undefined: {name}',
  'bites-field': 'go build：… undefined (type {name} has no field or method {field})',
  'bites-literal': 'go build：unknown field {field} in struct literal of type {name}',
  'fix-edit': '改写为 {instead}，并导入它所需的包',
  'fix-rename': '改写为 {instead}',
  'fix-instead': '改用 {instead}；调用方式不同，做法见 explain',
  'fix-upgrade': '真正的写法从 grpc-go {floor} 起才有：先升级到该版本',
  'seen-why': '任何版本都没有过这个名字，它是网上文章编出来的。',
  'seen-fix': '改用真正存在的名字：grpc-doctor explain imaginary-api 有清单',
};
