import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'go.mod 缺少依赖，或者写的版本已被别的依赖抬高',
  'title-import': '代码导入了 {package}，而 {file} 没有要求 {module}',
  'title-absent': '{file} 里有 grpc {grpc}，却没有它需要的 {requires}',
  'title-overtaken': '{file} 写的是 {requires} {written}，但 grpc {grpc} 要求 {needed}',
  'label-import': '没有任何依赖模块提供这个包',
  'label-absent': 'grpc {grpc} 导入了 {requires} 的包',
  'label-overtaken': 'grpc {grpc} 要求 {needed}',
  'why-import': '从 Go 1.16 起构建是只读的：go 命令不会补上缺失的依赖，而是停下。',
  'why-complete': 'go 行为 1.17 或更高的 go.mod 写明每个实际使用的版本。缺少或偏低时，go 命令会停下，而不是自行修正。',
  'bites-import': 'no required module provides package {package}; to add it: go get {package}',
  'bites-complete': 'go: updates to go.mod needed; to update it: go mod tidy',
  'fix-tidy': '把代码需要的内容写进 go.mod 和 go.sum',
  'seen-why': 'go.mod 的内容与各个依赖的要求不一致，而这条 go 命令不允许改动 go.mod。',
  'seen-fix': '用 go mod tidy 更新它，并提交差异',
  'seen-ask':
    '`go install` 或生成器提高了哪个版本（看 `git diff go.mod` 和 `go mod tidy -diff`）？另一个时期的插件生成的代码会导入别的模块。',
  'import-why': '代码导入了 {package}，而 go.mod 所要求的模块中都没有它。',
  'import-fix': '加入包含它的模块；如果这个包是生成的，先生成；如果它在本仓库里，在 go.work 中写上它的模块',
  'import-ask':
    '{package} 应该来自哪里？已发布的模块：用 `go get`。本仓库里带 go.mod 的目录：用 go.work 或 replace。生成器：运行它。',
};
