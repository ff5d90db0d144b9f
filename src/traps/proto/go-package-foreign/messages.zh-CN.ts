import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '.proto 文件里的导入路径找不到它的 Go 代码',
  'title-prefix': '{file} 的 go_package {path} 不以命令里的 module={module} 开头',
  'title-elsewhere': '{file} 的代码落在 {folder}，而 Go 代码导入的是 {path}',
  'title-stale': '{file} 的代码落在 {folder}，而项目构建的代码在 {meant}',
  'title-relative': '{importer} 的代码会导入 "{path}"，而 Go 没有相对导入',
  'title-unresolved': '{importer} 的代码会导入 {path}，没有任何模块提供它',
  'why-prefix': '插件从每个导入路径去掉这个前缀来得到目录，没有这个前缀的路径会被拒绝。',
  'why-elsewhere':
    '没有 paths= 和 module= 时，整个导入路径都会变成输出目录下的层层子目录。放在那里，这个包的导入路径就变了。',
  'why-stale':
    '没有 paths= 和 module= 时，整个导入路径都会变成输出目录下的层层子目录。执行 {command} 之后，已提交的代码原样未动。',
  'why-relative': '分号前面的内容，会原样写进其他包里每个导入它的文件的代码。',
  'why-unresolved': '这个路径会写进其他包里每个导入它的文件的代码，而它自己的代码落在另一个包：{actual}。',
  'bites-prefix': '--go_out: {path}/{name}.pb.go: generated file does not match prefix "{module}"',
  'bites-elsewhere': 'protoc 的退出码是 0，随后 go build：no package {path}',
  'bites-stale': 'protoc 的退出码是 0，而 go build 用的是旧代码',
  'bites-relative': 'go build："{path}" is relative, but relative import paths are not supported in module mode',
  'bites-unresolved': 'go build：no required module provides package {path}',
  'fix-prefix': '把 module= 的值改成输出目录的导入路径，或者让 {file} 的 go_package 以 {module} 开头',
  'fix-prefix-fitting': '在 Go 插件的选项里写 module={fitting}，也就是输出目录的导入路径',
  'fix-prefix-managed':
    '把 module= 的值改成输出目录的导入路径，或者让 {place} 处 managed mode 写出的路径以 {module} 开头',
  'fix-module': '在 Go 插件的选项里加上 module={module}',
  'fix-source-relative': '在 Go 插件的选项里加上 paths=source_relative，或者加上 module=，值是输出目录所在模块的路径',
  'fix-path': '写上代码真正的导入路径：{actual}',
  'fix-managed':
    '让 {place} 的 managed mode 给 {proto} 写上 {actual}，也就是它的代码所在的包（go_package_prefix 为 {prefix}）',
  'fix-mapping': '在 {place} 写 M{proto}={actual}：它的代码就在那里',
  'fix-write': '在 {file} 里写上包的完整导入路径，并在命令的选项里加上 module=',
  'seen-why': '该文件的 go_package 不在选项 module= 所指的模块之下。',
  'seen-fix': '用 M 选项映射该文件，或不生成它：它的代码属于另一个模块',
  'seen-ask':
    '{package} 是本项目的包吗？是：它的 .proto 文件的 go_package 或某个 M 选项写了模块中不存在的路径；不是：把它所在的模块加入 go.mod。',
};
