import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goRoot } from '../../../facts/go/root.ts';
import { settingEvidence, settingPlace, strikeSetting } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** GOROOT is set by hand, to the tree that go would use anyway: right today, wrong after the next upgrade. */
const trap: Trap = defineTrap({
  id: 'goroot-set',
  group: 'go',
  subject: 'machine',
  needs: { root: goRoot },
  messages: { en, 'zh-CN': zh },
  article: ['2.1.goroot-meaning'],
  judge: ({ facts, subject }) => {
    const { root } = facts;
    if (root?.state !== 'tree' || root.differs || root.setBy) return [];
    const { setting, version = '', own } = root;
    const data = { value: setting.value, version: own.version };
    return [
      {
        subject,
        severity: 'info',
        confidence: 'proven',
        title: { key: 'title', data },
        why: { key: 'why' },
        bites: { key: 'bites' },
        location: settingPlace(setting),
        evidence: [settingEvidence(setting), { source: `${setting.value}/VERSION`, text: version || 'no release' }],
        causes: [{ kind: 'go-version-differs', about: ['GOROOT'] }],
        fixes: [strikeSetting(setting)],
        verify: { argv: ['go', 'env', 'GOROOT'], expect: { key: 'expect' } },
      },
    ];
  },
});

export default trap;
