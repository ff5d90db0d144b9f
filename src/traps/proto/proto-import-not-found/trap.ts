import type { Claim, FixPlan } from '../../../core/claim.ts';
import { nearest } from '../../../core/nearest.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import type { Compilation, CompiledFile, ResolvedImport } from '../../../facts/proto/compilation/compilation.ts';
import { compilations } from '../../../facts/proto/compilation/compilations.ts';
import { makesGo } from '../../../facts/proto/compilation/outputs.ts';
import { type ProtoModule, protoModules } from '../../../facts/proto/proto-modules.ts';
import { aroundProtoc, generatesAgain, pathFrom, shellWord } from '../../../fix/proto-command.ts';
import { familyOf } from '../../../knowledge/proto-families.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A .proto file imports a name that is in none of the roots of the command that compiles it. */
const trap: Trap = defineTrap({
  id: 'proto-import-not-found',
  group: 'proto',
  subject: 'project',
  needs: { compilations, modules: protoModules },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { compilations: all = [], modules = new Map() } }) =>
    causesOf(all.filter((one) => one.via !== 'none' && makesGo(one))).map((cause) => claimOf(cause, modules)),
});

/** An import that leads nowhere. */
interface Lost {
  readonly file: CompiledFile;
  readonly one: ResolvedImport;
}

type Kind = 'elsewhere' | 'family' | 'near' | 'nowhere' | 'unlocked';

/** What several imports lack in common: one root, one collection, one module. */
interface Cause {
  readonly kind: Kind;
  readonly compilation: Compilation;
  /** The root, the key of the family, the name that was probably meant, or the module. */
  readonly what: string;
  readonly lost: Lost[];
}

/** A place that two commands lack is told once, of the first of them. */
function causesOf(all: readonly Compilation[]): Cause[] {
  const causes = new Map<string, Cause>();
  const told = new Set<string>();
  for (const compilation of all)
    for (const file of compilation.files.values())
      for (const one of file.imports) {
        const found = causeOf(compilation, file, one, told.size < maxGuesses);
        const place = `${file.path}:${one.line}`;
        if (!found || told.has(place)) continue;
        told.add(place);
        const key = [compilation.id, found.kind, found.what].join('\n');
        const cause = causes.get(key) ?? { ...found, compilation, lost: [] };
        causes.set(key, cause);
        cause.lost.push({ file, one });
      }
  return [...causes.values()];
}

function causeOf(
  compilation: Compilation,
  file: CompiledFile,
  { target, path: name }: ResolvedImport,
  guess: boolean,
): { kind: Kind; what: string } | undefined {
  if (target.kind === 'dependency' && !target.locked) return { kind: 'unlocked', what: target.module };
  if (target.kind !== 'missing') return undefined;
  const [first] = target.elsewhere;
  const beside = besideOf(file, name);
  if (first !== undefined && target.elsewhere.includes(beside.path)) return { kind: 'near', what: beside.name };
  if (first !== undefined) return { kind: 'elsewhere', what: first === name ? '.' : first.slice(0, -name.length - 1) };
  const family = familyOf(name);
  if (family) return { kind: 'family', what: family.key };
  const near = guess ? nearName(compilation, name) : undefined;
  return near === undefined ? { kind: 'nowhere', what: name } : { kind: 'near', what: near };
}

/** The file that the importer would have if its own folder counted: its path, and its name in the roots. */
function besideOf({ path, name }: CompiledFile, imported: string): { path: string; name: string } {
  const folder = (of: string): string => of.slice(0, of.lastIndexOf('/') + 1);
  return { path: `${folder(path)}${imported}`, name: `${folder(name)}${imported}` };
}

/** The name of a file of the same compilation that was probably meant: the same but for the case, or mistyped. */
function nearName({ files }: Compilation, name: string): string | undefined {
  const names = [...files.keys()];
  return names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? nearest(name, names.slice(0, maxNames));
}

/** So many imports that lead nowhere are no typing errors. */
const maxGuesses = 50;

/** Comparing more names than this costs more than the guess is worth. */
const maxNames = 500;

