import type { Evidence } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { vendorState } from '../../../facts/modules/vendor-state.ts';
import { dropFlags, inModule, settingPlace } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** vendor/modules.txt contradicts go.mod or go.work, or the vendor folder that was asked for is not there. */
const trap: Trap = defineTrap({
  id: 'vendor-inconsistent',
  group: 'module',
  subject: 'module',
  needs: { state: vendorState, settings: goSettings },
  messages: { en, 'zh-CN': zh },
  article: ['2.5.modules-txt', '2.5.mod-vendor-panic'],
  judge: ({ facts: { state, settings }, subject }) => {
    const [first] = state?.problems ?? [];
    if (!state || !first) return [];
    const { dir: folder, list, problems, ofWorkspace, used, byDefault, base } = state;
    const setting = state.flag === 'vendor' ? settings?.set.get('GOFLAGS') : undefined;
    // Where the list has another version, it is the list that is old.
    const other = first.listed?.at(-1);
    const listed = list?.modules.find(({ path, version }) => other && path === first.path && version === other);
    const data = {
      flag: state.flag ?? '',
      listed: `${first.path}@${listed?.version ?? ''}`,
      required: first.version ?? '',
      module: first.version ? `${first.path}@${first.version}` : first.path,
      folder,
      source: first.file === 'go.work' ? 'go.work' : 'go.mod',
      goMod: ofWorkspace ? 'a go.mod' : 'go.mod',
      whole: ofWorkspace ? 'the workspace' : 'go.mod',
      replacement: first.replacement ?? '',
      listedReplacement: first.listedReplacement ?? '',
      other: ofWorkspace ? 'go.work' : 'go.mod',
      command: ofWorkspace ? 'go work vendor' : 'go mod vendor',
      count: problems.length,
    };
    const place = listed
      ? { file: `${folder}/modules.txt`, line: listed.line, text: `# ${listed.path} ${listed.version}` }
      : first.place;
    const evidence: Evidence[] = problems.slice(0, shown).map((problem) => ({
      source: problem.place.file,
      line: problem.place.line,
      text: `${problem.path}${problem.version ? `@${problem.version}` : ''}: ${problem.kind}`,
    }));
    return [
      {
        subject,
        // Passed over for its go line, and refused where it is asked for: nothing builds from it.
        severity: used || !byDefault ? 'error' : 'warning',
        confidence: 'proven',
        title: { key: list ? 'title' : 'title-no-list', data },
        why: { key: used ? (setting ? 'why-flag' : 'why') : byDefault ? 'why-unused-flag' : 'why-unused', data },
        bites: { key: `bites-${first.kind}`, data },
        location: setting && !list ? settingPlace(setting) : { file: place.file, line: place.line },
        frame: { text: place.text, ...(listed && { label: { key: 'label-listed', data } }) },
        evidence: setting ? [{ source: setting.source, text: setting.value }, ...evidence] : evidence,
        causes: [{ kind: 'vendor-refused', about: [base, 'vendor'] }],
        fixes: [
          ...(setting && !list ? [dropFlags(setting, ({ name }) => name === 'mod')] : []),
          inModule(base, data.command.split(' '), ofWorkspace ? 'fix-work-vendor' : 'fix-vendor', true),
        ],
        verify: ofWorkspace
          ? { argv: ['go', 'list', '-mod=vendor', '-m'], expect: { key: 'expect-members' } }
          : { argv: ['go', 'list', '-mod=vendor', './...'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

/** So many contradictions are named; the title tells how many there are. */
const shown = 3;

export default trap;
