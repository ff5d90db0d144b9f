import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { programMisfit } from '../../../facts/programs/fit.ts';
import { programNeeds } from '../../../facts/programs/needs.ts';
import { programPlace } from '../../../facts/programs/place.ts';
import { program } from '../../../facts/programs/programs.ts';
import { buildLines, placeOf, verifyProgram } from '../../../fix/program-plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A program was built with a GOAMD64 level that this processor does not have. */
const trap: Trap = defineTrap({
  id: 'processor-too-old',
  group: 'container',
  subject: 'program',
  needs: { program, needs: programNeeds, place: programPlace, misfit: programMisfit },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { program: one, needs, place, misfit }, subject }) => {
    const wanted = needs?.amd64Level;
    const level = place?.amd64Level;
    if (!one || !needs || misfit || wanted === undefined || level === undefined || wanted <= level) return [];
    const data = { name: one.name, wanted, level };
    const claim: Claim = {
      subject,
      severity: 'error',
      confidence: 'proven',
      title: { key: 'title', data },
      why: { key: 'why', data },
      bites: { key: 'bites', data },
      ...placeOf(one),
      evidence: [
        { source: one.name, text: `GOAMD64=v${wanted}` },
        { source: '/proc/cpuinfo', text: `x86-64-v${level}` },
      ],
      causes: [{ kind: 'program-not-started', about: [subject.id] }],
      fixes: [
        {
          kind: 'text',
          safety: 'manual',
          title: { key: 'fix', data },
          lines: buildLines({ GOAMD64: `v${level}` }, one.name, needs.mainPackage),
        },
      ],
      verify: verifyProgram(one, 'processor-too-old'),
    };
    return [claim];
  },
});

export default trap;
