import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '生成代码导入某个 .proto 文件时用的名字，没有任何包注册过',
  title: '{file} 导入 {import}，但没有任何包注册过这个名字的文件',
  why: '它指的那个文件由 {owner} 注册，名字是 {registered}。两次调用 protoc 用了不同的根目录，于是同一个文件有了两个名字。Go 代码只需要 Go 包，所以能编译，消息也能正常读写；但描述符里缺了一块。这样的名字有 {count} 个。',
  bites: '凡是通过 {by} 查询这个服务的（例如 grpcurl）：proto: could not resolve import "{import}": not found',
  'fix-import': '在 {file} 里写 import "{registered}"，并用生成 {owner} 时的同一个根目录重新生成',
  'fix-root': '每次调用 protoc 都用同一个根目录（-I），或者一次生成全部文件',
  'seen-why': '描述符中写着导入 {import}，而程序里没有包注册这个名字的文件。消息的读写不受影响。',
  'seen-fix': '用同样的根目录（-I）生成所有文件，让每个文件只有一个名字，并按这个名字导入',
  'seen-ask':
    '有没有生成文件的 `// source:` 写着这个名字？目录多几层或少几层：两次 protoc 调用的根目录不同。没有：该文件的包没有链接进来。',
};
