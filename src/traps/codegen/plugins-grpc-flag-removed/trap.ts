import type { Edit } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { toolInstalls } from '../../../facts/deploy/tool-installs.ts';
import { type ToolUse, toolNeed, toolPlaces, toolUses } from '../../../facts/generation/tools.ts';
import { generatorSeverity } from '../../../fix/plans.ts';
import { grpcPluginName, messagePluginName, messagePluginPackage, oldPluginPackage } from '../../../knowledge/names.ts';
import { newestPlugin, pluginRelease } from '../../../knowledge/questions.ts';
import { isModuleVersion } from '../../../read/modules/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A script still asks protoc-gen-go for gRPC code; today's plugin refuses that. */
const trap: Trap = defineTrap({
  id: 'plugins-grpc-flag-removed',
  group: 'codegen',
  subject: 'tool',
  concerns: ({ id }) => id === messagePluginName,
  needs: { need: toolNeed, places: toolPlaces, installs: toolInstalls, uses: toolUses },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const build = facts.places?.runs?.build;
    // Without a plugin on PATH it is the one that the project installs, else the newest.
    const old = facts.installs?.installs.find(
      (one) => one.package === oldPluginPackage && isModuleVersion(one.version ?? ''),
    );
    const builtFrom = build?.path ?? old?.package ?? messagePluginPackage;
    const version = build?.main?.version ?? old?.version ?? newestPlugin(messagePluginPackage) ?? '';
    if (pluginRelease(builtFrom, version)?.grpcFlag !== 'refused') return [];
    // Where another command makes gRPC code the new way, this one was left behind; else nobody can generate any more.
    const leftBehind = (facts.uses ?? []).some(({ plugin }) => plugin?.name === grpcPluginName);
    return (facts.need?.uses ?? []).flatMap((use) => {
      const { plugin, step } = use;
      const option = plugin?.options.find((one) => one.startsWith('plugins='));
      if (!plugin || !option) return [];
      const edit = replacement(use, option);
      const data = { option, file: step.file, version, target: step.target ?? '' };
      return [
        {
          subject,
          severity: generatorSeverity(use.lacksCode, options, leftBehind ? 'warning' : 'error'),
          confidence: build ? ('proven' as const) : ('likely' as const),
          title: { key: 'title', data },
          why: { key: build ? 'why' : 'why-newest', data },
          bites: { key: 'bites' },
          location: { file: step.file, line: plugin.line, column: plugin.column },
          frame: { text: plugin.text, mark: option, label: { key: 'label', data } },
          evidence: [
            { source: step.file, line: plugin.line, text: plugin.text },
            { source: facts.places?.runs?.path ?? messagePluginName, text: `${builtFrom} ${version}` },
          ],
          causes: [{ kind: 'plugin-refuses-option' as const, about: [messagePluginName] }],
          fixes: edit
            ? [{ kind: 'edit' as const, safety: 'safe' as const, title: { key: 'fix-edit' }, edits: [edit] }]
            : [{ kind: 'text' as const, safety: 'manual' as const, title: { key: 'fix-text' } }],
          verify: {
            argv: ['grpc-doctor', 'check', '--only', 'plugins-grpc-flag-removed'],
            expect: { key: 'common.check-again' },
          },
          about: `${step.file} ${step.target ?? ''} ${plugin.text}`,
        },
      ];
    });
  },
});

/** `--go_out=plugins=grpc,O:D` becomes `--go_out=O:D --go-grpc_out=O:D`; other spellings are left to the user. */
function replacement({ plugin, step }: ToolUse, option: string): Edit | undefined {
  const form = /^(--go_out=)([^:]*):(.*)$/.exec(plugin?.text ?? '');
  const text = step.lineTexts.get(plugin?.line ?? 0) ?? '';
  // A word that a shell put together from pieces does not stand in the line as it is.
  if (!plugin || !form || !text.includes(plugin.text)) return undefined;
  const [, flag, options = '', folder] = form;
  const rest = options.split(',').filter((one) => one !== option);
  const target = rest.length > 0 ? `${rest.join(',')}:${folder}` : folder;
  return {
    file: step.file,
    line: plugin.line,
    text,
    before: plugin.text,
    after: `${flag}${target} --go-grpc_out=${target}`,
  };
}

export default trap;
