import type { Edit } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ToolUse, toolNeed, toolPlaces } from '../../../facts/generation/tools.ts';
import { generatorSeverity } from '../../../fix/plans.ts';
import { messagePluginName, messagePluginPackage } from '../../../knowledge/names.ts';
import { newestPlugin, pluginRelease } from '../../../knowledge/questions.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A script still asks protoc-gen-go for gRPC code; today's plugin refuses that. */
const trap: Trap = defineTrap({
  id: 'plugins-grpc-flag-removed',
  group: 'codegen',
  subject: 'tool',
  concerns: ({ id }) => id === messagePluginName,
  needs: { need: toolNeed, places: toolPlaces },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const build = facts.places?.runs?.build;
    const builtFrom = build?.path ?? messagePluginPackage;
    const version = build?.main?.version ?? newestPlugin(messagePluginPackage) ?? '';
    if (pluginRelease(builtFrom, version)?.grpcFlag !== 'refused') return [];
    return (facts.need?.uses ?? []).flatMap((use) => {
      const { plugin, step } = use;
      const option = plugin?.options.find((one) => one.startsWith('plugins='));
      if (!plugin || !option) return [];
      const edit = replacement(use, option);
      const data = { option, file: step.file, version, target: step.target ?? '' };
      return [
        {
          subject,
          severity: generatorSeverity(use.lacksCode, options, 'warning'),
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
