import { UserError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import type { Trap } from '../core/trap.ts';
import type { Configuration } from '../suppress/configuration.ts';
import { traps } from '../traps/registry.gen.ts';
import type { Invocation } from './parse.ts';

/** The traps that are asked for. A word on the command line stands for that of the file; `--only` also for what the file skips. */
export function selectedTraps(invocation: Invocation, { only, skip }: Configuration): readonly Trap[] {
  const given = { only: invocation.values('only'), skip: invocation.values('skip') };
  const wanted = (given.only.length > 0 ? given.only : only).map(knownTrap);
  const unwanted = (given.skip.length > 0 || given.only.length > 0 ? given.skip : skip).map(knownTrap);
  return traps.filter((trap) => (wanted.length === 0 || wanted.includes(trap)) && !unwanted.includes(trap));
}

/** The trap of that id. Throws a UserError that names the nearest one. */
export function knownTrap(id: string): Trap {
  const trap = traps.find((one) => one.id === id);
  if (trap) return trap;
  throw new UserError(
    'error.unknownTrap',
    { word: id },
    nearest(
      id,
      traps.map((one) => one.id),
    ),
  );
}
