import { defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { platform } from '../machine.ts';
import { emulatedArchitectures, smallerSiblings } from '../tools/emulation.ts';
import { programNeeds } from './needs.ts';
import { programPlace } from './place.ts';
import type { Place, ProgramNeeds } from './program.ts';

/** Why a place cannot start the machine code of a program. */
export interface Misfit {
  /** `archive`: it is none. `builder`: the image names no platform, so it gets that of the machine that builds it. */
  readonly kind: 'archive' | 'system' | 'processor' | 'builder';
  /** `linux/arm64`: what it was built for, and what the place is. */
  readonly built: string;
  readonly place: string;
}

/** Absent where the place starts it, or where nobody can tell. */
export const programMisfit = defineFact<Misfit>('program.misfit', 'program', async (ask) => {
  const needs = await ask.get(programNeeds);
  if (needs.kind !== 'known') return needs;
  const place = await ask.get(programPlace);
  if (place.kind !== 'known') return place;
  const here = valueIfKnown(await ask.get(platform));
  const emulated = await ask.get(emulatedArchitectures);
  const misfit = misfitOf(needs.value, place.value, here?.arch, valueIfKnown(emulated) ?? []);
  const decides = misfit?.kind === 'processor' || misfit?.kind === 'builder';
  if (decides && emulated.kind === 'unknown') return emulated;
  return misfit ? known(misfit) : absent('file-missing');
});

function misfitOf(
  needs: ProgramNeeds,
  place: Place,
  builder: string | undefined,
  emulated: readonly string[],
): Misfit | undefined {
  const archs = needs.archs ?? (needs.arch === undefined ? [] : [needs.arch]);
  const built = `${needs.os ?? '?'}/${archs.join('+') || '?'}`;
  const target = place.arch ?? builder;
  const told = { built, place: `${place.os ?? '?'}/${target ?? '?'}` };
  if (needs.archive) return { kind: 'archive', ...told };
  if (needs.os !== undefined && place.os !== undefined && needs.os !== place.os) return { kind: 'system', ...told };
  if (archs.length === 0 || target === undefined) return undefined;
  const named = place.kind === 'image' && place.arch !== undefined;
  const runs = named ? [target, ...smallerSiblings(target)] : [target, ...emulated];
  if (archs.some((arch) => runs.includes(arch))) return undefined;
  return { kind: place.kind === 'image' && !named ? 'builder' : 'processor', ...told };
}
