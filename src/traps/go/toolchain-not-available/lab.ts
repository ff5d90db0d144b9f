import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'toolchain-not-available';
const withLine = (from: string, to: string) => ({
  env: { GOPROXY: 'off' },
  arrange: (site: Site) => site.edit('src/hello/go.mod', from, to),
});

export default trapLab({
  trap,
  title: { en: 'A toolchain is asked for that cannot be had', zh: '要求的工具链无法获得' },
  question: {
    en: 'What does go say when go.mod or GOTOOLCHAIN names a toolchain that is neither here nor to be downloaded?',
    zh: 'go.mod 或 GOTOOLCHAIN 指定的工具链既不在本机也无法下载时，go 会说什么？',
  },
  environments: [
    broken(
      'go-line',
      trap,
      { en: 'go 1.99.0 in go.mod', zh: 'go.mod 写 go 1.99.0' },
      withLine('go 1.26.0', 'go 1.99.0'),
    ),
    broken(
      'toolchain-line',
      trap,
      { en: 'toolchain go1.99.0 in go.mod', zh: 'go.mod 的 toolchain 行写 go1.99.0' },
      withLine('go 1.26.0', 'go 1.26.0\n\ntoolchain go1.99.0'),
    ),
    broken(
      'variable',
      trap,
      { en: 'GOTOOLCHAIN=go1.99.0', zh: 'GOTOOLCHAIN=go1.99.0' },
      { env: { GOTOOLCHAIN: 'go1.99.0', GOPROXY: 'off' } },
    ),
    broken(
      'path-only',
      trap,
      { en: 'GOTOOLCHAIN=go1.99.0+path', zh: 'GOTOOLCHAIN=go1.99.0+path' },
      { env: { GOTOOLCHAIN: 'go1.99.0+path' } },
    ),
    broken('invalid', trap, { en: 'GOTOOLCHAIN=bogus', zh: 'GOTOOLCHAIN=bogus' }, { env: { GOTOOLCHAIN: 'bogus' } }),
    healthy(
      'here',
      { en: 'toolchain go1.26.8 in go.mod, which runs', zh: 'go.mod 的 toolchain 行写 go1.26.8，正是运行的版本' },
      withLine('go 1.26.0', 'go 1.26.0\n\ntoolchain go1.26.8'),
    ),
    healthy(
      'local',
      {
        en: 'toolchain go1.99.0 in go.mod, GOTOOLCHAIN=local',
        zh: 'go.mod 的 toolchain 行写 go1.99.0，GOTOOLCHAIN=local',
      },
      { ...withLine('go 1.26.0', 'go 1.26.0\n\ntoolchain go1.99.0'), env: { GOPROXY: 'off', GOTOOLCHAIN: 'local' } },
    ),
  ],
});
