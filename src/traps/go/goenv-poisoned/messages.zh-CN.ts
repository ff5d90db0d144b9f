import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'go env -w 的文件里有一项在每个 shell 里都会造成问题',
  'title-refused': '{source} 里存着 {name}={value}，go 遇到它就会停下',
  'title-platform': '{source} 里存着 {name}={value}，go 会为另一种机器编译',
  'title-folder': '{source} 里存着 {name}={value}，而这个目录不存在',
  'title-pattern': '{source} 里存着 {name}={value}，它匹配不到任何模块',
  'why-refused': '它是 go env -w、编辑器或脚本写进去的，所以无论怎样 unset，打开新的 shell 又会出现。',
  'why-platform':
    '它本来只为一次编译而设，却对所有命令生效：go run、go test 和 go install 生成的插件在 {os}/{arch} 上无法启动；设置了 GOBIN 时则什么都装不上。应当只给那一条命令：env {name}={value} go build。',
  'why-folder': '每次编译都要先在那里建立临时目录。这样的路径往往来自另一台机器，或者已经被清理掉了。',
  'why-pattern': '这个文件里的引号不会被去掉，行尾的回车符也算数。于是私有模块的名字会发到公共代理。',
  'bites-refused': 'grpc-doctor explain goenv-poisoned 列出了每个设置的报错原文',
  'bites-platform': 'go run 报 exec format error，以及 go: cannot install cross-compiled binaries when GOBIN is set',
  'bites-folder': 'go: creating work dir: stat {value}: no such file or directory',
  'bites-pattern': 'reading https://proxy.example/…: 404 Not Found，而 {name} 看上去包含了这个模块',
  'fix-override': '或者让 go 自己去掉：在环境变量里给出 {name}，go env -u 就能运行',
  expect: '不再打印那个值',
  'seen-why': 'go 命令拒绝 {name} 的值。这样的值多半保存在 go env -w 的文件中，所以每个 shell 里都会出现。',
  'seen-fix': '从 go env -w 的文件和环境变量中去掉 {name}',
  'seen-ask':
    '`env | grep {name}` 有输出吗？有：是 shell、脚本或任务设置的；没有：它写在 `go env GOENV` 所指的文件里。',
};
