import type { Claim, FixPlan, Severity, ShellLine } from '../../../core/claim.ts';
import type { Data } from '../../../core/outcome.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { keyPairs } from '../../../facts/certificates/judged.ts';
import type { CertificateUse, LoadedCertificate } from '../../../facts/certificates/loaded.ts';
import type { KeyPairFault } from '../../../wire/go-verdict/key-pair.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A certificate and its key are loaded together and do not belong together. */
const trap: Trap = defineTrap({
  id: 'tls-key-mismatch',
  group: 'tls',
  subject: 'certificate',
  needs: { loaded: keyPairs },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { loaded } }) => (loaded ? claims(loaded) : []),
});

type Faulty = CertificateUse & { readonly keyFile: string; readonly keyFault: KeyPairFault };

/** One claim a pair of files, however many lines load it: Go code comes first. */
function claims(loaded: LoadedCertificate): Claim[] {
  const uses = loaded.uses
    .filter((use): use is Faulty => isFaulty(use))
    .sort((a, b) => Number(a.by !== 'go') - Number(b.by !== 'go'));
  const keys = new Set(uses.map(({ keyFile }) => keyFile));
  return [...keys].flatMap((key) => {
    const [use, ...others] = uses.filter(({ keyFile }) => keyFile === key);
    return use ? [claimOf(loaded, use, others)] : [];
  });
}

/** What cannot be parsed at all is no matter of the key; other servers than Go may be given the password of a key. */
function isFaulty({ keyFile, keyFault, by }: CertificateUse): boolean {
  if (keyFile === undefined || !keyFault || keyFault.refusal === 'malformed') return false;
  return by === 'go' || keyFault.refusal !== 'encrypted-key';
}

function claimOf(loaded: LoadedCertificate, use: Faulty, others: readonly Faulty[]): Claim {
  const { keyFault, keyFile, loader, by } = use;
  const kind = keyFault.refusal;
  const leaf = loaded.certificates[0];
  const data = {
    file: loaded.file,
    key: keyFile,
    name: leaf?.commonName || leaf?.dnsNames[0] || leaf?.subject || '-',
    place: (keyFault.at ?? 0) + 1,
    text: keyFault.text,
    loader: loader.file,
    flag: use.flag ?? '',
  };
  return {
    subject: { kind: 'certificate', id: loaded.file },
    severity: severityOf(use),
    confidence: 'proven',
    title: { key: `title-${kind}`, data },
    why: { key: use.flag === undefined ? `why-${kind}` : 'why-flag', data },
    bites: { key: by === 'go' ? 'bites' : 'bites-other', data },
    location: { file: loader.file, line: loader.line },
    frame: { text: loader.text },
    evidence: [
      { source: loaded.file, text: leaf ? `CN=${data.name}` : '-' },
      ...[use, ...others].slice(0, mostLoaders).map((one) => ({
        source: one.loader.file,
        line: one.loader.line,
        text: one.loader.text,
      })),
    ],
    causes: [{ kind: 'certificate-not-loaded', about: [loaded.file] }],
    fixes: fixesOf(kind, data),
    verify: { argv: ['grpc-doctor', 'check', '--only', 'tls-key-mismatch'], expect: { key: 'common.check-again' } },
    about: keyFile,
  };
}

const mostLoaders = 4;

/** Go refuses it wherever the line is reached; of a flag's default and of a script nobody knows whether it is used. */
function severityOf({ by, flag }: CertificateUse): Severity {
  return by === 'command' || flag !== undefined ? 'warning' : 'error';
}

function fixesOf(kind: KeyPairFault['refusal'], data: Data): FixPlan[] {
  const compare = [
    { shell: 'any shell', line: `openssl x509 -in ${data.file} -noout -pubkey` },
    { shell: 'any shell', line: `openssl pkey -in ${data.key} -pubout` },
  ];
  const plan = (key: string, lines?: readonly ShellLine[]): FixPlan => ({
    kind: 'text',
    safety: 'manual',
    title: { key, data },
    ...(lines && { lines }),
  });
  switch (kind) {
    case 'switched':
    case 'certificate-for-key':
      return [plan('fix-switched')];
    case 'order':
      return [plan('fix-order', [{ shell: 'any shell', line: 'cat server.pem intermediate.pem > chain.pem' }])];
    case 'encrypted-key':
      return [plan('fix-encrypted-key', [{ shell: 'openssl', line: `openssl pkey -in ${data.key} -out server.key` }])];
    case 'no-certificate':
    case 'no-key':
    case 'unreadable-key':
      return [plan('fix-file')];
    default:
      return [plan('fix-mismatch', compare)];
  }
}

export default trap;
