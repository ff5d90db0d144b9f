import type { ModuleSpec } from '../../../lab/bench.ts';
import { GPB_LEGACY, OLD_PROTOBUF, PGO, PROTOBUF } from '../../../lab/catalog.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit.ts';
import type { PluginTool } from '../../../lab/tools.ts';

const trap = 'mixed-protobuf-apiv1-v2';
const GOGO = { 'github.com/gogo/protobuf': 'v1.3.2' };
const OLD = { [OLD_PROTOBUF]: 'v1.5.4' };

/** A program that is run and not only built: two of the three faults show themselves at run time. */
function mixed(program: string, plugin: PluginTool, require: Record<string, string>, replace?: string): Special {
  const module: ModuleSpec = {
    program,
    go: '1.23',
    require: { [PROTOBUF]: PGO.version, ...require },
    ...(replace !== undefined && { replace: [replace] }),
    plugins: [plugin],
    protocLine: ['protoc', '--proto_path=.', '--go_out=paths=source_relative:.', 'pb/note.proto'],
    keepGenerated: true,
  };
  return { module, plugins: [], protocLine: [], build: ['go', 'run', '.'] };
}

export default trapLab({
  trap,
  title: { en: 'Messages and functions of two protobuf APIs', zh: '两种 protobuf API 的消息与函数' },
  question: {
    en: 'What happens when a message of one API is given to a function of the other?',
    zh: '把一种 API 的消息交给另一种 API 的函数，会发生什么？',
  },
  environments: [
    broken(
      'plain',
      trap,
      { en: 'a message of protoc-gen-go 1.3.5, the new functions', zh: 'protoc-gen-go 1.3.5 的消息，新函数' },
      mixed('mixed-new', GPB_LEGACY, OLD),
    ),
    healthy(
      'both-new',
      { en: 'a message of the newest plugin, the new functions', zh: '最新插件的消息，新函数' },
      mixed('mixed-new', PGO, {}),
    ),
    broken(
      'gogo',
      trap,
      { en: 'a message of the newest plugin, gogo/protobuf 1.3.2', zh: '最新插件的消息，gogo/protobuf 1.3.2' },
      mixed('mixed-gogo', PGO, GOGO),
    ),
    healthy(
      'gogo-old-message',
      {
        en: 'a message of protoc-gen-go 1.3.5, gogo/protobuf 1.3.2',
        zh: 'protoc-gen-go 1.3.5 的消息，gogo/protobuf 1.3.2',
      },
      mixed('mixed-gogo', GPB_LEGACY, { ...GOGO, ...OLD }),
    ),
    broken(
      'old',
      trap,
      {
        en: 'a message of the newest plugin, golang/protobuf replaced by 1.3.5',
        zh: '最新插件的消息，golang/protobuf 被替换为 1.3.5',
      },
      mixed('mixed-old', PGO, OLD, `${OLD_PROTOBUF} => ${OLD_PROTOBUF} v1.3.5`),
    ),
    healthy(
      'old-not-replaced',
      { en: 'the same without the replace', zh: '同上，没有 replace' },
      mixed('mixed-old', PGO, OLD),
    ),
  ],
});
