import type { Claim, Evidence, FixPlan, Location } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type Alias, aliases } from '../../../facts/proto/aliases.ts';
import type { Compilation, InputProblem } from '../../../facts/proto/compilation/compilation.ts';
import { compilations } from '../../../facts/proto/compilation/compilations.ts';
import { makesGo } from '../../../facts/proto/compilation/outputs.ts';
import { hasShell } from '../../../facts/proto/compilation/protoc-compilation.ts';
import { aroundProtoc, generatesAgain, shellWord } from '../../../fix/proto-command.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The files of a command do not go together with its roots. */
const trap: Trap = defineTrap({
  id: 'proto-path-mismatch',
  group: 'proto',
  subject: 'project',
  needs: { compilations, aliases },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { compilations: all = [], aliases: twice = [] } }) => {
    const commands = all.filter((one) => one.via !== 'none' && makesGo(one));
    return [
      ...commands.flatMap((one) => [...problemClaims(one), ...rootClaims(one)]),
      ...twice.map((alias) => aliasClaim(alias)),
    ];
  },
});

type Kind = 'outside' | 'spelling' | 'not-found' | 'pattern' | 'no-shell' | 'shadowed' | 'modules' | 'hidden' | 'empty';

/** One finding for each kind of trouble that a command has; its first file stands for the others. */
function problemClaims(compilation: Compilation): Claim[] {
  const byKind = new Map<Kind, InputProblem[]>();
  for (const problem of compilation.inputProblems) {
    const kind = kindOf(problem, compilation);
    byKind.set(kind, [...(byKind.get(kind) ?? []), problem]);
  }
  return [...byKind].map(([kind, problems]) => problemClaim(kind, problems, compilation));
}

