import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '生成的文件与它的 .proto 文件不一致，或者 .proto 文件已经不在了',
  'title-added': '{file} 生成之后，{proto} 里才加了 {name}',
  'title-removed': '{file} 里还有 {name}，而 {proto} 里已经没有了',
  'title-name': '{proto} 里的 {name}，在 {file} 里还叫 {before}',
  'title-number': '{name} 在 {proto} 里的编号是 {after}，在 {file} 里是 {before}',
  'title-type': '{name} 在 {proto} 里的类型是 {after}，在 {file} 里是 {before}',
  'title-label': '{name} 在 {proto} 里的修饰与 {file} 里不同：是 {after}，不是 {before}',
  'title-oneof': '{proto} 里的 {name} 移进或移出了 oneof，{file} 里还没有变',
  'title-json-name': '{name} 在 JSON 里的名字，按 {proto} 是 {after}，按 {file} 是 {before}',
  'title-input': '{name} 的请求类型在 {proto} 里是 {after}，在 {file} 里是 {before}',
  'title-output': '{name} 的响应类型在 {proto} 里是 {after}，在 {file} 里是 {before}',
  'title-streams': '{name} 的流式方向在 {proto} 里与 {file} 里不同：是 {after}，不是 {before}',
  'title-package': '{proto} 的 package 是 {after}，而生成 {file} 时是 {before}',
  'title-syntax': '{proto} 用的是 {after}，而生成 {file} 时是 {before}',
  'title-go-package': '{proto} 现在指向 Go 包 {after}，而 {file} 属于 {before}',
  'title-orphan': '{file} 由 {source} 生成，而后者已经不在了',
  'title-orphans': '有 {files} 个生成的文件，其 .proto 文件已经不在了，第一个是 {file}',
  'why-messages': '生成的文件里带有一份描述，记录着生成时 .proto 文件的内容。它与现在的 {proto} 有 {count} 处不同。',
  'why-messages-many':
    '生成的文件里带有一份描述，记录着生成时 .proto 文件的内容。这个模块里有 {files} 个文件，其描述与现在的 .proto 文件不同；第一个文件有 {count} 处。',
  'why-services': '{proto} 的消息代码是新的，但 gRPC 代码没有重新生成：有 {count} 处不同。',
  'why-services-many': '这个模块里有 {files} 个文件，其 gRPC 代码比 .proto 文件旧；第一个文件有 {count} 处不同。',
  'why-go-package': '生成这个文件之后，go_package 改过。下次生成会把同样的类型写进另一个包，而这个文件会原样留下。',
  'why-orphan':
    '同一目录的其他 .proto 文件还在 {home} 里，例如 {neighbour}。插件不会删除自己以前生成的文件，也没有什么会再生成它。',
  'bites-missing': '有人用到时，go build 报：… undefined (type … has no field or method …)，或 undefined: …',
  'bites-method': '客户端无法调用它；调用使用这份代码的服务器，得到：code = Unimplemented desc = unknown method',
  'bites-wire': '能编译也能运行：用新代码的程序和用这份代码的程序，会把对方的值读错',
  'bites-call': '能编译；新代码与这份代码之间的调用会失败，或者一直等到截止时间',
  'bites-json': '能编译；这个程序的 JSON 用的名字与 {proto} 写的不同',
  'bites-next': '下一个重新生成的人，不管为了什么，都会在 diff 里看到这处改动',
  'bites-go-package':
    '重新生成之后：旧的包还在，同时用到两者的程序启动时 panic：proto: file is already registered；或者同一目录里有两种 package，编译不过',
  'bites-orphan': '里面的类型永远停在原样；如果别的文件也生成了同样的类型，go build 报：redeclared in this block',
  'fix-generate': '按项目自己的方式，用 {proto} 重新生成并提交',
  'fix-generate-by': '用 {place} 的步骤重新生成并提交',
  'fix-left-behind':
    '并删掉旧文件，以及其他插件由 {proto} 生成、与它放在一起的文件；导入 {before} 的代码改为导入 {after}',
  'fix-remove': '如果没有代码在用，就删掉这个不会再被生成的文件',
  'fix-restore': '或者恢复 {source}',
  'seen-why':
    '代码用到了生成类型的 {name}，而生成的代码里没有。要么代码是在 .proto 文件加入它之前生成的，要么 {name} 的写法不对。',
  'seen-fix': '按项目的方式从 .proto 文件重新生成，并提交这些文件',
  'seen-ask':
    '.proto 文件里有它吗（`grep -rin {name} --include=*.proto .`）？有：生成的代码比 .proto 文件旧；没有：查一下它在 Go 中的名字。',
  'twice-why': '{file} 和 {other} 声明了同样的内容。.proto 文件改名或移动后，插件不会删除以前生成的文件。',
  'twice-fix': '删除 .proto 文件已不存在的那个生成文件，然后重新生成',
  'twice-ask':
    '{file} 和 {other} 各自在 `// source:` 后写明的 .proto 文件都还在吗？如果都在，就是它们定义了同样的名字。',
};
