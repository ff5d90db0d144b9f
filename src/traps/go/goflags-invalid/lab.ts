import { helloModule } from '../../../lab/kit/bench.ts';
import { go, pgg, pgo } from '../../../lab/kit/catalog.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'goflags-invalid';
const oldPlugins = { plugins: [pgo('v1.28.1'), pgg('v1.1.0')] };
const oldGo = { go: go('1.17.13'), module: helloModule('v1.38.0', { go: '1.17', ...oldPlugins }), ...oldPlugins };
const flags = (value: string) => ({ env: { GOFLAGS: value } });
const titled = (text: string) => ({ en: text, zh: text });

export default trapLab({
  trap,
  title: { en: 'GOFLAGS holds something that go does not know', zh: 'GOFLAGS 含有 go 不认识的内容' },
  question: {
    en: 'Which values of GOFLAGS stop go, and does it depend on the version of go?',
    zh: 'GOFLAGS 的哪些取值会让 go 停止工作？与 go 的版本有关吗？',
  },
  environments: [
    broken('unknown-flag', trap, titled('GOFLAGS=-foo'), flags('-foo')),
    broken('no-flag', trap, titled('GOFLAGS=mod=mod'), flags('mod=mod')),
    broken('newer-flag', trap, titled('Go 1.17.13, GOFLAGS=-buildvcs=false'), {
      ...oldGo,
      ...flags('-buildvcs=false'),
    }),
    healthy('known-flag', titled('Go 1.26.8, GOFLAGS=-buildvcs=false'), flags('-buildvcs=false')),
    healthy('old-go', titled('Go 1.17.13'), oldGo),
  ],
});
