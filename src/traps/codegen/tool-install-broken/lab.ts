import type { ModuleVersion } from '../../../lab/kit/bench.ts';
import { GRPC, PROTOBUF } from '../../../lab/kit/catalog.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'tool-install-broken';

/** The module cache serves as the proxy: what is in it is all that exists, on every machine. */
const fromCache = 'GOPROXY="file://$GOMODCACHE/cache/download" GOSUMDB=off GOBIN="$HOME/new"';

/** A script with one line, which is run. */
function script(line: string, ...modules: ModuleVersion[]): Special {
  return {
    build: ['sh', '-c', `${fromCache} sh tools.sh`],
    arrange: async (site) => {
      for (const module of modules) await site.bench.moduleFolder(module);
      await site.write('src/hello/tools.sh', `${line}\n`);
    },
  };
}

/** The first line of an image, where no go.mod is yet: simulated in a folder without one. */
function image(line: string): Special {
  return {
    build: ['sh', '-c', `cd "$HOME" && ${fromCache} ${line}`],
    arrange: (site) => site.write('src/hello/Dockerfile', `FROM golang:1.26\nRUN ${line}\nCOPY . .\n`),
  };
}

const grpc = (version: string): ModuleVersion => ({ path: GRPC, version });

export default trapLab({
  trap,
  title: { en: 'Installation lines that cannot work', zh: '不可能成功的安装命令' },
  question: {
    en: 'What does go say about lines that name a package or a version that is not there?',
    zh: '命令里写的包或版本不存在时，go 会说什么？',
  },
  environments: [
    broken(
      'no-such-package',
      trap,
      { en: 'protoc-gen-connect_go in grpc-go', zh: 'grpc-go 里的 protoc-gen-connect_go' },
      script('go install google.golang.org/grpc/cmd/protoc-gen-connect_go@v1.9.1', grpc('v1.9.1')),
    ),
    broken(
      'version-of-grpc',
      trap,
      { en: 'protoc-gen-go-grpc@v1.60.1', zh: 'protoc-gen-go-grpc@v1.60.1' },
      script('go install google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.60.1', grpc('v1.60.1')),
    ),
    broken(
      'no-module',
      trap,
      { en: 'go install without a version in an empty image', zh: '空镜像里不带版本的 go install' },
      image('go install google.golang.org/protobuf/cmd/protoc-gen-go'),
    ),
    broken(
      'get-outside',
      trap,
      { en: 'go get in an empty image', zh: '空镜像里的 go get' },
      image('go get google.golang.org/protobuf/cmd/protoc-gen-go'),
    ),
    healthy(
      'right',
      { en: 'protoc-gen-go@v1.36.12', zh: 'protoc-gen-go@v1.36.12' },
      script('go install google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.12', {
        path: PROTOBUF,
        version: 'v1.36.12',
      }),
    ),
  ],
});
