import type { Evidence } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { moduleFile } from '../../../facts/modules/modules.ts';
import { buildMode, vendor } from '../../../facts/modules/vendor.ts';
import { inModule, settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { vendorsByDefault } from '../../../knowledge/go-rules.ts';
import { vendorProblems } from '../../../read/modules/vendor-consistency.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** vendor/modules.txt and go.mod contradict each other, or the vendor folder that was asked for is not there. */
const trap: Trap = defineTrap({
  id: 'vendor-inconsistent',
  group: 'module',
  subject: 'module',
  needs: { file: moduleFile, vendor, mode: buildMode, settings: goSettings },
  messages: { en, 'zh-CN': zh },
  article: ['2.5.modules-txt', '2.5.mod-vendor-panic'],
  judge: ({ facts, subject }) => {
    const { file, mode } = facts;
    if (!file || !mode || mode.kind === 'workspace' || (!facts.vendor && mode.kind !== 'vendor')) return [];
    const list = facts.vendor?.list;
    const problems = vendorProblems(file.mod, list ?? { workspace: false, modules: [], errors: [] });
    const [first] = problems;
    if (!first || list?.workspace) return [];
    const used = mode.kind === 'vendor';
    const byDefault = file.mod.go !== undefined && vendorsByDefault(file.mod.go.version);
    const setting = mode.flag === 'vendor' ? facts.settings?.set.get('GOFLAGS') : undefined;
    const folder = facts.vendor?.dir ?? (subject.id === '.' ? 'vendor' : `${subject.id}/vendor`);
    // Where the list has another version, it is the list that is old.
    const other = first.listed?.at(-1);
    const listed = list?.modules.find(({ path, version }) => other && path === first.path && version === other);
    const data = {
      flag: mode.flag ?? '',
      listed: `${first.path}@${listed?.version ?? ''}`,
      required: first.version ?? '',
      module: first.version ? `${first.path}@${first.version}` : first.path,
      folder,
      count: problems.length,
      more: problems.length - 1,
    };
    const inList = `${folder}/modules.txt`;
    const place = listed
      ? { file: inList, line: listed.line }
      : { file: first.file === 'go.mod' ? file.file : inList, line: first.line };
    const frame = listed
      ? { text: `# ${listed.path} ${listed.version}`, label: { key: 'label-listed', data } }
      : { text: file.lines[first.line - 1]?.trim() ?? '' };
    const evidence: Evidence[] = problems.slice(0, shown).map((problem) => ({
      source: problem.file === 'go.mod' ? file.file : inList,
      line: problem.line,
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
        location: setting && !list ? settingPlace(setting) : place,
        ...((listed || first.file === 'go.mod') && { frame }),
        evidence: setting ? [{ source: setting.source, text: setting.value }, ...evidence] : evidence,
        causes: [{ kind: 'vendor-refused', about: [subject.id, 'vendor'] }],
        fixes: [
          ...(setting && !list ? [unsetSetting(setting)] : []),
          inModule(subject.id, ['go', 'mod', 'vendor'], 'fix-vendor', true),
        ],
        verify: { argv: ['go', 'list', '-mod=vendor', './...'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

/** So many contradictions are named; the title tells how many there are. */
const shown = 3;

export default trap;
