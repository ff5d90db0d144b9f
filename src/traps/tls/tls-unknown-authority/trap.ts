import type { FixPlan, ShellLine } from '../../../core/claim.ts';
import type { Data } from '../../../core/outcome.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand, fetchLine, issueLines } from '../../../fix/certificate-plans.ts';
import { aboutCertificate, type OtherClient, probeLine } from '../../../fix/endpoint-claims.ts';
import { isPublicAuthority } from '../../../knowledge/public-authorities.ts';
import type { Certificate } from '../../../read/x509/certificate.ts';
import { client } from '../../../wire/client.ts';
import type { GoVerdict, Refusal } from '../../../wire/go-verdict/verdict.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { chainEvidence, issuerOf, nameOf, organisationOf, pathOf } from '../../../wire/shown-certificate.ts';
import { type Trusted, trusted } from '../../../wire/trusted.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { certificateSight } from './certificate.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** How it comes that nobody whom the client trusts has signed. */
type Kind = 'remade' | 'issuer-remade' | 'self-signed' | 'public' | 'intermediate' | 'root' | 'issuer';

/** The certificate leads to no authority that the client trusts. */
const trap: Trap = defineTrap({
  id: 'tls-unknown-authority',
  group: 'tls',
  sights: [
    certificateSight,
    defineSight({
      subject: 'endpoint',
      needs: { wire, verdict: goVerdict, client, trusted, prediction },
      judge: ({ facts: { wire: seen, verdict, client: who, trusted: roots, prediction: words }, subject, options }) => {
        if (!verdict || !refusals.has(verdict.refusal)) return [];
        const path = pathOf(verdict);
        const [leaf, last] = [path[0], path.at(-1)];
        if (!seen || !leaf || !last || !who || !roots) return [];
        // Without any authority on this machine it is not the server's chain that is to blame.
        if (roots.from === 'system' && roots.certificates.length === 0 && ofPublic(last)) return [];
        const kind = kindOf(verdict, last, roots);
        const data = {
          target: subject.id,
          name: nameOf(leaf),
          issuer: issuerOf(last),
          sent: verdict.certificates.length,
          roots: roots.certificates.length,
          files: roots.files.join(', '),
        };
        return [
          {
            ...aboutCertificate(subject, options, verdict, words, mendedClients[kind]),
            severity: 'error',
            confidence: 'proven',
            title: { key: `title-${kind}`, data },
            why: { key: kind === 'root' || kind === 'issuer' ? `why-${kind}-${roots.from}` : `why-${kind}`, data },
            evidence: [...chainEvidence(subject.id, verdict), rootsEvidence(roots)],
            fixes: fixesOf(kind, data, who.serverName, {
              fetch: fetchLine(seen, who.serverName),
              trusting: probeLine(subject, options, trusting),
            }),
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

const refusals: ReadonlySet<Refusal | undefined> = new Set(['unknown-authority', 'authority-remade', 'issuer-remade']);

function kindOf({ refusal, lack }: GoVerdict, last: Certificate, { from, certificates }: Trusted): Kind {
  if (refusal === 'authority-remade') return 'remade';
  if (refusal === 'issuer-remade') return 'issuer-remade';
  if (lack === 'self-signed') return 'self-signed';
  if (from === 'ca' && ofPublic(last)) return 'public';
  if (lack === 'root') return 'root';
  const expected = from === 'system' ? ofPublic(last) : certificates.some((root) => areKin(last, root));
  return expected ? 'intermediate' : 'issuer';
}

function ofPublic({ issuer }: Certificate): boolean {
  return isPublicAuthority(organisationOf(issuer));
}

/** The issuer that is missing seems to belong to a trusted root: by its organisation, or by a word of its name. */
function areKin(last: Certificate, root: Certificate): boolean {
  const organisation = organisationOf(last.issuer);
  if (organisation !== '') return organisation === organisationOf(root.subject);
  const words = wordsOf(issuerOf(last));
  return wordsOf(nameOf(root)).some((word) => words.includes(word));
}

/** Words that name somebody, and not what an authority is. */
function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2 && !usualWords.has(word));
}

const usualWords: ReadonlySet<string> = new Set(
  'authority certificate certification intermediate issuing internal private server services root test tls ssl the and for global'.split(
    ' ',
  ),
);

function rootsEvidence({ from, files, certificates }: Trusted): { source: string; text: string } {
  if (from === 'system' && certificates.length > mostRoots)
    return { source: 'system', text: `${certificates.length} authorities` };
  const names = certificates.slice(0, mostRoots).map(({ subject }) => subject);
  const more = certificates.length > mostRoots ? `, … (${certificates.length})` : '';
  return {
    source: from === 'ca' ? files.join(', ') : 'system',
    text: names.length > 0 ? `${names.join(', ')}${more}` : '-',
  };
}

const mostRoots = 3;

/** Who is given the authority. */
const trusting: OtherClient = { ca: ['ca.pem'] };

/** Where it is the client that has to be mended, this is the client that works. */
const mendedClients: Partial<Record<Kind, OtherClient>> = {
  public: { ca: [] },
  'self-signed': trusting,
  issuer: trusting,
  root: trusting,
};

interface Lines {
  readonly fetch: string;
  readonly trusting: ShellLine;
}

function fixesOf(kind: Kind, data: Data, serverName: string, lines: Lines): FixPlan[] {
  const trust = [{ shell: 'Go', line: 'creds, err := credentials.NewClientTLSFromFile("ca.pem", "")' }, lines.trusting];
  switch (kind) {
    case 'intermediate':
      return [
        byHand({ key: 'fix-intermediate', data }, [
          { shell: 'any shell', line: 'cat server.pem intermediate.pem > chain.pem' },
          { shell: 'Go', line: 'creds, err := credentials.NewServerTLSFromFile("chain.pem", "server.key")' },
        ]),
      ];
    case 'issuer-remade':
      return [
        byHand({ key: 'fix-issuer-remade', data }, [
          { shell: 'any shell', line: 'openssl verify -CAfile ca.pem -untrusted intermediate.pem server.pem' },
        ]),
      ];
    case 'remade':
      return [
        byHand({ key: 'fix-remade', data }, [
          { shell: 'any shell', line: 'openssl verify -CAfile ca.pem server.pem' },
          { shell: 'any shell', line: 'cat old-ca.pem new-ca.pem > ca.pem' },
        ]),
      ];
    case 'public':
      return [
        byHand({ key: 'fix-public', data }, [
          { shell: 'Go', line: 'creds := credentials.NewClientTLSFromCert(nil, "")' },
          { shell: 'Go', line: 'pool, err := x509.SystemCertPool(); pool.AppendCertsFromPEM(own)' },
        ]),
      ];
    case 'self-signed':
      return [
        byHand({ key: 'fix-authority', data }, issueLines([serverName])),
        byHand({ key: 'fix-pin', data }, [
          { shell: 'any shell', line: `${lines.fetch} | openssl x509 -out ca.pem` },
          ...trust,
        ]),
      ];
    case 'issuer':
      return [
        byHand({ key: 'fix-trust', data }, trust),
        byHand({ key: 'fix-or-intermediate', data }, [
          { shell: 'any shell', line: 'cat server.pem intermediate.pem > chain.pem' },
        ]),
      ];
    case 'root':
      return [byHand({ key: 'fix-trust', data }, trust)];
  }
}

export default trap;
