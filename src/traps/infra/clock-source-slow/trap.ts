import type { FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ClockSource, clockSource } from '../../../facts/system/clock.ts';
import { fastSources, slownessOf } from '../../../knowledge/clocks.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The kernel takes the time from a device, so that every time.Now is a system call and a wait for that device. */
const trap: Trap = defineTrap({
  id: 'clock-source-slow',
  group: 'infra',
  subject: 'machine',
  needs: { source: clockSource },
  messages: { en, 'zh-CN': zh },
  article: ['2.4.row-linux', '2.4.diagram'],
  judge: ({ facts, subject }) => {
    const { source } = facts;
    const slowness = source && slownessOf(source.current);
    if (!source || !slowness) return [];
    const better = fastSources.find((name) => source.available.includes(name));
    const data = { source: source.current, better: better ?? '' };
    return [
      {
        subject,
        severity: 'info',
        confidence: 'proven',
        title: { key: 'title', data },
        why: { key: `why-${slowness}`, data },
        location: { target: source.file },
        evidence: [
          { source: source.file, text: source.current },
          { source: 'available_clocksource', text: source.available.join(' ') },
        ],
        causes: [{ kind: 'clock-reading-slow', about: ['clock'] }],
        fixes: [fix(source, better)],
        verify: { argv: ['cat', source.file], expect: { key: 'verify' } },
      },
    ];
  },
});

function fix({ file, current }: ClockSource, better: string | undefined): FixPlan {
  const look = { shell: 'sh', line: "dmesg | grep -iE 'clocksource|tsc'" };
  const set = better ? [{ shell: 'sh', line: `echo ${better} | sudo tee ${file}` }] : [];
  const title = { key: better ? 'fix-set' : 'fix-look', data: { source: current, better: better ?? '' } };
  return { kind: 'text', safety: 'manual', title, lines: [look, ...set] };
}

export default trap;
