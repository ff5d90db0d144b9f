import type { Claim } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { type LocalhostDial, localhostDials } from '../../../facts/deploy/localhost-dials.ts';
import { ownContainer } from '../../../facts/system/container.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { foremost, placeOf, throughProxy } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import type { Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** On the wire: the probe itself runs in a container. */
const fromInside = defineSight({
  subject: 'endpoint',
  needs: { wire, container: ownContainer },
  judge: ({ facts: { wire: seen, container }, subject, options }) => {
    if (!seen || !container || throughProxy(seen) || !dialsItself(seen)) return [];
    const port = seen.target.port ?? 'PORT';
    return [
      {
        ...aboutEndpoint(subject, options, undefined, { target: `SERVICE:${port}` }),
        // Where the server really is nobody can see from here.
        severity: 'warning',
        confidence: 'possible',
        title: { key: 'title', data: { place: placeOf(seen) } },
        why: { key: 'why' },
        evidence: [
          { source: container.source, text: container.text },
          { source: placeOf(seen), text: foremost(seen)?.transcript.connect.code ?? 'refused' },
        ],
        causes: [{ kind: 'own-container-dialed', about: [seen.target.text] }],
        fixes: [
          {
            kind: 'text',
            safety: 'manual',
            title: { key: 'fix' },
            lines: [
              { shell: 'Docker Compose', line: `SERVICE:${port}` },
              { shell: 'Kubernetes', line: `SERVICE.NAMESPACE.svc:${port}` },
              { shell: 'Docker', line: `host.docker.internal:${port}` },
            ],
          },
        ],
      },
    ];
  },
});

/** In a project: a service of Docker Compose is told to dial localhost, and another one has the port. */
const inCompose = defineSight({
  subject: 'project',
  needs: { dials: localhostDials },
  judge: ({ facts: { dials }, subject }) => (dials ?? []).map((dial) => claimOf(subject, dial)),
});

function claimOf(subject: Subject, dial: LocalhostDial): Claim {
  const { file, line, text, address, service, server, serverPort, serverLine, serverText, name } = dial;
  const data = { service, server, address, port: serverPort, ...(name !== undefined && { name }) };
  return {
    subject,
    // Whether the program dials what it is told there nobody can see from here.
    severity: 'warning',
    confidence: 'likely',
    title: { key: 'title-compose', data },
    why: { key: 'why' },
    bites: { key: 'bites', data: { address } },
    location: { file, line },
    frame: { text, mark: address, label: { key: 'label', data } },
    evidence: [
      { source: file, line, text: text.trim() },
      { source: file, line: serverLine, text: serverText },
    ],
    causes: [{ kind: 'own-container-dialed', about: [`${file}:${service}:${address}`] }],
    fixes: [
      {
        kind: 'edit',
        safety: 'unsafe',
        title: { key: 'fix-compose', data },
        edits: [{ file, line, text, before: address, after: `${server}:${serverPort}` }],
      },
    ],
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'localhost-in-container'],
      expect: { key: 'common.check-again' },
    },
    about: `${service} ${address}`,
  };
}

/** A client in a container dials localhost, which is the container itself. */
const trap: Trap = defineTrap({
  id: 'localhost-in-container',
  group: 'network',
  messages: { en, 'zh-CN': zh },
  sights: [fromInside, inCompose],
});

/** Every address is loopback, and refused. */
function dialsItself(seen: Wire): boolean {
  const { addresses } = seen.resolution;
  const loopback = addresses.every(
    (address) => address.kind === 'tcp' && (address.ip.startsWith('127.') || address.ip === '::1'),
  );
  return addresses.length > 0 && loopback && foremost(seen)?.transcript.connect.kind === 'refused';
}

export default trap;
