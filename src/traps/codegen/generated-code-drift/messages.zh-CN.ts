import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '生成的文件来自别的版本，与下一次将要生成它们的版本不同',
  'title-job': '{file} 等文件来自 {made}，而 CI 用 {next} 生成并比较',
  'title-image': '{image} 里的 {tool} 是 {next}，而生成的文件和另一处固定的版本都是 {made}',
  'title-ancient': '有 {count} 个生成的文件来自 2017 年或更早的 protoc-gen-go，第一个是 {file}',
  'title-pin': '有 {count} 个生成的文件来自 {tool} {made}，而项目固定的是 {next}',
  'title-mixed': '{place} 的步骤生成的文件里，有 {count} 个来自 {tool} {made}，其余来自 {next}',
  'title-protoc': '有 {count} 个生成的文件来自 protoc {made}，但没有任何地方写明下一次用哪个 protoc',
  'why-job': '任务 {job} 先生成，再执行 {command}。每个生成的文件都写着生成它的版本，只要版本不同，比较就会失败。',
  'why-image':
    '每个生成的文件都写着 protoc 和插件的版本。在这个镜像里生成，所有文件的这一行都会变，项目的检查不会接受。',
  'why-ancient':
    '它们的文件头早于工具所认的格式，所以 linter 和评审会把它们当作手写的代码。它们能编译，只是因为 github.com/golang/protobuf 还保留着它们调用的东西。',
  'why-pin': '即使没有改 .proto 文件，下一次生成也会改动这些文件。这不算错，但会掩盖一次改动真正做了什么。',
  'why-protoc': '那是 2020 年之前的版本。脚本使用 PATH 上的任意 protoc，所以下次改 .proto 时，每个文件头都会跟着变。',
  'why-mixed':
    '{tool} 没有固定版本，各人用手边的版本生成，而且只重新生成了一部分文件。下一次生成会无谓地改动其余文件。',
  'bites-job': 'git diff --exit-code 以 1 结束：- {made} + {next}',
  'fix-regenerate': '用固定的版本重新生成，并单独提交一次',
  'fix-pin-job': '或者在 {job} 里安装生成这些文件时所用的版本',
  'fix-pin-step': '为 {tool} 定一个版本，并在 {place} 的步骤那里安装它',
  'fix-regenerate-ancient':
    '用现在的插件重新生成；之后服务端要嵌入 UnimplementedXServer，或者生成时加上选项 require_unimplemented_servers=false',
  'fix-pin-image': '在 {file} 里把 {before} 改成 {after}',
  'fix-pin-protoc': '在固定插件的地方也固定 protoc，重新生成，并单独提交一次',
};
