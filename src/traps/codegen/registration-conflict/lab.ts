import type { ModuleSpec } from '../../../lab/kit/bench.ts';
import { GPB_LEGACY, OLD_PROTOBUF, PGO, PROTOBUF, pgo } from '../../../lab/kit/catalog.ts';
import type { Bilingual } from '../../../lab/kit/environment.ts';
import type { Site } from '../../../lab/kit/site.ts';
import type { PluginTool } from '../../../lab/kit/tools.ts';
import { broken, healthy, type Special, trapLab, warned } from '../../../lab/kit/trap-lab.ts';

const trap = 'registration-conflict';
const environment = 'GOLANG_PROTOBUF_REGISTRATION_CONFLICT';
const linker = '-X google.golang.org/protobuf/reflect/protoregistry.conflictPolicy=warn';
const GOGO: PluginTool = {
  kind: 'plugin',
  name: 'protoc-gen-gogo',
  package: 'github.com/gogo/protobuf/protoc-gen-gogo',
  version: 'v1.3.2',
};

/** The files of each pair, below `proto/PAIR/a` and `proto/PAIR/b`. */
const pairs = {
  file: ['common.proto', 'common.proto'],
  apart: ['a/common.proto', 'b/common.proto'],
  copy: ['common.proto', 'common.proto'],
  symbol: ['money.proto', 'price.proto'],
  value: ['state.proto', 'kind.proto'],
  package: ['money.proto', 'price.proto'],
  extension: ['one.proto', 'two.proto'],
} as const;

interface Options {
  readonly plugin?: PluginTool;
  readonly require?: Readonly<Record<string, string>>;
  /** A line of the Makefile that lets the program go on. */
  readonly policy?: string;
  readonly build?: readonly string[];
}

const run = ['go', 'run', '.'];

/** Two packages, each made by a call of protoc of its own, and a program that links both. */
function linked(pair: keyof typeof pairs, { plugin = PGO, require, policy, build = run }: Options = {}): Special {
  const flag = plugin.name === 'protoc-gen-gogo' ? '--gogo_out' : '--go_out';
  const line = (side: 'a' | 'b', file: string): string[] => [
    'protoc',
    `--proto_path=proto/${pair}/${side}`,
    `${flag}=paths=source_relative:${file.includes('/') ? 'pb' : `pb/${side}`}`,
    file,
  ];
  const [a, b] = pairs[pair];
  const module: ModuleSpec = {
    program: 'register',
    go: '1.23',
    require: require ?? { [PROTOBUF]: PGO.version },
    plugins: [plugin],
    protocLine: line('a', a),
    furtherLines: [line('b', b)],
    keepGenerated: true,
  };
  return {
    module,
    plugins: [],
    protocLine: [],
    build,
    arrange: (site) => arrange(site, policy),
    ...(policy?.startsWith(environment) && { env: { [environment]: 'warn' } }),
  };
}

/** What a build sees is the generated code alone, and a Makefile that may set the policy. */
async function arrange(site: Site, policy: string | undefined): Promise<void> {
  await site.remove('src/register/proto');
  if (policy !== undefined) await site.write('src/register/Makefile', `start:\n\t${policy}\n`);
}

/** The second package is linked elsewhere: by another program, or by a test. */
function apart(file: 'other/main.go' | 'main_test.go'): Special {
  const base = linked('file', { build: file === 'main_test.go' ? ['go', 'test', './...'] : run });
  return {
    ...base,
    arrange: async (site) => {
      await base.arrange?.(site);
      await site.edit('src/register/main.go', '\t_ "example.com/register/pb/b"\n', '');
      const body =
        file === 'main_test.go'
          ? 'import _ "example.com/register/pb/b"'
          : 'import _ "example.com/register/pb/b"\n\nfunc main() {}';
      await site.write(`src/register/${file}`, `package main\n\n${body}\n`);
    },
  };
}

/** The program's own copy of a file that a dependency registers. */
const copyOfDependency: Special = {
  module: {
    program: 'register-dependency',
    go: '1.23',
    require: {
      [PROTOBUF]: PGO.version,
      'google.golang.org/genproto/googleapis/rpc': 'v0.0.0-20240318140521-94a12d6c2237',
    },
    plugins: [PGO],
    protocLine: [
      'protoc',
      '--proto_path=.',
      '--go_out=.',
      '--go_opt=module=example.com/register-dependency',
      'google/rpc/status.proto',
    ],
    keepGenerated: true,
    vendor: true,
  },
  plugins: [],
  protocLine: [],
  build: run,
};

const row = (en: string, zh: string): Bilingual => ({ en, zh });
const old = (version: string): Options => ({ plugin: GPB_LEGACY, require: { [OLD_PROTOBUF]: version } });
const older = (version: string): Options => ({ plugin: pgo('v1.28.0'), require: { [PROTOBUF]: version } });

export default trapLab({
  trap,
  title: row('Two packages of one program register the same', '同一程序里有两个包注册了相同的内容'),
  question: row(
    'Which names must be unique in one program, in which registry, and what do the settings change?',
    '同一程序里哪些名字必须唯一？在哪个注册表里？那些设置又改变了什么？',
  ),
  environments: [
    broken('file', trap, row('two files called common.proto', '两个都叫 common.proto 的文件'), linked('file')),
    healthy('apart', row('a/common.proto and b/common.proto', 'a/common.proto 和 b/common.proto'), linked('apart')),
    broken('copy', trap, row('two copies of one file', '同一个文件的两份副本'), linked('copy')),
    broken('symbol', trap, row('one message in two files', '同一条消息在两个文件里'), linked('symbol')),
    broken('value', trap, row('one enum value in two enums', '同一个枚举值在两个枚举里'), linked('value')),
    broken('package', trap, row('a message called like a package', '与包同名的消息'), linked('package')),
    broken('extension', trap, row('two extensions with one number', '编号相同的两个扩展'), linked('extension')),
    broken('dependency', trap, row("a copy of a dependency's file", '依赖中文件的副本'), copyOfDependency),
    healthy('two-programs', row('linked by two programs', '由两个程序分别链接'), apart('other/main.go')),
    warned('tests', row('linked by the tests alone', '只有测试才链接两者'), apart('main_test.go')),
    broken('runtime-1.26', trap, row('protobuf 1.26.0', 'protobuf 1.26.0'), linked('file', older('v1.26.0'))),
    healthy('runtime-1.25', row('protobuf 1.25.0', 'protobuf 1.25.0'), linked('file', older('v1.25.0'))),
    healthy(
      'variable',
      row('the variable says warn', '环境变量设为 warn'),
      linked('file', { policy: `${environment}=warn ./register` }),
    ),
    healthy(
      'linker',
      row('the linker says warn', '链接参数设为 warn'),
      linked('file', { policy: `go build -ldflags "${linker}" .`, build: ['go', 'run', '-ldflags', linker, '.'] }),
    ),
    broken(
      'old-code',
      trap,
      row('code of 1.3.5, golang/protobuf 1.5.4', '1.3.5 生成的代码，golang/protobuf 1.5.4'),
      linked('symbol', old('v1.5.4')),
    ),
    healthy(
      'old-runtime',
      row('code of 1.3.5, golang/protobuf 1.3.5', '1.3.5 生成的代码，golang/protobuf 1.3.5'),
      linked('symbol', old('v1.3.5')),
    ),
    healthy(
      'gogo',
      row('both by gogo 1.3.2', '都由 gogo 1.3.2 生成'),
      linked('file', { plugin: GOGO, require: { 'github.com/gogo/protobuf': 'v1.3.2' } }),
    ),
  ],
});
