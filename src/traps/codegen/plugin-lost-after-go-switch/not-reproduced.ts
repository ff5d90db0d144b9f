import { defineNotReproduced } from '../../../lab/not-reproduced.ts';

export default defineNotReproduced({
  why: {
    en: 'Of the four version managers only mise is in a package registry that labs may use. asdf, goenv and gvm were built from their sources and measured by hand.',
    zh: '四个版本管理器中，只有 mise 在实验可用的软件包仓库里。asdf、goenv、gvm 由源码构建后手工测量。',
  },
  source:
    'asdf 0.20.0 internal/shims/shims.go, asdf-golang bin/exec-env, goenv 2.2.44 libexec/goenv-which, gvm scripts/install',
});
