import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '实际运行的 protoc 旁边没有 google/protobuf/*.proto',
  'title-none': '{protoc} 没有 include 目录，找不到 {name}',
  'title-older': '{protoc} 的 include 目录里没有 {name}',
  'why-none':
    'timestamp.proto 等文件与其他文件并无不同。protoc 先在根目录里找，再找可执行文件所在的目录、其中的 include，以及与它并列的 include，别处一概不看。来自 Maven 的 protoc，或没有装开发文件的系统软件包，都没有这些文件。',
  'why-older': 'protoc 的每个版本带的文件不同。{name} 最早见于 protoc {since}。',
  bites: 'protoc：{name}: File not found.',
  'fix-package': '如果 protoc 来自系统软件包，装上它的开发文件',
  'fix-beside': '把同一版本的 include 目录放到 {beside}',
  'fix-root': '或者把任何一个含有 google/protobuf 的目录作为最后一个根目录',
  'fix-newer': '安装 protoc {since} 或更新的版本，连同它的 include 目录',
  'seen-why': 'protoc 自带的文件没有一起安装。',
  'seen-fix': '把发行包中的 include 目录放到 bin 旁边，或用 -I 指定它',
};
