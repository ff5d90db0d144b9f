import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goElsewhere } from '../../../facts/go/elsewhere.ts';
import { platform } from '../../../facts/machine.ts';
import { modules } from '../../../facts/modules/modules.ts';
import { goOnPath } from '../../../facts/tools/path.ts';
import { pathLines } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A project with Go modules on a machine where no go command is found. */
const trap: Trap = defineTrap({
  id: 'go-missing',
  group: 'go',
  subject: 'project',
  needs: { go: goOnPath, elsewhere: goElsewhere, modules, platform },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    if (facts.go || !facts.modules?.length) return [];
    const [folder] = facts.elsewhere ?? [];
    const windows = facts.platform?.os === 'windows';
    return [
      {
        subject,
        severity: 'error',
        confidence: 'proven',
        title: { key: folder ? 'title-elsewhere' : 'title', data: { folder: folder ?? '' } },
        why: { key: 'why' },
        bites: { key: 'bites' },
        location: { binary: 'go' },
        evidence: [{ source: 'PATH', text: folder ? `no go here, but one in ${folder}` : 'no go here' }],
        causes: [{ kind: 'go-not-started', about: ['go'] }],
        fixes: [
          folder
            ? {
                kind: 'text',
                safety: 'manual',
                title: { key: 'common.add-to-path', data: { folder } },
                lines: pathLines(folder, windows),
              }
            : { kind: 'text', safety: 'manual', title: { key: 'fix-install' } },
        ],
        verify: { argv: ['go', 'version'], expect: { key: 'expect' } },
      },
    ];
  },
});

export default trap;
