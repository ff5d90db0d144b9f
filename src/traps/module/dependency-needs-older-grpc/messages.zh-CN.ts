import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '某个依赖使用了 grpc-go 的旧接口，而本次构建所用的版本已经没有它们',
  title: '{module} {version} 无法与 grpc-go {grpc} 一起编译',
  label: '最高只能配 grpc-go {last}',
  why: 'grpc-go 在 {broken} 移除了一些实验性接口，而 {package} 用到了它们。编译器报的是模块缓存里的文件，不是你的代码。',
  'why-behind':
    'grpc-go 在 {broken} 移除了一些实验性接口，而 {package} 用到了它们。{module} 是另一个依赖带进来的；只要它导入了这个包，构建就会失败。',
  bites: '{says}',
  'fix-newer': '换成第一个没有此限制的版本，或更新的版本',
  'fix-instead': '改用 {instead} 或更新的版本，并在导入 {package} 的地方改为导入它',
  'fix-replace': '或者在整个构建里压低 grpc-go，然后执行 go mod tidy（较新插件生成的代码会因此无法编译）',
  'seen-why': '某个依赖用到了新版 grpc-go 已经删除的 API。',
  'seen-fix': '升级该依赖；只有在没有新版本时，才用 replace 压低 grpc-go',
};