function kindOf(problem: InputProblem, { via, step }: Compilation): Kind {
  if (problem.kind === 'shadowed' && via === 'buf') return 'modules';
  if (problem.kind === 'outside') return problem.spelled ? 'spelling' : 'outside';
  if (problem.kind !== 'not-found' || !/[*?[]/.test(problem.written)) return problem.kind;
  return step && !hasShell(step) ? 'no-shell' : 'pattern';
}

function problemClaim(kind: Kind, problems: readonly InputProblem[], compilation: Compilation): Claim {
  const { step, roots, via } = compilation;
  const [first] = problems;
  const path = first && 'path' in first ? first.path : '';
  const data = {
    written: first?.written ?? '',
    path,
    by: first && 'by' in first ? first.by : '',
    fit: first && 'fit' in first ? first.fit : '',
    file: step?.file ?? '',
    roots: roots.map(({ written }) => written || '.').join(', '),
    count: problems.length,
  };
  const location: Location =
    kind === 'modules' ? { file: path } : { file: data.file, line: step?.line ?? 1, column: step?.column ?? 1 };
  return {
    subject: project,
    severity: kind === 'hidden' ? 'warning' : 'error',
    confidence: 'proven',
    title: { key: `title-${kind}`, data },
    why: { key: `why-${whyOf(kind)}`, data },
    bites: { key: `bites-${kind}`, data },
    location,
    ...(step && kind !== 'modules' && { frame: { text: step.text } }),
    evidence: [
      ...problems.slice(0, shown).map(evidenceOf),
      ...(step && via === 'protoc' ? [{ source: step.file, line: step.line, text: step.text }] : []),
    ],
    causes: [{ kind: 'proto-file-not-found', about: problems.map(({ written }) => written) }],
    fixes: fixesFor(kind, compilation, data),
    verify: step ? generatesAgain(step) : { argv: ['buf', 'build'], expect: { key: 'common.build-passes' } },
    about: `${compilation.id} ${kind}`,
  };
}

const shown = 5;

function whyOf(kind: Kind): string {
  if (kind === 'pattern' || kind === 'no-shell') return kind;
  if (kind === 'modules' || kind === 'empty') return 'modules';
  if (kind === 'shadowed' || kind === 'hidden') return 'first';
  return kind === 'not-found' ? 'not-found' : 'texts';
}

function evidenceOf(problem: InputProblem): Evidence {
  if (problem.kind === 'shadowed' || problem.kind === 'hidden')
    return { source: problem.path, text: `${problem.written}: also ${problem.by}` };
  return { source: 'path' in problem ? problem.path : problem.written, text: problem.written };
}

type Data = Readonly<Record<string, string | number>>;

function fixesFor(kind: Kind, compilation: Compilation, data: Data): FixPlan[] {
  const text = (key: string): FixPlan => ({ kind: 'text', safety: 'manual', title: { key, data } });
  if (kind === 'outside' || kind === 'spelling') return [rootFix(compilation, data), text('fix-name')];
  if (kind === 'shadowed' || kind === 'hidden') return [text('fix-order'), text('fix-apart')];
  if (kind === 'modules') return [text('fix-apart')];
  return [text(`fix-${kind}`)];
}

function rootFix({ step }: Compilation, data: Data): FixPlan {
  const fit = `${data.fit}`;
  const words = `-I ${shellWord(fit)}`;
  const edit = step && aroundProtoc(step, `protoc ${words}`, [fit]);
  const title = { key: 'fix-root', data: { ...data, words } };
  return edit
    ? { kind: 'edit', safety: 'safe', title, edits: [edit] }
    : { kind: 'text', safety: 'manual', title, lines: [{ shell: 'protoc', line: words }] };
}

/** Roots that are not there, and do no harm yet. */
function rootClaims({ id, via, step, roots, certain, inputProblems, files }: Compilation): Claim[] {
  const lost = roots.filter(({ exists }) => !exists);
  const [first] = lost;
  const imports = [...files.values()].flatMap((file) => file.imports);
  const harmless = inputProblems.length === 0 && !imports.some(({ target }) => target.kind === 'missing');
  if (via !== 'protoc' || !step || !certain || !first || !harmless) return [];
  const data = { root: first.written, file: step.file, words: `-I ${first.written}` };
  return [
    {
      subject: project,
      severity: 'info',
      confidence: 'proven',
      title: { key: 'title-root', data },
      why: { key: 'why-root', data },
      bites: { key: 'bites-root', data },
      location: { file: step.file, line: step.line, column: step.column },
      frame: { text: step.text },
      evidence: [{ source: step.file, line: step.line, text: step.text }],
      causes: [{ kind: 'proto-file-not-found', about: [first.folder] }],
      fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix-drop-root', data } }],
      verify: generatesAgain(step),
      about: `${id} root`,
    },
  ];
}

function aliasClaim({ path, name, other, importer, one, generated, importing }: Alias): Claim {
  const data = { path, name, other, file: importer.path, command: importing.step?.file ?? importing.id };
  const [here, there] = [importing.step, generated.step];
  return {
    subject: project,
    severity: 'error',
    confidence: 'proven',
    title: { key: 'title-alias', data },
    why: { key: 'why-alias', data },
    bites: { key: 'bites-alias', data },
    location: { file: importer.path, line: one.line, column: one.column },
    frame: { text: `import "${other}";`, mark: `"${other}"` },
    evidence: [
      { source: importer.path, line: one.line, text: `import "${other}";` },
      ...[there, here].flatMap((step) => (step ? [{ source: step.file, line: step.line, text: step.text }] : [])),
    ],
    causes: [{ kind: 'descriptor-incomplete', about: [name, other] }],
    fixes: [
      { kind: 'text', safety: 'manual', title: { key: 'fix-one-root', data } },
      {
        kind: 'edit',
        safety: 'unsafe',
        title: { key: 'fix-alias', data },
        edits: [
          {
            file: importer.path,
            line: one.line,
            text: `import "${other}";`,
            before: `"${other}"`,
            after: `"${name}"`,
          },
        ],
      },
    ],
    verify: { argv: ['go', 'vet', './...'], expect: { key: 'common.check-again' } },
    about: `alias ${path}`,
  };
}

export default trap;
