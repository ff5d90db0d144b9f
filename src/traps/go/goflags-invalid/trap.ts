import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goFlagsComplaint } from '../../../facts/go/env.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { dropFlags, settingPlace } from '../../../fix/plans.ts';
import { isRefusedBy } from '../../../read/go/go-flags.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** GOFLAGS holds something that this go command does not take. */
const trap: Trap = defineTrap({
  id: 'goflags-invalid',
  group: 'go',
  subject: 'machine',
  needs: { settings: goSettings, complaint: goFlagsComplaint },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const setting = facts.settings?.set.get('GOFLAGS');
    if (!setting || !facts.complaint) return [];
    return [
      {
        subject,
        severity: 'error',
        confidence: 'proven',
        title: { key: 'title', data: { value: setting.value } },
        why: { key: 'why' },
        bites: { key: 'bites', data: { complaint: facts.complaint } },
        location: settingPlace(setting),
        evidence: [
          { source: setting.source, ...(setting.line && { line: setting.line }), text: setting.value },
          { source: 'go list -m', text: facts.complaint },
        ],
        causes: [{ kind: 'go-refuses-settings', about: ['GOFLAGS'] }],
        fixes: [dropFlags(setting, isRefusedBy(facts.complaint))],
        verify: { argv: ['go', 'version'], expect: { key: 'expect' } },
      },
    ];
  },
});

export default trap;
