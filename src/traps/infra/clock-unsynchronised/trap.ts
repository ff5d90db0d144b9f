import { defineTrap, type Trap } from '../../../core/trap.ts';
import { clockSync } from '../../../facts/system/clock.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Nothing keeps the wall clock of this machine in step with a time server. */
const trap: Trap = defineTrap({
  id: 'clock-unsynchronised',
  group: 'infra',
  subject: 'machine',
  needs: { sync: clockSync },
  messages: { en, 'zh-CN': zh },
  article: ['2.4.diagram'],
  judge: ({ facts, subject }) => {
    const { sync } = facts;
    if (!sync || sync.synchronised) return [];
    const kind = sync.service ? 'waiting' : 'nobody';
    return [
      {
        subject,
        severity: 'info',
        confidence: 'proven',
        title: { key: `title-${kind}` },
        why: { key: `why-${kind}` },
        bites: { key: 'bites' },
        location: { target: sync.source },
        evidence: [{ source: sync.source, text: sync.text }],
        causes: [{ kind: 'clock-unsynchronised', about: ['clock'] }],
        fixes: [
          {
            kind: 'text',
            safety: 'manual',
            title: { key: `fix-${kind}` },
            lines: [
              sync.service
                ? { shell: 'sh', line: 'timedatectl timesync-status || chronyc sources' }
                : { shell: 'sh', line: 'sudo timedatectl set-ntp true' },
            ],
          },
        ],
        verify: { argv: ['timedatectl', 'show', '-p', 'NTPSynchronized'], expect: { key: 'verify' } },
      },
    ];
  },
});

export default trap;
