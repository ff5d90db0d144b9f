import type { Claim, FixPlan } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type OptionFault, optionFaults } from '../../../facts/proto/option-faults.ts';
import { goInstall } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** An option that the plugin does not know, or not in this release, or not with this value. */
const trap: Trap = defineTrap({
  id: 'plugin-option-unknown',
  group: 'codegen',
  subject: 'project',
  needs: { faults: optionFaults },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { faults = [] } }) => {
    const groups = new Map<string, OptionFault[]>();
    for (const fault of faults) {
      const key = [fault.made.compilation.step?.file, fault.output.output.plugin, fault.kind, fault.name].join(' ');
      groups.set(key, [...(groups.get(key) ?? []), fault]);
    }
    return [...groups].map(([about, ones]) => claimOf(ones, about));
  },
});

const shown = 6;

function claimOf(faults: readonly OptionFault[], about: string): Claim {
  const first = faults[0] as OptionFault;
  const { kind, name, value, near, output, made, line, text } = first;
  const { release } = output;
  const file = made.compilation.step?.file ?? '';
  const data = {
    name,
    value,
    near: near ?? '',
    plugin: output.output.plugin,
    flag: output.output.plugin.replace(/^protoc-gen-/, ''),
    version: release?.version ?? '',
    other: first.release ?? '',
  };
  const sure = release !== undefined && !made.beside;
  return {
    subject: project,
    severity: sure ? 'error' : 'warning',
    confidence: sure ? 'proven' : 'likely',
    title: { key: release === undefined ? 'title-any' : `title-${kind}`, data },
    why: { key: `why-${kind}`, data },
    bites: { key: kind === 'value' || kind === 'conflict' ? `bites-${kind}` : 'bites', data },
    location: { file, line },
    ...(text !== undefined && { frame: { text: text.trim(), mark: name } }),
    evidence: [
      ...faults.slice(0, shown).map((one) => ({
        source: one.made.compilation.step?.file ?? file,
        line: one.line,
        text: one.value === '' ? one.name : `${one.name}=${one.value}`,
      })),
      ...(release ? [{ source: release.source, text: `${data.plugin} ${release.version}` }] : []),
    ],
    causes: [{ kind: 'plugin-refuses-option', about: [output.output.plugin] }],
    fixes: fixesFor(faults, data),
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'plugin-option-unknown'],
      expect: { key: 'common.check-again' },
    },
    about,
  };
}

function fixesFor(faults: readonly OptionFault[], data: Record<string, string | number>): FixPlan[] {
  const first = faults[0] as OptionFault;
  const all = faults.flatMap(({ edit }) => edit ?? []);
  const edits = [...new Map(all.map((edit) => [`${edit.file} ${edit.line}`, edit])).values()];
  if (edits.length > 0) return [{ kind: 'edit', safety: 'safe', title: { key: 'fix-near', data }, edits }];
  const { release } = first.output;
  const text: FixPlan = {
    kind: 'text',
    safety: 'manual',
    title: { key: first.kind === 'conflict' ? 'fix-conflict' : 'fix-drop', data },
  };
  return first.kind === 'newer' && release && first.release
    ? [goInstall(release.package, first.release), text]
    : [text];
}

export default trap;
