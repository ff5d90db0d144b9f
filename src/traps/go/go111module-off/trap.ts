import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { modules } from '../../../facts/modules/modules.ts';
import { settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { moduleModes } from '../../../knowledge/go-rules.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** GO111MODULE switches modules off, or has a value that the go command refuses. */
const trap: Trap = defineTrap({
  id: 'go111module-off',
  group: 'go',
  subject: 'project',
  needs: { settings: goSettings, modules },
  messages: { en, 'zh-CN': zh },
  article: [
    '1.version-coupling.go111module-on',
    '1.version-coupling.auto-left-over',
    '1.version-coupling.check-go111module',
    '1.script.check-go111module',
  ],
  judge: ({ facts, subject }) => {
    const setting = facts.settings?.set.get('GO111MODULE');
    if (!setting || moduleModes.has(setting.value) || !facts.modules?.length) return [];
    const variant = setting.value === 'off' ? 'off' : 'invalid';
    const data = { value: setting.value, source: setting.source };
    return [
      {
        subject,
        severity: 'error',
        confidence: 'proven',
        title: { key: `title-${variant}`, data },
        why: { key: `why-${variant}`, data },
        bites: { key: `bites-${variant}`, data },
        location: settingPlace(setting),
        evidence: [
          { source: setting.source, ...(setting.line && { line: setting.line }), text: `GO111MODULE=${setting.value}` },
        ],
        causes: [{ kind: variant === 'off' ? 'modules-disabled' : 'go-refuses-settings', about: ['GO111MODULE'] }],
        fixes: [unsetSetting(setting)],
        verify: { argv: ['go', 'list', '-m'], expect: { key: 'expect' } },
      },
    ];
  },
});

export default trap;
