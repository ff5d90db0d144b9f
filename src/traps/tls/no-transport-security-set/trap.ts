import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type TlsFile, tlsCode } from '../../../facts/source/tls-code.ts';
import type { Dial } from '../../../read/go/tls/endpoints.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A client is made without any option about credentials. */
const trap: Trap = defineTrap({
  id: 'no-transport-security-set',
  group: 'tls',
  subject: 'project',
  needs: { code: tlsCode },
  messages: { en, 'zh-CN': zh },
  article: ['1.tls.tls-by-default'],
  judge: ({ facts: { code = [] } }) =>
    code.flatMap((file) => file.dials.filter(({ security }) => security === 'none').map((dial) => claimOf(file, dial))),
});

function claimOf({ path }: TlsFile, { line, column, text, mark, gateway, target }: Dial): Claim {
  return {
    subject: { kind: 'project', id: '.' },
    severity: 'error',
    confidence: 'proven',
    title: { key: gateway ? 'title-gateway' : 'title', data: { call: mark } },
    why: { key: 'why' },
    bites: { key: 'bites' },
    location: { file: path, line, column },
    frame: { text, mark, label: { key: 'label' } },
    evidence: [{ source: path, line, text: text.trim() }],
    causes: [{ kind: 'target-refused', about: [`${path} ${target ?? mark}`] }],
    fixes: [
      {
        kind: 'text',
        safety: 'manual',
        title: { key: 'fix-tls' },
        lines: [
          { shell: 'Go', line: 'creds, err := credentials.NewClientTLSFromFile("ca.pem", "")' },
          { shell: 'Go', line: 'conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(creds))' },
        ],
      },
      {
        kind: 'text',
        safety: 'manual',
        title: { key: 'fix-plaintext' },
        lines: [{ shell: 'Go', line: 'grpc.WithTransportCredentials(insecure.NewCredentials())' }],
      },
    ],
    verify: { argv: ['go', 'run', '.'], expect: { key: 'verify' } },
    about: `${mark} ${target ?? ''}`,
  };
}

export default trap;
