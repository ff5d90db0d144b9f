import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'go.sum 里没有 go.mod 所需模块的校验和',
  title: '{file} 里没有 {module} 的校验和',
  'title-many': '{file} 里没有 {module} 的校验和，共缺 {count} 个模块',
  'title-no-file': '没有 {file}，而 {count} 个依赖模块需要其中的校验和',
  label: '{file} 里没有校验和',
  why: '从 Go 1.16 起构建是只读的：go 命令不会补上缺失的校验和，而是停下。',
  bites: 'missing go.sum entry for module providing package {path}; to add it: go get …',
  'bites-go-mod': 'go: {module}: missing go.sum entry for go.mod file; to add it: go mod download {path}',
  'title-behind': '{file} 里没有 {path} 的文件校验和，而编译 grpc-go {by} 需要它',
  'why-behind':
    'go 1.17 之前，go.mod 不必列出依赖再导入的模块；但 go.sum 里仍须有这些模块的校验和，而旧的 go 命令要等到有人在这个系统上构建时才会写入。',
  'bites-behind':
    'missing go.sum entry for module providing package {package} (imported by {importer}); to add: go get …',
  'fix-tidy': '补上缺失的行（如果还没有生成代码，先生成：tidy 会去掉没有被导入的依赖）',
  'seen-why': 'go.sum 中没有构建所需模块的校验和。',
  'seen-fix': '运行 go mod tidy，或者运行 go 命令提示的 go get',
  'seen-ask': '`go mod tidy` 的输出是什么？如果它失败，它的话会说明原因：版本不存在，或模块是私有的。',
};
