import { join } from 'node:path';
import { grpcPluginPackage, messagePluginPackage, protobufModule } from '../../../knowledge/names.ts';
import { protocPart } from '../../../knowledge/proto-features.ts';
import { run } from '../../kit/process.ts';
import { defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';
import { cells, type FeatureCell, type FloorCell, shortForm } from './cells.ts';
import { measureFeature, measureName, type Reality, sweep } from './measure.ts';

async function measure(context: LabContext, cell: FloorCell): Promise<Row> {
  const folder = join(context.work, 'proto-floors');
  const real =
    cell.kind === 'feature'
      ? await measureFeature(context.bench, cell, folder)
      : await measureName(context.bench, cell, folder);
  const said = cell.kind === 'feature' ? await askCompat(context.doctor, cell) : undefined;
  await sweep(folder);
  const about =
    cell.kind === 'feature' ? { feature: cell.floor.feature, part: cell.floor.part } : { name: cell.name.name };
  return { id: cell.id, ...about, version: cell.version, ...real, ...(said !== undefined && { compat: said }) };
}

const askMs = 60_000;

/** The options of `compat proto` by the path of a part; of other parts it does not speak. */
const options: ReadonlyMap<string, string> = new Map([
  [protocPart, 'protoc'],
  [protobufModule, 'protobuf'],
  [messagePluginPackage, 'protoc-gen-go'],
  [grpcPluginPackage, 'protoc-gen-go-grpc'],
]);
const asked: ReadonlySet<string> = new Set(['optional', 'edition-2023', 'edition-2024', 'opaque']);

/** What `compat proto` says of a release and a feature. What it says of a flag is not asked: the commands of a project tell it. */
async function askCompat(doctor: LabContext['doctor'], cell: FeatureCell): Promise<string | undefined> {
  const option = options.get(cell.floor.part);
  if (doctor === null || option === undefined || !asked.has(cell.floor.feature) || cell.flag) return undefined;
  const flags = [`--${option}`, cell.version, '--feature', cell.floor.feature];
  const argv = [...doctor, 'compat', 'proto', '--format', 'json', ...flags];
  const { stdout, stderr } = await run(argv, { cwd: '/', env: {}, timeoutMs: askMs });
  if (stdout === '') return stderr.includes('is not a value of') ? undefined : stderr.trim();
  const { sets } = JSON.parse(stdout) as { sets: { verdict: string }[] };
  return sets[0]?.verdict ?? 'no report';
}

/** Where the table does not say what is real. */
function mistakes(cell: FloorCell, real: Row & Partial<Reality>): string[] {
  const found: string[] = [];
  if (real.works !== cell.works)
    found.push(
      `${cell.id}: the table says ${cell.works ? 'works' : 'fails'}, and it ${real.works ? 'works' : 'fails'}`,
    );
  if (real.compat !== undefined && real.compat !== (real.works ? 'fits' : 'breaks'))
    found.push(`${cell.id}: compat proto says ${real.compat}`);
  if (cell.kind === 'name' || real.works) return found;
  if (cell.says !== undefined && real.says !== cell.says) found.push(`${cell.id}: it says ${real.says}`);
  const { fails } = cell.floor;
  if (!cell.flag && fails !== undefined && real.fails !== fails) found.push(`${cell.id}: it fails at ${real.fails}`);
  return found;
}

const title = (column: string, en: string, zh: string) => ({ column, title: { en, zh } });

export default defineLab({
  id: 'proto-floors',
  title: {
    en: 'Features of .proto files on both sides of every floor',
    zh: '在每条界线的两侧，测试 .proto 文件的各项功能',
  },
  question: {
    en: 'Which releases of protoc, of the plugins and of the Go runtime take `optional`, the editions and the opaque API?',
    zh: '哪些版本的 protoc、插件和 Go 运行库支持 `optional`、各个 edition 和 opaque API？',
  },
  traps: ['generated-code-newer-than-protobuf', 'plugin-feature-unsupported', 'proto3-optional-needs-flag'],
  table: [
    title('feature', 'feature', '功能'),
    title('part', 'part', '部件'),
    title('version', 'version', '版本'),
    title('works', 'works', '可用'),
    title('compat', 'compat proto says', 'compat proto 的结论'),
    title('says', 'what is said', '报错'),
    title('top', 'function that panics', '发生 panic 的函数'),
  ],
  short: shortForm,
  run: async (context): Promise<Measured> => {
    const rows: Row[] = [];
    const problems: string[] = [];
    for (const cell of cells.filter(({ id }) => isWanted({ short: shortForm }, context, id))) {
      const row = await measure(context, cell);
      rows.push(row);
      problems.push(...mistakes(cell, row));
      context.progress(`proto-floors ${cell.id}: ${row.works ? 'works' : row.says}`);
    }
    return { rows, problems };
  },
});
