import { defineSight } from '../../../core/trap.ts';
import { crossedDials } from '../../../facts/source/crossed-dials.ts';
import { byHand } from '../../../fix/certificate-plans.ts';

/** A client of the project dials in plaintext where a server of the same project has TLS. */
export const codeSight = defineSight({
  subject: 'project',
  needs: { dials: crossedDials },
  judge: ({ facts: { dials = [] }, subject }) =>
    dials
      .filter(({ client }) => client === 'plaintext')
      .map(({ dial, server, when }) => {
        const data = { file: dial.file, server: server.file, target: dial.target ?? '', call: dial.mark };
        // The option is what is wrong, wherever it is given.
        const place = dial.option ?? dial;
        return {
          subject,
          severity: when === 'always' ? ('error' as const) : ('warning' as const),
          confidence: 'likely' as const,
          title: { key: `title-code-${when}`, data },
          why: { key: `why-code-${when}`, data },
          bites: { key: 'bites-code' },
          location: { file: dial.file, line: place.line, column: place.column },
          frame: { text: place.text },
          evidence: [
            { source: dial.file, line: dial.line, text: dial.text.trim() },
            { source: server.file, line: (server.option ?? server).line, text: (server.option ?? server).text.trim() },
          ],
          causes: [{ kind: 'server-expects-tls' as const, about: [`${dial.file} ${dial.target ?? dial.mark}`] }],
          fixes: [
            byHand({ key: 'fix-code', data }, [
              { shell: 'Go', line: 'creds, err := credentials.NewClientTLSFromFile("ca.pem", "")' },
              { shell: 'Go', line: 'grpc.WithTransportCredentials(creds)' },
            ]),
          ],
          verify: {
            argv: ['grpc-doctor', 'check', '--only', 'tls-plaintext-to-tls'],
            expect: { key: 'common.check-again' },
          },
          about: dial.target ?? dial.mark,
        };
      }),
});
