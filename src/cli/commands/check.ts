import { type Severity, severities } from '../../core/claim.ts';
import { UserError } from '../../core/errors.ts';
import { counts } from '../../core/suppression.ts';
import { environmentCard } from '../../report/card.ts';
import { humanReport } from '../../report/human.ts';
import { checkJson } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import type { CheckReport } from '../../report/report.ts';
import type { Context } from '../context.ts';
import { localPatient, type Patient } from '../patient.ts';
import { recordedPatient } from '../recorded-patient.ts';
import { writeReports } from '../reports.ts';
import { type CheckRun, runCheck } from '../run.ts';
import { renderFor } from './check-formats.ts';

export async function checkCommand(context: Context): Promise<number> {
  const { invocation } = context;
  const run = await runCheck(context, await patientOf(context));
  await writeReports(context, (to, format) => render(to, run, format));
  return exitCode(run, invocation.value('fail-on'));
}

/** The folder that was named, or the machine of a bundle. */
async function patientOf(context: Context): Promise<Patient> {
  const { invocation } = context;
  const bundle = invocation.value('from');
  const [folder] = invocation.words;
  if (bundle === undefined) return localPatient(context, folder ?? '.');
  if (folder !== undefined) throw new UserError('error.fromAndFolder', { dir: folder });
  return recordedPatient(context, bundle);
}

async function render(context: Context, run: CheckRun, format: string): Promise<string> {
  const machine: CheckReport = { ...run.report, words: context.machineWords };
  if (format === 'json') return jsonText(checkJson(machine));
  if (format !== 'human') return renderFor(format, machine, run, context);
  const text = humanReport(run.report, context.page, context.invocation.flag('quiet'));
  if (!context.invocation.flag('verbose')) return text;
  return `${await environmentCard(run.report, run.store, context.page)}\n${text}`;
}

/** 1 when something counts that is at or above the limit: that of the command line, else that of the configuration. */
export function exitCode({ report: { examination }, configuration }: CheckRun, asked: string | undefined): number {
  const failOn = asked ?? configuration.failOn ?? 'error';
  if (failOn === 'never') return 0;
  const limit = severities.indexOf(failOn as Severity);
  const { findings } = examination;
  return findings.some((one) => counts(one) && severities.indexOf(one.claim.severity) <= limit) ? 1 : 0;
}
