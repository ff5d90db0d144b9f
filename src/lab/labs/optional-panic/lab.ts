import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { protobufModule } from '../../../knowledge/names.ts';
import { PGO, pgo, protoc } from '../../kit/catalog.ts';
import { compilerSays, panicOf, requireAndBuild } from '../../kit/go-program.ts';
import { run } from '../../kit/process.ts';
import { defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';
import { packageRoot } from '../../paths.ts';

/** protoc, plugin and runtime of one row. */
interface Trio {
  readonly id: string;
  readonly protoc: string;
  readonly plugin: string;
  /** Undefined: it is only generated. */
  readonly runtime?: string;
  /** `--experimental_allow_proto3_optional`. */
  readonly flag?: true;
  /** What the field is read with; of each the output or the panic stands in the row. */
  readonly ways?: readonly Way[];
  /** What must come of it. */
  readonly expect: 'runs' | 'generated' | 'refused' | 'panics';
}

type Way = 'getters' | 'marshal' | 'guarded-unset' | 'guarded-nil' | 'unguarded-unset';

const flag = '--experimental_allow_proto3_optional';
const [compiler, plugin] = ['3.21.12', 'v1.28.0'];

/** The pair of the article, the floors of its table, and the crash that there is. */
const trios: readonly Trio[] = [
  {
    ...{ id: 'pair', protoc: compiler, plugin, runtime: 'v1.28.0', ways: ['getters', 'marshal', 'guarded-unset'] },
    expect: 'runs',
  },
  {
    ...{ id: 'pair-newest-runtime', protoc: compiler, plugin, runtime: PGO.version, ways: ['getters', 'marshal'] },
    expect: 'runs',
  },
  { id: 'message-nil', protoc: compiler, plugin, runtime: 'v1.28.0', ways: ['guarded-nil'], expect: 'panics' },
  { id: 'own-pointer', protoc: compiler, plugin, runtime: 'v1.28.0', ways: ['unguarded-unset'], expect: 'panics' },
  {
    id: 'runtime-1.20.1',
    protoc: compiler,
    plugin,
    runtime: 'v1.20.1',
    ways: ['getters', 'marshal'],
    expect: 'panics',
  },
  {
    id: 'runtime-1.21.0',
    protoc: compiler,
    plugin,
    runtime: 'v1.21.0',
    ways: ['getters', 'marshal'],
    expect: 'panics',
  },
  { id: 'runtime-1.22.0', protoc: compiler, plugin, runtime: 'v1.22.0', ways: ['getters', 'marshal'], expect: 'runs' },
  { id: '3.11.4', protoc: '3.11.4', plugin: PGO.version, expect: 'refused' },
  { id: '3.12.0', protoc: '3.12.0', plugin: PGO.version, expect: 'refused' },
  { id: '3.12.0-flag', protoc: '3.12.0', plugin: PGO.version, flag: true, expect: 'generated' },
  { id: '3.14.0', protoc: '3.14.0', plugin: PGO.version, expect: 'refused' },
  { id: '3.15.0', protoc: '3.15.0', plugin: PGO.version, expect: 'generated' },
  { id: '3.12.4-plugin-1.21.0', protoc: '3.12.4', plugin: 'v1.21.0', flag: true, expect: 'refused' },
  { id: '3.12.4-plugin-1.22.0', protoc: '3.12.4', plugin: 'v1.22.0', flag: true, expect: 'generated' },
  { id: '3.12.4-plugin-newest', protoc: '3.12.4', plugin: PGO.version, expect: 'refused' },
  { id: '3.21.12-plugin-1.20.0', protoc: compiler, plugin: 'v1.20.0', expect: 'refused' },
  { id: '3.21.12-plugin-1.21.0', protoc: compiler, plugin: 'v1.21.0', expect: 'refused' },
  { id: '3.21.12-plugin-1.22.0', protoc: compiler, plugin: 'v1.22.0', expect: 'generated' },
  { id: '3.21.12-plugin-newest', protoc: compiler, plugin: PGO.version, expect: 'generated' },
];

const generateMs = 60_000;
const file = 'pb/user.proto';

async function measure({ bench, work }: LabContext, trio: Trio): Promise<Row> {
  const folder = join(work, 'optional-panic');
  await cp(join(packageRoot(), 'labs', 'optional-panic'), folder, { recursive: true });
  const { bin } = await bench.tools.ensure(protoc(trio.protoc));
  const generator = await bench.tools.ensure(pgo(trio.plugin));
  const out = ['--go_out=.', '--go_opt=paths=source_relative'];
  const argv = [bin, ...(trio.flag ? [flag] : []), `--plugin=protoc-gen-go=${generator.bin}`, ...out, file];
  const made = await run(argv, { cwd: folder, env: {}, timeoutMs: generateMs });
  const versions = { protoc: trio.protoc, plugin: trio.plugin, flag: trio.flag ?? false };
  const row =
    made.rc === 0 ? await afterGenerating(bench, trio, folder) : { result: 'refused', says: firstOf(made.stderr) };
  await rm(folder, { recursive: true });
  return { id: trio.id, ...versions, ...row };
}

async function afterGenerating(bench: LabContext['bench'], trio: Trio, folder: string): Promise<Omit<Row, 'id'>> {
  const code = await readFile(join(folder, 'pb', 'user.pb.go'), 'utf8');
  const seen = { oldFields: [...code.matchAll(/\bXXX_\w+/g)].length, getter: getterOf(code) };
  if (trio.runtime === undefined) return { result: 'generated', ...seen };
  const built = await requireAndBuild(bench, { [protobufModule]: trio.runtime }, folder, 'program');
  const runtime = { runtime: trio.runtime };
  if (built.rc !== 0) return { ...runtime, result: 'does not compile', says: compilerSays(built) };
  const said: Record<string, string> = {};
  let result = 'runs';
  for (const way of trio.ways ?? []) {
    const { rc, stdout, stderr } = await run([join(folder, 'program'), way], {
      cwd: folder,
      env: {},
      timeoutMs: generateMs,
    });
    const panic = panicOf(stderr);
    if (rc !== 0) result = 'panics';
    said[way] = rc === 0 ? stdout.trim() : `${panic?.says ?? stderr} in ${panic?.top ?? '?'}`;
  }
  return { ...runtime, result, ...seen, ...said };
}

/** What the real getter asks, on one line. */
function getterOf(code: string): string {
  const body = /func \(x \*User\) GetNickname\(\) string \{\n([\s\S]*?)\n\}/.exec(code)?.[1] ?? '';
  return body.replace(/\s+/g, ' ').trim();
}

function firstOf(text: string): string {
  return (text.split('\n')[0] ?? '').replaceAll(file, '{file}').replace(/\s*--go_out:\s*$/, '');
}

const title = (column: string, en: string, zh: string) => ({ column, title: { en, zh } });
const pair = ['pair', 'pair-newest-runtime'];
const short = ['pair', 'runtime-1.21.0', '3.14.0', '3.15.0'];

export default defineLab({
  id: 'optional-panic',
  title: { en: '`optional`, a nil pointer, and who is to blame', zh: '`optional`、空指针，以及真正的原因' },
  question: {
    en: 'Does code of protoc 3.21.12 and protoc-gen-go 1.28.0 die with a nil pointer where a field is optional, and what does?',
    zh: 'protoc 3.21.12 配 protoc-gen-go 1.28.0，字段是 optional 时生成的代码会空指针崩溃吗？真正会崩溃的又是什么？',
  },
  traps: ['generated-code-newer-than-protobuf', 'plugin-feature-unsupported', 'proto3-optional-needs-flag'],
  article: [
    '3.1.panic',
    '3.1.optional-3.12',
    '3.1.old-plugin',
    '3.1.command',
    '3.1.proto-field',
    '3.1.xxx-unrecognized',
    '3.1.getter',
    '3.1.deref',
    '3.1.uninitialised',
    '3.1.row-3.12.4',
    '3.1.row-3.21.12',
    '3.1.diagram',
  ],
  rowsOf: {
    '3.1.panic': [...pair, 'runtime-1.20.1', 'runtime-1.21.0', 'runtime-1.22.0'],
    '3.1.optional-3.12': ['3.11.4', '3.12.0', '3.12.0-flag', '3.14.0', '3.15.0'],
    '3.1.old-plugin': [...pair, '3.21.12-plugin-1.21.0', '3.21.12-plugin-1.22.0'],
    '3.1.command': pair,
    '3.1.proto-field': pair,
    '3.1.xxx-unrecognized': [...pair, '3.12.4-plugin-1.22.0', '3.21.12-plugin-newest'],
    '3.1.getter': [...pair, 'message-nil'],
    '3.1.deref': ['pair', 'own-pointer'],
    '3.1.uninitialised': pair,
    '3.1.row-3.12.4': ['3.12.4-plugin-1.21.0', '3.12.4-plugin-1.22.0', '3.12.4-plugin-newest'],
    '3.1.row-3.21.12': ['3.21.12-plugin-1.20.0', '3.21.12-plugin-1.21.0', '3.21.12-plugin-1.22.0', 'pair'],
    '3.1.diagram': pair,
  },
  table: [
    title('protoc', 'protoc', 'protoc'),
    title('plugin', 'protoc-gen-go', 'protoc-gen-go'),
    title('flag', 'flag', '参数'),
    title('runtime', 'runtime', '运行库'),
    title('result', 'result', '结果'),
    title('says', 'what is said', '报错'),
    title('getters', 'getters: nil, unset, set', 'getter：nil、未设置、已设置'),
    title('marshal', 'proto.Marshal', 'proto.Marshal'),
    title('guarded-nil', 'guarded, nil message', '有判断，消息为 nil'),
    title('unguarded-unset', '`*m.Nickname`, unset', '`*m.Nickname`，未设置'),
    title('oldFields', 'fields `XXX_`', '`XXX_` 字段'),
  ],
  short,
  run: async (context): Promise<Measured> => {
    const rows: Row[] = [];
    const problems: string[] = [];
    for (const trio of trios.filter(({ id }) => isWanted({ short }, context, id))) {
      const row = await measure(context, trio);
      rows.push(row);
      if (row.result !== trio.expect) problems.push(`${trio.id}: should be ${trio.expect}, is ${row.result}`);
      context.progress(`optional-panic ${trio.id}: ${row.result}`);
    }
    return { rows, problems };
  },
});
