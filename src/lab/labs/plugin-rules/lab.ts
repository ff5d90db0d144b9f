import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goPackageRules, optionsOf } from '../../../knowledge/plugin-rules.ts';
import * as tables from '../../../knowledge/tables.ts';
import { gpb, PROTOC, pgg, pgo } from '../../kit/catalog.ts';
import { type RunResult, run } from '../../kit/process.ts';
import type { PluginTool } from '../../kit/tools.ts';
import { type Cell, defineLab, isWanted, type LabContext, type Row } from '../../lab.ts';

const gateway = (name: string, version: string): PluginTool => ({
  kind: 'plugin',
  name,
  package: `github.com/grpc-ecosystem/grpc-gateway/v2/${name}`,
  version,
});
const connect = (version: string): PluginTool => ({
  kind: 'plugin',
  name: 'protoc-gen-connect-go',
  package: 'connectrpc.com/connect/cmd/protoc-gen-connect-go',
  version,
});

/** Both sides of each floor of the tables. */
const releases: readonly PluginTool[] = [
  ...[
    'v1.20.1',
    'v1.21.0',
    'v1.25.0',
    'v1.26.0',
    'v1.27.0',
    'v1.34.2',
    'v1.35.0',
    'v1.35.2',
    'v1.36.0',
    'v1.36.12',
  ].map(pgo),
  ...['v1.3.5', 'v1.4.3', 'v1.5.0', 'v1.5.3', 'v1.5.4'].map(gpb),
  ...['v1.1.0', 'v1.2.0', 'v1.3.0', 'v1.4.0', 'v1.5.1', 'v1.6.0', 'v1.6.1', 'v1.6.2'].map(pgg),
  ...['v2.3.0', 'v2.4.0', 'v2.5.0', 'v2.6.0', 'v2.33.0'].flatMap((version) => [
    gateway('protoc-gen-grpc-gateway', version),
    gateway('protoc-gen-openapiv2', version),
  ]),
  ...['v1.17.0', 'v1.18.0', 'v1.19.1'].map(connect),
];

const idOf = ({ package: path, version }: PluginTool): string =>
  `${path.replace(/^.*\/(?=[^/]+\/[^/]+$)/, '')} ${version}`;
const RUN_MS = 60_000;

/** The four values that the table is about. */
const values: readonly (readonly [string, string | undefined])[] = [
  ['missing', undefined],
  ['bare', 'note'],
  ['period', '.;note'],
  ['name', './note;my-note'],
];

/** A name that no release knows. */
const nobodys = 'pathes';

/** What the releases of generator plugins make of Go packages and of options, beside what the tables say. */
export default defineLab({
  id: 'plugin-rules',
  title: { en: 'What plugins make of Go packages and options', zh: '插件如何看待 Go 包和选项' },
  question: {
    en: 'Which releases of a plugin refuse a file without a Go package, a bare word, a period, a bad name, and which options do they know?',
    zh: '插件的哪些版本会拒绝没有 Go 包的文件、单独一个词、一个点、不合法的名字？它们又认识哪些选项？',
  },
  traps: ['go-package-missing', 'go-package-invalid', 'plugin-option-unknown'],
  rowTitles: Object.fromEntries(releases.map((one) => [idOf(one), { en: idOf(one), zh: idOf(one) }])),
  short: ['cmd/protoc-gen-go v1.25.0', 'cmd/protoc-gen-go v1.26.0'],
  table: [
    ...values.map(([column]) => ({ column, title: { en: column, zh: column } })),
    { column: 'options', title: { en: 'options', zh: '选项' } },
  ],
  run: async (context) => {
    const rows: Row[] = [];
    const problems: string[] = [];
    for (const release of releases) {
      const id = idOf(release);
      if (!isWanted({ short: ['cmd/protoc-gen-go v1.25.0', 'cmd/protoc-gen-go v1.26.0'] }, context, id)) continue;
      const row = await measure(release, id, context);
      rows.push(row);
      problems.push(...differences(release, row));
      context.progress(`plugin-rules ${id}`);
    }
    return { rows, problems };
  },
});

async function measure(release: PluginTool, id: string, { bench, work }: LabContext): Promise<Row> {
  const folder = join(work, id.replace(/\W+/g, '-'));
  await mkdir(join(folder, 'out'), { recursive: true });
  const { bin } = await bench.tools.ensure(release);
  const compiler = await bench.tools.ensure(PROTOC);
  const flag = release.name.replace(/^protoc-gen-/, '');
  const generate = async (goPackage: string | undefined, options: readonly string[]): Promise<RunResult> => {
    const option = goPackage === undefined ? [] : [`option go_package = "${goPackage}";`];
    const text = ['syntax = "proto3";', 'package note;', ...option, 'message Note { string text = 1; }', service, ''];
    await writeFile(join(folder, 'note.proto'), text.join('\n'));
    const words = [...(flag === 'grpc-gateway' ? ['generate_unbound_methods=true'] : []), ...options];
    const given = words.map((word) => `--${flag}_opt=${word}`);
    const argv = [
      compiler.bin,
      `--plugin=${release.name}=${bin}`,
      '-I',
      '.',
      `--${flag}_out=out`,
      ...given,
      'note.proto',
    ];
    return run(argv, { cwd: folder, env: {}, timeoutMs: RUN_MS });
  };
  const answers: Record<string, Cell> = {};
  for (const [column, value] of values) answers[column] = answerOf(await generate(value, []));
  const known: string[] = [];
  for (const name of [...allNames(release.package), nobodys]) {
    const { stderr } = await generate('example.com/note', [`${name}=true`]);
    if (!new RegExp(`no such flag -${name}`).test(stderr)) known.push(name);
  }
  return { id, ...answers, options: known.includes(nobodys) ? 'any' : known.join(' ') };
}

const service = 'service Notes { rpc Write(Note) returns (Note); }';

function answerOf({ rc, stderr }: RunResult): string {
  if (rc !== 0) return 'refused';
  return stderr.includes('WARNING') ? 'warned' : 'taken';
}

/** Every option that some release of the plugin has; of a beginning one name that begins so. */
function allNames(pluginPackage: string): string[] {
  const rows = tables.pluginOptions.rows.filter((row) => row.package === pluginPackage);
  const names = rows.flatMap(({ options }) => options.split(' ')).filter((name) => name !== '');
  return [...new Set(names)].map((name) => name.replace(/\*$/, 'x.proto')).sort();
}

function differences(release: PluginTool, row: Row): string[] {
  const rules = goPackageRules(release.package, release.version);
  const expected: Record<string, string | undefined> = {
    missing: rules?.missing,
    bare: rules?.path === 'any' ? rules.missing : 'refused',
    period: rules?.path === 'slash' ? 'refused' : 'taken',
    name: rules?.name,
  };
  const wrong = Object.entries(expected).filter(([column, answer]) => row[column] !== answer);
  const options = optionsOf(release.package, release.version);
  const said = options
    ? allNames(release.package)
        .filter((name) => options.has(name))
        .join(' ')
    : 'any';
  return [
    ...wrong.map(([column, answer]) => `${row.id}: ${column} is ${row[column]}, the table says ${answer}`),
    ...(said === row.options ? [] : [`${row.id}: options are ${row.options}, the table says ${said}`]),
  ];
}
