import type { FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ProcessorTime, processorTime, throttledShare } from '../../../facts/system/processors.ts';
import { type QuotaBlindModule, quotaBlindModules } from '../../../facts/system/quota-blind.ts';
import { inModule } from '../../../fix/plans.ts';
import { toldThrottling } from '../../../knowledge/clocks.ts';
import { firstGoThatReadsQuota, goMaxProcs } from '../../../knowledge/processors.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Programs of the project start as many threads as there are processors, where a quota gives them fewer. */
const trap: Trap = defineTrap({
  id: 'gomaxprocs-above-quota',
  group: 'infra',
  subject: 'project',
  needs: { time: processorTime, blind: quotaBlindModules },
  messages: { en, 'zh-CN': zh },
  article: ['2.4.diagram'],
  judge: ({ facts, subject }) => {
    const { time, blind = [] } = facts;
    const [first] = blind;
    if (!time?.quota || !first) return [];
    const wanted = goMaxProcs({ ...time, go: firstGoThatReadsQuota });
    const started = goMaxProcs({ ...time, go: firstGoThatReadsQuota, goLine: first.goLine });
    if (time.countedByGodebug || started <= wanted) return [];
    const bites = (throttledShare(time) ?? 0) >= toldThrottling;
    const data = { started, wanted, quota: time.quota, goLine: first.goLine, since: firstGoThatReadsQuota };
    return [
      {
        subject,
        severity: bites ? 'warning' : 'info',
        confidence: 'proven',
        title: { key: 'title', data },
        why: { key: bites ? 'why-throttled' : 'why', data },
        location: { file: first.file, ...(first.line && { line: first.line }) },
        evidence: [...quotaEvidence(time), ...blind.slice(0, shown).map(moduleEvidence)],
        causes: [{ kind: 'processors-miscounted', about: ['processor quota'] }],
        fixes: fixes(first, wanted),
        verify: {
          argv: ['grpc-doctor', 'check', '--only', 'gomaxprocs-above-quota'],
          expect: { key: 'common.check-again' },
        },
      },
    ];
  },
});

/** So many modules are named. */
const shown = 3;

function quotaEvidence({ quotaFile = '', quotaText = '', processors }: ProcessorTime) {
  return [{ source: quotaFile, text: `${quotaText}, ${processors} processors` }];
}

function moduleEvidence({ file, line, goLine }: QuotaBlindModule) {
  return line === undefined ? { source: file, text: '(no go line)' } : { source: file, line, text: `go ${goLine}` };
}

function fixes({ dir }: QuotaBlindModule, wanted: number): FixPlan[] {
  return [
    {
      kind: 'text',
      safety: 'manual',
      title: { key: 'fix-variable', data: { wanted } },
      lines: [
        { shell: 'bash, zsh', line: `export GOMAXPROCS=${wanted}` },
        { shell: 'fish', line: `set -gx GOMAXPROCS ${wanted}` },
        { shell: 'Dockerfile', line: `ENV GOMAXPROCS=${wanted}` },
      ],
    },
    inModule(dir, ['go', 'get', `go@${firstGoThatReadsQuota}.0`], 'fix-go-line', true),
    { kind: 'text', safety: 'manual', title: { key: 'fix-import' } },
  ];
}

export default trap;
