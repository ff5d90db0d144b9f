import type { Claim, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { programMisfit } from '../../../facts/programs/fit.ts';
import { type FoundLibraries, programLibraries } from '../../../facts/programs/library-search.ts';
import { programNeeds } from '../../../facts/programs/needs.ts';
import { programPlace } from '../../../facts/programs/place.ts';
import type { Place, Program, ProgramNeeds } from '../../../facts/programs/program.ts';
import { program } from '../../../facts/programs/programs.ts';
import { buildLines, buildWithoutCgo, placeOf, verifyProgram } from '../../../fix/program-plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A dynamically linked program, and a place without its loader or without one of its libraries. */
const trap: Trap = defineTrap({
  id: 'dynamic-loader-missing',
  group: 'container',
  subject: 'program',
  needs: { program, needs: programNeeds, place: programPlace, misfit: programMisfit, found: programLibraries },
  messages: { en, 'zh-CN': zh },
  article: ['2.2.row-linking'],
  judge: ({ facts: { program: one, needs, place, misfit, found }, subject }) => {
    if (!one || !needs || !place || misfit || needs.linking !== 'dynamic') return [];
    const lack = lackOf(needs, place, found);
    if (!lack) return [];
    const data = { name: one.name, place: place.name, what: lack.what, libc: needs.libc ?? 'libc' };
    const claim: Claim = {
      subject,
      severity: 'error',
      confidence: needs.basis === 'binary' ? 'proven' : 'likely',
      title: { key: `title-${lack.kind}`, data },
      why: { key: `why-${lack.kind}`, data },
      bites: { key: bitesOf(one, lack, needs), data },
      ...placeOf(one),
      evidence: [...needs.evidence, ...(place.base ? [place.base] : [{ source: 'this machine', text: lack.told }])],
      causes: [{ kind: 'program-not-started', about: [subject.id] }],
      fixes: [
        ...(lack.kind === 'library' ? [text(needs.os === 'windows' ? 'fix-dll' : 'fix-library', data)] : []),
        buildOtherwise(one.name, needs),
        ...(place.kind === 'image' && needs.libc ? [text(`fix-image-${needs.libc}`, data)] : []),
      ],
      verify: verifyProgram(one, 'dynamic-loader-missing'),
    };
    return [claim];
  },
});

interface Lack {
  readonly kind: 'loader' | 'libc' | 'library';
  readonly what: string;
  readonly told: string;
}

/** What is known to be missing: the loader first, for without it no library is looked for. */
function lackOf({ interpreter, libc }: ProgramNeeds, place: Place, found?: FoundLibraries): Lack | undefined {
  if (interpreter !== undefined && place.loaders.get(interpreter) === false)
    return { kind: 'loader', what: interpreter, told: `no ${interpreter}` };
  // Where a build is foretold, its loader may not be known by its path.
  if (interpreter === undefined && libc && place.libc && libc !== place.libc)
    return { kind: 'libc', what: libc, told: `no ${libc}` };
  const missing = [...(found ?? [])].flatMap(([name, file]) => (file ? [] : name));
  if (missing.length === 0) return undefined;
  return { kind: 'library', what: missing.join(', '), told: `no ${missing.join(', ')}` };
}

function bitesOf(one: Program, { kind }: Lack, { os }: ProgramNeeds): string {
  if (kind === 'library') return os === 'windows' ? 'bites-dll' : 'bites-library';
  return one.place.kind === 'image' ? 'bites-image' : 'bites';
}

/** Own C code does not compile without cgo: there only the linker can help. */
function buildOtherwise(name: string, needs: ProgramNeeds): FixPlan {
  if (needs.ownC) return linkStatically(name, needs);
  return needs.cgo === false ? buildAsUsual(name, needs) : buildWithoutCgo(name, needs.mainPackage);
}

/** With the tags package net does not ask glibc for what it loads at run time. */
function linkStatically(name: string, { mainPackage }: ProgramNeeds): FixPlan {
  const flags = "-tags netgo,osusergo -ldflags '-linkmode=external -extldflags=-static' ";
  const lines = buildLines({ CGO_ENABLED: '1' }, name, mainPackage, flags);
  return { kind: 'text', safety: 'manual', title: { key: 'fix-static' }, lines };
}

/** Without cgo only `-buildmode=pie` makes a program that asks for a loader. */
function buildAsUsual(name: string, { mainPackage }: ProgramNeeds): FixPlan {
  const lines = buildLines({ CGO_ENABLED: '0' }, name, mainPackage, '-buildmode=exe ');
  return { kind: 'text', safety: 'manual', title: { key: 'fix-pie' }, lines };
}

function text(key: string, data: Readonly<Record<string, string>>): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key, data } };
}

export default trap;
