import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutName } from '../../../fix/endpoint-claims.ts';
import { wire } from '../../../wire/ladder.ts';
import { questionsAsEvidence, textFix } from '../../../wire/name/claim-parts.ts';
import type { Resolution } from '../../../wire/name/resolution.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The name server answers, and the answer has no address in it: grpc-go goes on with an empty list. */
const trap: Trap = defineTrap({
  id: 'name-resolver-zero-addresses',
  group: 'network',
  subject: 'endpoint',
  needs: { wire },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    const answer = seen && answerOf(seen.resolution);
    if (!seen || !answer || seen.target.unknownScheme !== undefined) return [];
    const { target, resolution } = seen;
    const { host: name = target.endpoint } = target;
    const server = resolution.questions.at(-1)?.server ?? '';
    return [
      {
        ...aboutName(subject, options, seen),
        severity: 'error',
        confidence: 'proven',
        title: { key: `title-${answer}`, data: { name, server } },
        why: { key: `why-${answer}` },
        evidence: questionsAsEvidence(resolution),
        causes: [{ kind: 'name-without-address', about: [target.text] }],
        fixes: [
          textFix({ key: `fix-${answer}`, data: { name, server } }, [
            { shell: 'Linux', line: `dig ${name} A` },
            { shell: 'Linux', line: `dig ${name} AAAA` },
          ]),
          ...(answer === 'empty' ? [textFix({ key: 'fix-pods' })] : []),
        ],
      },
    ];
  },
});

/** `empty`: the name is there, without an address; `refused`: the server does not want to say; `lame`: it is not for such names. */
function answerOf({ kind, questions }: Resolution): 'empty' | 'refused' | 'lame' | undefined {
  if (kind === 'no-address') return 'empty';
  if (kind !== 'server-failed') return undefined;
  const last = questions.at(-1)?.answer;
  return last === 'refused' || last === 'lame' ? last : undefined;
}

export default trap;
