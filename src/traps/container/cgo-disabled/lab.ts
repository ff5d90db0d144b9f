import { afterFix } from '../../../lab/kit/after-fix.ts';
import { type ModuleSpec, protocLine } from '../../../lab/kit/bench.ts';
import { PGG, PGO } from '../../../lab/kit/catalog.ts';
import { whereIs } from '../../../lab/kit/offline.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'cgo-disabled';

/** A service that keeps its data in SQLite. */
const module: ModuleSpec = {
  program: 'stored',
  go: '1.21',
  require: { 'github.com/mattn/go-sqlite3': 'v1.14.24', 'google.golang.org/grpc': 'v1.71.0' },
  plugins: [PGO, PGG],
  protocLine: protocLine('pb/hello.proto'),
};

/** Builds it, and uses it: the stub only fails then. */
const build = ['sh', '-c', 'go build -o ../program . && ../program'];

/** The compiler is called by its place in the system: it finds its own parts from there. */
async function addCompiler(site: Site): Promise<void> {
  const gcc = await whereIs('gcc');
  if (gcc === '') throw new Error('gcc is not installed: apt-get install gcc libc6-dev');
  await site.write('usr/bin/gcc', `#!/bin/sh\nPATH=/usr/bin:/bin exec ${gcc} "$@"\n`);
  const { chmod } = await import('node:fs/promises');
  await chmod(site.at('usr/bin/gcc'), 0o755);
}

const dockerfile = (setting: string) =>
  `FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\nRUN ${setting}go build -o /bin/stored .\n\nFROM debian:bookworm-slim\nCOPY --from=build /bin/stored /stored\nENTRYPOINT ["/stored"]\n`;

const off: Special = { module, env: { CGO_ENABLED: '0' }, build };

export default trapLab({
  trap,
  title: { en: 'A package that is C inside, built without cgo', zh: '内含 C 代码的包，没有启用 cgo 就构建' },
  question: {
    en: 'What does a program with go-sqlite3 do when cgo is off, by a setting or because there is no C compiler?',
    zh: 'cgo 因设置或因没有 C 编译器而关闭时，使用 go-sqlite3 的程序会怎样？',
  },
  columns: async (built) => ({ afterFix: built.id === 'goenv' ? await afterFix(built, trap) : null }),
  environments: [
    broken('variable', trap, { en: 'CGO_ENABLED=0', zh: 'CGO_ENABLED=0' }, { ...off, arrange: addCompiler }),
    broken(
      'goenv',
      trap,
      { en: 'go env -w CGO_ENABLED=0', zh: 'go env -w CGO_ENABLED=0' },
      {
        module,
        build,
        arrange: async (site) => {
          await addCompiler(site);
          await site.write('home/.config/go/env', 'CGO_ENABLED=0\n');
        },
      },
    ),
    broken('no-compiler', trap, { en: 'no C compiler on PATH', zh: 'PATH 里没有 C 编译器' }, { module, build }),
    broken(
      'image',
      trap,
      { en: 'the build of an image: RUN CGO_ENABLED=0 go build', zh: '镜像的构建：RUN CGO_ENABLED=0 go build' },
      {
        module,
        build: ['env', 'CGO_ENABLED=0', ...build],
        arrange: async (site) => {
          await addCompiler(site);
          await site.write('src/stored/Dockerfile', dockerfile('CGO_ENABLED=0 '));
        },
      },
    ),
    healthy(
      'image-on',
      { en: 'the same with cgo', zh: '同样的构建，启用 cgo' },
      {
        module,
        build,
        arrange: async (site) => {
          await addCompiler(site);
          await site.write('src/stored/Dockerfile', dockerfile(''));
        },
      },
    ),
  ],
});
