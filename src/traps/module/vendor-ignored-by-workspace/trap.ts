import type { Evidence, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { goSettings } from '../../../facts/go/settings.ts';
import { type PassedOverVendor, passedOverVendor } from '../../../facts/modules/vendor-passed-over.ts';
import { privateWork } from '../../../facts/modules/workspace.ts';
import { inModule, unsetSetting, withoutWorkspace } from '../../../fix/plans.ts';
import { firstGoThatVendorsWorkspaces, vendorsWorkspaces } from '../../../knowledge/go-rules.ts';
import { isOfStack } from '../../../knowledge/names.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A vendor folder lies there, and because of go.work (or because there is none in force) no build reads it. */
const trap: Trap = defineTrap({
  id: 'vendor-ignored-by-workspace',
  group: 'module',
  subject: 'module',
  needs: { folder: passedOverVendor, own: privateWork, settings: goSettings },
  messages: { en, 'zh-CN': zh },
  article: ['2.5.ignored', '2.5.row-replace'],
  judge: ({ facts: { folder, own, settings }, subject }) => {
    if (!folder) return [];
    const { dir, list, why, work, go, goLine, others, readBy } = folder;
    const [other] = others;
    const data = {
      dir,
      work,
      go: go ?? '',
      needed: firstGoThatVendorsWorkspaces,
      goLine: goLine ?? '',
      module: other?.path ?? '',
      vendored: other?.vendored ?? '',
      built: other?.built ?? '',
      count: others.length,
      reader: readBy[0] ? `${readBy[0].file}:${readBy[0].line}` : '',
    };
    const line = other?.line ?? 1;
    const frame = other ? `# ${other.path} ${other.vendored}` : list.workspace ? '## workspace' : '';
    const evidence: Evidence[] = [
      { source: `${dir}/modules.txt`, line, text: frame || `${list.modules.length} modules` },
      { source: work, text: why === 'outside' ? 'not in force' : (go ?? '') && `in force, Go ${go}` },
      ...readBy.slice(0, shown).map((one) => ({ source: one.file, line: one.line, text: one.text.trim() })),
    ];
    const gowork = settings?.set.get('GOWORK');
    return [
      {
        subject,
        // Where the versions are the same, nothing but the network is missed; and a go.work of one's own is one's own matter.
        severity: other && own !== 'ignored' ? 'warning' : 'info',
        confidence: other ? 'likely' : 'proven',
        title: { key: other ? `title-${why}-other` : `title-${why}`, data },
        why: { key: why === 'of-module' && readBy.length > 0 ? 'why-of-module-read' : `why-${why}`, data },
        bites: { key: 'bites', data },
        location: { file: `${dir}/modules.txt`, line },
        ...(frame && { frame: { text: frame, ...(other && { label: { key: 'label', data } }) } }),
        evidence,
        causes: [{ kind: 'vendor-not-used', about: [subject.id, 'vendor'] }],
        fixes: [
          ...(why === 'outside' && gowork?.value === 'off' ? [unsetSetting(gowork)] : []),
          ...fixesOf(folder, data),
        ],
        verify: { argv: ['go', 'list', '-f', '{{.Dir}}', samplePackage(folder)], expect: { key: 'expect', data } },
      },
    ];
  },
});

/** So many commands are named as evidence. */
const shown = 3;

function fixesOf({ why, base, go, goLine }: PassedOverVendor, data: Record<string, string | number>): FixPlan[] {
  const vendorAll = inModule(base, ['go', 'work', 'vendor'], 'fix-work-vendor', true);
  const byHand = (key: string): FixPlan => ({ kind: 'text', safety: 'manual', title: { key, data } });
  switch (why) {
    case 'of-module':
      return [...(vendorsWorkspaces(go) ? [vendorAll] : []), offForOneCommand, byHand('fix-remove')];
    case 'old-go':
      return [byHand('fix-newer-go')];
    case 'no-go-line':
      return [
        inModule(base, ['go', 'work', 'edit', `-go=${goLine ?? firstGoThatVendorsWorkspaces}`], 'fix-go-line', false),
      ];
    default:
      return [byHand('fix-outside')];
  }
}

const offForOneCommand = withoutWorkspace('go build ./...', 'fix-off');

function samplePackage({ list }: PassedOverVendor): string {
  const packages = list.modules.flatMap((module) => module.packages);
  return packages.find(isOfStack) ?? packages[0] ?? './...';
}

export default trap;
