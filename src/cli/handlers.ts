import { baselineCommand } from './commands/baseline.ts';
import { bundleCommand } from './commands/bundle.ts';
import { checkCommand } from './commands/check.ts';
import { diagnoseCommand } from './commands/diagnose.ts';
import { fixCommand } from './commands/fix.ts';
import { trapsCommand } from './commands/traps.ts';
import type { Context } from './context.ts';

/** The commands that know the traps; together they are one file beside the program. */
export const handlers: Readonly<Record<string, (context: Context) => number | Promise<number>>> = {
  baseline: baselineCommand,
  bundle: bundleCommand,
  check: checkCommand,
  diagnose: diagnoseCommand,
  fix: fixCommand,
  traps: trapsCommand,
};
