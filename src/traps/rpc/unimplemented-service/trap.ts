import type { Claim } from '../../../core/claim.ts';
import { nearest } from '../../../core/nearest.ts';
import type { Data } from '../../../core/outcome.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { placeOf } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Names that are quoted. */
const shown = 10;

/** The service that has to be there is not: another package, another name, or another server. */
const trap: Trap = defineTrap({
  id: 'unimplemented-service',
  group: 'rpc',
  subject: 'endpoint',
  needs: { wire },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { wire: seen }, subject, options }) => {
    const service = options.probe?.service;
    const services = seen?.reflection?.services;
    if (!seen || !service || !services || services.includes(service)) return [];
    return [
      {
        ...aboutEndpoint(subject, options, undefined),
        severity: 'error',
        confidence: 'proven',
        ...wordsFor(service, services.filter(isOwn), placeOf(seen)),
        bites: { key: 'bites', data: { service } },
        evidence: services.slice(0, shown).map((name) => ({ source: 'reflection', text: name })),
        causes: [{ kind: 'service-missing', about: [seen.target.text] }],
        about: service,
      },
    ];
  },
});

/** Health, reflection and the like are of gRPC itself. */
function isOwn(name: string): boolean {
  return !name.startsWith('grpc.');
}

function wordsFor(service: string, own: readonly string[], place: string): Pick<Claim, 'title' | 'why' | 'fixes'> {
  const twin = own.find((name) => lastOf(name) === lastOf(service));
  const near = twin ?? own.find((name) => name.toLowerCase() === service.toLowerCase()) ?? nearest(service, own);
  const data = { service, place, ...(near !== undefined && { near }) };
  if (twin !== undefined) return words('package', data);
  if (near !== undefined) return words('near', data);
  return {
    title: { key: own.length === 0 ? 'title-none' : 'title', data },
    why: { key: own.length === 0 ? 'why-none' : 'why' },
    fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix', data } }],
  };
}

function words(kind: 'package' | 'near', data: Data): Pick<Claim, 'title' | 'why' | 'fixes'> {
  return {
    title: { key: `title-${kind}`, data },
    why: { key: `why-${kind}` },
    fixes: [{ kind: 'text', safety: 'manual', title: { key: `fix-${kind}`, data } }],
  };
}

/** `Greeter` of `hello.v1.Greeter`. */
function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

export default trap;
