import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'go.work 生效时，go 命令会拒绝的 -mod 参数或 go mod vendor',
  'title-setting': 'GOFLAGS 里有 -mod={mod}，而 {work} 正在生效',
  'title-command': '{file} 执行 go {verb} 时带 -mod={mod}，而 {work} 正在生效',
  'title-mod-vendor': '{file} 执行 go mod vendor，而 {work} 正在生效',
  'title-modfile': '{file} 执行 go {verb} 时带 -modfile，而 {work} 正在生效',
  'why-old': 'Go {go} 在工作区里只接受 -mod=readonly。Go 1.22 及以后还接受 vendor；mod 则所有版本都拒绝。',
  'why-mod': '在工作区里，构建不能修改 go.mod，所以所有 Go 版本都拒绝 -mod=mod。',
  'why-no-folder':
    'Go 1.22 及以后在工作区里接受这个参数，并在 {work} 旁边找 vendor 目录。那里没有；单个模块的 vendor 不算数。',
  'why-modfile': '这个参数用一个文件代替 go.mod，而工作区里有多个模块。',
  'why-mod-vendor':
    '从 Go 1.22 起，工作区有自己的 vendor 目录，由 go work vendor 生成。1.21 及以前，这条命令处理的是所在目录的模块。',
  'bites-flag-old': 'go: -mod may only be set to readonly when in workspace mode, but it is set to "{mod}"',
  'bites-flag': 'go: -mod may only be set to readonly or vendor when in workspace mode, but it is set to "{mod}"',
  'bites-no-folder':
    'go: inconsistent vendoring in …:（每条依赖）is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt',
  'bites-modfile': 'go: -modfile cannot be used in workspace mode',
  'bites-mod-vendor':
    "go: 'go mod vendor' cannot be run in workspace mode. Run 'go work vendor' to vendor the workspace or set 'GOWORK=off' to exit workspace mode.",
  'fix-drop-flag': '去掉这个参数：默认就是 readonly',
  'fix-off': '或者让这条命令离开工作区；此时使用的是模块自己的依赖版本',
  'fix-off-vendor': '或者只为这个模块生成 vendor 目录；工作区里的构建不会读取它',
  'fix-work-vendor': '为整个工作区生成 vendor',
  'fix-make-folder': '生成工作区的 vendor 目录',
  expect: '工作区的成员',
  'seen-why': 'go.work 正在生效，而这个命令或 -mod 不能与它一起使用。',
  'seen-fix': '用 go work vendor，或者对这个命令设置 GOWORK=off',
};
