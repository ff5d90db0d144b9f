import { type FixPlan, planKey } from '../../core/claim.ts';
import type { Finding } from '../../core/finding.ts';
import { counts } from '../../core/suppression.ts';
import type { Trap } from '../../core/trap.ts';
import { type Applied, applyPlan } from '../../fix/apply.ts';
import { LocalWriter } from '../../host/local.ts';
import { stripButTabs, stripControls } from '../../host/mask.ts';
import { commandInFolder } from '../../report/command-line.ts';
import { diffOf } from '../../report/diff.ts';
import { humanReport } from '../../report/human.ts';
import { findingJson, schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { wrap } from '../../report/layout.ts';
import type { CheckReport } from '../../report/report.ts';
import type { Context } from '../context.ts';
import { localPatient } from '../patient.ts';
import { writeReports } from '../reports.ts';
import { runCheck } from '../run.ts';
import { knownTrap } from '../selection.ts';
import { exitCode } from './check.ts';

/** One way out of one finding: the first of its fixes that is of a permitted kind. */
interface Choice {
  readonly finding: Finding;
  readonly trap: Trap;
  readonly plan: FixPlan;
}

interface Done extends Choice {
  readonly applied: Applied;
}

/** Shows what would mend the findings; with --apply does it and checks again. */
export async function fixCommand(context: Context): Promise<number> {
  const { invocation } = context;
  const only = invocation.words.map(knownTrap);
  const patient = localPatient(context, invocation.value('dir') ?? '.');
  const selection = only.length > 0 ? only : undefined;
  const before = await runCheck(context, patient, selection);
  const { root, examination } = before.report;
  const { findings } = examination;
  if (!invocation.flag('apply')) {
    await writeReports(context, (to, format) =>
      format === 'json' ? planJson(findings, to, []) : planText(to, findings),
    );
    return exitCode(before, invocation.value('fail-on'));
  }
  const mendable = findings.filter((finding) => counts(finding) && finding.fixes.length > 0);
  const isLeft = ({ claim, fixes }: Finding): boolean =>
    !selection && claim.severity === 'info' && fixes.some(({ plan }) => plan.safety !== 'manual');
  const [left, meant] = [mendable.filter(isLeft), mendable.filter((finding) => !isLeft(finding))];
  const done: Done[] = [];
  for (const choice of choices(meant, invocation.flag('unsafe'))) {
    done.push({ ...choice, applied: await applyPlan(choice.plan, root, context.host, new LocalWriter()) });
  }
  const after = done.length > 0 ? await runCheck(context, patient, selection) : before;
  const { report } = after;
  await writeReports(context, (to, format) => {
    if (format === 'json') return planJson(report.examination.findings, to, done);
    const text = done.length > 0 ? doneText(to, done, report) : nothingDoneText(to, meant, left);
    return left.length > 0 ? `${text}\n${leftText(to, left)}` : text;
  });
  return exitCode(after, invocation.value('fail-on'));
}

/** A note is no fault: what it would take is only done where its trap was named. */
function leftText({ words, page }: Context, left: readonly Finding[]): string {
  const traps = [...new Set(left.map(({ trap }) => trap.id))];
  const isSafe = left[0]?.fixes.some(({ plan }) => plan.safety === 'safe');
  const command = `grpc-doctor fix ${traps[0]} --apply${isSafe ? '' : ' --unsafe'}`;
  const text = words.ui('fix.notesLeft', { traps: traps.join(words.ui('punctuation.comma')), command });
  return `${wrap(text, page.width).join('\n')}\n`;
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

function planText({ words, page }: Context, findings: readonly Finding[]): string {
  const withFix = findings.filter((finding) => counts(finding) && finding.fixes.length > 0);
  if (withFix.length === 0) return `${words.ui('fix.nothing')}\n`;
  const lines = [...plansOf({ words, page }, withFix), ...wrap(words.ui('fix.notApplied'), page.width)];
  return `${lines.join('\n')}\n`;
}

/** Why nothing was done, and what is to be done by hand. */
function nothingDoneText(context: Context, meant: readonly Finding[], left: readonly Finding[]): string {
  const { words, page, invocation } = context;
  if (meant.length === 0) return `${words.ui(left.length > 0 ? 'fix.onlyNotes' : 'fix.nothing')}\n`;
  const isUnsafe = meant.some(({ fixes }) => fixes.some(({ plan }) => plan.safety === 'unsafe'));
  const key = isUnsafe && !invocation.flag('unsafe') ? 'fix.noneSafe' : 'fix.byHand';
  return `${[...wrap(words.ui(key), page.width), '', ...plansOf(context, meant)].join('\n')}`;
}

/** The ways out of findings, each finding followed by an empty line. */
function plansOf({ words, page }: Pick<Context, 'words' | 'page'>, findings: readonly Finding[]): string[] {
  const lines: string[] = [];
  for (const { trap, claim, fixes } of findings) {
    const title = words.of(trap, claim.title);
    lines.push(
      ...wrap(stripControls(words.ui('fix.forFinding', { trap: trap.id, title })), page.width).map((line) =>
        page.style.strong(line),
      ),
    );
    for (const fix of fixes) {
      const head = `${words.ui(`safety.${fix.plan.safety}`)}  ${stripControls(words.of(fix.trap, fix.plan.title))}`;
      lines.push(...wrap(head, page.width - 4).map((line, at) => `${at === 0 ? '  ' : '    '}${line}`));
      lines.push(...planLines(fix.plan).map((line) => `    ${page.style.diff(stripButTabs(line))}`));
    }
    lines.push('');
  }
  return lines;
}

function doneText(context: Context, done: readonly Done[], after: CheckReport): string {
  const { words, page, invocation } = context;
  const lines = done.flatMap((one) => wrap(stripControls(appliedText(context, one)), page.width));
  const report = humanReport(after, page, invocation.flag('quiet'));
  return `${[...lines, '', page.style.strong(words.ui('fix.recheck')), '', report].join('\n')}`;
}

function planLines(plan: FixPlan): string[] {
  if (plan.kind === 'edit') return diffOf(plan.edits).split('\n');
  if (plan.kind === 'command') return [commandInFolder(plan.argv, plan.cwd)];
  return (plan.lines ?? []).map(({ shell, line }) => `${shell}: ${line}`);
}

function appliedText({ words }: Context, { finding, trap, plan, applied }: Done): string {
  const state =
    applied.kind === 'done'
      ? words.ui('fix.applied')
      : applied.kind === 'gone'
        ? words.ui('fix.gone')
        : words.ui('fix.failed', { message: applied.message });
  return words.ui('fix.state', { trap: finding.trap.id, title: words.of(trap, plan.title), state });
}

function planJson(findings: readonly Finding[], { machineWords }: Context, done: readonly Done[]): string {
  return jsonText({
    schemaVersion,
    command: 'fix',
    findings: findings.map((finding) => findingJson(finding, machineWords)),
    applied: done.map(({ finding, applied }) => ({ ...applied, trap: finding.trap.id })),
  });
}
