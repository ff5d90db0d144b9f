import type { Claim, Evidence, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { moduleOrphans, type Orphan } from '../../../facts/generation/orphans.ts';
import { moduleStaleFiles, type Quoted, type StaleFile } from '../../../facts/generation/stale.ts';
import type { Step } from '../../../facts/generation/steps.ts';
import { generateAgain } from '../../../fix/proto-command.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A generated file says something else than its .proto file, or has none any more. */
const trap: Trap = defineTrap({
  id: 'generated-code-stale',
  group: 'codegen',
  subject: 'module',
  needs: { stale: moduleStaleFiles, orphans: moduleOrphans },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { stale = [], orphans = [] }, subject }) => {
    const messages = stale.filter(({ kind }) => kind === 'messages');
    const told = new Set(messages.map(({ proto }) => proto));
    // Who generates the messages anew makes the services with them.
    const services = stale.filter(({ kind, proto }) => kind === 'services' && !told.has(proto));
    const moved = stale.filter(({ kind }) => kind === 'go-package');
    return [
      ...[messages, services, moved].flatMap((files) => staleClaims(files, subject)),
      ...orphanClaims(orphans, subject),
    ];
  },
});

/** Files of one module are one finding: one generation mends them all. */
function staleClaims(files: readonly StaleFile[], subject: Subject): Claim[] {
  const [first] = files;
  const difference = first?.differences[0];
  if (!first || !difference) return [];
  const { kind, embedded, proto } = first;
  const data = {
    file: embedded.file.path,
    proto,
    name: difference.name,
    before: difference.before ?? '',
    after: difference.after ?? '',
    count: first.differences.length,
    files: files.length,
  };
  return [
    {
      subject,
      severity: 'warning',
      confidence: first.sure ? 'proven' : 'likely',
      title: { key: `title-${kind === 'go-package' ? kind : titleOf(difference)}`, data },
      why: { key: kind === 'go-package' ? 'why-go-package' : `why-${kind}${files.length > 1 ? '-many' : ''}`, data },
      bites: { key: kind === 'go-package' ? 'bites-go-package' : `bites-${bitesOf(difference)}`, data },
      location: { file: embedded.file.path, line: difference.made?.line ?? embedded.line },
      frame: { text: difference.made?.text ?? `// source: ${embedded.source}` },
      evidence: files.slice(0, shownFiles).flatMap(evidenceOf),
      causes: [{ kind: 'generated-code-differs', about: files.map((file) => file.proto) }],
      fixes: [regenerate(first.steps, data), ...removeLeftBehind(files, data)],
      verify: {
        argv: ['grpc-doctor', 'check', '--only', 'generated-code-stale'],
        expect: { key: 'common.check-again' },
      },
      about: kind,
    },
  ];
}

const shownFiles = 5;
const shownDifferences = 3;

/** What stands in the .proto file now, and what the generated file has instead. */
function evidenceOf({ embedded, proto, differences }: StaleFile): Evidence[] {
  return differences.slice(0, shownDifferences).flatMap((one): Evidence[] => {
    const now = { source: proto, ...(one.place && { line: one.place.line }), text: one.text ?? `no ${one.name}` };
    const made = one.made ?? { line: embedded.line, text: `no ${one.name}` };
    return [now, { source: embedded.file.path, ...made }];
  });
}

function titleOf({ change, aspect, kind }: Quoted): string {
  if (kind === 'package' || kind === 'syntax') return kind;
  return change === 'changed' ? (aspect ?? change) : change;
}

/** Other numbers and types are read wrongly and in silence; what is new does not compile where it is used. */
function bitesOf({ change, aspect, kind }: Quoted): string {
  if (kind === 'method' && change === 'added') return 'method';
  if (change === 'added' || aspect === 'name') return 'missing';
  if (aspect === 'number' || aspect === 'type') return 'wire';
  if (aspect === 'input' || aspect === 'output' || aspect === 'streams') return 'call';
  return aspect === 'json-name' ? 'json' : 'next';
}

function orphanClaims(orphans: readonly Orphan[], subject: Subject): Claim[] {
  const [first] = orphans;
  if (!first) return [];
  const { embedded, line, home, neighbour, sibling } = first;
  const data = {
    file: embedded.file.path,
    source: embedded.source,
    home,
    neighbour,
    files: orphans.length,
  };
  return [
    {
      subject,
      severity: 'warning',
      confidence: 'likely',
      title: { key: orphans.length > 1 ? 'title-orphans' : 'title-orphan', data },
      why: { key: 'why-orphan', data },
      bites: { key: 'bites-orphan', data },
      location: { file: embedded.file.path, line },
      frame: { text: `// source: ${embedded.source}`, mark: embedded.source },
      evidence: [
        ...orphans.slice(0, shownFiles).map((one) => ({
          source: one.embedded.file.path,
          line: one.line,
          text: `// source: ${one.embedded.source}`,
        })),
        ...(sibling ? [{ source: sibling.file.path, line: sibling.line, text: `// source: ${sibling.source}` }] : []),
        { source: home, text: neighbour },
      ],
      causes: [{ kind: 'generated-code-differs', about: orphans.map((one) => one.embedded.source) }],
      fixes: [
        {
          kind: 'text',
          safety: 'manual',
          title: { key: 'fix-remove', data },
          lines: [removal(orphans.map(({ embedded: { file } }) => file.path))],
        },
        { kind: 'text', safety: 'manual', title: { key: 'fix-restore', data } },
      ],
      verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
      about: 'orphan',
    },
  ];
}

function removal(paths: readonly string[]) {
  return { shell: 'git', line: `git rm ${paths.join(' ')}` };
}

/** Code that now goes to another folder does not go there by itself. */
function removeLeftBehind(files: readonly StaleFile[], data: Readonly<Record<string, string | number>>): FixPlan[] {
  const paths = files.filter(({ leftBehind }) => leftBehind).map(({ embedded: { file } }) => file.path);
  if (paths.length === 0) return [];
  return [{ kind: 'text', safety: 'manual', title: { key: 'fix-left-behind', data }, lines: [removal(paths)] }];
}

/** The command is the project's own and runs its code: it is named and never started. */
function regenerate([step]: readonly Step[], data: Readonly<Record<string, string | number>>): FixPlan {
  if (!step) return { kind: 'text', safety: 'manual', title: { key: 'fix-generate', data } };
  const [place, words] = [`${step.file}:${step.line}`, generateAgain(step)];
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-generate-by', data: { ...data, place } },
    lines: [{ shell: 'bash, zsh', line: words[0] === 'grpc-doctor' ? step.text : words.join(' ') }],
  };
}

export default trap;
