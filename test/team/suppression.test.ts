import { describe, expect, it } from 'vitest';
import type { Check, Examination } from '../../src/core/engine.ts';
import type { Finding } from '../../src/core/finding.ts';
import { counts, type Suppression, settle } from '../../src/core/suppression.ts';
import { humanReport } from '../../src/report/human.ts';
import { checkJson } from '../../src/report/json.ts';
import { Style } from '../../src/report/style.ts';
import { filesOf, readCommentWishes } from '../../src/suppress/comments.ts';
import { hostOf, type MachineSpec } from '../support/machine.ts';
import { reportOf } from '../support/report.ts';
import { examineAll, findingsOf, firing, storeOf } from './machine.ts';

const today = '2026-11-25';
const page = { width: 80, style: new Style(false) };

/** A machine on which something is found in a file of the project, and all that is found there. */
async function examined(): Promise<{ spec: MachineSpec; examination: Examination; finding: Finding }> {
  for (const [, spec] of firing) {
    const examination = await examineAll(storeOf(spec));
    const finding = examination.findings[0];
    if (finding?.claim.location?.file === 'go.mod' && finding.claim.location.line)
      return { spec, examination, finding };
  }
  throw new Error('no finding in go.mod');
}

function wish(finding: Finding, more: Partial<Suppression> = {}): Suppression {
  return {
    trap: finding.trap.id,
    reason: 'known',
    by: 'configuration',
    file: 'grpc-doctor.yaml',
    line: 3,
    covers: () => true,
    ...more,
  };
}

/** Where a command of several lines begins. */
function firstLineOf(lines: readonly string[], line: number): number {
  let first = line;
  while (lines[first - 2]?.endsWith('\\')) first -= 1;
  return first;
}

function keysOf(settled: ReturnType<typeof settle>): string[] {
  return settled.remarks.map(({ text }) => text.key);
}

describe('a suppression', () => {
  it('takes a finding out of the count, and leaves it in the report', async () => {
    const { examination, finding } = await examined();
    const settled = settle(examination, [wish(finding, { until: '2026-12-07' })], today);
    expect(settled.examination.findings[0]?.suppressed).toEqual({
      reason: 'known',
      until: '2026-12-07',
      by: 'configuration',
    });
    expect(settled.remarks).toEqual([]);
    const report = { ...reportOf(settled.examination, '/p'), today };
    const { findings, summary } = checkJson(report);
    expect(findings[0]?.suppressed).toEqual({ reason: 'known', until: '2026-12-07' });
    expect(summary.suppressed).toBe(1);
    expect(summary.errors + summary.warnings + summary.infos).toBe(findings.length - 1);
    const text = humanReport(report, page, false);
    expect(text).toContain('1 suppressed (1 expires in 12 days)');
    expect(text).not.toContain(`[${finding.trap.id}]`);
    expect(humanReport(reportOf(settled.examination, '/p', 'zh-CN'), page, false)).toContain(
      '已忽略 1 个（1 个将在 13 天后到期）',
    );
  });

  it('holds on its last day and not on the next: then the finding is back and says so', async () => {
    const { examination, finding } = await examined();
    const wishes = [wish(finding, { until: today })];
    expect(settle(examination, wishes, today).examination.findings.every(counts)).toBe(false);
    const after = settle(examination, wishes, '2026-11-26');
    expect(after.examination.findings[0]).toMatchObject({ ended: { reason: 'known', until: today } });
    expect(after.examination.findings.every(counts)).toBe(true);
    expect(after.remarks).toEqual([
      {
        text: { key: 'remark.ended', data: { trap: finding.trap.id, until: today } },
        file: 'grpc-doctor.yaml',
        line: 3,
      },
    ]);
    const text = humanReport({ ...reportOf(after.examination, '/p'), remarks: after.remarks }, page, false);
    expect(text).toContain('ignored up to 2026-11-25 (known); that day is over, it counts again');
    expect(text).toMatch(/^note grpc-doctor\.yaml:3 the ignore of /m);
  });

  it('that matches nothing is reported, unless its trap was not judged', async () => {
    const { examination, finding } = await examined();
    const none = wish(finding, { covers: () => false });
    expect(keysOf(settle(examination, [none], today))).toEqual(['remark.unused']);
    const skip = (check: Check): Check => (check.trap === finding.trap ? { ...check, status: 'skipped' } : check);
    expect(keysOf(settle({ ...examination, checks: examination.checks.map(skip) }, [none], today))).toEqual([]);
    expect(keysOf(settle({ ...examination, checks: [] }, [none], today))).toEqual([]);
  });

  it('of an effect that was folded into another finding is not called needless', async () => {
    const { finding } = await examined();
    const folded = { ...finding, related: ['other-trap'] };
    const checks: Check[] = [
      { trap: { ...finding.trap, id: 'other-trap' }, subject: finding.claim.subject, status: 'found' },
    ];
    expect(keysOf(settle({ findings: [folded], checks }, [wish(finding, { trap: 'other-trap' })], today))).toEqual([]);
  });

  it('of which another one is written too is used all the same', async () => {
    const { examination, finding } = await examined();
    expect(keysOf(settle(examination, [wish(finding), wish(finding, { by: 'comment' })], today))).toEqual([]);
  });
});

