import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { CheckOptions } from '../../../core/fact.ts';
import type { Data } from '../../../core/outcome.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { type LoopbackListen, loopbackListens } from '../../../facts/programs/loopback-listens.ts';
import { offeredPorts } from '../../../facts/programs/offered-ports.ts';
import { program } from '../../../facts/programs/programs.ts';
import { type Listening, tableOf } from '../../../facts/system/listeners.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import type { Listener } from '../../../read/system/sockets.ts';
import { addressText } from '../../../wire/address.ts';
import { foremost, throughProxy } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { listenersWhereRefused } from '../../../wire/listeners.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import type { Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** On the wire: an address of this machine refuses, and another one has the port. */
const onTheWire = defineSight({
  subject: 'endpoint',
  needs: { wire, prediction, listening: listenersWhereRefused },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    if (seen && isWildcard(seen.target.host)) return [wildcardClaim(subject, options, seen)];
    const found = seen && facts.listening && !throughProxy(seen) ? elsewhere(seen, facts.listening) : undefined;
    if (!seen || !found) return [];
    const { dialed, there } = found;
    const data = { dialed, there: textOf(there[0]), port: there[0].port };
    return [
      {
        ...aboutEndpoint(subject, options, facts.prediction),
        severity: 'error',
        confidence: 'proven',
        ...wordsFor(there[0], data),
        evidence: [
          { source: dialed, text: foremost(seen)?.transcript.connect.code ?? 'refused' },
          ...there.map((one) => ({ source: tableOf(one.ip), text: `${textOf(one)} LISTEN` })),
        ],
        causes: [{ kind: 'listens-elsewhere', about: [seen.target.text] }],
      },
    ];
  },
});

/** An address to listen at, which means all of them. */
function isWildcard(host: string | undefined): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Linux takes it for localhost, so it may even have worked. */
function wildcardClaim(subject: Subject, options: CheckOptions, seen: Wire): Claim {
  const data = { host: seen.target.host ?? '', port: seen.target.port ?? '' };
  return {
    ...aboutEndpoint(subject, options, undefined, { target: `localhost:${data.port}` }),
    severity: 'warning',
    confidence: 'proven',
    title: { key: 'title-wildcard', data },
    why: { key: 'why-wildcard' },
    evidence: [{ source: 'target', text: seen.target.text }],
    causes: [{ kind: 'listens-elsewhere', about: [seen.target.text] }],
    fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix-wildcard', data } }],
  };
}

/** In a project: a server that is put into an image with a port listens where only that container reaches it. */
const inAnImage = defineSight({
  subject: 'program',
  needs: { program, listens: loopbackListens, offered: offeredPorts },
  judge: ({ facts: { program: one, listens, offered }, subject }) =>
    (listens ?? []).flatMap((listen): Claim[] => {
      const port = offered?.find((candidate) => candidate.port === listen.port);
      if (!one || !port) return [];
      const data = { name: one.name, address: listen.address, port: listen.port };
      return [
        {
          subject,
          // A container beside it in one pod, or one with the network of its host, would reach it.
          severity: port.published ? 'error' : 'warning',
          confidence: port.published ? 'proven' : 'likely',
          title: { key: port.published ? 'title-published' : 'title-exposed', data },
          why: { key: 'why-container' },
          bites: { key: 'bites-container', data },
          location: { file: listen.file, line: listen.line },
          frame: { text: listen.text, mark: listen.address, label: { key: 'label' } },
          evidence: [
            { source: listen.file, line: listen.line, text: listen.text.trim() },
            { source: port.file, line: port.line, text: port.text },
          ],
          causes: [{ kind: 'listens-elsewhere', about: [`${listen.file}:${listen.address}`] }],
          fixes: [listenEverywhere(listen)],
          verify: {
            argv: ['grpc-doctor', 'check', '--only', 'listen-address-mismatch'],
            expect: { key: 'common.check-again' },
          },
          about: listen.address,
        },
      ];
    }),
});

/** The server listens at another address than the one that is dialed. */
const trap: Trap = defineTrap({
  id: 'listen-address-mismatch',
  group: 'network',
  messages: { en, 'zh-CN': zh },
  sights: [onTheWire, inAnImage],
});

function listenEverywhere({ file, line, text, address, port }: LoopbackListen): FixPlan {
  const title = { key: 'fix-edit' };
  // Where the address is a constant, the line of the call does not have it.
  if (!text.includes(`"${address}"`)) return { kind: 'text', safety: 'manual', title };
  return {
    kind: 'edit',
    safety: 'safe',
    title,
    edits: [{ file, line, text, before: `"${address}"`, after: `":${port}"` }],
  };
}

interface Elsewhere {
  /** `192.0.2.2:50051`. */
  readonly dialed: string;
  readonly there: readonly [Listener, ...Listener[]];
}

/** An address of this machine refused, and something of this machine listens on the same port at another one. */
function elsewhere(seen: Wire, { listeners, own }: Listening): Elsewhere | undefined {
  if (foremost(seen)?.transcript.connect.kind !== 'refused') return undefined;
  const refused = seen.resolution.addresses.flatMap((address) => (address.kind === 'tcp' ? [address] : []));
  const [dialed] = refused;
  if (!dialed || !refused.every(({ ip }) => own.includes(ip) || ip.startsWith('127.'))) return undefined;
  const [first, ...more] = listeners.filter(({ port }) => port === dialed.port);
  return first && { dialed: addressText(dialed), there: [first, ...more] };
}

function wordsFor({ ip, port }: Listener, data: Data): Pick<Claim, 'title' | 'why' | 'fixes'> {
  const loopback = ip.startsWith('127.') || ip === '::1';
  return {
    title: { key: 'title', data },
    why: { key: loopback ? 'why-loopback' : 'why-interface' },
    fixes: [everywhere(port), { kind: 'text', safety: 'manual', title: { key: 'fix-dial', data } }],
  };
}

/** In Go an address without a host listens at all addresses, of IPv4 and IPv6. */
function everywhere(port: number): FixPlan {
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-everywhere' },
    lines: [{ shell: 'Go', line: `net.Listen("tcp", ":${port}")` }],
  };
}

function textOf({ ip, port }: Listener): string {
  return addressText({ kind: 'tcp', ip, port });
}

export default trap;
