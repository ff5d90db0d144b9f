import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '.proto 文件导入的名字不在编译器的任何一个根目录里',
  'title-elsewhere': '{file} 导入了 {name}，该文件位于 {root} 之下，但 {root} 不是根目录',
  'title-elsewhere-more': '有 {count} 处导入（首个是 {name}）需要把 {root} 作为根目录',
  'title-family': '{file} 导入了 {repository} 的 {name}，它不在任何根目录里',
  'title-family-more': '有 {count} 处导入（首个是 {name}）需要 {repository} 的文件，但它们不在任何根目录里',
  'title-near': '{file} 导入了 {name}，它不在任何根目录里；已有的是 {near}',
  'title-nowhere': '{file} 导入了 {name}，它不在任何根目录里，项目其他地方也没有',
  'title-nowhere-more': '{count} 个文件导入了 {name}，它不在任何根目录里，项目其他地方也没有',
  'title-unlocked': '{file} 导入了 {module} 的 {name}，而 buf.lock 里没有这个模块',
  'title-unlocked-more': '有 {count} 处导入（首个是 {name}）需要 {module}，而 buf.lock 里没有这个模块',
  'why-protoc':
    'protoc 把这个名字依次接在每个根目录之后（-I 或 --proto_path；都没写时就是运行时所在的目录），取第一个存在的文件。导入方自己所在的目录不算。',
  'why-buf': 'buf 先在工作区的各个模块里找这个名字，再到 buf.lock 锁定的模块里找，别处一概不看。',
  'bites-protoc': 'protoc：{name}: File not found.',
  'bites-buf': 'buf：{file}:{line}:{column}:imported file does not exist',
  'fix-root': '给 protoc 加上这个根目录：{words}',
  'fix-rename': '改为导入 {near}',
  'fix-name': '或者让文件以导入时写的名字存在',
  'fix-module': '把 {root} 变成模块：写进 buf.yaml 的 `modules`，或 buf.work.yaml 的 `directories`',
  'fix-dependency': '在 buf.yaml 里写上这个模块，并锁定版本',
  'fix-update': '在 buf.lock 里锁定 {module}',
  'fix-go-module': 'go.mod 本来就依赖的 Go 模块里有这些文件，直接取用',
  'fix-copy': '保留一份 {repository} 的副本，并把它作为根目录',
  'fix-nowhere': '改正名字，或把文件放进某个根目录；项目之外的目录需要单独写一个 -I',
  'seen-why': 'protoc 只在 -I 指定的根目录下按导入所写的名字查找。',
  'seen-fix': '把导入路径所相对的根目录加到 -I',
  'seen-ask': '这个文件是否在某个 `-I` 根目录之下？如果在，那就是文件本身有错，输出里更靠前的一行会说明是什么错。',
  'buf-ask':
    '被导入的文件在 buf.yaml 列出的目录下，并且正是这个名字吗？如果不是，加上该目录，或把模块写入 deps 并运行 `buf dep update`。',
};
