import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { blockedInstall, faultyPaths } from '../../../facts/go/path-settings.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { platform } from '../../../facts/machine.ts';
import { settingEvidence, settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The folder for installed programs is no absolute path, a file, or not writable: `go install` cannot put plugins there. */
const trap: Trap = defineTrap({
  id: 'gobin-unusable',
  group: 'go',
  subject: 'machine',
  needs: { faulty: faultyPaths, blocked: blockedInstall, settings: goSettings, platform },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const common = {
      subject,
      severity: 'warning',
      confidence: 'proven',
      causes: [{ kind: 'go-install-refused', about: ['GOBIN'] }],
      verify: { argv: ['grpc-doctor', 'check', '--only', 'gobin-unusable'], expect: { key: 'common.check-again' } },
    } satisfies Partial<Claim>;
    const faulty = facts.faulty?.find(({ setting }) => setting.name === 'GOBIN');
    if (faulty) {
      const { setting, fault } = faulty;
      const data = { value: setting.value };
      return [
        {
          ...common,
          title: { key: 'title-relative', data },
          why: { key: fault === 'relative' ? 'why-relative' : 'why-unexpanded', data },
          bites: { key: 'bites-relative' },
          location: settingPlace(setting),
          evidence: [settingEvidence(setting)],
          fixes: [unsetSetting(setting)],
        },
      ];
    }
    if (!facts.blocked) return [];
    const { folder, state, at, from, own } = facts.blocked;
    const setting = facts.settings?.set.get(from);
    const data = { folder, at, from };
    const chown = { shell: 'bash, zsh, fish', line: `sudo chown -R "$(id -un)" ${folder}` };
    const lines = own && state === 'denied' && facts.platform?.os !== 'windows' ? [chown] : [];
    return [
      {
        ...common,
        title: { key: `title-${state}`, data },
        why: { key: `why-${state}`, data },
        bites: { key: `bites-${state}`, data },
        location: setting ? settingPlace(setting) : { env: from },
        evidence: [...(setting ? [settingEvidence(setting)] : []), { source: at, text: found[state] }],
        fixes: [
          {
            kind: 'text',
            safety: 'manual',
            title: { key: state === 'denied' && !own ? 'fix-elsewhere' : `fix-${state}`, data },
            ...(lines.length && { lines }),
          },
        ],
      },
    ];
  },
});

const found = { file: 'a file, not a folder', denied: 'this user may not write here' };

export default trap;
