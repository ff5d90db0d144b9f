import { UserError } from '../../core/errors.ts';
import { schemaVersion } from '../../report/json.ts';
import { jsonText } from '../../report/json-text.ts';
import { composeScript, scriptFile } from '../../script/compose.ts';
import type { Context } from '../context.ts';
import { writeReports } from '../reports.ts';

/** Prints a shell script with the checks that a shell can make, for machines without Node. */
export async function scriptCommand(context: Context): Promise<number> {
  const body = context.host.ownFile(scriptFile);
  if (!body) throw new UserError('file-missing', { file: scriptFile });
  const text = new TextDecoder().decode(body);
  await writeReports(context, ({ words, machineWords, version }, format) => {
    if (format === 'human') return composeScript(text, words.locale, version);
    const { locale } = machineWords;
    return jsonText({
      schemaVersion,
      command: 'script',
      language: locale,
      script: composeScript(text, locale, version),
    });
  });
  return 0;
}
