import { UserError } from '../core/errors.ts';
import type { Context } from './context.ts';
import { optionsOf } from './options.ts';
import type { Invocation } from './parse.ts';

interface Target {
  readonly format: string;
  readonly file: string;
}

/** A page in a file is as wide as one that goes through a pipe, whatever the terminal is. */
export const pageWidth = 80;

/** The files that `--output` asks for. Throws a UserError for what is not FMT=FILE: before any work is done. */
export function outputTargets(invocation: Invocation): readonly Target[] {
  const formats = optionsOf(invocation.command).find(({ name }) => name === 'format')?.values ?? [];
  return invocation.values('output').map((word) => {
    const [, format = '', file] = /^([a-z]+)=(.+)$/s.exec(word) ?? [];
    if (!file || !formats.includes(format)) {
      const values = formats.map((one) => `${one}=FILE`).join(', ');
      throw new UserError('error.badValue', { word, option: '--output', values });
    }
    return { format, file };
  });
}

/** Writes the report of a command to standard output and to every file that was asked for. Files have no colours. */
export async function writeReports(
  context: Context,
  render: (context: Context, format: string) => string | Promise<string>,
): Promise<void> {
  const { invocation } = context;
  context.out(await render(context, invocation.value('format') ?? 'human'));
  const plain = { ...context, page: { width: pageWidth, style: context.page.style.plain() } };
  for (const { format, file } of outputTargets(invocation)) {
    const message = context.save(file, await render(plain, format));
    if (message) throw new UserError('error.output', { file, message });
  }
}
