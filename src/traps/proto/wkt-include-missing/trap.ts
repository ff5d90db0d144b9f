import type { Claim, FixPlan, ShellLine } from '../../../core/claim.ts';
import type { CheckOptions } from '../../../core/fact.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ToolUse, toolUses } from '../../../facts/generation/tools.ts';
import { platform } from '../../../facts/machine.ts';
import { type WellKnownGap, wellKnownGaps } from '../../../facts/proto/well-known-gaps.ts';
import { generatorSeverity } from '../../../fix/plans.ts';
import { generatesAgain } from '../../../fix/proto-command.ts';
import { firstProtocWith } from '../../../knowledge/proto-families.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The protoc that runs does not have the `google/protobuf/*.proto` that are imported. */
const trap: Trap = defineTrap({
  id: 'wkt-include-missing',
  group: 'proto',
  subject: 'project',
  needs: { gaps: wellKnownGaps, uses: toolUses, platform },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { gaps = [], uses = [], platform: here }, options }) =>
    firstOfEach(gaps).map((gap) => claimOf(gap, uses, here?.os ?? '', options)),
});

/** One finding for each protoc: what it lacks does not depend on who asks. */
function firstOfEach(gaps: readonly WellKnownGap[]): WellKnownGap[] {
  const first = new Map<string, WellKnownGap>();
  for (const gap of gaps) if (!first.has(gap.protoc.protoc)) first.set(gap.protoc.protoc, gap);
  return [...first.values()];
}

function claimOf(
  { compilation: { step }, protoc, imports }: WellKnownGap,
  uses: readonly ToolUse[],
  os: string,
  options: CheckOptions,
): Claim {
  const [first] = imports;
  const name = first?.one.path ?? '';
  const kind = protoc.folder === undefined ? 'none' : 'older';
  const looked = protoc.looked.map((folder) => `${folder}/google/protobuf/descriptor.proto`);
  const data = {
    name,
    protoc: protoc.protoc,
    folder: protoc.folder ?? '',
    beside: protoc.looked.at(-1) ?? '',
    since: firstProtocWith(name) ?? '',
  };
  const lacksCode = uses.some((use) => use.step === step && use.lacksCode);
  return {
    subject: project,
    severity: generatorSeverity(lacksCode, options, 'warning'),
    confidence: 'proven',
    title: { key: `title-${kind}`, data },
    why: { key: `why-${kind}`, data },
    bites: { key: 'bites', data },
    location: { file: first?.file.path ?? '', line: first?.one.line ?? 1, column: first?.one.column ?? 1 },
    frame: { text: `import "${name}";`, mark: `"${name}"` },
    evidence: [
      ...(kind === 'none'
        ? looked.map((path) => ({ source: path, text: 'no such file' }))
        : [{ source: protoc.folder ?? '', text: `${name}: no such file` }]),
      ...(step ? [{ source: step.file, line: step.line, text: step.text }] : []),
    ],
    causes: [{ kind: 'proto-file-not-found', about: [...new Set(imports.map(({ one }) => one.path))] }],
    fixes: fixesFor(kind, os, data),
    verify: step
      ? generatesAgain(step)
      : { argv: ['grpc-doctor', 'check', '--only', trap.id], expect: { key: 'common.check-again' } },
  };
}

function fixesFor(kind: 'none' | 'older', os: string, data: Readonly<Record<string, string | number>>): FixPlan[] {
  const text = (key: string, lines?: ShellLine[]): FixPlan => ({
    kind: 'text',
    safety: 'manual',
    title: { key, data },
    ...(lines && { lines }),
  });
  if (kind === 'older') return [text('fix-newer')];
  return [
    ...(os === 'linux'
      ? [
          text('fix-package', [
            { shell: 'Debian, Ubuntu', line: 'apt-get install libprotobuf-dev' },
            { shell: 'Alpine', line: 'apk add protobuf-dev' },
            { shell: 'Fedora', line: 'dnf install protobuf-devel' },
          ]),
        ]
      : []),
    text('fix-beside'),
    text('fix-root'),
  ];
}

export default trap;
