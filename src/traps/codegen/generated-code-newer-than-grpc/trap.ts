import { defineTrap, type Trap } from '../../../core/trap.ts';
import { generatedFiles } from '../../../facts/generation/generated.ts';
import { moduleSurroundings } from '../../../facts/generation/recommended.ts';
import { buildList } from '../../../facts/modules/build-list.ts';
import type { GeneratedFile } from '../../../facts/project/sources.ts';
import { goInstall, inModule } from '../../../fix/plans.ts';
import { grpcModule, grpcPluginPackage } from '../../../knowledge/names.ts';
import { fittingPlugin, grpcHasConstant, supportConstant } from '../../../knowledge/questions.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Generated code asserts something of grpc-go that the version in the build does not have. */
const trap: Trap = defineTrap({
  id: 'generated-code-newer-than-grpc',
  group: 'codegen',
  subject: 'module',
  needs: { generated: generatedFiles, list: buildList, surroundings: moduleSurroundings },
  messages: { en, 'zh-CN': zh },
  article: ['1.intro.client-conn-interface', '1.plugin-path.latest', '1.script.row-coupling'],
  judge: ({ facts, subject }) => {
    const grpc = facts.list?.modules.get(grpcModule);
    const version = grpc?.version;
    if (!grpc || !version) return [];
    const newer = (facts.generated ?? []).filter(
      (file) => constantOf(file) > 0 && !grpcHasConstant(version, constantOf(file)),
    );
    const [first] = newer.sort((a, b) => constantOf(b) - constantOf(a));
    const row = first && supportConstant(constantOf(first));
    if (!first || !row) return [];
    const { header, path } = first;
    const data = {
      file: path,
      needed: row.since,
      version,
      constant: row.constant,
      symbols: row.symbols.slice(0, 3).join(', '),
      more: newer.length - 1,
    };
    const older = fittingPlugin(grpcPluginPackage, facts.surroundings ?? { streams: false });
    const generator = header.generatorVersion
      ? `made by ${header.generator} ${header.generatorVersion}`
      : `made by ${header.generator ?? 'an old plugin'}`;
    return [
      {
        subject,
        severity: 'error',
        confidence: facts.list?.confidence ?? 'likely',
        title: { key: newer.length > 1 ? 'title-many' : 'title', data },
        why: { key: 'why', data },
        bites: { key: header.usesGenericStreams ? 'bites-streams' : 'bites', data },
        location: { file: path, ...(header.grpcSupport && { line: header.grpcSupport.line }) },
        ...(header.grpcSupport && {
          frame: {
            text: header.grpcSupport.text,
            mark: `grpc.SupportPackageIsVersion${row.constant}`,
            label: { key: 'label', data },
          },
        }),
        evidence: [
          { source: grpc.file, ...(grpc.line && { line: grpc.line }), text: `${grpcModule} ${version}` },
          { source: path, text: generator },
        ],
        causes: [{ kind: 'generated-code-does-not-compile', about: [grpcModule] }],
        fixes: [
          inModule(subject.id, ['go', 'get', `${grpcModule}@${row.patched}`], 'fix-upgrade', true),
          ...(older ? [{ ...goInstall(grpcPluginPackage, older), title: { key: 'fix-older', data: { older } } }] : []),
        ],
        verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

/** The constant that a file asserts, or the one that stands for what it uses. 0 when it asks for nothing. */
function constantOf({ header }: GeneratedFile): number {
  if (header.grpcSupport) return header.grpcSupport.version;
  if (header.usesGenericStreams) return constantOfGenericStreams;
  return header.usesStaticMethod ? constantOfStaticMethod : 0;
}

/** The constants that came in the releases in which these symbols came (knowledge/tables/grpc-support-constants). */
const constantOfGenericStreams = 9;
const constantOfStaticMethod = 8;

export default trap;
