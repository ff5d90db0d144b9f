import type { FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutName } from '../../../fix/endpoint-claims.ts';
import { clusterService } from '../../../knowledge/cluster-names.ts';
import { wire } from '../../../wire/ladder.ts';
import { questionsAsEvidence, textFix } from '../../../wire/name/claim-parts.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Every name server says that there is no such name. */
const trap: Trap = defineTrap({
  id: 'dns-name-not-found',
  group: 'network',
  subject: 'endpoint',
  needs: { wire },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    if (seen?.resolution.kind !== 'no-such-name' || seen.target.unknownScheme !== undefined) return [];
    const { target, resolution } = seen;
    const { host: name = target.endpoint } = target;
    const names = new Set(resolution.questions.map((question) => question.name)).size;
    const asked = resolution.questions.length > 0;
    return [
      {
        ...aboutName(subject, options, seen),
        severity: 'error',
        confidence: 'proven',
        title: names > 1 ? { key: 'title-search', data: { name, names } } : { key: 'title', data: { name } },
        why: { key: whyKey(target.scheme, asked) },
        evidence: asked ? questionsAsEvidence(resolution) : [{ source: target.text, text: name }],
        causes: [{ kind: 'name-not-found', about: [target.text] }],
        fixes: fixesFor(name, asked),
      },
    ];
  },
});

function whyKey(scheme: string, asked: boolean): 'why-dns' | 'why-passthrough' | 'why-not-asked' {
  if (!asked) return 'why-not-asked';
  return scheme === 'dns' ? 'why-dns' : 'why-passthrough';
}

function fixesFor(name: string, asked: boolean): FixPlan[] {
  const service = clusterService(name);
  if (!asked) return [textFix({ key: 'fix-letters', data: { name } })];
  return [
    ...(service
      ? [
          textFix({ key: 'fix-cluster', data: { ...service } }, [
            { shell: 'Kubernetes', line: `kubectl get service -n ${service.namespace} ${service.service}` },
          ]),
        ]
      : []),
    textFix({ key: 'fix-look', data: { name } }, [
      { shell: 'Linux', line: `getent ahosts ${name}` },
      { shell: 'Linux', line: `dig +search ${name}` },
      { shell: 'macOS', line: `dscacheutil -q host -a name ${name}` },
      { shell: 'Windows', line: `Resolve-DnsName ${name}` },
    ]),
    textFix({ key: 'fix-place' }),
  ];
}

export default trap;
