import { foremost } from '../heard.ts';
import type { Wire } from '../wire.ts';
import { notReached, type Step, type StepId, skipped } from './step.ts';

/** The step at which the way of the client ends; undefined where calls are answered on it. */
export function brokenAt(wire: Wire): StepId | undefined {
  const { mode } = wire;
  const spoken = foremost(wire);
  if (!spoken) return 'name';
  const { answer, transcript } = spoken;
  if (answer === 'unreachable') return 'tcp';
  if (answer === 'http2') return undefined;
  if (mode === undefined || mode === 'plaintext') return 'plaintext';
  if (answer === 'client-certificate-refused') return 'mtls';
  return transcript.tls?.done ? 'http2' : 'tls';
}

/** Why nothing is to be told of a mode: the way ends before, or the client goes another way. */
export function whyNot(wire: Wire): Omit<Step, 'step'> {
  const broken = brokenAt(wire);
  if (broken === 'name' || broken === 'tcp' || wire.mode === undefined) return notReached(broken ?? 'tcp');
  return skipped(wire.modeAsked ? 'skip.clientSpeaks' : 'skip.serverSpeaks', { mode: wire.mode });
}
