import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { callsOf, placeOf } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import type { Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The health service says that the server, or a service, does not serve, or that it does not know it. */
const trap: Trap = defineTrap({
  id: 'health-not-serving',
  group: 'rpc',
  subject: 'endpoint',
  needs: { wire },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { wire: seen }, subject, options }) => {
    const words = seen && (notServing(seen) ?? notKnown(seen));
    if (!seen || !words) return [];
    return [
      {
        ...aboutEndpoint(subject, options, undefined),
        confidence: 'proven',
        ...words,
        causes: [{ kind: 'service-not-serving', about: [seen.target.text] }],
      },
    ];
  },
});

type Words = Pick<Claim, 'severity' | 'title' | 'why' | 'bites' | 'evidence' | 'fixes'>;

function notServing(seen: Wire): Words | undefined {
  if (seen.health?.kind !== 'not-serving') return undefined;
  const { service } = seen.health;
  return {
    severity: 'error',
    title:
      service === '' ? { key: 'title', data: { place: placeOf(seen) } } : { key: 'title-service', data: { service } },
    why: { key: 'why' },
    bites: { key: 'bites' },
    evidence: [{ source: sourceOf(seen), text: service === '' ? 'NOT_SERVING' : `"${service}": NOT_SERVING` }],
    fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix' } }],
  };
}

function notKnown(seen: Wire): Words | undefined {
  const { health, reflection } = seen;
  if (health?.kind !== 'service-unknown' && health?.kind !== 'unknown') return undefined;
  const { service } = health;
  const served = service !== '' && reflection?.services?.includes(service) === true;
  const unset = health.kind === 'unknown';
  return {
    severity: 'warning',
    title: {
      key: service === '' ? 'title-unset' : served ? 'title-unset-served' : 'title-unset-service',
      data: { service },
    },
    why: { key: 'why-unset' },
    bites: { key: unset ? 'bites-unknown' : 'bites-unset' },
    evidence: [
      { source: sourceOf(seen), text: `"${service}": ${unset ? 'UNKNOWN' : 'grpc-status 5'}` },
      ...(served ? [{ source: 'reflection', text: service }] : []),
    ],
    fixes: [
      {
        kind: 'text',
        safety: 'manual',
        title: { key: 'fix-unset' },
        lines: [
          { shell: 'Go', line: `healthServer.SetServingStatus("${service}", healthpb.HealthCheckResponse_SERVING)` },
        ],
      },
    ],
  };
}

function sourceOf(seen: Wire): string {
  return callsOf(seen)[0]?.path ?? placeOf(seen);
}

export default trap;
