import type { Context } from '../cli/context.ts';

/** `lab list` and `lab run`. */
export async function runLabCommand(context: Context): Promise<number> {
  context.note('not wired yet');
  return 2;
}
