import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '插件或者 protoc 本身不认识 .proto 文件用到的功能',
  'title-optional': '{part} {version} 不支持 proto3 的 optional 字段，而 {file} 里有',
  'title-optional-many': '{part} {version} 不支持 proto3 的 optional 字段，而 {file} 和另外 {more} 个文件里有',
  'title-edition': '{part} {version} 不支持 edition {edition}，而 {file} 属于它',
  'title-edition-many': '{part} {version} 不支持 edition {edition}，而 {file} 和另外 {more} 个文件属于它',
  'why-plugin': '插件会告诉 protoc 自己认识哪些功能，超出这个范围的文件 protoc 不会交给它。',
  'why-protoc': '一个 edition 只有随它一起发布的 protoc 和之后的版本才认识。',
  bites: 'protoc：{says}',
  'fix-plugin': '安装 {part} {fitting} 或更新的版本，从它开始支持',
  'fix-other-plugin': '改用 google.golang.org/protobuf/cmd/protoc-gen-go：这个插件没有哪个版本支持它',
  'fix-protoc': '安装 protoc {since} 或更新的版本',
  'seen-why': '插件没有声明支持该文件用到的特性。',
  'seen-fix': '安装该插件的新版本，或者不用这个特性',
};
