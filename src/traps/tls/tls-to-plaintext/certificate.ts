import { defineSight } from '../../../core/trap.ts';
import { crossedDials } from '../../../facts/source/crossed-dials.ts';
import { byHand } from '../../../fix/certificate-plans.ts';

/** A client of the project begins with TLS where a server of the same project speaks plaintext. */
export const codeSight = defineSight({
  subject: 'project',
  needs: { dials: crossedDials },
  judge: ({ facts: { dials = [] }, subject }) =>
    dials
      .filter(({ client }) => client === 'tls')
      .map(({ dial, server }) => {
        const data = { file: dial.file, server: server.file, target: dial.target ?? '' };
        return {
          subject,
          severity: 'error' as const,
          confidence: 'likely' as const,
          title: { key: 'title-code', data },
          why: { key: 'why-code', data },
          bites: { key: 'bites-code' },
          location: { file: dial.file, line: dial.line, column: dial.column },
          frame: { text: dial.text, mark: dial.mark },
          evidence: [
            { source: dial.file, line: dial.line, text: dial.text.trim() },
            { source: server.file, line: server.line, text: server.text.trim() },
          ],
          causes: [{ kind: 'client-expects-tls' as const, about: [`${dial.file} ${dial.target ?? dial.mark}`] }],
          fixes: [
            byHand({ key: 'fix-server', data }, [
              { shell: 'Go', line: 'creds, err := credentials.NewServerTLSFromFile("server.pem", "server.key")' },
              { shell: 'Go', line: 'server := grpc.NewServer(grpc.Creds(creds))' },
            ]),
            byHand({ key: 'fix-client', data }, [
              { shell: 'Go', line: 'grpc.WithTransportCredentials(insecure.NewCredentials())' },
            ]),
          ],
          verify: {
            argv: ['grpc-doctor', 'check', '--only', 'tls-to-plaintext'],
            expect: { key: 'common.check-again' },
          },
          about: dial.target ?? dial.mark,
        };
      }),
});
