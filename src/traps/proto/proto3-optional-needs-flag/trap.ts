import type { Claim, FixPlan, Severity } from '../../../core/claim.ts';
import type { CheckOptions } from '../../../core/fact.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import type { Compilation, CompiledFile } from '../../../facts/proto/compilation/compilation.ts';
import { type Compiler, compilers, mayHoldFlags } from '../../../facts/proto/compilers.ts';
import { generatorSeverity } from '../../../fix/plans.ts';
import { aroundProtoc } from '../../../fix/proto-command.ts';
import { featureFloor, protocPart, supportOf } from '../../../knowledge/proto-features.ts';
import type { ProtoFloor } from '../../../knowledge/table.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A protoc before 3.15 is given proto3 files with optional fields, and not the flag that it asks for. */
const trap: Trap = defineTrap({
  id: 'proto3-optional-needs-flag',
  group: 'proto',
  subject: 'project',
  needs: { compilers },
  messages: { en, 'zh-CN': zh },
  article: ['3.1.optional-3.12', '3.1.row-3.12.4'],
  judge: ({ facts: { compilers: all = [] }, subject, options }) => {
    const floor = featureFloor('optional', protocPart);
    return floor ? all.flatMap((compiler) => claimsOf(compiler, floor, subject, options)) : [];
  },
});

/** A command that hands an optional field to the protoc. */
interface Offence {
  readonly compilation: Compilation;
  readonly file: CompiledFile;
}

function claimsOf(compiler: Compiler, floor: ProtoFloor, subject: Subject, options: CheckOptions): Claim[] {
  const support = supportOf(floor, compiler.version);
  if (support !== 'flag' && support !== 'no') return [];
  const kind = support === 'flag' ? 'flag' : 'old';
  const offences = compiler.compilations.flatMap((compilation) => {
    const file = offendingFile(compilation, kind, floor.flag ?? '');
    return file ? [{ compilation, file }] : [];
  });
  const [first] = offences;
  const step = first?.compilation.step;
  const field = first?.file.source.optionals[0];
  if (!first || !step || !field) return [];
  const { version, distribution = '', origin, source, line, text } = compiler;
  const says = (kind === 'flag' ? floor.says : floor.saysBeforeFlag) ?? '';
  const data = {
    version,
    distribution,
    flag: floor.flag ?? '',
    since: floor.since ?? '',
    file: first.file.path,
    field: field.name,
    source,
    says: says
      .replace('{file}:8:12', `${first.file.name}:${field.line}:${field.column}`)
      .replace('{file}', first.file.name),
  };
  const certain = offences.some(({ compilation }) => compilation.certain);
  return [
    {
      subject,
      severity: severityOf(compiler, certain, options),
      confidence: origin === 'path' && certain ? 'proven' : 'likely',
      title: { key: `title-${kind}`, data },
      why: { key: origin === 'path' ? `why-${kind}` : `why-${kind}-${origin}`, data },
      bites: { key: 'bites', data },
      // protoc names this place as well; the command is right, for a newer protoc.
      location: { file: first.file.path, line: field.line, column: field.column },
      evidence: [
        { source, ...(line !== undefined && { line }), text },
        { source: step.file, line: step.line, text: (step.lineTexts.get(step.line) ?? step.text).trim() },
        ...offences.slice(0, shown).map(({ file }) => ({
          source: file.path,
          line: file.source.optionals[0]?.line ?? 1,
          text: `optional … ${file.source.optionals[0]?.name ?? ''}`,
        })),
      ],
      causes: [{ kind: 'proto-file-refused', about: ['protoc', source] }],
      fixes: [...(kind === 'flag' ? flagEdits(offences, data.flag) : []), newerProtoc(compiler, data)],
      verify: { argv: ['grpc-doctor', 'check', '--only', trap.id], expect: { key: 'common.check-again' } },
      about: `${origin} ${source}`,
    },
  ];
}

const shown = 5;

/** The parser of an older protoc refuses imports too; the flag is about the files that code is made of. */
function offendingFile(
  { inputs, files, step }: Compilation,
  kind: 'flag' | 'old',
  flag: string,
): CompiledFile | undefined {
  // A variable that nobody can read may hold the flag.
  if (kind === 'flag' && step && (step.text.includes(flag) || mayHoldFlags(step))) return undefined;
  const isOffending = ({ source }: CompiledFile): boolean => source.syntax === 'proto3' && source.optionals.length > 0;
  return inputs.find(isOffending) ?? (kind === 'old' ? [...files.values()].find(isOffending) : undefined);
}

/** Only what a job is told to install is certain to run; what an image is for is a guess. */
function severityOf({ origin, distribution, lacksCode }: Compiler, certain: boolean, options: CheckOptions): Severity {
  if (!certain) return 'warning';
  if (origin === 'path') return generatorSeverity(lacksCode, options, 'warning');
  return origin === 'job' && distribution === undefined ? 'error' : 'warning';
}

/** The flag behind the word protoc, in every command that lacks it. Later releases take it as well. */
function flagEdits(offences: readonly Offence[], flag: string): FixPlan[] {
  const edits = offences.flatMap(({ compilation: { step } }) => {
    return (step && aroundProtoc(step, `protoc ${flag}`)) ?? [];
  });
  const places = new Map(edits.map((edit) => [`${edit.file}:${edit.line}`, edit]));
  if (places.size === 0) return [];
  return [{ kind: 'edit', safety: 'safe', title: { key: 'fix-flag', data: { flag } }, edits: [...places.values()] }];
}

function newerProtoc({ origin, distribution }: Compiler, data: Readonly<Record<string, string>>): FixPlan {
  const key = distribution === undefined ? `fix-newer-${origin}` : 'fix-newer-distribution';
  return { kind: 'text', safety: 'manual', title: { key, data } };
}

export default trap;
