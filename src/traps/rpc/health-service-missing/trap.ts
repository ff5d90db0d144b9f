import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { type UnansweredProbe, unansweredProbes } from '../../../facts/deploy/unanswered-probes.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { callsOf, placeOf } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** On the wire: the server answers health with UNIMPLEMENTED. */
const onTheWire = defineSight({
  subject: 'endpoint',
  needs: { wire },
  judge: ({ facts: { wire: seen }, subject, options }) => {
    if (seen?.health?.kind !== 'unimplemented') return [];
    const said = seen.health.message;
    const service = options.probe?.service;
    return [
      {
        ...aboutEndpoint(subject, options, undefined),
        // Only who asks for a service by its name wants to know its health.
        severity: service === undefined ? 'info' : 'warning',
        confidence: 'proven',
        title:
          service === undefined
            ? { key: 'title', data: { place: placeOf(seen) } }
            : { key: 'title-asked', data: { service } },
        why: { key: 'why' },
        bites: { key: 'bites', data: { message: said === '' ? 'unknown service grpc.health.v1.Health' : said } },
        evidence: [
          {
            source: callsOf(seen)[0]?.path ?? placeOf(seen),
            text: said === '' ? 'grpc-status 12' : `grpc-status 12 "${said}"`,
          },
        ],
        causes: [{ kind: 'health-service-missing', about: [seen.target.text] }],
        fixes: [register],
      },
    ];
  },
});

/** In a project: a manifest asks for it, and the program that it starts has none. */
const inManifests = defineSight({
  subject: 'project',
  needs: { probes: unansweredProbes },
  judge: ({ facts: { probes }, subject }) => {
    const containers = new Map<string, UnansweredProbe[]>();
    for (const one of probes ?? []) {
      const key = `${one.file} ${one.container}`;
      containers.set(key, [...(containers.get(key) ?? []), one]);
    }
    return [...containers.values()].flatMap(([first, ...more]) => (first ? [claimOf(subject, [first, ...more])] : []));
  },
});

function claimOf(subject: Subject, probes: readonly [UnansweredProbe, ...UnansweredProbe[]]): Claim {
  const [{ file, line, text, container, probe, server }] = probes;
  const data = { container, probe, server: server.file, line: server.line };
  const restarts = probes.some((one) => one.probe !== 'readinessProbe');
  return {
    subject,
    severity: 'warning',
    confidence: 'likely',
    title: { key: 'title-probe', data },
    why: { key: 'why-probe' },
    bites: { key: restarts ? 'bites-restart' : 'bites-unready' },
    location: { file, line },
    frame: { text, label: { key: 'label', data } },
    evidence: [
      ...probes.map((one) => ({ source: one.file, line: one.line, text: `${one.probe}: ${one.text.trim()}` })),
      { source: server.file, line: server.line, text: server.text },
    ],
    causes: [{ kind: 'health-service-missing', about: [`${file}:${container}`] }],
    fixes: [register],
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'health-service-missing'],
      expect: { key: 'common.check-again' },
    },
    about: container,
  };
}

const register: FixPlan = {
  kind: 'text',
  safety: 'manual',
  title: { key: 'fix-register' },
  lines: [
    { shell: 'Go', line: 'import "google.golang.org/grpc/health"' },
    { shell: 'Go', line: 'import healthpb "google.golang.org/grpc/health/grpc_health_v1"' },
    { shell: 'Go', line: 'healthpb.RegisterHealthServer(server, health.NewServer())' },
  ],
};

/** A gRPC server without the health service of gRPC. */
const trap: Trap = defineTrap({
  id: 'health-service-missing',
  group: 'rpc',
  messages: { en, 'zh-CN': zh },
  sights: [onTheWire, inManifests],
});

export default trap;
