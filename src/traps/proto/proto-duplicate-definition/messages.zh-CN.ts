import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '一起编译的两个 .proto 文件定义了相同的全名',
  'title-together': '{file} 和 {first} 都定义了 {name}',
  'title-same-file': '{file} 两次定义了 {name}',
  'title-two-names': '{file} 以两个名字参与编译：{firstProto} 和 {proto}',
  why: '带包名的全名，在编译器一次读到的所有文件里只能定义一次，只被导入的文件也算在内。',
  'why-value': '枚举值与枚举本身同级，并不属于枚举内部：同一个包里，两个枚举不能有同名的值。',
  'why-two-names':
    '文件以它在根目录下的名字为准。根目录互相嵌套时，它就有了两个名字；以第二个名字读到时，里面的一切都会再定义一遍。',
  bites: '{proto}:{line}:{column}: "{name}" is already defined in file "{firstProto}".',
  'bites-same-file': '{proto}:{line}:{column}: "{short}" is already defined in "{scope}".',
  'bites-buf': '{first}:{firstLine}:{firstColumn}:`{short}` declared multiple times',
  'fix-rename': '只保留一处 {name} 的定义并导入那个文件，或者给其中一个文件换一个 package',
  'fix-value': '让枚举值的名字以枚举名开头：STATUS_UNKNOWN',
  'fix-two-names': '只用一个根目录，并且处处用同一个名字导入这个文件',
  'seen-why': '同一个名字定义了两次：来自两个文件，或者同一个文件经两条路径被读到。',
  'seen-fix': '每个文件只保留一个根目录，每个名字只保留一处定义',
};
