import { pgo } from '../../../lab/kit/catalog.ts';
import { ungenerated } from '../../../lab/kit/proto-floors.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'plugin-feature-unsupported';

export default trapLab({
  trap,
  title: { en: 'Plugins, and a protoc, that do not know a feature', zh: '不认识某个功能的插件和 protoc' },
  question: {
    en: 'What happens when a .proto file uses more than the plugin or protoc knows?',
    zh: '.proto 文件用到了插件或 protoc 不认识的功能，会发生什么？',
  },
  article: ['3.1.old-plugin', '3.1.row-3.21.12'],
  rowsOf: {
    '3.1.old-plugin': ['optional', 'optional-floor', 'optional-1.28.0'],
    '3.1.row-3.21.12': ['optional-1.28.0'],
  },
  environments: [
    broken(
      'optional',
      trap,
      { en: 'an optional field, protoc-gen-go 1.21.0', zh: 'optional 字段，protoc-gen-go 1.21.0' },
      ungenerated('optional', { plugin: pgo('v1.21.0') }),
    ),
    healthy(
      'optional-floor',
      { en: 'an optional field, protoc-gen-go 1.22.0', zh: 'optional 字段，protoc-gen-go 1.22.0' },
      ungenerated('optional', { plugin: pgo('v1.22.0'), tidiedWith: pgo('v1.22.0') }),
    ),
    healthy(
      'optional-1.28.0',
      {
        en: 'an optional field, protoc 3.21.12 and protoc-gen-go 1.28.0',
        zh: 'optional 字段，protoc 3.21.12 与 protoc-gen-go 1.28.0',
      },
      ungenerated('optional', { plugin: pgo('v1.28.0'), protoc: '3.21.12' }),
    ),
    broken(
      'edition',
      trap,
      { en: 'edition 2023, protoc-gen-go 1.33.0', zh: 'edition 2023，protoc-gen-go 1.33.0' },
      ungenerated('edition-2023', { plugin: pgo('v1.33.0') }),
    ),
    healthy(
      'edition-floor',
      { en: 'edition 2023, protoc-gen-go 1.34.0', zh: 'edition 2023，protoc-gen-go 1.34.0' },
      ungenerated('edition-2023', { plugin: pgo('v1.34.0') }),
    ),
    broken(
      'protoc',
      trap,
      { en: 'edition 2023, protoc 26.1', zh: 'edition 2023，protoc 26.1' },
      ungenerated('edition-2023', { protoc: '26.1' }),
    ),
    healthy(
      'protoc-flag',
      { en: 'edition 2023, protoc 26.1 with the flag', zh: 'edition 2023，protoc 26.1，加参数' },
      ungenerated('edition-2023', { protoc: '26.1', flags: ['--experimental_editions'] }),
    ),
    healthy(
      'protoc-floor',
      { en: 'edition 2023, protoc 27.0', zh: 'edition 2023，protoc 27.0' },
      ungenerated('edition-2023', { protoc: '27.0' }),
    ),
  ],
});
