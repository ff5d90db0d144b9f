import { UserError } from '../../core/errors.ts';
import type { ReadHost } from '../../core/host.ts';
import { stripControls } from '../../host/mask.ts';
import { schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { wrap } from '../../report/layout.ts';
import { baselineOf } from '../../suppress/baseline.ts';
import type { Context } from '../context.ts';
import { localPatient } from '../patient.ts';
import { writeReports } from '../reports.ts';
import { runCheck } from '../run.ts';

/** The file that is written where none is named, at the root of the project. */
const baselineName = 'grpc-doctor-baseline.json';

/** Writes down what is found now, so that later runs only count what is new. */
export async function baselineCommand(context: Context): Promise<number> {
  const { invocation, words, machineWords, host } = context;
  const [action, folder = '.'] = invocation.words;
  if (action !== 'write') throw new UserError('error.missingArgument', { command: 'baseline', what: 'write' });
  const { report } = await runCheck(context, localPatient(context, folder));
  const file = invocation.value('out') ?? fromHere(host, context.cwd, host.path.join(report.root, baselineName));
  const baseline = baselineOf(report.examination.findings, ({ trap, claim }) => machineWords.of(trap, claim.title));
  const message = context.save(file, jsonText(baseline));
  if (message) throw new UserError('error.output', { file, message });
  const count = baseline.findings.length;
  const told = words.ui('baseline.written', { file, count });
  await writeReports(context, (to, format) =>
    format === 'json'
      ? jsonText({ schemaVersion, command: 'baseline', file, findings: count })
      : `${wrap(stripControls(told), to.page.width).join('\n')}\n`,
  );
  return 0;
}

/** A path as somebody in that folder would write it. */
function fromHere(host: ReadHost, cwd: string | undefined, path: string): string {
  const way = cwd === undefined ? path : host.path.relative(cwd, path);
  return way.startsWith('..') ? path : way;
}
