import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '内含 C 代码的包，在镜像里或本机上构建时没有启用 cgo',
  'title-image': '{package} 需要 cgo，而 {by} 里的构建没有启用',
  'title-machine': '{package} 需要 cgo，而本机（{by}）的构建没有启用',
  'label-set': 'cgo 被关掉了',
  'label-compiler': '没有 C 编译器时，Go 会自动关掉 cgo',
  'why-use':
    'CGO_ENABLED=0 会排除所有 C 代码。{package}（{file}:{line}）就只剩空壳：编译全部通过，第一次使用时才失败。',
  'why-use-by-itself':
    '从 Go 1.20 起，找不到 C 编译器时 cgo 是关闭的。{package}（{file}:{line}）就只剩空壳：编译全部通过，第一次使用时才失败。',
  'why-build': 'CGO_ENABLED=0 会排除所有 C 代码，{package}（{file}:{line}）的大部分也随之排除，于是编译失败。',
  'why-build-by-itself':
    '从 Go 1.20 起，找不到 C 编译器时 cgo 是关闭的。{package}（{file}:{line}）的大部分被排除，于是编译失败。',
  bites: '{text}',
  'fix-enable': '为这次构建启用 cgo（程序从此依赖构建时所用的 libc）',
  'fix-compiler': '在构建的地方装上 C 编译器',
  'fix-instead': '或者改用不含 C 代码的包：{instead}',
  'seen-why': '程序是不带 cgo 构建的，而其中一个包只有带 cgo 才能工作。',
  'seen-fix': '安装 C 编译器并用 CGO_ENABLED=1 构建，或者换一个不需要 cgo 的包',
};
