import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '模块处在 go.work 之下，go.work 却没有列出它',
  title: '{goMod} 不在 {work} 的模块之列',
  label: '{work} 里没有它的 use 行',
  'why-started':
    'go.work 对它下面的每个目录都有效。用目录指定的包只会在它列出的模块里查找，所以构建、测试和 vet 在这里都会停下。',
  'why-built': '{script} 在这个模块里执行 go {verb}，此时 {work} 生效，却没有列出这个模块。',
  'why-imported': '工作区的成员导入了 {package}。没有成员依赖这个模块，go.work 也没有给出它的目录。',
  'bites-pattern':
    'pattern {pattern}: directory prefix . does not contain modules listed in go.work or their selected dependencies',
  'bites-folder':
    'current directory is contained in a module that is not one of the workspace modules listed in go.work. You can add the module to the workspace using: go work use .',
  'bites-within': 'main module ({within}) does not contain package {inside}',
  'bites-imported': '{place}: no required module provides package {package}; to add it: go get {package}',
  'fix-use': '把这个模块加入工作区；之后它的依赖对所有成员生效',
  'fix-off': '或者在工作区之外构建它',
  'seen-why': '这里或上级目录的 go.work 没有列出当前模块。',
  'seen-fix': '把模块加入 go.work，或者关闭它',
  'nested-why': '这个包的目录在模块之下，却不属于该模块：它有自己的 go.mod，而 go.work 没有写上它。',
  'nested-fix': '在 go.work 中写上它的模块，或在 go.mod 中 require 并 replace 它',
  'nested-ask': '这个包的目录里有 go.mod 吗？没有：目录不存在，或其中没有 Go 文件。',
};
