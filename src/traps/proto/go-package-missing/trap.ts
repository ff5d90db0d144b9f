import type { Claim, Edit, FixPlan, Severity } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type Packageless, packagelessFiles } from '../../../facts/proto/go-packages/packageless.ts';
import { sourceRelative } from '../../../fix/proto-plans.ts';
import { messagePluginName } from '../../../knowledge/names.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A .proto file that Go code is made of, and of which nothing says what its Go package is. */
const trap: Trap = defineTrap({
  id: 'go-package-missing',
  group: 'proto',
  subject: 'project',
  needs: { files: packagelessFiles },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { files = [] } }) =>
    kinds.flatMap((kind) =>
      claimOf(
        kind,
        files.filter((one) => kindOf(one) === kind),
      ),
    ),
});

/** nobody: no command names the file, and it has Go code. beside: the command belongs to tests or examples. */
type Kind = 'refused' | 'nobody' | 'warned' | 'unknown' | 'beside';
const kinds: readonly Kind[] = ['refused', 'nobody', 'warned', 'unknown', 'beside'];
const severities: Readonly<Record<Kind, Severity>> = {
  refused: 'error',
  nobody: 'error',
  warned: 'warning',
  unknown: 'warning',
  beside: 'warning',
};

function kindOf({ answer, beside, made }: Packageless): Kind {
  if (answer === 'warned') return 'warned';
  if (beside) return 'beside';
  return answer === 'refused' && !made ? 'nobody' : answer;
}

function claimOf(kind: Kind, files: readonly Packageless[]): Claim[] {
  const [first] = files;
  if (!first) return [];
  const { file, output, importer, code } = first;
  const data = {
    file: file.path,
    name: file.name,
    count: files.length,
    plugin: output?.output.plugin ?? messagePluginName,
    version: output?.release?.version ?? '',
    importer: importer?.path ?? '',
    code: code?.path ?? '',
  };
  return [
    {
      subject: project,
      severity: severities[kind],
      confidence: kind === 'refused' ? 'proven' : 'likely',
      title: { key: files.length > 1 ? `several-${kind}` : `title-${kind}`, data },
      why: { key: importer ? 'why-imported' : kind === 'nobody' && code ? 'why-code' : 'why', data },
      bites: { key: kind === 'warned' ? 'bites-warned' : 'bites', data },
      // Somebody else's file is not the place to look at, but the line that brings it in.
      location: importer && !file.own ? { file: importer.path, line: importer.line } : { file: file.path, line: 1 },
      evidence: [...files.slice(0, shown).map(evidenceOf), ...(output ? [ofPlugin(first)] : [])].flat(),
      causes: [{ kind: 'plugin-refuses-proto-file', about: files.map((one) => one.file.path) }],
      fixes: fixesFor(files, data),
      verify: {
        argv: ['grpc-doctor', 'check', '--only', 'go-package-missing'],
        expect: { key: 'common.check-again' },
      },
      about: kind,
    },
  ];
}

const shown = 12;

function evidenceOf({ file, importer }: Packageless) {
  return [
    { source: file.path, line: 1, text: 'no go_package' },
    ...(importer ? [{ source: importer.path, line: importer.line, text: `import "${importer.name}";` }] : []),
  ];
}

function ofPlugin({ output, made }: Packageless) {
  const { release } = output ?? {};
  if (!release)
    return {
      source: made?.compilation.step?.file ?? '',
      line: output?.output.line ?? 1,
      text: output?.output.text ?? '',
    };
  const line = release.sourceLine === undefined ? {} : { line: release.sourceLine };
  return { source: release.source, ...line, text: `${output?.output.plugin} ${release.version}` };
}

function fixesFor(files: readonly Packageless[], data: Record<string, string | number>): FixPlan[] {
  const edits = files.flatMap(({ option }) => option?.edit ?? []);
  const moved = files.filter(({ option }) => option?.needsSourceRelative);
  const commands = uniqueEdits(moved.flatMap(({ made }) => (made ? sourceRelative(made) : [])));
  const value = files[0]?.option?.value ?? '';
  const foreign = files.find(({ file }) => !file.own);
  const managed = files.some(({ made }) => made?.compilation.via === 'buf');
  return [
    ...(edits.length > 0
      ? [
          {
            kind: 'edit' as const,
            // With the option alone the code would land in a folder named like the import path.
            safety: moved.length === 0 ? ('safe' as const) : ('unsafe' as const),
            title: { key: titleOf(edits.length, moved.length), data: { ...data, value, edits: edits.length } },
            edits: [...edits, ...commands],
          },
        ]
      : []),
    ...(edits.length === 0 ? [text('fix-write', data)] : []),
    ...(foreign ? [text('fix-mapping', { ...data, name: foreign.file.name })] : []),
    ...(managed ? [text('fix-managed', data)] : []),
  ];
}

function titleOf(edits: number, moved: number): string {
  if (moved > 0) return 'fix-option-and-command';
  return edits > 1 ? 'fix-options' : 'fix-option';
}

function uniqueEdits(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

function text(key: string, data: Record<string, string | number>): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key, data } };
}

export default trap;
