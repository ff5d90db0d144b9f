import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type TlsFile, tlsCode } from '../../../facts/source/tls-code.ts';
import type { OwnVerification } from '../../../read/go/tls/callbacks.ts';
import type { BlindConfig } from '../../../read/go/tls/endpoints.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A client verifies the server by code of its own, and leaves out what Go would have checked. */
const trap: Trap = defineTrap({
  id: 'verify-callback-unsafe',
  group: 'tls',
  subject: 'project',
  needs: { code: tlsCode },
  messages: { en, 'zh-CN': zh },
  article: ['4.1.callback', '4.1.bypass'],
  judge: ({ facts: { code = [] } }) =>
    code.flatMap((file) => [
      ...file.ownVerifications.map((one) => ofCallback(file, one)),
      ...file.blindConfigs.map((one) => ofBlind(file, one)),
    ]),
});

function ofCallback(file: TlsFile, one: OwnVerification): Claim {
  const kind = kindOf(one);
  const both = one.anyName && one.withoutIntermediates ? '-both' : '';
  return {
    ...placed(file, one, kind),
    severity: kind === 'name' ? 'error' : 'info',
    confidence: 'proven',
    title: { key: `title-${kind}` },
    why: { key: kind === 'name' ? `why-name${both}` : `why-${kind}` },
    bites: { key: `bites-${kind}` },
    evidence: [
      { source: file.path, line: one.line, text: one.text.trim() },
      { source: file.path, line: one.verify.line, text: one.verify.text.trim() },
    ],
    fixes: [
      ...(kind === 'intermediates' && one.skips
        ? []
        : [{ kind: 'text', safety: 'manual', title: { key: 'fix-roots' } } as const]),
      ...(kind === 'never' ? [] : [{ kind: 'text', safety: 'manual', title: { key: 'fix-options' } } as const]),
    ],
  };
}

/** Where Go verifies as well, a second Verify finds nothing more, and without the intermediates it refuses what Go has accepted. */
function kindOf({
  skips,
  anyName,
  withoutIntermediates,
  conditional,
}: OwnVerification): 'name' | 'intermediates' | 'never' {
  if (skips) return anyName ? 'name' : 'intermediates';
  return withoutIntermediates && !conditional ? 'intermediates' : 'never';
}

function ofBlind(file: TlsFile, one: BlindConfig): Claim {
  return {
    ...placed(file, one, 'nothing'),
    severity: 'info',
    confidence: 'proven',
    title: { key: 'title-nothing' },
    why: { key: 'why-nothing' },
    bites: { key: 'bites-name' },
    evidence: [{ source: file.path, line: one.line, text: one.text.trim() }],
    fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix-roots' } }],
  };
}

function placed(
  { path }: TlsFile,
  { line, column, text, mark }: OwnVerification | BlindConfig,
  kind: string,
): Pick<Claim, 'subject' | 'location' | 'frame' | 'causes' | 'verify' | 'about'> {
  return {
    subject: { kind: 'project', id: '.' },
    location: { file: path, line, column },
    frame: { text, mark, label: { key: `label-${kind}` } },
    causes: [{ kind: 'certificate-not-verified', about: [`${path} ${kind}`] }],
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'verify-callback-unsafe'],
      expect: { key: 'common.check-again' },
    },
    about: kind,
  };
}

export default trap;
