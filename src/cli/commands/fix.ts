import { type FixPlan, planKey } from '../../core/claim.ts';
import type { Finding } from '../../core/finding.ts';
import type { Trap } from '../../core/trap.ts';
import { type Applied, applyPlan } from '../../fix/apply.ts';
import { LocalWriter } from '../../host/local.ts';
import { stripControls } from '../../host/mask.ts';
import { commandLine } from '../../report/command-line.ts';
import { diffOf } from '../../report/diff.ts';
import { humanReport } from '../../report/human.ts';
import { findingJson, schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { traps } from '../../traps/registry.gen.ts';
import type { Context } from '../context.ts';
import { exitCode, knownTrap, runCheck } from './check.ts';

/** One way out of one finding: the first of its fixes that is of a permitted kind. */
interface Choice {
  readonly finding: Finding;
  readonly trap: Trap;
  readonly plan: FixPlan;
}

/** Shows what would mend the findings; with --apply does it and checks again. */
export async function fixCommand(context: Context): Promise<number> {
  const { invocation, words, out } = context;
  const only = invocation.words.map(knownTrap);
  const folder = invocation.value('dir') ?? '.';
  const selection = only.length > 0 ? only : traps;
  const run = await runCheck(context, folder, selection);
  const { findings } = run.report.examination;
  const json = invocation.value('format') === 'json';
  if (!invocation.flag('apply')) {
    if (json) out(planJson(findings, context, []));
    else show(context, findings);
    return exitCode(run.report, invocation);
  }
  const done: (Applied & { trap: string })[] = [];
  for (const choice of choices(findings, invocation.flag('unsafe'))) {
    const applied = await applyPlan(choice.plan, run.report.root, context.host, new LocalWriter());
    done.push({ ...applied, trap: choice.finding.trap.id });
    if (!json) out(appliedText(context, choice, applied));
  }
  const after = await runCheck(context, folder, selection);
  if (json) out(planJson(after.report.examination.findings, context, done));
  else {
    out(`\n${context.page.style.strong(words.ui('fix.recheck'))}\n\n`);
    out(humanReport(after.report, context.page, invocation.flag('quiet')));
  }
  return exitCode(after.report, invocation);
}

function choices(findings: readonly Finding[], unsafe: boolean): Choice[] {
  const permitted = (plan: FixPlan): boolean => plan.safety === 'safe' || (unsafe && plan.safety === 'unsafe');
  const all = findings.flatMap((finding) => {
    const fix = finding.fixes.find(({ plan }) => permitted(plan));
    return fix ? [{ finding, ...fix }] : [];
  });
  // Two findings may ask for the same command, such as go mod tidy; it is run once.
  const seen = new Set<string>();
  return all.filter(({ plan }) => {
    const key = planKey(plan);
    return seen.has(key) ? false : seen.add(key);
  });
}

function show({ words, page, out }: Context, findings: readonly Finding[]): void {
  const withFix = findings.filter(({ fixes }) => fixes.length > 0);
  if (withFix.length === 0) out(`${words.ui('fix.nothing')}\n`);
  for (const { trap, claim, fixes } of withFix) {
    const title = words.of(trap, claim.title);
    out(`${page.style.strong(stripControls(words.ui('fix.forFinding', { trap: trap.id, title })))}\n`);
    for (const fix of fixes) {
      out(`  ${words.ui(`safety.${fix.plan.safety}`)}  ${stripControls(words.of(fix.trap, fix.plan.title))}\n`);
      for (const line of planLines(fix.plan)) out(`    ${page.style.diff(stripControls(line))}\n`);
    }
    out('\n');
  }
  if (withFix.length > 0) out(`${words.ui('fix.notApplied')}\n`);
}

function planLines(plan: FixPlan): string[] {
  if (plan.kind === 'edit') return diffOf(plan.edits).split('\n');
  if (plan.kind === 'command')
    return [plan.cwd ? `(cd ${plan.cwd} && ${commandLine(plan.argv)})` : commandLine(plan.argv)];
  return (plan.lines ?? []).map(({ shell, line }) => `${shell}: ${line}`);
}

function appliedText({ words }: Context, { finding, trap, plan }: Choice, applied: Applied): string {
  const state =
    applied.kind === 'done'
      ? words.ui('fix.applied')
      : applied.kind === 'gone'
        ? words.ui('fix.gone')
        : words.ui('fix.failed', { message: stripControls(applied.message) });
  return `${finding.trap.id}: ${words.of(trap, plan.title)}: ${state}\n`;
}

function planJson(findings: readonly Finding[], { words }: Context, applied: readonly unknown[]): string {
  const told = findings.map((finding) => findingJson(finding, words));
  return jsonText({ schemaVersion, command: 'fix', findings: told, applied });
}
