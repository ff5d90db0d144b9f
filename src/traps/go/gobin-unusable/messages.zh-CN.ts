import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'go install 无法把程序放进它的目录：不是绝对路径、是一个文件，或者没有写权限',
  'title-relative': 'go install 不接受 GOBIN={value}，因为它不是绝对路径',
  'title-file': 'go install 无法写入 {folder}，那里是一个文件',
  'title-denied': 'go install 无法写入 {folder}',
  'why-relative':
    'go env -w GOBIN=… 会默默接受它，编译也照常，只有 go install 会停下，于是插件一直是旧的，或者一直没有。',
  'why-unexpanded': '~、变量或引号没有被 shell 处理，所以这个值不是绝对路径。编译照常，只有 go install 会停下。',
  'why-file': '{from} 指向一个文件。go install 会先建立同名目录。',
  'why-denied': '当前用户不能写入 {at}。编译照常，但插件得不到更新。',
  'bites-relative': 'cannot install, GOBIN must be an absolute path',
  'bites-file': 'go install …: mkdir {folder}/: file exists',
  'bites-denied': 'go install …: open {folder}/…: permission denied',
  'fix-file': '把这个文件改名，或者在 {from} 中换一个目录',
  'fix-denied': '把 {folder} 改为归自己所有，或者在 GOBIN 中换一个自己的目录',
  'fix-elsewhere': '在 GOBIN 中选一个自己的目录，并加入 PATH；{at} 不该由你来改',
  'seen-why':
    'go install 已构建出程序，却无法放进目标目录：GOBIN，没有设置时是 GOPATH 下的 bin。它要求绝对路径，而且当前用户对该目录可写。',
  'seen-fix': '把 GOBIN 设为自己的目录的绝对路径，或去掉它，并把该目录加入 PATH',
};
