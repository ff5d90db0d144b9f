import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { callsOf, placeOf } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Tools that ask the server for its services get no answer, or only by the older version of the question. */
const trap: Trap = defineTrap({
  id: 'reflection-not-enabled',
  group: 'rpc',
  subject: 'endpoint',
  needs: { wire },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { wire: seen }, subject, options }) => {
    const asked = seen ? callsOf(seen).filter(({ path }) => path.includes('.reflection.')) : [];
    // Of a server that answers in HTTP alone nobody knows what it serves.
    if (seen?.reflection?.v1 !== 'unimplemented' || asked.every(({ grpcStatus }) => grpcStatus === undefined))
      return [];
    const { v1alpha } = seen.reflection;
    if (v1alpha !== 'served' && v1alpha !== 'unimplemented') return [];
    const old = v1alpha === 'served';
    const service = options.probe?.service;
    const data = { place: placeOf(seen), ...(service !== undefined && { service }) };
    return [
      {
        ...aboutEndpoint(subject, options, undefined),
        severity: 'info',
        confidence: 'proven',
        title: { key: old ? 'title-old' : service === undefined ? 'title' : 'title-asked', data },
        why: { key: old ? 'why-old' : 'why' },
        bites: { key: old ? 'bites-old' : 'bites' },
        evidence: asked.map(({ path, grpcStatus, messages }) => ({
          source: path,
          text: messages?.length || grpcStatus === undefined ? 'ok' : `grpc-status ${grpcStatus}`,
        })),
        causes: [{ kind: 'reflection-missing', about: [seen.target.text] }],
        fixes: [
          {
            kind: 'text',
            safety: 'manual',
            title: { key: old ? 'fix-old' : 'fix' },
            lines: [
              { shell: 'Go', line: 'import "google.golang.org/grpc/reflection"' },
              { shell: 'Go', line: 'reflection.Register(server)' },
            ],
          },
          {
            kind: 'text',
            safety: 'manual',
            title: { key: 'fix-files' },
            lines: [
              {
                shell: 'grpcurl',
                line: `grpcurl -import-path . -proto FILE.proto ${placeOf(seen)} PACKAGE.SERVICE/METHOD`,
              },
            ],
          },
        ],
      },
    ];
  },
});

export default trap;
