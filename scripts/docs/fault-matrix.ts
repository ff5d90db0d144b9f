import { type Bilingual, isOutcome, type Outcome } from '../../src/lab/kit/environment.ts';
import { mistakesOf, type ProtoCase } from '../../src/lab/kit/proto-lab.ts';
import type { Row } from '../../src/lab/lab.ts';
import { cases, measuredElsewhere, parts } from '../../src/lab/labs/proto-faults/cases.ts';
import { labs } from '../../src/lab/labs.gen.ts';
import { readResult } from '../../src/lab/results.ts';
import { cellText } from './cells.ts';

/** `docs/evidence/fault-matrix.md`: the rows of the lab `proto-faults` by what is wrong, with what tools and doctor say beside each other. */
export async function faultMatrixPage(): Promise<string> {
  const result = await readResult('proto-faults');
  const byId = new Map((result?.rows ?? []).map((row) => [row.id, row]));
  const told = cases.flatMap((one) =>
    Object.keys(one.variants).flatMap((variant) => {
      const row = byId.get(`${one.id}/${variant}`);
      return row ? [{ one, variant, row, wrong: mistakesOf(one, variant, row).length > 0 }] : [];
    }),
  );
  const right = told.filter(({ row, wrong }) => !wrong && row.doctor !== undefined).length;
  const faults = told.filter(({ row }) => row.expect !== 'silent').length;
  return [
    '# The fault matrix of the Protocol Buffers tool chain · Protocol Buffers 工具链故障矩阵',
    `${told.length} rows, measured ${result?.asOf ?? ''}: ${faults} faults, the others are healthy twins. In ${right} of them the doctor says what it should: the right trap at the right line, or nothing. The whole texts: [proto-faults](proto-faults.md); \`grpc-doctor lab run proto-faults\` measures them again.`,
    `共 ${told.length} 行，测于 ${result?.asOf ?? ''}：其中 ${faults} 行是故障，其余是对应的正常情形。grpc-doctor 在 ${right} 行里说得正确：在正确的行号报出正确的陷阱，或者保持沉默。完整输出见 [proto-faults](proto-faults.md)。`,
    ...Object.entries(parts).flatMap(([part, title]) => [
      `## ${title.en} · ${title.zh}`,
      [
        '| fault · 故障 | tools · 工具 | what they say · 输出 | grpc-doctor |',
        '|---|---|---|---|',
        ...cases.filter((one) => one.part === part).flatMap((one) => linesOf(one, byId)),
      ].join('\n'),
      ...pointers(part),
    ]),
    '',
  ].join('\n\n');
}

/** Variants that look the same are one line. */
function linesOf(one: ProtoCase, byId: ReadonlyMap<string, Row>): string[] {
  const groups = new Map<string, string[]>();
  for (const variant of Object.keys(one.variants)) {
    const row = byId.get(`${one.id}/${variant}`);
    if (!row) continue;
    const rest = [cellText([...firstWords(row)]), doctorText(row)].join(' | ');
    groups.set(rest, [...(groups.get(rest) ?? []), variant]);
  }
  return [...groups].map(
    ([rest, variants], index) => `| ${index === 0 ? both(one.title) : ''} | ${variants.join(', ')} | ${rest} |`,
  );
}

function both({ en, zh }: Bilingual): string {
  return en === zh ? en : `${en}<br>${zh}`;
}

/** What the first command that failed printed first; of a success only that it is one. */
function firstWords({ generate, program }: Row): string[] {
  const steps = [generate, program].flatMap((cell: unknown): Outcome[] => (isOutcome(cell) ? [cell] : []));
  const failed = steps.find(({ rc }) => rc !== 0);
  if (!failed) return ['exit 0'];
  return [`exit ${failed.rc}`, ...failed.lines.slice(0, 2)];
}

function doctorText({ doctor, expect }: Row): string {
  if (!Array.isArray(doctor)) return '';
  return doctor.length === 0 ? (expect === 'silent' ? 'silent · 沉默' : '**silent · 沉默**') : cellText(doctor);
}

function pointers(part: string): string[] {
  const ids = measuredElsewhere.filter((one) => one.part === part).map(({ lab }) => lab);
  const there = ids.filter((id) => labs.some((lab) => lab.id === id));
  return there.length === 0 ? [] : [`More · 另见: ${there.map((id) => `[${id}](${id}.md)`).join(', ')}`];
}
