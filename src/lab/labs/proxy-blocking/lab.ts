import { noNamespace } from '../../kit/namespace.ts';
import { type TimedDownload, timeDownload, wrongPredictions } from '../../kit/timed-download.ts';
import { defineLab, isWanted, type LabContext, type Measured } from '../../lab.ts';

const pairs = [
  [1, 1],
  [6, 1],
  [6, 2],
  [6, 8],
  [27, 8],
] as const;

const versions = ['1.21.13', '1.26.8'] as const;

const downloads: readonly TimedDownload[] = versions.flatMap((version) => [
  ...pairs.map(([requirements, gomaxprocs]) => ({
    id: `${version}-${requirements}-${gomaxprocs}`,
    go: version,
    requirements,
    gomaxprocs,
  })),
  { id: `${version}-6-8-workspace`, go: version, requirements: 6, gomaxprocs: 8, workspace: true },
  { id: `${version}-6-2-names`, go: version, requirements: 6, gomaxprocs: 2, nameless: true },
]);

const short = ['1.26.8-1-1', '1.26.8-6-8'];

export default defineLab({
  id: 'proxy-blocking',
  waits: true,
  title: { en: 'How long a proxy without answer blocks', zh: '无响应的代理会阻塞多久' },
  question: {
    en: 'How long does go mod download take to fail when the packets to the proxy vanish, and does grpc-doctor foretell it?',
    zh: '发往代理的数据包全部丢失时，go mod download 要多久才失败？grpc-doctor 能预测吗？',
  },
  traps: ['proxy-unreachable'],
  article: ['2.3.avalanche', '2.3.serial', '2.3.row-30s'],
  short,
  table: [
    { column: 'go', title: { en: 'Go', zh: 'Go' } },
    { column: 'requirements', title: { en: 'requirements', zh: '依赖数' } },
    { column: 'gomaxprocs', title: { en: 'GOMAXPROCS', zh: 'GOMAXPROCS' } },
    { column: 'vanish', title: { en: 'packets vanish', zh: '丢失的数据包' } },
    { column: 'workspace', title: { en: 'in a workspace', zh: '在工作区中' } },
    { column: 'article', title: { en: 'the article: serial, 30 s each', zh: '文章的说法：串行，每个 30 秒' } },
    { column: 'foretold', title: { en: 'foretold', zh: '预测' } },
    { column: 'measured', title: { en: 'measured', zh: '实测' } },
    { column: 'within 20 %', title: { en: 'within 20 %', zh: '误差在 20 % 以内' } },
  ],
  run: runDownloads,
});

/** All at once, each in a network of its own: they wait and do nothing else. */
async function runDownloads(context: LabContext): Promise<Measured> {
  const reason = await noNamespace();
  if (reason !== undefined) {
    context.progress(`skipped: no network namespace on this machine (${reason})`);
    return { rows: [], problems: [] };
  }
  const wanted = downloads.filter(({ id }) => isWanted({ short }, context, id));
  const rows = await Promise.all(
    wanted.map(async (one) => ({
      ...(await timeDownload(one, 'proxy-unreachable', context)),
      workspace: one.workspace === true,
      vanish: one.nameless ? 'to the name server' : 'to the proxy',
    })),
  );
  return { rows, problems: wrongPredictions(rows) };
}
