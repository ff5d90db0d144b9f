import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '一个 Go 包有两个名字，或者两个 Go 包落在同一个目录',
  'title-names': 'Go 包 {path} 在 {first} 里叫 {firstName}，在 {second} 里叫 {secondName}',
  'title-folder': '{first} 和 {second} 的代码落在同一个目录 {folder}，包名却是 {firstName} 和 {secondName}',
  'title-hand-written': '{first} 的代码以 package {firstName} 落在 {second} 旁边，而后者是 package {secondName}',
  'title-file': '{first} 和 {second} 的代码落在同一个文件 {written}',
  'why-names': '一次调用里，插件会拿到它读到的所有文件的 Go 包，包括只被导入的文件；而一个导入路径只能有一个名字。',
  'why-folder': '一个目录只能放一个 Go 包。插件不会去看其他文件、其他调用往那里放了什么。',
  'why-hand-written': '一个目录只能放一个 Go 包，不管里面的文件是谁写的。',
  'why-file': 'Go 文件名取自 .proto 文件名，不带目录；而这两个文件的 Go 包又相同。',
  'bites-names':
    'protoc-gen-go: Go package "{path}" has inconsistent names {firstName} ({firstProto}) and {secondName} ({secondProto})',
  'bites-folder': 'protoc 的退出码是 0，随后 go build：found packages {firstName} and {secondName} in {folder}',
  'bites-hand-written': 'protoc 的退出码是 0，随后 go build：found packages {secondName} and {firstName} in {folder}',
  'bites-file': '{written}: Tried to write the same file twice.',
  'fix-names': '让 {first} 和 {second} 分号后面的名字相同，或者各用各的导入路径',
  'fix-folder': '让两个文件使用同一个 go_package，或者把其中一个移到单独的目录',
  'fix-hand-written': '在 {first} 的导入路径后面写上 ;{secondName}，或者让代码落在单独的目录里',
  'fix-file': '给其中一个文件改名，或者让它们各用各的 Go 包',
  'seen-why': '同一目录或同一 go_package 下的文件，Go 包名不一致。',
  'seen-fix': '让同一目录下的文件使用同一个 go_package 和同一个包名',
};
