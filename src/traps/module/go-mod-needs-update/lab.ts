import { PGO, PROTOBUF } from '../../../lab/kit/catalog.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'go-mod-needs-update';

export default trapLab({
  trap,
  title: { en: 'go.mod does not name everything that the code imports', zh: 'go.mod 没有列出代码导入的全部模块' },
  question: {
    en: 'What does go build say when a requirement was deleted from a tidy go.mod?',
    zh: '从整理好的 go.mod 中删去一项依赖后，go build 会说什么？',
  },
  environments: [
    broken(
      'direct-missing',
      trap,
      { en: 'the line of protobuf is missing', zh: '缺少 protobuf 一行' },
      { arrange: (site) => site.edit('src/hello/go.mod', `\t${PROTOBUF} ${PGO.version}\n`, '') },
    ),
    broken(
      'indirect-missing',
      trap,
      { en: 'the indirect requirements are missing', zh: '缺少间接依赖' },
      { arrange: (site) => site.edit('src/hello/go.mod', /\nrequire \([^)]*indirect[^)]*\)\n/, '') },
    ),
    healthy('tidy', { en: 'tidy', zh: '整理好的' }),
  ],
});
