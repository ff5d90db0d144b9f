import type { ModuleSpec } from '../../../lab/kit/bench.ts';
import { GPB_LEGACY, GRPC, OLD_PROTOBUF, PGO, PROTOBUF, PROTOC } from '../../../lab/kit/catalog.ts';
import { mustRun } from '../../../lab/kit/process.ts';
import type { PluginTool } from '../../../lab/kit/tools.ts';
import { broken, healthy, type Special, trapLab, warned } from '../../../lab/kit/trap-lab.ts';

const trap = 'mixed-protobuf-apiv1-v2';
const GOGO_MODULE = { path: 'github.com/gogo/protobuf', version: 'v1.3.2' };
const GOGO = { [GOGO_MODULE.path]: GOGO_MODULE.version };
const TTRPC = 'github.com/containerd/ttrpc';
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

/** Messages of the newest plugin in calls of ttrpc. */
function ttrpc(version: string): Special {
  const plugin: PluginTool = {
    kind: 'plugin',
    name: 'protoc-gen-go-ttrpc',
    package: `${TTRPC}/cmd/protoc-gen-go-ttrpc`,
    version: 'v1.1.2',
  };
  const options = ['--go_out=paths=source_relative:.', '--go-ttrpc_out=paths=source_relative:.'];
  const module: ModuleSpec = {
    program: 'mixed-ttrpc',
    go: '1.23',
    require: { [PROTOBUF]: PGO.version, [TTRPC]: version },
    plugins: [PGO, plugin],
    protocLine: ['protoc', '--proto_path=.', ...options, 'pb/note.proto'],
    keepGenerated: true,
  };
  return { module, plugins: [], protocLine: [], build: ['go', 'run', '.'] };
}

const GENERATE_MS = 60_000;

/** A message with a field by value in a call of grpc-go, made by this plugin of gogo; `old` is golang/protobuf. */
function codec(name: string, old = 'v1.5.4'): Special {
  const plugin: PluginTool = {
    kind: 'plugin',
    name,
    package: `${GOGO_MODULE.path}/${name}`,
    version: GOGO_MODULE.version,
  };
  const module: ModuleSpec = {
    program: 'mixed-codec',
    go: '1.23',
    require: { ...GOGO, [GRPC]: 'v1.66.3', [OLD_PROTOBUF]: old },
    ...(old !== 'v1.5.4' && { replace: [`${OLD_PROTOBUF} => ${OLD_PROTOBUF} ${old}`] }),
    plugins: [],
    protocLine: [],
  };
  return {
    module,
    plugins: [],
    build: ['go', 'run', '.'],
    arrange: async (site) => {
      const gogo = await site.bench.moduleFolder(GOGO_MODULE);
      const [protoc, maker] = [await site.bench.tools.ensure(PROTOC), await site.bench.tools.ensure(plugin)];
      const roots = ['--proto_path=.', `--proto_path=${gogo}`, `--proto_path=${gogo}/protobuf`];
      const out = `--${name.replace('protoc-gen-', '')}_out=plugins=grpc,paths=source_relative:.`;
      const argv = [protoc.bin, `--plugin=${name}=${maker.bin}`, ...roots, out, 'pb/shelf.proto'];
      await mustRun(argv, { cwd: site.at('src/mixed-codec'), env: {}, timeoutMs: GENERATE_MS });
    },
  };
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
    broken(
      'ttrpc',
      trap,
      { en: 'a message of the newest plugin, ttrpc 1.1.2', zh: '最新插件的消息，ttrpc 1.1.2' },
      ttrpc('v1.1.2'),
    ),
    healthy('ttrpc-fixed', { en: 'the same, ttrpc 1.2.0', zh: '同上，ttrpc 1.2.0' }, ttrpc('v1.2.0')),
    warned(
      'codec',
      {
        en: 'a message of gogo with a field by value, grpc-go 1.66.3',
        zh: 'gogo 的消息里有非指针字段，grpc-go 1.66.3',
      },
      codec('protoc-gen-gogo'),
    ),
    healthy(
      'codec-marshal',
      { en: 'the same message by gogofaster, which writes itself', zh: '同样的消息由 gogofaster 生成，能自己写出' },
      codec('protoc-gen-gogofaster'),
    ),
  ],
});
