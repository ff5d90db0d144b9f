import { UserError } from '../core/errors.ts';
import type { Context } from './context.ts';
import type { Invocation } from './parse.ts';

type Format = 'human' | 'json';

interface Target {
  readonly format: Format;
  readonly file: string;
}

/** The files that `--output` asks for. Throws a UserError for what is not FMT=FILE: before any work is done. */
export function outputTargets(invocation: Invocation): readonly Target[] {
  return invocation.values('output').map((word) => {
    const [, format, file] = /^(human|json)=(.+)$/s.exec(word) ?? [];
    if (!format || !file) {
      throw new UserError('error.badValue', { word, option: '--output', values: 'human=FILE, json=FILE' });
    }
    return { format: format as Format, file };
  });
}

/** Writes the report of a command to standard output and to every file that was asked for. Files have no colours. */
export async function writeReports(
  context: Context,
  render: (context: Context, format: Format) => string | Promise<string>,
): Promise<void> {
  const { invocation } = context;
  context.out(await render(context, invocation.value('format') === 'json' ? 'json' : 'human'));
  const plain = { ...context, page: { ...context.page, style: context.page.style.plain() } };
  for (const { format, file } of outputTargets(invocation)) {
    const message = context.save(file, await render(plain, format));
    if (message) throw new UserError('error.output', { file, message });
  }
}
