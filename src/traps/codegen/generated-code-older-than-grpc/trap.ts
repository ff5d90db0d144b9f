import type { Evidence, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { generatedFiles } from '../../../facts/generation/generated.ts';
import { moduleSurroundings } from '../../../facts/generation/recommended.ts';
import { buildList } from '../../../facts/modules/build-list.ts';
import type { GeneratedFile } from '../../../facts/project/sources.ts';
import { goInstall, inModule } from '../../../fix/plans.ts';
import { grpcModule, grpcPluginPackage } from '../../../knowledge/names.ts';
import { droppedConstant, fittingPlugin } from '../../../knowledge/questions.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Generated code asserts something of grpc-go that the version in the build no longer has. */
const trap: Trap = defineTrap({
  id: 'generated-code-older-than-grpc',
  group: 'codegen',
  subject: 'module',
  needs: { generated: generatedFiles, list: buildList, surroundings: moduleSurroundings },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const grpc = facts.list?.modules.get(grpcModule);
    const version = grpc?.version;
    if (!grpc || !version) return [];
    const older = (facts.generated ?? []).filter((file) => droppedConstant(version, constantOf(file)));
    const [first] = older.sort((a, b) => constantOf(a) - constantOf(b));
    const dropped = first && droppedConstant(version, constantOf(first));
    if (!first || !dropped) return [];
    const { header, path } = first;
    const { constant, back, patched } = dropped;
    const kind = constant === 0 ? 'handlers' : back ? 'gap' : 'constant';
    const data = { file: path, version, constant, since: dropped.since, back: back ?? '', more: older.length - 1 };
    const plugin = fittingPlugin(grpcPluginPackage, facts.surroundings ?? { streams: false });
    const evidence: Evidence[] = [
      { source: grpc.file, ...(grpc.line && { line: grpc.line }), text: `${grpcModule} ${version}` },
      { source: path, ...(header.grpcSupport && { line: header.grpcSupport.line }), text: evidenceOf(first) },
    ];
    const generateAgain: FixPlan[] = plugin
      ? [{ ...goInstall(grpcPluginPackage, plugin), title: { key: 'fix-again', data: { plugin } } }]
      : [];
    return [
      {
        subject,
        severity: 'error',
        confidence: facts.list?.confidence ?? 'likely',
        title: { key: older.length > 1 ? `title-${kind}-many` : `title-${kind}`, data },
        why: { key: `why-${kind}`, data },
        bites: { key: kind === 'handlers' ? 'bites-handlers' : 'bites', data },
        location: { file: path, ...(header.grpcSupport && { line: header.grpcSupport.line }) },
        ...(header.grpcSupport && {
          frame: { text: header.grpcSupport.text, mark: `grpc.SupportPackageIsVersion${constant}` },
        }),
        evidence,
        causes: [{ kind: 'generated-code-does-not-compile', about: [grpcModule] }],
        fixes: [
          ...(patched ? [inModule(subject.id, ['go', 'get', `${grpcModule}@${patched}`], 'fix-raise', true)] : []),
          ...generateAgain,
        ],
        verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

/** The constant that a file asserts; 0 where it is older than the constants, no number that was ever dropped otherwise. */
function constantOf({ header }: GeneratedFile): number {
  if (header.grpcSupport) return header.grpcSupport.version;
  return header.usesOldHandlers ? 0 : Number.NaN;
}

function evidenceOf({ header }: GeneratedFile): string {
  return header.grpcSupport?.text ?? 'dec func(interface{}) error) (interface{}, error)';
}

export default trap;
