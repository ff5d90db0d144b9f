import { randomInt } from 'node:crypto';
import { type JudgingGo, type RealQuestion, realVerdicts } from '../../kit/real-verdicts.ts';
import { defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';
import { ChainMaker, chainsNow } from './chains.ts';
import { compareVerdicts } from './compare.ts';
import { makeKeys } from './keys.ts';
import { Chance } from './random.ts';

/** Each Go with a go line of its own, and the newest with an old one, which changes what it takes. */
const judges: readonly JudgingGo[] = [
  { version: '1.21.13', goLine: '1.21.0' },
  { version: '1.24.13', goLine: '1.24.0' },
  { version: '1.26.8', goLine: '1.26.0' },
  { version: '1.26.8', goLine: '1.21.0' },
];

/** The chains of the short form are always the same, but for their keys. */
const fixed = { seed: 20261126, chains: 150 };
const freshChains = 1000;

function questions(seed: number, count: number): RealQuestion[] {
  const maker = new ChainMaker(new Chance(seed), makeKeys());
  return Array.from({ length: count }, () => {
    const { chain, roots, serverName, usage } = maker.make();
    return { chain, roots, serverName, usage, now: chainsNow };
  });
}

async function measure(context: LabContext, id: string, judge: JudgingGo, seed: number, asked: RealQuestion[]) {
  const answers = await realVerdicts(context.bench, `${context.work}/${id}`, judge, asked);
  const { differences, accepted, ...agreement } = compareVerdicts(judge, asked, answers);
  context.progress(
    `go-verdict-chains ${id}: ${agreement.sameText} of ${agreement.chains} word for word (seed ${seed}, ${accepted} accepted)`,
  );
  const row: Row = { id, go: judge.version, goLine: judge.goLine, ...agreement };
  const problems = differences.map((one) => `${id}, seed ${seed}, chain ${one}`);
  // A run in which everything, or nothing, is accepted says little.
  if (accepted < asked.length / 10 || accepted > asked.length / 2) {
    problems.push(`${id}: ${accepted} of ${asked.length} chains are accepted`);
  }
  return { row, problems };
}

const rowId = (kind: 'fixed' | 'fresh', { version, goLine }: JudgingGo): string =>
  `${kind}-${version.replace(/\.\d+$/, '')}-go-line-${goLine.replace(/\.0$/, '')}`;

const short = judges.map((judge) => rowId('fixed', judge));

const title = (column: string, en: string, zh: string) => ({ column, title: { en, zh } });

export default defineLab({
  id: 'go-verdict-chains',
  title: {
    en: "Go's verdict on random chains of certificates, and what the probe says of them",
    zh: '随机证书链：Go 的结论与探测的结论',
  },
  question: {
    en: 'Does the probe say, word for word and without Go, what crypto/tls of Go 1.21, 1.24 and 1.26 says of a chain with any faults?',
    zh: '不用 Go，探测能否逐字说出 Go 1.21、1.24、1.26 的 crypto/tls 对任意有毛病的证书链的说法？',
  },
  traps: [
    'tls-cn-only',
    'tls-critical-extension',
    'tls-expired',
    'tls-key-usage',
    'tls-malformed-certificate',
    'tls-name-constraint',
    'tls-name-mismatch',
    'tls-path-length',
    'tls-unknown-authority',
    'tls-weak-signature',
  ],
  table: [
    title('go', 'Go', 'Go'),
    title('goLine', 'go line', 'go 行'),
    title('chains', 'chains', '证书链'),
    title('sameVerdict', 'same verdict', '结论相同'),
    title('sameClass', 'same kind of error', '错误类别相同'),
    title('sameText', 'same words', '文字相同'),
  ],
  short,
  run: async (context): Promise<Measured> => {
    const rows: Row[] = [];
    const problems: string[] = [];
    for (const kind of ['fixed', 'fresh'] as const) {
      const wanted = judges.filter((judge) => isWanted({ short }, context, rowId(kind, judge)));
      if (wanted.length === 0) continue;
      // Fresh chains come from a seed of this run: it is told, so that a difference can be looked at again.
      const seed = kind === 'fixed' ? fixed.seed : randomInt(2 ** 31);
      const asked = questions(seed, kind === 'fixed' ? fixed.chains : freshChains);
      for (const judge of wanted) {
        const measured = await measure(context, rowId(kind, judge), judge, seed, asked);
        rows.push(measured.row);
        problems.push(...measured.problems);
      }
    }
    return { rows, problems };
  },
});
