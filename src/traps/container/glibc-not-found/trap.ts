import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { programMisfit } from '../../../facts/programs/fit.ts';
import { type FoundLibraries, programLibraries } from '../../../facts/programs/library-search.ts';
import { programNeeds } from '../../../facts/programs/needs.ts';
import { programPlace } from '../../../facts/programs/place.ts';
import type { Place, ProgramNeeds } from '../../../facts/programs/program.ts';
import { program } from '../../../facts/programs/programs.ts';
import { buildWithoutCgo, placeOf, verifyProgram } from '../../../fix/program-plans.ts';
import { compareDotted } from '../../../read/binary/symbol-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A program was linked with a newer glibc, or another library with versions, than the one of the place where it is to run. */
const trap: Trap = defineTrap({
  id: 'glibc-not-found',
  group: 'container',
  subject: 'program',
  needs: { program, needs: programNeeds, place: programPlace, misfit: programMisfit, found: programLibraries },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { program: one, needs, place, misfit, found }, subject }) => {
    if (!one || !needs || !place || misfit || loaderMissing(needs, place)) return [];
    const lack = lackOf(needs, place, found);
    if (!lack) return [];
    const data = { name: one.name, place: place.name, ...lack, glibc: place.glibc ?? '?' };
    const kind = lack.version.startsWith('GLIBC_') ? 'glibc' : 'other';
    const here = place.glibc === undefined ? [] : [{ source: place.name, text: `glibc ${place.glibc}` }];
    const claim: Claim = {
      subject,
      severity: 'error',
      confidence: needs.basis === 'binary' ? 'proven' : 'likely',
      title: { key: `title-${kind}`, data },
      why: { key: 'why', data },
      bites: { key: 'bites', data },
      ...placeOf(one),
      evidence: [
        ...needs.evidence,
        { source: one.name, text: lack.version },
        ...(place.base ? [place.base] : []),
        ...here,
      ],
      causes: [{ kind: 'program-not-started', about: [subject.id] }],
      fixes: [
        buildWithoutCgo(one.name, needs.mainPackage),
        { kind: 'text', safety: 'manual', title: { key: 'fix-older-build', data } },
        ...(place.kind === 'image'
          ? [{ kind: 'text', safety: 'manual', title: { key: 'fix-newer-image', data } } as const]
          : []),
      ],
      verify: verifyProgram(one, 'glibc-not-found'),
    };
    return [claim];
  },
});

function loaderMissing({ interpreter }: ProgramNeeds, { loaders }: Place): boolean {
  return interpreter !== undefined && loaders.get(interpreter) === false;
}

interface Lack {
  readonly library: string;
  /** The highest of those that are missing, as the loader prints it: `GLIBC_2.34`. */
  readonly version: string;
}

/** By what the library itself defines where its file was read, else by the version of glibc. */
function lackOf({ versions = [], glibc, libc }: ProgramNeeds, place: Place, found?: FoundLibraries): Lack | undefined {
  for (const { library, versions: wanted } of versions) {
    const defined = found?.get(library)?.linkage?.defines;
    // A library without any versions takes all: the loader only warns.
    if (!defined || defined.length === 0) continue;
    const missing = wanted.filter((version) => !defined.includes(version)).sort(byNumber);
    const version = missing.at(-1);
    if (version !== undefined) return { library, version };
  }
  if (found || libc !== 'glibc' || glibc === undefined || place.glibc === undefined) return undefined;
  if (compareDotted(glibc, place.glibc) <= 0) return undefined;
  return { library: 'libc.so.6', version: `GLIBC_${glibc}` };
}

/** `GLIBC_2.4` before `GLIBC_2.34`. */
function byNumber(a: string, b: string): number {
  const numbers = (text: string): string => /\d+(?:\.\d+)*$/.exec(text)?.[0] ?? '0';
  return compareDotted(numbers(a), numbers(b)) || a.localeCompare(b, 'en');
}

export default trap;
