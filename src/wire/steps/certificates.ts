import type { Outcome } from '../../core/outcome.ts';
import type { GoVerdict } from '../go-verdict/verdict.ts';
import type { Wire } from '../wire.ts';
import { brokenAt, whyNot } from './broken.ts';
import { alertText } from './connection.ts';
import { beside, failed, notReached, ok, type Step, skipped } from './step.ts';
import { dayText } from './time.ts';

type Rung = Omit<Step, 'step'>;

/** What came with the handshake, and what Go thinks of it. */
export function certificateRungs(
  wire: Wire,
  verdict: Outcome<GoVerdict>,
  certificateFile: string | undefined,
): Record<'chain' | 'go' | 'mtls', Rung> {
  const { mode, tls } = wire;
  const sent = tls?.transcript.tls;
  if (!sent || (!sent.done && sent.chain.length === 0)) {
    const why = mode === 'plaintext' || !tls ? whyNot(wire) : notReached(brokenAt(wire) ?? 'tls');
    return { chain: why, go: why, mtls: why };
  }
  const aside = mode === 'plaintext' ? beside : (rung: Rung): Rung => rung;
  return {
    chain: aside(chainRung(sent, verdict)),
    go: aside(goRung(verdict)),
    mtls: aside(mtlsRung(wire, certificateFile)),
  };
}

type Sent = NonNullable<NonNullable<Wire['tls']>['transcript']['tls']>;

function chainRung({ chain, chainBytes, ms }: Sent, verdict: Outcome<GoVerdict>): Rung {
  const [leaf] = verdict.kind === 'known' ? verdict.value.certificates : [];
  if (!leaf) return ok(ms, 'chain.unread', { count: chain.length, bytes: chainBytes });
  const name = leaf.commonName || leaf.dnsNames[0] || leaf.ipAddresses[0] || leaf.subject;
  const until = dayText(leaf.notAfter);
  return ok(ms, chain.length === 1 ? 'chain.one' : 'chain.many', {
    count: chain.length,
    name,
    issuer: leaf.issuer,
    until,
  });
}

function goRung(verdict: Outcome<GoVerdict>): Rung {
  if (verdict.kind !== 'known') return skipped(verdict.reason.key, verdict.reason.data);
  if (verdict.value.verdict === 'accept') return ok(0, 'go.accepts');
  return failed(0, 'go.refuses', { text: verdict.value.text });
}

function mtlsRung({ tls }: Wire, file: string | undefined): Rung {
  const sent = tls?.transcript.tls;
  const request = sent?.clientCertificate;
  const ms = sent?.ms ?? 0;
  if (!request) return ok(ms, 'mtls.none');
  const data = {
    count: request.authorities.length,
    file: file ?? '',
    alert: sent.alert === undefined ? '' : alertText(sent.alert),
  };
  const how = file === undefined ? 'Without' : 'With';
  if (tls?.answer === 'client-certificate-refused')
    return failed(ms, sent.alert === undefined ? `mtls.cut${how}` : `mtls.refused${how}`, data);
  return ok(ms, file === undefined ? 'mtls.optional' : 'mtls.taken', data);
}
