import type { Context } from '../context.ts';

/** Labs are a bundle of their own beside the program: nobody pays for them who does not run one. */
export async function labCommand(context: Context): Promise<number> {
  const { runLabCommand } = await import('../../lab/command.ts');
  return runLabCommand(context);
}
