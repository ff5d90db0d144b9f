import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '同一个程序里有两个包注册了同一个 .proto 文件或同一个名字',
  'title-file': '{root} 引入了两个都注册文件 {name} 的包',
  'title-symbol': '{root} 引入了两个都注册 {name} 的包',
  'title-package': '{root} 里的 {name} 有两个含义：既是 .proto 包名，又是另一个文件里的名字',
  'title-extension': '{root} 引入了两个用同一编号 {name} 扩展 {extends} 的包',
  'title-tests': '{root} 的测试引入了两个在 {name} 上相撞的包',
  'why-file':
    '一个程序里，同名的 .proto 文件只能有一个；这个名字是文件相对于 protoc 根目录的路径。{first} 和 {second} 都叫 {name}。',
  'why-file-short':
    '一个程序里，同名的 .proto 文件只能有一个；这个名字是文件相对于 protoc 根目录的路径。生成 {first} 和 {second} 时，根目录就是文件所在的目录，所以 {name} 前面什么都没有。',
  'why-copy': '其中一个包注册的内容，另一个包全都有：{first} 和 {second} 是由同一个 .proto 文件的两份副本生成的。',
  'why-symbol':
    '全名在整个程序里只有一个命名空间，与来自哪个文件、哪个 Go 包无关。{first} 和 {second} 有 {count} 个名字相撞。',
  'why-package': '在一个文件里是包名的，在另一个文件里就不能是消息名：{first}、{second}。',
  'why-extension':
    '一条消息的同一个扩展编号只能用一次。50000 以上的编号不属于任何人，{first} 和 {second} 恰好选了同一个。',
  'bites-panics-file': '能编译，但 main 还没执行就会：panic: proto: file "{name}" is already registered',
  'bites-panics-symbol': '能编译，但 main 还没执行就会：panic: proto: file "{file}" has a name conflict over {name}',
  'bites-panics-message': '能编译，但 main 还没执行就会：panic: proto: message {name} is already registered',
  'bites-panics-package':
    '能编译，但 main 还没执行就会：panic: proto: file "{file}" has a package name conflict over {name}',
  'bites-panics-extension':
    '能编译，但 main 还没执行就会：panic: proto: extension number {name} is already registered on message {extends}',
  'bites-allowed': '没有该设置的地方，main 还没执行就会 panic；有该设置的地方，按名字只能查到其中一个',
  'bites-warns': 'protobuf {runtime} 启动时会打印一条关于 {name} 的警告（WARNING），然后继续；从 {since} 起会 panic',
  'fix-copy': '删掉 {own}，改为导入 {other}（用 protoc-gen-go 的 M 选项告诉其他文件它现在在哪里）',
  'fix-file':
    '用更上层的目录作为 -I 重新生成 {own}，让它的 .proto 文件名变长，例如 {longer}；其他 .proto 里对它的 import 也要一起改',
  'fix-symbol': '给 {own} 换一个独有的 .proto 包名，再重新生成：客户端看到的名字也会随之改变',
  'fix-package': '给 {own} 的 .proto 包，或者与它同名的消息改名，再重新生成',
  'fix-extension': '给 {own} 里的扩展换一个编号，再重新生成',
  'fix-dependencies': '两个包都来自其他模块（{first} 和 {second}）：找到共用同一份的版本，或者不让其中一个进入这个程序',
  'fix-stopgap': '在此之前，可以先让它带着警告启动：按名字查找时只能查到其中一个',
  verify: '能执行到 main，protoregistry 不再 panic',
  'seen-why': '链接进同一个程序的两个包注册了同一个 .proto 文件或名字。',
  'seen-fix': '让这些文件有不同的路径和 package，再重新生成；grpc-doctor check 会指出是哪两个包',
};
