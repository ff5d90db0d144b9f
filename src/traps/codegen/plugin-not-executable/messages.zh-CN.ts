import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '插件在 PATH 中，但系统无法启动它',
  'title-permission': '{path} 没有执行权限',
  'title-empty': '{path} 是空文件',
  'title-crlf': '{path} 是使用 Windows 换行符的脚本',
  'title-interpreter': '{path} 是 {interpreter} 的脚本，而这个解释器不存在',
  'why-permission': 'protoc 会跳过没有执行权限的文件，然后说找不到这个程序。',
  'why-empty': '空文件会被当成空的 shell 脚本执行：什么也不做就成功了。protoc 正常结束，却没有生成代码。',
  'why-crlf': '系统会去找一个名字以回车结尾的解释器，于是 protoc 说找不到插件。',
  'why-interpreter': '系统报告解释器缺失的方式就像脚本本身不存在一样，protoc 也这样报告。',
  bites: '{plugin}: program not found or is not executable',
  'bites-empty': '没有任何提示：protoc 以 0 退出，但什么也没生成',
  'fix-again': '重新安装 {plugin}',
  'fix-permit': '给 {path} 加上执行权限',
  'seen-why': '{tool} 就在那里，但不允许执行：文件没有 x 权限，或所在的磁盘以 noexec 挂载。',
  'seen-fix': '赋予该文件执行权限，或重新安装到自己的目录',
};
