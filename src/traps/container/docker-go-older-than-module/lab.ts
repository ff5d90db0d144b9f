import { helloModule } from '../../../lab/kit/bench.ts';
import { go, pgg, pgo } from '../../../lab/kit/catalog.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'docker-go-older-than-module';

/** A project of late 2023, which Go 1.19 can build. */
const older: Special = {
  module: helloModule('v1.60.1', { go: '1.19', plugins: [pgo('v1.31.0'), pgg('v1.3.0')] }),
  plugins: [pgo('v1.31.0'), pgg('v1.3.0')],
};

/**
 * Images cannot be pulled here. The Dockerfile is for the doctor; what its stage does is simulated with the toolchain of the
 * tag, called `image-go` on this machine, and the GOTOOLCHAIN that the image sets.
 */
function image(tag: string, release: string, more: Special = {}, touch?: (site: Site) => Promise<void>): Special {
  return {
    ...more,
    build: ['env', 'GOTOOLCHAIN=local', 'image-go', 'build', './...'],
    arrange: async (site) => {
      const { bin } = await site.bench.tools.ensure(go(release));
      await site.linkTool(bin, 'usr/bin', 'image-go');
      await site.write('src/hello/Dockerfile', `FROM golang:${tag}\nWORKDIR /src\nCOPY . .\nRUN go build ./...\n`);
      await touch?.(site);
    },
  };
}

const goLine = (from: string, to: string) => (site: Site) => site.edit('src/hello/go.mod', from, to);

export default trapLab({
  trap,
  title: { en: 'A build image with an older Go than go.mod asks for', zh: '构建镜像里的 Go 比 go.mod 要求的旧' },
  question: {
    en: 'What does the Go of an image say about a module that asks for a newer one? (The stage is simulated with that toolchain.)',
    zh: '镜像里的 Go 会对要求新版的模块说什么？（用该工具链模拟这个阶段。）',
  },
  article: ['1.version-coupling.go-1.21'],
  environments: [
    broken('refused', trap, { en: 'golang:1.24, go 1.26.0', zh: 'golang:1.24，go 1.26.0' }, image('1.24', '1.24.9')),
    broken(
      'unreadable-version',
      trap,
      { en: 'golang:1.20, go 1.26.0', zh: 'golang:1.20，go 1.26.0' },
      image('1.20', '1.20.14'),
    ),
    broken(
      'unreadable-toolchain',
      trap,
      { en: 'golang:1.20, a toolchain line', zh: 'golang:1.20，有 toolchain 行' },
      image('1.20', '1.20.14', older, goLine('go 1.19', 'go 1.19\n\ntoolchain go1.24.6')),
    ),
    healthy(
      'advice',
      { en: 'golang:1.20, go 1.21: only advice, and it builds', zh: 'golang:1.20，go 1.21：只是建议，能编译' },
      image('1.20', '1.20.14', older, goLine('go 1.19', 'go 1.21')),
    ),
    healthy('sufficient', { en: 'golang:1.20, go 1.19', zh: 'golang:1.20，go 1.19' }, image('1.20', '1.20.14', older)),
    healthy('newest', { en: 'golang:1.26, go 1.26.0', zh: 'golang:1.26，go 1.26.0' }, image('1.26', '1.26.8')),
  ],
});
