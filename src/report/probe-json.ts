import { valueIfKnown } from '../core/outcome.ts';
import { counts } from '../core/suppression.ts';
import type { GoVerdict } from '../wire/go-verdict/verdict.ts';
import { timeText } from '../wire/steps/time.ts';
import { findingJson, schemaVersion } from './json.ts';
import type { ProbeReport } from './probe-report.ts';

/** The report on one endpoint as an object; its shape is `schema/probe.schema.json`, and only grows within a version. */
export function probeJson(report: ProbeReport) {
  const { target, steps, examination, words, durationMs } = report;
  const wire = valueIfKnown(report.wire);
  return {
    schemaVersion,
    command: 'probe',
    target,
    ...(wire?.mode && { mode: wire.mode }),
    ...(wire?.address !== undefined && { address: wire.address }),
    steps: steps.map(({ step, status, ms, detail }) => ({ step, status, ms, detail: words.step(detail) })),
    go: goJson(report),
    ...certificatesJson(report),
    ...realGoJson(report),
    ...revocationJson(report),
    ...(wire?.reflection?.services && { services: wire.reflection.services }),
    ...(wire?.kept?.times && { times: wire.kept.times }),
    connections: wire?.connections ?? 0,
    findings: examination.findings.map((finding) => findingJson(finding, words)),
    durationMs: Math.round(durationMs),
  };
}

function goJson({ prediction, client, words }: ProbeReport) {
  const foretold = valueIfKnown(prediction);
  const who = valueIfKnown(client);
  return {
    verdict: foretold?.verdict ?? 'unknown',
    text: foretold?.text ?? '',
    ...(foretold?.code && { code: foretold.code }),
    races: foretold?.races ?? [],
    ...(prediction.kind !== 'known' && { reason: words.reason(prediction.reason) }),
    ...(who && {
      client: {
        grpc: who.grpcVersion,
        go: who.goVersion,
        goLine: who.goLine,
        serverName: who.serverName,
        ...(who.judgedLike && { judgedLike: who.judgedLike.version }),
        ...(who.goLineTooNew && { goLineTooNew: true }),
        sources: { grpc: who.sources.grpcVersion, go: who.sources.goVersion, goLine: who.sources.goLine },
      },
    }),
  };
}

function certificatesJson({ verdict }: ProbeReport) {
  const judged = valueIfKnown(verdict);
  return judged ? { certificates: judged.certificates.map(certificateJson) } : {};
}

function realGoJson({ realGo, words }: ProbeReport) {
  if (!realGo) return {};
  return { realGo: realGo.kind === 'known' ? realGo.value : { reason: words.reason(realGo.reason) } };
}

function revocationJson({ revocation, words }: ProbeReport) {
  if (!revocation) return {};
  if (revocation.kind !== 'known') return { revocation: { reason: words.reason(revocation.reason) } };
  const { status, answers } = revocation.value;
  const told = answers.map(({ at, kind, address, status: said, revokedAt, reason, why }) => ({
    certificate: at,
    kind,
    address,
    status: said,
    ...(revokedAt !== undefined && { revokedAt: timeText(revokedAt) }),
    ...(reason !== undefined && { reasonCode: reason }),
    ...(why && { why: words.reason(why) }),
  }));
  return { revocation: { status, answers: told } };
}

type Certificate = GoVerdict['certificates'][number];

function certificateJson({ subject, issuer, serial, notBefore, notAfter, dnsNames, ipAddresses }: Certificate) {
  const validity = { notBefore: timeText(notBefore), notAfter: timeText(notAfter) };
  return { subject, issuer, serial, ...validity, dnsNames, ipAddresses };
}

/** An error is among what counts. */
export function hasError({ examination }: ProbeReport): boolean {
  return examination.findings.some((one) => counts(one) && one.claim.severity === 'error');
}