function claimOf({ kind, compilation, what, lost }: Cause, modules: ReadonlyMap<string, ProtoModule>): Claim {
  const [first] = lost;
  const { via, step, roots } = compilation;
  const name = first?.one.path ?? '';
  const file = first?.file.path ?? '';
  const data = {
    name,
    file,
    root: what,
    near: what,
    module: what,
    command: step?.file ?? compilation.id,
    repository: familyOf(name)?.repository ?? '',
    count: lost.length,
    line: first?.one.line ?? 0,
    column: first?.one.column ?? 0,
  };
  return {
    subject: project,
    severity: 'error',
    confidence: 'proven',
    title: { key: `title-${kind}${lost.length > 1 && kind !== 'near' ? '-more' : ''}`, data },
    why: { key: `why-${via === 'buf' ? 'buf' : 'protoc'}`, data },
    bites: { key: via === 'buf' ? 'bites-buf' : 'bites-protoc', data },
    location: { file, line: data.line, column: data.column },
    frame: { text: importText(first), mark: `"${name}"` },
    evidence: [
      ...lost.slice(0, shown).map(({ file: { path }, one }) => ({
        source: path,
        line: one.line,
        text: importText({ one }),
      })),
      ...(step ? [{ source: step.file, line: step.line, text: step.text }] : []),
      ...(via === 'protoc'
        ? roots
            .filter(({ exists }) => !exists)
            .map(({ written }) => ({ source: step?.file ?? '', text: `-I ${written}: no such folder` }))
        : []),
    ],
    causes: [{ kind: 'proto-file-not-found', about: [...new Set(lost.map(({ one }) => one.path))] }],
    fixes: fixesFor(kind, compilation, what, data, modules, first),
    verify: step
      ? generatesAgain(step)
      : { argv: ['grpc-doctor', 'check', '--only', trap.id], expect: { key: 'common.check-again' } },
    about: `${kind} ${what}`,
  };
}

const shown = 5;

function importText(lost: Pick<Lost, 'one'> | undefined): string {
  if (!lost) return '';
  const { kind, path } = lost.one;
  return `import ${kind === 'plain' ? '' : `${kind} `}"${path}";`;
}

type Data = Readonly<Record<string, string | number>>;

function fixesFor(
  kind: Kind,
  compilation: Compilation,
  what: string,
  data: Data,
  modules: ReadonlyMap<string, ProtoModule>,
  first: Lost | undefined,
): FixPlan[] {
  const text = (key: string, lines?: { shell: string; line: string }[]): FixPlan => ({
    kind: 'text',
    safety: 'manual',
    title: { key, data },
    ...(lines && { lines }),
  });
  const update: FixPlan = {
    kind: 'command',
    safety: 'unsafe',
    title: { key: 'fix-update', data },
    argv: ['buf', 'dep', 'update'],
    ...(compilation.folder !== undefined && compilation.folder !== '.' && { cwd: compilation.folder }),
    network: true,
  };
  const buf = compilation.via === 'buf';
  if (kind === 'unlocked') return [update];
  if (kind === 'near') return [renamed(first, what, data), text('fix-name')];
  if (kind === 'elsewhere') return buf ? [text('fix-module')] : [withRoot(compilation, what, data)];
  if (kind === 'nowhere') return [text('fix-nowhere')];
  const family = familyOf(data.name as string);
  if (buf && family?.bufModule !== undefined)
    return [
      text('fix-dependency', [
        { shell: 'buf.yaml', line: `deps: [${family.bufModule}]` },
        { shell: 'sh', line: 'buf dep update' },
      ]),
    ];
  const module = modules.get(what);
  return [
    ...(module ? [text('fix-go-module', goModuleLines(compilation, module))] : []),
    text('fix-copy', [
      { shell: 'sh', line: `git clone --depth 1 https://${family?.repository} third_party/${family?.key}` },
      { shell: 'protoc', line: `-I third_party/${family?.key}` },
    ]),
  ];
}

/** Without any `-I` the folder itself is the root; naming another one takes that away. */
function rootWords({ step }: Compilation, path: string): string {
  const added = `-I ${shellWord(path)}`;
  return (step?.protoPaths.length ?? 0) === 0 ? `-I . ${added}` : added;
}

function withRoot(compilation: Compilation, root: string, data: Data): FixPlan {
  const path = pathFrom(compilation.folder ?? '.', root);
  const words = rootWords(compilation, path);
  const edit = compilation.step && aroundProtoc(compilation.step, `protoc ${words}`, [path]);
  const title = { key: 'fix-root', data: { ...data, words } };
  return edit
    ? { kind: 'edit', safety: 'safe', title, edits: [edit] }
    : { kind: 'text', safety: 'manual', title, lines: [{ shell: 'protoc', line: words }] };
}

function renamed(lost: Lost | undefined, name: string, data: Data): FixPlan {
  const line = lost?.one.line ?? 1;
  const text = importText(lost);
  const edits = [{ file: lost?.file.path ?? '', line, text, before: `"${lost?.one.path ?? ''}"`, after: `"${name}"` }];
  return { kind: 'edit', safety: 'unsafe', title: { key: 'fix-rename', data }, edits };
}

function goModuleLines({ step }: Compilation, { module, folder }: ProtoModule): { shell: string; line: string }[] {
  const below = folder === '.' ? '' : `/${folder}`;
  const make = /(?:^|\/)(?:GNU)?makefile|\.mk$/i.test(step?.file ?? '');
  return make
    ? [{ shell: 'make', line: `-I $(shell go list -m -f '{{.Dir}}' ${module})${below}` }]
    : [{ shell: 'sh', line: `-I "$(go list -m -f '{{.Dir}}' ${module})${below}"` }];
}

export default trap;
