import { afterFix } from '../../../lab/kit/after-fix.ts';
import { helloModule } from '../../../lab/kit/bench.ts';
import { go, pgg, pgo } from '../../../lab/kit/catalog.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'c-compiler-missing';

const older: Special = {
  module: helloModule('v1.60.1', { go: '1.19', plugins: [pgo('v1.31.0'), pgg('v1.3.0')] }),
  plugins: [pgo('v1.31.0'), pgg('v1.3.0')],
};
const withGo = (version: string): Special => ({ ...older, go: go(version), env: { CGO_ENABLED: '1' } });
const build = ['go', 'build', '-o', '../hello-program', '.'];

/** The environments have no C compiler on PATH, like golang on Alpine: its stage is simulated with this machine's go. */
const alpine = (command: string, setting: Record<string, string> = {}): Special => ({
  build: ['env', ...Object.entries(setting).map((pair) => pair.join('=')), ...build],
  arrange: (site) =>
    site.write(
      'src/hello/Dockerfile',
      `FROM golang:1.26-alpine AS build\nWORKDIR /src\nCOPY . .\nRUN ${command}\n\nFROM alpine:3.20\nCOPY --from=build /bin/hello /hello\nENTRYPOINT ["/hello"]\n`,
    ),
});

export default trapLab({
  trap,
  title: { en: 'Cgo without a C compiler', zh: '启用了 cgo 却没有 C 编译器' },
  question: {
    en: 'What does go say when cgo is on and there is no C compiler, and since which version?',
    zh: '启用 cgo 却没有 C 编译器时，go 会说什么？从哪个版本开始？',
  },
  columns: async (built) => ({ afterFix: built.id === 'goenv' ? await afterFix(built, trap) : null }),
  environments: [
    broken(
      'variable',
      trap,
      { en: 'CGO_ENABLED=1, Go 1.26', zh: 'CGO_ENABLED=1，Go 1.26' },
      { env: { CGO_ENABLED: '1' } },
    ),
    broken('go-1.20', trap, { en: 'CGO_ENABLED=1, Go 1.20', zh: 'CGO_ENABLED=1，Go 1.20' }, withGo('1.20.14')),
    healthy(
      'go-1.19',
      { en: 'CGO_ENABLED=1, Go 1.19: its library is compiled already', zh: 'CGO_ENABLED=1，Go 1.19：标准库是预编译的' },
      withGo('1.19.13'),
    ),
    broken(
      'goenv',
      trap,
      { en: 'go env -w CGO_ENABLED=1', zh: 'go env -w CGO_ENABLED=1' },
      { arrange: (site) => site.write('home/.config/go/env', 'CGO_ENABLED=1\n') },
    ),
    broken(
      'alpine',
      trap,
      { en: 'golang:1.26-alpine, CGO_ENABLED=1', zh: 'golang:1.26-alpine，CGO_ENABLED=1' },
      alpine('CGO_ENABLED=1 go build -o /bin/hello .', { CGO_ENABLED: '1' }),
    ),
    healthy(
      'alpine-default',
      { en: 'golang:1.26-alpine, nothing set: cgo is off by itself', zh: 'golang:1.26-alpine，没有设置：cgo 自动关闭' },
      alpine('go build -o /bin/hello .'),
    ),
  ],
});
