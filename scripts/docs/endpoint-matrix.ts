import { sameTrap } from '../../src/lab/kit/endpoint-lab.ts';
import type { Bilingual } from '../../src/lab/kit/environment.ts';
import type { Cell, Row } from '../../src/lab/lab.ts';
import { parts } from '../../src/lab/labs/probe-matrix/rows/all.ts';
import { readResult } from '../../src/lab/results.ts';
import { cellText } from './cells.ts';

interface Probe {
  readonly findings: readonly string[];
  readonly predicted: string | readonly string[];
}

/** `docs/evidence/endpoint-matrix.md`: the rows of the lab `probe-matrix`, with what clients and the probe say beside each other. */
export async function endpointMatrixPage(): Promise<string> {
  const result = await readResult('probe-matrix');
  const byId = new Map((result?.rows ?? []).map((row) => [row.id, row]));
  const situations = Object.values(parts).flatMap((part) => part.situations);
  const seen = situations.flatMap((one) => (byId.get(one.id)?.probe ? [{ one, row: byId.get(one.id) as Row }] : []));
  const judged = seen.filter(({ one }) => one.trap !== 'any');
  const named = judged.filter(({ one, row }) => sameTrap(one.trap, probeOf(row)?.findings[0]));
  const races = seen.filter(({ row }) => Array.isArray(probeOf(row)?.predicted));
  const exact = seen.filter(({ row }) => probeOf(row)?.predicted === row.newest);
  const builds = [...byId.values()].filter(({ id }) => id.startsWith('build: '));
  return [
    '# What clients say of an endpoint, and what the probe foretells · 客户端对端点的说法与探测的预测',
    `${seen.length} endpoints that a probe can see, measured ${result?.asOf ?? ''}. In ${named.length} of the ${judged.length} with a cause that a trap is about, or with none, the first finding is that cause, or nothing is found. In ${exact.length} the foretold text is word for word what the newest client prints; the other ${races.length} are races, for which all texts are foretold. The whole texts: [probe-matrix](probe-matrix.md); \`grpc-doctor lab run probe-matrix\` measures them again.`,
    `探测能看到的端点共 ${seen.length} 个，测于 ${result?.asOf ?? ''}。其中 ${judged.length} 个端点的原因对应某个陷阱，或者完全正常：${named.length} 个的首个结论正是该原因，正常的端点没有任何结论。${exact.length} 个的预测文本与最新客户端的输出逐字相同；另外 ${races.length} 个存在竞争，所有可能的文本都在预测之内。完整文本见 [probe-matrix](probe-matrix.md)。`,
    ...Object.values(parts).flatMap(({ title, situations: rows }) => [
      `## ${title.en} · ${title.zh}`,
      [
        '| endpoint and client · 端点与客户端 | the newest client prints · 最新客户端的输出 | other clients · 其他客户端 | grpc-doctor probe |',
        '|---|---|---|---|',
        ...rows.flatMap((one) => lineOf(one.title, byId.get(one.id))),
      ].join('\n'),
    ]),
    '## The clients · 客户端',
    [
      '| client · 客户端 | |',
      '|---|---|',
      ...builds.map(({ id, build }) => `| ${id.slice(7)} | ${cellText(build)} |`),
    ].join('\n'),
    '',
  ].join('\n\n');
}

function probeOf({ probe }: Row): Probe | undefined {
  return probe as Probe | undefined;
}

function lineOf({ en, zh }: Bilingual, row: Row | undefined): string[] {
  if (!row) return [];
  const probe = probeOf(row);
  const told = probe
    ? probe.findings.length === 0
      ? '–'
      : probe.findings.map((one) => cellText(one)).join('<br>')
    : '';
  return [`| ${en}<br>${zh} | ${texts(row.newest)} | ${others(row)} | ${told} |`];
}

function texts(cell: Cell | undefined): string {
  return cellText([cell ?? ''].flat() as string[]);
}

/** Of each text the releases of grpc-go, and where not all of a release say so, the builds. */
function others({ clients }: Row): string {
  const groups = (clients ?? []) as unknown as readonly { says: Row[string]; by: readonly string[] }[];
  return groups.map(({ says, by }) => `${by.map((one) => cellText(one)).join('; ')}:<br>${texts(says)}`).join('<br>');
}
