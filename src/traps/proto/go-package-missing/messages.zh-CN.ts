import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '没有任何地方说明 .proto 文件的代码属于哪个 Go 包',
  'title-refused': '{file} 没有 go_package，{plugin} {version} 会拒绝它',
  'several-refused': '{count} 个 .proto 文件没有 go_package，{plugin} {version} 会拒绝它们；第一个是 {file}',
  'title-nobody': '{file} 没有 go_package：无法生成它的 Go 代码',
  'several-nobody': '{count} 个 .proto 文件没有 go_package：无法生成它们的 Go 代码；第一个是 {file}',
  'title-warned': '{file} 没有 go_package；{plugin} {version} 会警告，更新的版本会拒绝',
  'several-warned': '{count} 个 .proto 文件没有 go_package；{plugin} {version} 会警告，更新的版本会拒绝',
  'title-unknown': '{file} 没有 go_package，{plugin} 从 2021 年起就拒绝这样的文件',
  'several-unknown': '{count} 个 .proto 文件没有 go_package，{plugin} 从 2021 年起就拒绝这样的文件；第一个是 {file}',
  'title-beside': '{file} 没有 go_package，而测试或示例里的脚本要用它生成 Go 代码',
  'several-beside': '{count} 个 .proto 文件没有 go_package，而测试或示例里的脚本要用它们生成 Go 代码',
  why: '插件在写出第一行之前就必须知道这个包的导入路径。文件本身、M 选项、buf 的 managed mode，都没有告诉它。',
  'why-code':
    '{code} 是由还会自己猜测的旧插件生成的。从 protoc-gen-go 1.26 起，导入路径必须明确给出，而这里没有任何地方给出。',
  'why-imported': '它被 {importer} 导入。插件读到的每个文件都必须知道 Go 包，不生成代码的文件也不例外。',
  bites: '{plugin}: unable to determine Go import path for "{name}"',
  'bites-warned': 'WARNING: Missing \'go_package\' option in "{name}"',
  'fix-option': '在 {file} 里写上 option go_package = "{value}"',
  'fix-options': '给其中 {edits} 个文件写上这个选项，各用自己目录的路径',
  'fix-option-and-command': '写上选项 {value}，并用 paths=source_relative 让代码仍然落在原来的位置',
  'fix-write': '在 {file} 的 package 下面写上 option go_package = "IMPORT/PATH";',
  'fix-mapping': '不是你自己的文件，就把路径告诉插件：--go_opt=M{name}=IMPORT/PATH',
  'fix-managed': '或者让 buf 来写：managed 下 enabled: true，再加一条 go_package_prefix 的 override',
  'seen-why': '文件没有 go_package 选项，也没有 M 参数给出它的 Go 导入路径。',
  'seen-fix': '在文件中加上 option go_package',
};
