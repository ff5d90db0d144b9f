import type { Claim, Evidence, FixPlan } from '../../../core/claim.ts';
import type { CheckOptions } from '../../../core/fact.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type MissingCode, missingCode } from '../../../facts/generation/missing.ts';
import { moduleSurroundings } from '../../../facts/generation/recommended.ts';
import { goInstall } from '../../../fix/plans.ts';
import { grpcPluginPackage } from '../../../knowledge/names.ts';
import { fittingPlugin, type Surroundings } from '../../../knowledge/questions.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The module's own code needs Go code of a .proto file that was never generated, or not committed. */
const trap: Trap = defineTrap({
  id: 'generated-code-missing',
  group: 'codegen',
  subject: 'module',
  needs: { missing: missingCode, surroundings: moduleSurroundings },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { missing = [], surroundings }, subject, options }) =>
    missing
      .filter((one) => isAmiss(one, options))
      .slice(0, shown)
      .map((one) => claimOf(one, surroundings ?? { streams: false }, subject)),
});

/** So many are told; the first command makes the others, too. */
const shown = 5;

/**
 * A project that generates before it builds has no code yet, and that is its way. Something is amiss where nothing makes the
 * code, or where the same step's other output is in the repository. Whoever is about to generate need not hear of the latter.
 */
function isAmiss({ steps, committed, ignored }: MissingCode, { purpose }: CheckOptions): boolean {
  return steps.length === 0 || (committed && !ignored && purpose !== 'generate');
}

function claimOf(one: MissingCode, surroundings: Surroundings, subject: Subject): Claim {
  const kind = kindOf(one);
  const step = one.steps[0] ?? one.otherSteps[0];
  const data = {
    package: one.package,
    service: one.service ?? '',
    proto: one.proto,
    name: one.name ?? '',
    command: step?.text ?? '',
    place: step ? `${step.file}:${step.line}` : '',
  };
  const evidence: Evidence[] = [
    { source: one.file, line: one.line, text: one.text.trim() },
    { source: one.proto, text: one.service ? `service ${one.service}` : `→ ${one.package}` },
    ...(step ? [{ source: step.file, line: step.line, text: step.text }] : []),
  ];
  return {
    subject,
    severity: one.ignored && one.kind === 'package' ? 'warning' : 'error',
    confidence: 'likely',
    title: { key: `title-${one.kind}`, data },
    why: { key: `why-${kind}`, data },
    bites: { key: `bites-${bitesOf(one)}`, data },
    location: { file: one.file, line: one.line },
    frame: { text: one.text.trim(), ...(one.name && { mark: one.name }) },
    evidence,
    causes: [{ kind: 'generated-code-missing', about: [subject.id, one.package] }],
    fixes: fixesFor(one, kind, surroundings, data),
    verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
    about: one.service ? `${one.package} ${one.service}` : one.package,
  };
}

type Kind = 'forgotten' | 'messages-only' | 'ignored' | 'nobody';

function kindOf({ steps, otherSteps, ignored }: MissingCode): Kind {
  if (steps.length > 0) return 'forgotten';
  if (otherSteps.length > 0) return 'messages-only';
  return ignored ? 'ignored' : 'nobody';
}

/** The go command takes a path whose first part has no dot for one of the standard library. */
function bitesOf({ kind, package: path }: MissingCode): string {
  if (kind === 'service') return 'service';
  return path.split('/')[0]?.includes('.') ? 'package' : 'package-no-dot';
}

function fixesFor(one: MissingCode, kind: Kind, surroundings: Surroundings, data: Record<string, string>): FixPlan[] {
  const plugin = fittingPlugin(grpcPluginPackage, surroundings);
  if (kind === 'forgotten') {
    const line = one.steps[0]?.text ?? '';
    return [{ kind: 'text', safety: 'manual', title: { key: 'fix-run', data }, lines: [{ shell: 'sh', line }] }];
  }
  const services = one.kind === 'service' && plugin ? [goInstall(grpcPluginPackage, plugin)] : [];
  if (kind === 'messages-only')
    return [{ kind: 'text', safety: 'manual', title: { key: 'fix-add', data } }, ...services];
  const line = `protoc -I . --go_out=. --go_opt=paths=source_relative --go-grpc_out=. --go-grpc_opt=paths=source_relative ${one.proto}`;
  return [
    { kind: 'text', safety: 'manual', title: { key: 'fix-generate', data }, lines: [{ shell: 'sh', line }] },
    ...services,
  ];
}

export default trap;
