import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'vendor/modules.txt 与 go.mod 或 go.work 相互矛盾',
  title: '{folder}/modules.txt 与 {other} 对 {module} 的说法不一致（共 {count} 处）',
  'title-no-list': '构建被要求使用 {folder}，但没有 {folder}/modules.txt',
  why: '有 vendor 目录时，go 命令首先比较 {other} 和 modules.txt，遇到第一处不同就停下。',
  'why-flag': 'GOFLAGS 要求使用 vendor 目录；go 命令会首先比较 {other} 和 modules.txt。',
  'why-unused':
    '没有任何命令会从这个目录构建：因为 go 行它被忽略，而带 -mod=vendor 的构建会停下。go 行升到 1.14 或更高后，每次构建都会停下。',
  'label-listed': 'go.mod 要求 {required}',
  'why-unused-flag':
    'GOFLAGS 里有 -mod={flag}，所以这里不使用 vendor 目录；在没有这个参数的地方，构建遇到第一处不同就会停下。',
  'bites-required-not-explicit':
    'go: inconsistent vendoring in …: {module}: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt',
  'bites-required-other-version':
    'go: inconsistent vendoring in …: {module}: is explicitly required in go.mod, but vendor/modules.txt indicates {listed}',
  'bites-explicit-not-required':
    'go: inconsistent vendoring in …: {module}: is marked as explicit in vendor/modules.txt, but not explicitly required in {goMod}',
  'bites-replaced-not-listed':
    'go: inconsistent vendoring in …: {module}: is replaced in {source}, but not marked as replaced in vendor/modules.txt',
  'bites-replaced-otherwise':
    'go: inconsistent vendoring in …: {module}: is replaced by {replacement} in {source}, but marked as replaced by {listedReplacement} in vendor/modules.txt',
  'bites-listed-not-replaced':
    'go: inconsistent vendoring in …: {module}: is marked as replaced in vendor/modules.txt, but not replaced in {whole}',
  'fix-vendor': '按 go.mod 重新写出 vendor 目录',
  'fix-work-vendor': '重新写出工作区的 vendor 目录',
  'expect-members': '工作区的成员',
  'seen-why': 'vendor/modules.txt 与 go.mod 中的版本不一致。',
  'seen-fix': '运行 go mod vendor',
  'seen-ask':
    '这次构建本来就要用 vendor 吗？由 `go env GOWORK GOFLAGS` 和 go.mod 的 go 行决定：低于 1.14 时不用 vendor；工作区则有自己的 vendor 目录（`go work vendor`）。',
};
