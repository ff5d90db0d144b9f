import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '决定生成代码内容的工具没有用确切的版本安装',
  title: '{names}：安装时没有写确切的版本',
  'title-files': '{names}：安装时没有写确切的版本，共 {count} 个文件',
  'why-query': '“{version}”代表什么，每次发布新版都会变，所以两个人会从同样的文件得到两种结果。',
  'why-package': '{package} 是哪个版本，由构建当天包管理器的索引决定。',
  'why-remote': '不写版本，buf 就运行 {package} 的最新版。',
  'why-committed': '已提交的代码是用 {made} 生成的。下次安装会得到另一个版本，也就得到另一种结果。',
  bites: '生成之后出现一大片没人想要的改动；检查生成代码的任务一夜之间失败；生成的代码与 go.mod 里的运行库不匹配',
  'fix-pin': '写上生成已提交代码的版本；没有的话写最新版',
  'fix-exact': '写明确切的版本',
};
