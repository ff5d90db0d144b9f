import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '用到了 .proto 文件的 Go 代码，但它从未生成，或者没有提交',
  'title-package': '导入了 {package}，但没有人从 {proto} 生成它',
  'title-service': '用到了 {name}，但 {package} 里只有 {proto} 的消息',
  'why-forgotten':
    '{place} 处的步骤会生成它，而且这个步骤生成的其他代码就在仓库里：要么忘了执行，要么忘了把新文件加进来。',
  'why-messages-only': '{place} 处的步骤只生成消息。服务所需的代码由另一个插件 protoc-gen-go-grpc 写出。',
  'why-ignored': '.gitignore 把生成的文件排除在外，而项目的脚本、镜像和任务都没有写明怎么生成它们。',
  'why-nobody': '项目的脚本、模板、镜像和任务都不会从 {proto} 生成代码。',
  'bites-package':
    'go build：no required module provides package {package}; to add it: go get {package}（照做也没用：它就是本模块的包）',
  'bites-package-no-dot': 'go build：package {package} is not in std',
  'bites-service': 'go build：undefined: {name}',
  'fix-run': '执行 {place} 处的步骤，并提交生成的文件',
  'fix-add': '在 {place} 处加上 --go-grpc_out，选项与 --go_out 相同，然后重新生成',
  'fix-generate': '从 {proto} 生成，例如用下面的命令；然后写进脚本，并提交生成的文件',
  'seen-why':
    '未定义的是只有生成代码才会定义的名字，或者整个包都不存在：没有运行生成器，只生成了一部分，或者生成器太旧。',
  'seen-fix': '用 protoc-gen-go 和 protoc-gen-go-grpc 重新生成，并把生成的文件提交或纳入构建',
  'message-ask':
    '_grpc.pb.go 旁边有 .pb.go 吗？没有：protoc-gen-go 什么也没有写，要么没有调用它，要么它什么都没做（`protoc-gen-go --version` 会显示版本）。',
  'seen-ask':
    '这个包的目录里有 .pb.go 文件吗？没有：生成它们。在别处：go_package，或 protoc 的 -I 和 paths 指向了那里。在仓库的另一个模块里：require 它，或把它加入 go.work。',
};
