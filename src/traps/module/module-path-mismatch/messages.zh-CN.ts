import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '依赖的模块声明的是另一个路径，或者用来替换的目录不是模块',
  'title-renamed': '{path} 现在叫 {declares}，go 不接受旧路径',
  'title-declared': '{path} {version} 声明自己的路径是 {declares}',
  'title-case': '{path} 应写作 {declares}：大小写有区别',
  'title-no-folder': '用来替换 {required} 的目录 {path} 不存在',
  'title-no-go-mod': '用来替换 {required} 的目录 {path} 里没有 go.mod',
  why: '一个模块只有一个路径，就是它自己的 go.mod 里写的那个。仓库能从第二个地址取到，并不等于有第二个模块。',
  'why-replacement': '用来替换的模块，声明的必须是它自己的路径，或者被替换的那个路径。',
  'why-folder': '依赖一旦被替换成目录，就只从那里读取。',
  'bites-later': '没有代码导入它时 go build 没事；go mod tidy、go mod download 和 go list -m all 会停在它上面',
  'bites-declared':
    '{path}@{version}：parsing go.mod: module declares its path as: {declares} but was required as: {required}',
  'bites-no-folder': '{required}：replacement directory {path} does not exist',
  'bites-no-go-mod': '{required} (replaced by {path})：reading {path}/go.mod: no such file or directory',
  'fix-rename': '按它声明的路径来依赖它',
  'fix-keep': '通过 replace 保留现在这份代码，但使用它声明的路径',
  'fix-imports': '把代码中对 {required} 的导入改成 {declares}（{count} 处路径），再执行 go mod tidy',
  'fix-drop-replace': '去掉这条 replace，改用公开发布的模块；或者把目录放到该在的位置',
  'seen-why': '模块自己声明的路径与引用它的路径不同：它改过名，或者是一个 fork。',
  'seen-fix': '按它声明的路径引用，或者用 replace',
  'folder-why': 'go.mod 用目录 {folder} 替换了一个模块，而这里的这个目录中没有模块。',
  'folder-fix': '把 {folder} 放到这个模块旁边，或去掉 replace 行',
};
