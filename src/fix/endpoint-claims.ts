import type { Claim, ShellLine } from '../core/claim.ts';
import { commandLine } from '../core/command-line.ts';
import { type CheckOptions, type ProbeOptions, usualStepMs } from '../core/fact.ts';
import type { Subject } from '../core/subject.ts';
import { clientSays } from '../wire/client-says.ts';
import type { GoVerdict } from '../wire/go-verdict/verdict.ts';
import { resolverSays } from '../wire/name/claim-parts.ts';
import type { Prediction } from '../wire/prediction/prediction.ts';
import type { Wire } from '../wire/wire.ts';

/** How another client differs from the one of this probe. A client that speaks plaintext has no use for certificates and names. */
export type OtherClient = Partial<Pick<ProbeOptions, 'as' | 'ca' | 'cert' | 'key' | 'serverName'>> & {
  /** What it dials. */
  readonly target?: string;
};

/**
 * What every claim about an endpoint has: its place, the words of the client, and the probe that shows that it is mended. Where the
 * client is what has to change, it is the probe of the changed one.
 */
export function aboutEndpoint(
  subject: Subject,
  options: CheckOptions,
  prediction: Prediction | undefined,
  mended: OtherClient = {},
): Pick<Claim, 'subject' | 'location' | 'bites' | 'verify'> {
  return {
    subject,
    location: { target: subject.id },
    ...clientSays(prediction),
    verify: { argv: probeArguments(subject, options, mended), expect: { key: 'common.check-again' } },
  };
}

/** What every claim about the name of a target has: the words of the client are those of its resolver. */
export function aboutName(
  subject: Subject,
  options: CheckOptions,
  { resolution }: Wire,
  mended: OtherClient = {},
): Pick<Claim, 'subject' | 'location' | 'bites' | 'verify'> {
  const bites = resolverSays(resolution);
  return { ...aboutEndpoint(subject, options, undefined, mended), ...(bites && { bites }) };
}

/**
 * What every claim about the server's certificates has: the words of the client are those of Go's verdict, or there are none, and the
 * certificate is what is refused, now or once something else is mended.
 */
export function aboutCertificate(
  subject: Subject,
  options: CheckOptions,
  verdict: GoVerdict,
  prediction: Prediction | undefined,
  mended: OtherClient = {},
): Pick<Claim, 'subject' | 'location' | 'bites' | 'verify' | 'causes'> {
  const later = isSaidLater(verdict, prediction);
  const isSaid = verdict.verdict === 'refuse' && !later;
  const client = options.probe?.as === 'plaintext' ? { as: 'tls' as const, ...mended } : mended;
  return {
    ...aboutEndpoint(subject, options, isSaid ? prediction : undefined, client),
    causes: [{ kind: later ? 'certificate-refused-later' : 'certificate-refused', about: [subject.id] }],
  };
}

/** The client does not get as far as the certificates: it prints something else, and of them it will speak when that is mended. */
function isSaidLater({ verdict, text }: GoVerdict, prediction: Prediction | undefined): boolean {
  if (verdict !== 'refuse' || prediction?.verdict !== 'refuse') return false;
  return ![prediction.text, ...prediction.races].some((said) => said.includes(text));
}

/** The line that probes this target as another client, with all else that was asked. */
export function probeLine(subject: Subject, options: CheckOptions, other: OtherClient): ShellLine {
  return { shell: 'grpc-doctor', line: commandLine(probeArguments(subject, options, other)) };
}

/** The command line of this probe of one target, as far as it decides what is found. */
function probeArguments({ id }: Subject, { probe }: CheckOptions, other: OtherClient): string[] {
  const all = { ...probe, ...other };
  const { target = id, ca = [], cert, key, serverName, service, goVersion, goLine, grpcVersion } = all;
  const { checkRevocation = false, stepMs = usualStepMs } = all;
  const needsTls = other.ca !== undefined || other.serverName !== undefined;
  const as = other.as ?? (needsTls && probe?.as === 'plaintext' ? 'tls' : probe?.as);
  const ofTls: readonly (readonly [string, string | undefined])[] = [
    ...ca.map((file) => ['--ca', file] as const),
    ['--cert', cert],
    ['--key', key],
    ['--servername', serverName],
  ];
  const given: readonly (readonly [string, string | undefined])[] = [
    ['--as', as],
    ...(as === 'plaintext' ? [] : ofTls),
    ['--service', service],
    ['--go-version', goVersion],
    ['--go-line', goLine],
    ['--grpc-version', grpcVersion],
    ['--timeout', stepMs === usualStepMs ? undefined : `${stepMs / 1000}`],
  ];
  const words = given.flatMap(([name, value]) => (value === undefined ? [] : [name, value]));
  return ['grpc-doctor', 'probe', target, ...words, ...(checkRevocation ? ['--check-revocation'] : [])];
}
