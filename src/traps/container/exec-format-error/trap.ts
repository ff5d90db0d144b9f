import type { Claim, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type Misfit, programMisfit } from '../../../facts/programs/fit.ts';
import { programNeeds } from '../../../facts/programs/needs.ts';
import type { ProgramNeeds } from '../../../facts/programs/program.ts';
import { program } from '../../../facts/programs/programs.ts';
import { buildLines, placeOf, verifyProgram } from '../../../fix/program-plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A program was built for another system or another processor than the one that is to run it, or is no program at all. */
const trap: Trap = defineTrap({
  id: 'exec-format-error',
  group: 'container',
  subject: 'program',
  needs: { program, needs: programNeeds, misfit: programMisfit },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { program: one, needs, misfit }, subject }) => {
    if (!one || !needs || !misfit) return [];
    const { kind, built, place } = misfit;
    const data = { name: one.name, built, place };
    const claim: Claim = {
      subject,
      severity: kind === 'builder' ? 'warning' : 'error',
      confidence: needs.basis === 'binary' && kind !== 'builder' ? 'proven' : 'likely',
      title: { key: `title-${kind}`, data },
      why: { key: `why-${kind}`, data },
      bites: { key: kind === 'archive' ? 'bites-archive' : one.place.kind === 'image' ? 'bites-image' : 'bites', data },
      ...placeOf(one),
      evidence: [
        ...needs.evidence,
        { source: one.place.kind === 'image' ? one.place.stage : 'this machine', text: place },
      ],
      causes: [{ kind: 'program-not-started', about: [subject.id] }],
      fixes: fixesOf(misfit, one.name, needs),
      verify: verifyProgram(one, 'exec-format-error'),
    };
    return [claim];
  },
});

function fixesOf({ kind, place }: Misfit, name: string, { mainPackage, cgo }: ProgramNeeds): FixPlan[] {
  if (kind === 'archive') return [{ kind: 'text', safety: 'manual', title: { key: 'fix-archive', data: { name } } }];
  const [os = '', arch = ''] = place.split('/');
  // A cross build leaves cgo out by itself, the build on the machine itself takes it in again.
  const variables = { ...(cgo === false && { CGO_ENABLED: '0' }), GOOS: os, GOARCH: arch };
  const build: FixPlan = {
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-build', data: { place } },
    lines: buildLines(variables, name, mainPackage),
  };
  if (kind !== 'builder') return [build];
  return [{ kind: 'text', safety: 'manual', title: { key: 'fix-platform' } }, build];
}

export default trap;
