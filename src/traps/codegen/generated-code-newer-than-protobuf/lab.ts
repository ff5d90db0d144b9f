import { afterFix } from '../../../lab/kit/after-fix.ts';
import type { ModuleSpec } from '../../../lab/kit/bench.ts';
import { OLD_PROTOBUF, PGO, PROTOBUF, pgo } from '../../../lab/kit/catalog.ts';
import type { PluginTool } from '../../../lab/kit/tools.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'generated-code-newer-than-protobuf';

interface Committed {
  readonly require: Readonly<Record<string, string>>;
  readonly plugin?: PluginTool;
  readonly replace?: string;
  readonly options?: readonly string[];
}

/** The program of the lab proto-floors with code that is committed, and is started: some of it dies only then. */
function committed(proto: string, { require, plugin = PGO, replace, options = [] }: Committed): Special {
  const module: ModuleSpec = {
    program: 'proto-floors',
    go: '1.23',
    require,
    ...(replace !== undefined && { replace: [replace] }),
    plugins: [plugin],
    protocLine: [
      'protoc',
      '--proto_path=.',
      '--go_out=.',
      ...['paths=source_relative', ...options].map((option) => `--go_opt=${option}`),
      `pb/${proto}.proto`,
    ],
    keepGenerated: true,
  };
  return { module, plugins: [], protocLine: [], build: ['go', 'run', '.'] };
}

const opaque = ['default_api_level=API_OPAQUE'];
/** The last generation that imports golang/protobuf. */
const old = pgo('v1.25.0');
const oldModules = { [OLD_PROTOBUF]: 'v1.4.3', [PROTOBUF]: 'v1.25.0' };

export default trapLab({
  trap,
  title: { en: 'Generated code on a runtime that is too old for it', zh: '生成的代码遇到过旧的运行库' },
  question: {
    en: 'What becomes of code for `optional`, edition 2023 and the opaque API on the last runtime without them?',
    zh: '`optional`、edition 2023 和 opaque API 的代码，遇到还不支持它们的最后一个运行库，会怎样？',
  },
  article: ['3.1.panic'],
  columns: async (built) => ({
    afterFix: ['optional', 'edition', 'opaque'].includes(built.id) ? await afterFix(built, trap, true) : null,
  }),
  environments: [
    broken(
      'optional',
      trap,
      { en: 'an optional field, protobuf 1.21.0', zh: 'optional 字段，protobuf 1.21.0' },
      committed('optional', { require: { [PROTOBUF]: 'v1.21.0' } }),
    ),
    healthy(
      'optional-floor',
      { en: 'an optional field, protobuf 1.22.0', zh: 'optional 字段，protobuf 1.22.0' },
      committed('optional', { require: { [PROTOBUF]: 'v1.22.0' } }),
    ),
    healthy(
      'plain-oldest',
      {
        en: 'no optional field, the newest plugin, protobuf 1.21.0',
        zh: '没有 optional 字段，最新插件，protobuf 1.21.0',
      },
      committed('plain', { require: { [PROTOBUF]: 'v1.21.0' } }),
    ),
    broken(
      'edition',
      trap,
      { en: 'edition 2023, protobuf 1.32.0', zh: 'edition 2023，protobuf 1.32.0' },
      committed('edition-2023', { require: { [PROTOBUF]: 'v1.32.0' } }),
    ),
    healthy(
      'edition-floor',
      { en: 'edition 2023, protobuf 1.33.0', zh: 'edition 2023，protobuf 1.33.0' },
      committed('edition-2023', { require: { [PROTOBUF]: 'v1.33.0' } }),
    ),
    broken(
      'opaque',
      trap,
      { en: 'the opaque API, protobuf 1.35.2', zh: 'opaque API，protobuf 1.35.2' },
      committed('opaque', { require: { [PROTOBUF]: 'v1.35.2' }, options: opaque }),
    ),
    healthy(
      'opaque-floor',
      { en: 'the opaque API, protobuf 1.36.0', zh: 'opaque API，protobuf 1.36.0' },
      committed('opaque', { require: { [PROTOBUF]: 'v1.36.0' }, options: opaque }),
    ),
    broken(
      'constant',
      trap,
      {
        en: 'code of protoc-gen-go 1.25.0, golang/protobuf replaced by 1.3.5',
        zh: 'protoc-gen-go 1.25.0 的代码，golang/protobuf 被替换为 1.3.5',
      },
      committed('plain', { require: oldModules, plugin: old, replace: `${OLD_PROTOBUF} => ${OLD_PROTOBUF} v1.3.5` }),
    ),
    healthy(
      'constant-not-replaced',
      { en: 'the same without the replace', zh: '同上，没有 replace' },
      committed('plain', { require: oldModules, plugin: old }),
    ),
  ],
});
