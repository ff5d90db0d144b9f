import { endpointsLab } from '../../kit/endpoint-lab.ts';
import { buildClient, clientBuilds, clientName } from '../../kit/grpc-clients.ts';
import { defineLab, type LabContext, type Row } from '../../lab.ts';
import { answers } from './article.ts';
import { situations } from './rows/all.ts';

const matrix = endpointsLab({
  id: 'probe-matrix',
  title: { en: 'What real clients say of every fault', zh: '真实客户端对每种故障的说法' },
  question: {
    en: 'What does each grpc-go client print of each endpoint, and does the probe name the cause and foretell the text?',
    zh: '每个 grpc-go 客户端对每种端点输出什么？探测能否指出原因并预测其文本？',
  },
  traps: [...new Set(situations.flatMap(({ trap }) => (trap && trap !== 'any' ? [trap] : [])))].sort(),
  article: Object.keys(answers),
  rowsOf: answers,
  situations,
});

export default defineLab({
  ...matrix,
  run: async (context) => {
    const measured = await matrix.run(context);
    return { ...measured, rows: [...measured.rows, ...(await buildRows(context))] };
  },
});

/** Which pairs of a release and a toolchain there are: built, or what the go command says instead. */
async function buildRows({ bench, form, only }: LabContext): Promise<Row[]> {
  if (form !== 'full' || only) return [];
  const rows: Row[] = [];
  for (const build of clientBuilds) {
    const built = await buildClient(bench, build);
    rows.push({ id: `build: ${clientName(build)}`, build: 'refused' in built ? built.refused : 'built' });
  }
  return rows;
}