describe('an entry of a baseline', () => {
  it('stands for one finding each', async () => {
    const { examination, finding } = await examined();
    const twice = { ...examination, findings: [finding, finding, finding] };
    const entry = () => wish(finding, { by: 'baseline', reason: 'baseline' });
    const settled = settle(twice, [entry(), entry()], today);
    expect(settled.examination.findings.map(counts)).toEqual([false, false, true]);
    expect(keysOf(settle(twice, [entry(), entry(), entry(), entry()], today))).toEqual(['remark.mended']);
  });
});

describe('a comment in a file of the project', () => {
  const ids = ['some-trap'];

  it.each(firing.filter((_, at) => at % 3 === 0))(
    'suppresses what is found on the line below it: %s',
    async (_, spec) => {
      const [finding] = (await findingsOf(spec)).filter(({ claim }) => claim.location?.file && claim.location.line);
      const { file = '', line = 0 } = finding?.claim.location ?? {};
      const text = spec.project[file];
      if (!finding || text === undefined || !/(?:go\.(?:mod|work)|\.go|Makefile|\.ya?ml|Dockerfile)$/.test(file))
        return;
      const lines = text.split('\n');
      const first = firstLineOf(lines, line);
      const mark = /go\.(?:mod|work)$|\.go$/.test(file) ? '//' : '#';
      const indent = /^\s*/.exec(lines[first - 1] ?? '')?.[0] ?? '';
      lines.splice(first - 1, 0, `${indent}${mark} grpc-doctor:ignore ${finding.trap.id} reason="tested"`);
      const changed = { ...spec, project: { ...spec.project, [file]: lines.join('\n') } };
      const examination = await examineAll(storeOf(changed));
      const wishes = await readCommentWishes(hostOf(changed), changed.dir, filesOf(examination.findings), [
        finding.trap.id,
      ]);
      const settled = settle(examination, wishes.suppressions, today);
      const same = settled.examination.findings.find(({ fingerprint }) => fingerprint === finding.fingerprint);
      expect(same?.suppressed?.reason, file).toBe('tested');
      expect(wishes.remarks).toEqual([]);
    },
  );

  it('is told about where it is wrong, with file and line, in the order of the files', async () => {
    const [first] = firing;
    const spec = first?.[1] as MachineSpec;
    const project = {
      ...spec.project,
      'b.sh': '\n# grpc-doctor:ignore some-trp reason="x"\n',
      'a.sh':
        '# grpc-doctor:ignore some-trap\n# grpc-doctor:ignore xyz reason="x"\n# grpc-doctor:ignore some-trap reason="x"\n',
    };
    const { suppressions, remarks } = await readCommentWishes(
      hostOf({ ...spec, project }),
      spec.dir,
      ['b.sh', 'a.sh', '../x', '/etc/x', 'none'],
      ids,
    );
    expect(suppressions.map(({ trap, file, line }) => [trap, file, line])).toEqual([['some-trap', 'a.sh', 3]]);
    expect(remarks.map(({ text, file, line }) => [text.key, file, line])).toEqual([
      ['remark.no-reason', 'a.sh', 1],
      ['remark.unknown-trap', 'a.sh', 2],
      ['remark.unknown-trap-meant', 'b.sh', 2],
    ]);
  });
});

describe('a report of a large project', () => {
  it('tells three findings of a trap in full, the next in a line each, and the rest as a number', async () => {
    const { examination, finding } = await examined();
    const many = Array.from({ length: 30 }, () => finding);
    const text = humanReport(reportOf({ ...examination, findings: many }, '/p'), page, false);
    expect(text.match(/^ {2}learn /gm)).toHaveLength(3);
    expect(text.match(new RegExp(`^\\w+\\[${finding.trap.id}\\]`, 'gm'))).toHaveLength(20);
    expect(text).toContain(`… and 10 more of ${finding.trap.id}; --format json has all of them`);
    expect(humanReport(reportOf({ ...examination, findings: many }, '/p', 'zh-CN'), page, false)).toContain(
      '另有 10 个',
    );
  });
});
