import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '生成的代码用到了构建所用的 protobuf 运行库没有的东西',
  'title-names': '{file} 用到了 {wanted}，而 protobuf {version} 里没有',
  'title-names-many': '{file} 和另外 {more} 个文件用到了 {wanted} 等名字，而 protobuf {version} 里没有',
  'title-constant': '{file} 需要 {wanted}，而 {module} {version} 里没有',
  'title-constant-many': '{file} 和另外 {more} 个文件需要 {wanted}，而 {module} {version} 里没有',
  'title-edition': '{file} 属于 edition {wanted}，protobuf {version} 读不了',
  'title-edition-many': '{file} 和另外 {more} 个文件属于 edition {wanted}，protobuf {version} 读不了',
  'title-optional': '{file} 有 optional 字段 {wanted}，protobuf {version} 遇到它会崩溃',
  'title-optional-many': '{file} 和另外 {more} 个文件有 {wanted} 这样的 optional 字段，protobuf {version} 遇到它会崩溃',
  label: '{module} {since} 起可用',
  'why-names': '这段代码使用 opaque API，字段是否设置要问运行库，而运行库从 {since} 起才能回答。',
  'why-constant': '插件指望的是更新的运行库，这个常量就是它的说法。',
  'why-edition': '程序启动时，会读取链接进来的每个 .proto 文件的描述。',
  'why-optional':
    'proto3 把 optional 字段放在一个隐藏的 oneof 里。{since} 之前的 protobuf 会去找这个 oneof 对应的 Go 字段，而它并不存在。',
  'bites-names': 'go build：{says}',
  'bites-constant': 'go build：{says}',
  'bites-edition': '能编译，但 main 还没开始就崩溃：{says}',
  'bites-optional': '能编译，但 proto.Marshal 崩溃：{says}',
  'fix-upgrade': '把运行库升级到代码所需的版本',
  'fix-drop-replace': '去掉 {place} 的 replace：代码需要 {module} {since} 或更新',
  'fix-open-api': '或者加 --go_opt=default_api_level=API_OPEN 重新生成，前提是还没有人用到 setter',
  'fix-regenerate': '或者用 protoc-gen-go 1.26 或更新的版本重新生成，它生成的代码不再导入 {module}',
  'seen-why': '生成的代码用到了这次构建所用的 protobuf 运行库还没有的名字。',
  'seen-fix': '升级 google.golang.org/protobuf（或 github.com/golang/protobuf），或者用旧一些的 protoc-gen-go 重新生成',
};
