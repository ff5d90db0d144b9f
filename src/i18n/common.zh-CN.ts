import type { commonEn } from './common.en.ts';

export const commonZh: Record<keyof typeof commonEn, string> = {
  'common.unset-goenv': '从 {source} 中去掉 {name}',
  'common.unset-variable': '在 shell 中取消 {source}（启动文件或 CI 设置里也要去掉）',
  'common.drop-flag-goenv': '从 {source} 的 {name} 中去掉 {flag}，其余标志保留',
  'common.drop-flag-variable': '在 shell 中从 {source} 去掉 {flag}，其余标志保留（启动文件或 CI 设置里也一样）',
  'common.strike-goenv': '把 {source} 中的 {name} 改成注释',
  'common.go-install': '安装 {package} {version}',
  'common.add-to-path': '把 {folder} 加入 PATH',
  'common.build-without-cgo': '如果没有哪个包需要 C 代码，就不用 cgo 编译',
  'common.check-again': '这条诊断消失',
  'common.download-blocks':
    'go mod download 要等 {seconds} 秒才失败：需要下载 {modules} 个模块，每次同时请求 {atOnce} 个，每个请求等待 {wait} 秒',
  'common.proxy-last': 'GOPROXY 里它后面没有别的条目，查找到此为止。',
  'common.proxy-comma': '逗号之后，go 命令只在 404 和 410 时继续；其他失败到此为止，不会再问 {behind}。',
  'common.proxy-log': '日志里之后没有再向其他代理或源站请求同一个文件：搜索到此为止。',
  'common.proxy-final': '换分隔符也没用：在 go 命令看来这不算失败，所以不会再问 {behind}。',
  'common.proxy-cached': '目前没有影响：构建需要的都在模块缓存或 vendor 目录里',
  'common.proxy-info': 'go mod download 会失败；go build 不需要 .info 文件',
  'common.proxy-list': 'go get 和 @latest 会失败；go.mod 写明的版本可以下载',
  'common.proxy-pipe': '在 {behind} 前面用 |，这样任何失败之后 go 命令都会继续',
  'common.proxy-drop': '去掉 {entry}',
  'common.proxy-other': '换一个当前网络能访问的代理；CI 里在任务之间保留模块缓存',
  'common.proxy-ask': '自己限时问一下',
  'common.client-says': 'Go 客户端会打印：rpc error: code = {code} desc = {text}',
  'common.go-says': 'Go 客户端会打印：{text}',
  'common.build-passes': '没有错误',
};
