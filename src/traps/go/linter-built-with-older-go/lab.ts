import { helloModule } from '../../../lab/kit/bench.ts';
import { go } from '../../../lab/kit/catalog.ts';
import type { PluginTool } from '../../../lab/kit/tools.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'linter-built-with-older-go';

/** Built with the Go that the published v1.64.8 is built with. */
const linter: PluginTool = {
  kind: 'plugin',
  name: 'golangci-lint',
  package: 'github.com/golangci/golangci-lint/cmd/golangci-lint',
  version: 'v1.64.8',
  builder: '1.24.9',
};

const workflow = `jobs:
  lint:
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with: { go-version-file: go.mod }
      - uses: golangci/golangci-lint-action@v6
        with: { version: ${linter.version} }
`;

/** The job is simulated: the linter that its action would fetch runs here. */
const job: Special = {
  build: ['golangci-lint', 'run', '--disable-all', '--enable', 'govet', './...'],
  arrange: async (site) => {
    const { bin } = await site.bench.tools.ensure(linter);
    await site.linkTool(bin, 'usr/bin', 'golangci-lint');
    await site.write('src/hello/.github/workflows/lint.yml', workflow);
  },
};

export default trapLab({
  trap,
  title: { en: 'golangci-lint built with an older Go', zh: '用旧版 Go 编译的 golangci-lint' },
  question: {
    en: 'What does golangci-lint v1.64.8, built with Go 1.24, say about modules for newer and equal Go versions?',
    zh: '用 Go 1.24 编译的 golangci-lint v1.64.8，对面向更新或相同 Go 版本的模块会说什么？',
  },
  environments: [
    broken('newer-module', trap, { en: 'go 1.26.0 in go.mod', zh: 'go.mod 写 go 1.26.0' }, job),
    healthy(
      'equal',
      { en: 'go 1.24.0 in go.mod, Go 1.24.9', zh: 'go.mod 写 go 1.24.0，Go 1.24.9' },
      { ...job, go: go('1.24.9'), module: helloModule('v1.80.0', { go: '1.24.0' }) },
    ),
  ],
});
