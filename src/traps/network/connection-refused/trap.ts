import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Transcript } from '../../../core/host.ts';
import type { Data } from '../../../core/outcome.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { addressText } from '../../../wire/address.ts';
import { foremost, placeOf, throughProxy } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import type { Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Nothing listens where the client dials. */
const trap: Trap = defineTrap({
  id: 'connection-refused',
  group: 'network',
  subject: 'endpoint',
  needs: { wire, prediction },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    const connect = seen && !throughProxy(seen) ? foremost(seen)?.transcript.connect : undefined;
    const words = seen && connect && wordsFor(seen, connect);
    if (!words) return [];
    return [
      {
        ...aboutEndpoint(subject, options, facts.prediction),
        severity: 'error',
        confidence: 'proven',
        ...words,
        evidence: [
          { source: placeOf(seen), text: connect.code ?? connect.kind },
          ...others(seen).map((address) => ({ source: seen.target.endpoint, text: address })),
        ],
        causes: [{ kind: 'connection-refused', about: [seen.target.text] }],
      },
    ];
  },
});

type Words = Pick<Claim, 'title' | 'why' | 'fixes'>;

function wordsFor(seen: Wire, { kind, code }: Transcript['connect']): Words | undefined {
  const data = { place: placeOf(seen) };
  const socket = isSocket(seen);
  if (kind === 'refused' && !socket) return refused(seen, data);
  if (!socket) return undefined;
  if (kind === 'refused')
    return { title: { key: 'title-stale', data }, why: { key: 'why-stale' }, fixes: [start, stale] };
  if (kind === 'missing')
    return { title: { key: 'title-missing', data }, why: { key: 'why-missing' }, fixes: [start, path] };
  if (kind === 'denied') return { title: { key: 'title-denied', data }, why: { key: 'why-denied' }, fixes: [permit] };
  if (kind === 'failed' && code === 'EINVAL')
    return { title: { key: 'title-long', data }, why: { key: 'why-long' }, fixes: [shorten] };
  return undefined;
}

function refused(seen: Wire, data: Data): Words {
  const port = `${seen.target.port ?? portOf(placeOf(seen))}`;
  const several = others(seen).length > 0;
  return {
    title: several
      ? { key: 'title-all', data: { count: seen.resolution.addresses.length, port } }
      : { key: 'title', data },
    why: { key: several ? 'why-all' : 'why' },
    fixes: [
      {
        kind: 'text',
        safety: 'manual',
        title: { key: 'fix-listens', data: { port } },
        lines: [
          { shell: 'Linux', line: `ss -ltnp 'sport = :${port}'` },
          { shell: 'macOS', line: `lsof -nP -iTCP:${port} -sTCP:LISTEN` },
          { shell: 'Windows', line: `netstat -ano -p TCP | findstr :${port}` },
          { shell: 'Docker', line: `docker ps --filter publish=${port}` },
        ],
      },
      { kind: 'text', safety: 'manual', title: { key: 'fix-port', data: { port } } },
    ],
  };
}

const start: FixPlan = { kind: 'text', safety: 'manual', title: { key: 'fix-start' } };
const stale: FixPlan = {
  kind: 'text',
  safety: 'manual',
  title: { key: 'fix-stale' },
  lines: [{ shell: 'Linux', line: 'ss -lx' }],
};
const path: FixPlan = { kind: 'text', safety: 'manual', title: { key: 'fix-path' } };
const shorten: FixPlan = { kind: 'text', safety: 'manual', title: { key: 'fix-shorten' } };
const permit: FixPlan = { kind: 'text', safety: 'manual', title: { key: 'fix-permit' } };

function isSocket({ resolution }: Wire): boolean {
  return resolution.addresses.some(({ kind }) => kind === 'unix');
}

/** All addresses of the name, where there are several. */
function others({ resolution }: Wire): string[] {
  return resolution.addresses.length > 1 ? resolution.addresses.map(addressText) : [];
}

function portOf(place: string): string {
  return place.slice(place.lastIndexOf(':') + 1);
}

export default trap;
