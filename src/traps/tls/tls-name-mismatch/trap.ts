import type { FixPlan, ShellLine } from '../../../core/claim.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { byHand, isAddress, issueLines } from '../../../fix/certificate-plans.ts';
import { aboutCertificate, probeLine } from '../../../fix/endpoint-claims.ts';
import type { Certificate } from '../../../read/x509/certificate.ts';
import { client } from '../../../wire/client.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { alternativeNames, chainEvidence } from '../../../wire/shown-certificate.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { certificateSight } from './certificate.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The certificate is for other names than the one that the client asks for. */
const trap: Trap = defineTrap({
  id: 'tls-name-mismatch',
  group: 'tls',
  sights: [
    certificateSight,
    defineSight({
      subject: 'endpoint',
      needs: { verdict: goVerdict, client, prediction },
      judge: ({ facts: { verdict, client: who, prediction: words }, subject, options }) => {
        if (verdict?.refusal !== 'name-differs' && verdict?.refusal !== 'no-ip-san') return [];
        const [leaf] = verdict.certificates;
        if (!leaf || !who) return [];
        const kind = kindOf(leaf, who.serverName);
        const names = alternativeNames(leaf);
        const shown = names.slice(0, mostNames).join(', ') + (names.length > mostNames ? ', …' : '');
        const data = { target: subject.id, asked: who.serverName, names: shown || '-', name: leaf.dnsNames[0] ?? '' };
        return [
          {
            ...aboutCertificate(subject, options, verdict, words),
            severity: 'error',
            confidence: 'proven',
            title: { key: `title-${kind}`, data },
            why: { key: `why-${kind}`, data },
            evidence: chainEvidence(subject.id, verdict),
            fixes: fixesOf(leaf, data, (serverName) => probeLine(subject, options, { serverName })),
          },
        ];
      },
    }),
  ],
  messages: { en, 'zh-CN': zh },
});

const mostNames = 5;

type Kind = 'name' | 'none' | 'wildcard' | 'partial' | 'no-address' | 'address-as-name' | 'other-address';

function kindOf({ dnsNames, ipAddresses, uris, emails }: Certificate, asked: string): Kind {
  if (isAddress(asked)) {
    if (ipAddresses.length > 0) return 'other-address';
    return dnsNames.includes(asked) ? 'address-as-name' : 'no-address';
  }
  if ([dnsNames, ipAddresses, uris, emails].every((names) => names.length === 0)) return 'none';
  // A star that people would take for this name, and Go does not.
  if (dnsNames.some((name) => name.startsWith('*.') && belongsTo(asked, name.slice(2)))) return 'wildcard';
  return dnsNames.some((name) => /[^.]\*|\*[^.]/.test(name)) ? 'partial' : 'name';
}

function belongsTo(name: string, domain: string): boolean {
  return name.toLowerCase() === domain.toLowerCase() || name.toLowerCase().endsWith(`.${domain.toLowerCase()}`);
}

function fixesOf(leaf: Certificate, data: { asked: string }, askedBy: (serverName: string) => ShellLine): FixPlan[] {
  const names = [...new Set([...leaf.dnsNames, ...leaf.ipAddresses, data.asked])];
  const again = byHand({ key: 'fix-issue', data }, issueLines(names.slice(0, mostNames + 1)));
  const [name] = leaf.dnsNames.filter(isHost);
  if (!name) return [again];
  return [
    again,
    byHand({ key: 'fix-ask', data: { ...data, name } }, [
      { shell: 'Go', line: `creds := credentials.NewTLS(&tls.Config{RootCAs: pool, ServerName: "${name}"})` },
      askedBy(name),
    ]),
  ];
}

/** A name that a client may ask for, and that is nothing but a name in a line that is copied: a certificate is a stranger's text. */
function isHost(name: string): boolean {
  return /^[A-Za-z0-9_](?:[\w.-]*\w)?$/.test(name) && !isAddress(name);
}

export default trap;
