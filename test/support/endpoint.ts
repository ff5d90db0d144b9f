import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProbeOptions } from '../../src/core/fact.ts';
import type { NameAnswer, TlsTranscript, Transcript } from '../../src/core/host.ts';
import { verificationRules } from '../../src/knowledge/go-verification.ts';
import { readCertificate } from '../../src/read/x509/read-certificate.ts';

/** A probe as a case file writes it. */
export interface ProbeSpec extends Partial<ProbeOptions> {
  readonly target: string;
}

/** Addresses that are found, or what goes wrong. */
export type NameSpec =
  | readonly string[]
  | 'no-such-name'
  | 'server-failed'
  | 'refused-by-server'
  | 'not-for-such-names'
  | 'timeout'
  | 'unreachable';

/** A transcript as a case file writes it: what is left out is that of a connection on which nothing goes wrong. */
export type TranscriptSpec = Omit<Partial<Transcript>, 'tls'> & {
  /** `chain`: names of files of test/certificates, or DER in base64; authorities: those files whose subjects they are, or DER. */
  readonly tls?: Partial<TlsTranscript>;
};

const folder = join(import.meta.dirname, '../certificates');
const rcodes: Readonly<Record<string, number>> = { 'no-such-name': 3, 'server-failed': 2, 'refused-by-server': 5 };

export function probeOptionsOf({ target: _, ...given }: ProbeSpec): ProbeOptions {
  return { ca: [], verifyWithGo: false, checkRevocation: false, stepMs: 2000, ...given };
}

export function nameAnswerOf(spec: NameSpec): NameAnswer {
  if (typeof spec !== 'string') return { kind: 'answered', rcode: 0, records: spec, ms: 1 };
  if (spec === 'not-for-such-names') return { kind: 'answered', rcode: 0, records: [], ms: 1, lame: true };
  const rcode = rcodes[spec];
  if (rcode !== undefined) return { kind: 'answered', rcode, records: [], ms: 1 };
  return { kind: spec as 'timeout', ms: 1 };
}

export function transcriptOf({ tls, ...rest }: TranscriptSpec): Transcript {
  return {
    connect: { kind: 'connected', ms: 1 },
    calls: [],
    end: { by: 'we-closed', ms: 5 },
    bytesReceived: 100,
    ...rest,
    ...(tls && {
      tls: {
        done: true,
        ms: 3,
        chainBytes: 1000,
        stapled: false,
        ...tls,
        chain: (tls.chain ?? []).map(derOf),
        ...(tls.clientCertificate && {
          clientCertificate: { authorities: tls.clientCertificate.authorities.map(subjectOf) },
        }),
      },
    }),
  };
}

/** `@certificates a b`: the PEM of these, one after the other; any other text is itself. */
export function certificateText(text: string): string {
  const names = /^@certificates (.+)$/.exec(text.trim())?.[1]?.split(' ');
  return names ? names.map(pem).join('') : text;
}

/** The bytes of a file of test/certificates, in base64; what is no name of one is that already. */
export function derOf(name: string): string {
  if (!isName(name)) return name;
  return pem(name).replace(/-----[A-Z0-9 ]+-----|\s/g, '');
}

/** The subject of a file of test/certificates: DER in base64. */
function subjectOf(name: string): string {
  if (!isName(name)) return name;
  const reading = readCertificate(Buffer.from(derOf(name), 'base64'), newestRules);
  if (reading.kind === 'fault') throw new Error(`${name}: ${reading.text}`);
  return Buffer.from(reading.certificate.rawSubject).toString('base64');
}

const newestRules = verificationRules({ goVersion: '', goLine: '', godebug: {} }).parse;

function isName(text: string): boolean {
  return /^[a-z0-9-]+$/.test(text);
}

function pem(name: string): string {
  return readFileSync(join(folder, `${name}.pem`), 'utf8');
}
