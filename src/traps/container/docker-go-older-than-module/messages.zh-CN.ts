import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '镜像或 CI 任务用来构建模块的 Go，比 go.mod 或 go.work 要求的旧',
  title: '{by} 带的是 Go {running}，{file} 需要 {demanded}',
  'title-unreadable': '{by} 带的是 Go {running}，读不懂 {file}',
  label: 'Go {running}，需要 {demanded}',
  'why-refused':
    '从 Go 1.21 起 go 行是硬性要求。GOTOOLCHAIN={toolchain} 禁止切换到更新的工具链，所以“{command}”会直接停下。',
  'why-advice': 'Go 1.21 之前 go 行只是建议：“{command}”会继续，直到代码或依赖用到 Go {running} 没有的东西才失败。',
  'why-uncompilable': 'Go 1.19.13 以及 1.20.8 至 1.20.14 不编译 go 行高于 1.21 的包，所以“{command}”会停下。',
  'why-unreadable': 'Go 1.21 之前的版本读不懂“{text}”（{file}:{line}），“{command}”会停在那里。',
  'why-locked': 'GOTOOLCHAIN={toolchain} 允许 go 命令下载“{text}”（{file}:{line}）要求的工具链，而 {lock} 不允许。',
  'why-number': '没有引号时，YAML 把版本当成数字：本想写 {written}0，实际得到 {written}。',
  'bites-refused': 'go: {file} requires go >= {demanded} (running go {running}; GOTOOLCHAIN={toolchain})',
  'bites-locked': 'go: download go{needed} …: toolchain not available，或 checksum database disabled by GOSUMDB=off',
  'bites-advice': 'undefined: …、package … is not in GOROOT 之类，并附带 "note: module requires Go {demanded}"',
  'bites-uncompilable': '…: cannot compile Go {language} code',
  'bites-version': '{file}:{line}: invalid go version: must match format 1.23',
  'bites-directive': '{file}:{line}: unknown directive',
  'fix-version': '改用 Go {version}',
  'fix-newer': '让这个阶段使用 Go {needed} 或更新的版本',
  'fix-follow': '或者让版本跟着模块走',
  'fix-switch': '或者允许 go 命令下载 go.mod 要求的工具链（构建时需要联网）',
  'seen-why': '镜像里的 go 命令比模块要求的 Go {needs} 旧。',
  'seen-fix': '改用 Go {needs} 或更新版本的镜像来构建',
};
