import type { commonEn } from './common.en.ts';

export const commonZh: Record<keyof typeof commonEn, string> = {
  'common.unset-goenv': '从 {source} 中去掉 {name}',
  'common.unset-variable': '在 shell 中取消 {source}（启动文件或 CI 设置里也要去掉）',
  'common.go-install': '安装 {package} {version}',
  'common.add-to-path': '把 {folder} 加入 PATH',
  'common.check-again': '这条诊断消失',
  'common.build-passes': '没有错误',
};
