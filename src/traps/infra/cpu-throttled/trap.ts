import { defineTrap, type Trap } from '../../../core/trap.ts';
import { processorTime, throttledShare } from '../../../facts/system/processors.ts';
import { toldThrottling } from '../../../knowledge/clocks.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The scheduler stops everything in this container again and again, because its processor quota is used up. */
const trap: Trap = defineTrap({
  id: 'cpu-throttled',
  group: 'infra',
  subject: 'machine',
  needs: { time: processorTime },
  messages: { en, 'zh-CN': zh },
  article: ['2.4.diagram', '2.4.inflated'],
  judge: ({ facts, subject }) => {
    const { time } = facts;
    const share = time && throttledShare(time);
    if (!time?.stat || share === undefined || share < toldThrottling) return [];
    const { throttled, periods, throttledMs } = time.stat;
    const data = {
      percent: Math.round(share * 100),
      throttled,
      periods,
      mean: Math.round(throttledMs / throttled),
      quota: time.quota ?? '',
    };
    return [
      {
        subject,
        severity: 'warning',
        confidence: 'proven',
        title: { key: 'title', data },
        why: { key: time.quota === undefined ? 'why-no-quota' : 'why', data },
        bites: { key: 'bites', data },
        location: { target: time.statFile ?? '' },
        evidence: [
          { source: time.statFile ?? '', text: `nr_periods ${periods}, nr_throttled ${throttled}` },
          ...(time.quotaFile ? [{ source: time.quotaFile, text: time.quotaText ?? '' }] : []),
        ],
        causes: [{ kind: 'processor-throttled', about: ['processor quota'] }],
        fixes: [
          {
            kind: 'text',
            safety: 'manual',
            title: { key: 'fix-quota' },
            lines: [
              { shell: 'Docker', line: 'docker run --cpus=2 …' },
              { shell: 'Kubernetes', line: "resources: { limits: { cpu: '2' } }" },
              { shell: 'systemd', line: 'CPUQuota=200%' },
            ],
          },
          { kind: 'text', safety: 'manual', title: { key: 'fix-less' } },
        ],
        verify: { argv: ['cat', time.statFile ?? ''], expect: { key: 'verify' } },
      },
    ];
  },
});

export default trap;
