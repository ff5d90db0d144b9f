import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '构建缓存或模块缓存无法写入，编译需要的内容放不进去',
  title: 'go 无法写入构建缓存 {folder}',
  'title-modules': 'go 无法写入模块缓存 {folder}，而里面缺少 {lacks}',
  'title-relative': 'go 不接受 {name}={value}，因为它不是绝对路径',
  'title-off': 'GOCACHE=off：从 Go 1.12 起，没有构建缓存就无法编译',
  'why-build':
    '每次编译都要建立并写入构建缓存，而当前用户不能写入 {at}。常见的原因是用过 sudo，或者容器里的用户没有自己的用户目录。',
  'why-filled':
    '{folder} 里已有的内容可以用，但新的存不进去，有些命令写不进去就会停下，换一个 Go 版本连标准库都找不到。多半是 sudo go build 造成的。',
  'why-file': '构建缓存是一个目录，而 {at} 是文件。',
  'why-modules':
    '依赖的源码要先放进这里才能编译，而当前用户不能写入 {at}。如果缓存里什么都有，就只会读取，归谁所有都可以。',
  'why-relative': '在文件里或引号里，没有谁会展开 ~ 或变量。用到缓存的命令都会停下。',
  'why-off': '在 Go 1.10 和 1.11 里可以这样关闭缓存；之后的版本一编译就会停下。',
  'bites-build': 'failed to initialize build cache at {folder}: mkdir {wanted}: permission denied',
  'bites-filled': 'open {folder}/…-a: permission denied（go vet、go run、go install，并非每次都出现）',
  'bites-file': 'failed to initialize build cache at {folder}: mkdir {folder}: not a directory',
  'bites-modules': 'go: could not create module cache，或 go: writing go.mod cache: mkdir {wanted}: permission denied',
  'bites-build-relative': 'build cache is required, but could not be located: GOCACHE is not an absolute path',
  'bites-modules-relative': 'go: GOMODCACHE entry is relative; must be absolute path: "{value}".',
  'bites-off': 'build cache is disabled by GOCACHE=off, but required as of Go 1.12',
  'fix-own': '把 {folder} 改为归自己所有，或者把 {name} 设到自己的另一个目录',
  'fix-elsewhere': '把 {name} 设到当前用户可写的目录，或者给这个用户一个用户目录',
  'seen-why': 'go 命令无法写入它的缓存目录。',
  'seen-fix': '把该变量指向当前用户可写的目录，或恢复为默认值',
};
