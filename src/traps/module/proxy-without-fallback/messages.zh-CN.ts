import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '所有模块都来自同一个公共镜像，后面没有别的条目',
  'title-image': '{file} 的所有模块都来自 {value}，后面没有别的条目',
  'title-ci': '{file} 的所有模块都来自 {value}，后面没有别的条目',
  'title-machine': 'GOPROXY={value}：这个镜像后面没有别的条目',
  why: '镜像可能停机、拦截当前网络，或者没有某个模块。后面的 direct 会去问源站：用逗号只在 404 和 410 之后，用 | 则在任何失败之后。',
  bites: '遇到这种日子：go: …: Get "{value}/…": dial tcp …: i/o timeout，或者 403、502；镜像构建不出来',
  'fix-bar': '写成 {better}：任何失败之后都会去问源站（需要 git，并且能访问源站）',
  'fix-comma': '写成 {better}：Go {go} 不认识 |，只在 404 和 410 之后问源站',
  'fix-argument': '让构建的人自己选：在别的国家，近的是别的镜像',
  expect: '{better} 即为正确',
};
