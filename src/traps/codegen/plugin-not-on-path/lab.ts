import { trapLab } from '../../../lab/kit/trap-lab.ts';
import { pick } from '../../../lab/labs/article-script/environments.ts';

export default trapLab({
  trap: 'plugin-not-on-path',
  title: { en: 'A plugin is installed where PATH does not lead', zh: '插件已安装，但 PATH 找不到' },
  question: {
    en: 'When does protoc find its plugins, and what does it say when it does not?',
    zh: 'protoc 何时能找到插件？找不到时说什么？',
  },
  article: [
    '1.intro.plugin-not-found',
    '1.plugin-path.must-be-on-path',
    '1.plugin-path.gopath-bin',
    '1.plugin-path.not-in-shell',
    '1.plugin-path.export-path',
    '1.script.row-path',
  ],
  environments: pick('A3', 'A4b', 'A1', 'A4', 'A11'),
});
