import { UserError } from '../core/errors.ts';
import { type ProbeOptions, usualStepMs } from '../core/fact.ts';
import { buildsGoLine } from '../knowledge/go-rules.ts';
import { newestVerificationRules } from '../knowledge/go-verification.ts';
import { readDuration } from '../read/duration.ts';
import type { Context } from './context.ts';
import { absolutePath } from './patient.ts';

/** Timers take no more. */
const longestMs = 86_400_000;
const shortestMs = 1;
const mostAsked = 10_000;
/** Nobody has larger files of authorities: all that Mozilla trusts is a quarter of a MiB. */
const maxFileBytes = 4 * 1024 * 1024;

/** What the command line says of endpoints and client. Throws a UserError for what cannot be followed: nothing has been sent then. */
export async function probeOptionsOf(context: Context): Promise<ProbeOptions> {
  const { invocation } = context;
  const ca = invocation.values('ca').map((name) => certificateFile(context, name, '--ca'));
  const { cert, key } = await identityOf(context);
  const as = modeOf(context, cert !== undefined);
  const holdMs = durationOf(context, 'hold');
  const count = countOf(context);
  return {
    ...(as && { as }),
    ca,
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...named(context, 'servername', 'serverName', /^[^\s/]+$/),
    ...named(context, 'service', 'service', /^[\w.-]+$/),
    ...versionsOf(context),
    verifyWithGo: invocation.flag('verify-with-go'),
    checkRevocation: invocation.flag('check-revocation'),
    ...(holdMs !== undefined && { holdMs }),
    ...(count !== undefined && { count }),
    stepMs: stepOf(context),
  };
}

/** What the client does. Who names a certificate of the client, an authority or a server name has a client that speaks TLS. */
function modeOf({ invocation }: Context, identity: boolean): ProbeOptions['as'] {
  const as = invocation.value('as') as ProbeOptions['as'];
  if (as === 'mtls' && !identity) throw new UserError('error.mtlsWithoutCertificate');
  if (as) return as;
  if (identity) return 'mtls';
  return invocation.values('ca').length > 0 || invocation.value('servername') !== undefined ? 'tls' : undefined;
}

async function identityOf(context: Context): Promise<Pick<ProbeOptions, 'cert' | 'key'>> {
  const cert = context.invocation.value('cert');
  const key = context.invocation.value('key');
  if (cert === undefined && key === undefined) return {};
  if (cert === undefined) throw new UserError('error.needsOption', { option: '--key', other: '--cert' });
  if (key === undefined) throw new UserError('error.needsOption', { option: '--cert', other: '--key' });
  const path = pathOf(context, key);
  const text = textOf(context, path, key);
  if (!/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(text)) throw new UserError('error.noKey', { file: key });
  const file = certificateFile(context, cert, '--cert');
  // A client in Go ends here as well, before it dials. Few probes have a certificate: the reader is loaded for them alone.
  const { keyPairFault } = await import('../wire/go-verdict/key-pair.ts');
  const fault = keyPairFault(textOf(context, file, cert), text, newestVerificationRules().parse);
  if (fault) throw new UserError('error.keyPair', { file: cert, key, text: fault.text });
  return { cert: file, key: path };
}

/** Absolute path of a file that has a certificate in it. */
function certificateFile(context: Context, name: string, option: string): string {
  const path = pathOf(context, name);
  if (!/-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(textOf(context, path, name)))
    throw new UserError('error.noCertificate', { file: name, option });
  return path;
}

function pathOf({ host, cwd }: Context, name: string): string {
  return host.path.normalize(absolutePath(host, name, cwd));
}

function textOf({ host }: Context, path: string, name: string): string {
  const file = host.readFile(path, maxFileBytes);
  if (file.kind !== 'read') throw new UserError(`file-${file.kind}`, { file: name });
  return new TextDecoder('latin1').decode(file.bytes);
}

function named<K extends string>({ invocation }: Context, option: string, as: K, form: RegExp) {
  const text = invocation.value(option);
  if (text === undefined) return {};
  if (!form.test(text)) throw new UserError('error.badValue', { word: text, option: `--${option}`, values: 'NAME' });
  return { [as]: text } as Record<K, string>;
}

/** Go 1 and whatever may follow it: `1.24`, `go1.26.8`, `1.27rc1`. */
const goForm = /^(?:go ?)?([1-9]\d?\.\d{1,4}(?:\.\d{1,4}|(?:rc|beta)\d{1,4})?)$/;
const grpcForm = /^v?(\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[\w.]+)?)$/;

/** Whose words are foretold. Go itself would not build some of these clients: then there are no words. */
function versionsOf(context: Context): Pick<ProbeOptions, 'goVersion' | 'goLine' | 'grpcVersion'> {
  const goVersion = versionOf(context, 'go-version', goForm, '1.24, 1.26.8, …');
  const goLine = versionOf(context, 'go-line', goForm, '1.21, 1.25.0, …');
  const grpcVersion = versionOf(context, 'grpc-version', grpcForm, '1.60.1, v1.85.0, …');
  if (goVersion !== undefined && goLine !== undefined && !buildsGoLine(goVersion, goLine))
    throw new UserError('error.goLineTooNew', { version: goVersion, line: goLine });
  return {
    ...(goVersion !== undefined && { goVersion }),
    ...(goLine !== undefined && { goLine }),
    ...(grpcVersion !== undefined && { grpcVersion }),
  };
}

function versionOf({ invocation }: Context, option: string, form: RegExp, values: string): string | undefined {
  const text = invocation.value(option);
  if (text === undefined) return undefined;
  const found = form.exec(text)?.[1];
  if (found === undefined) throw new UserError('error.badValue', { word: text, option: `--${option}`, values });
  return found;
}

function durationOf({ invocation }: Context, option: string): number | undefined {
  const text = invocation.value(option);
  if (text === undefined) return undefined;
  const ms = readDuration(text);
  if (ms !== undefined && ms >= shortestMs && ms <= longestMs) return Math.round(ms);
  throw new UserError('error.badValue', { word: text, option: `--${option}`, values: '90s, 2m, … 24h' });
}

function countOf({ invocation }: Context): number | undefined {
  const text = invocation.value('count');
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= mostAsked) return value;
  throw new UserError('error.badValue', { word: text, option: '--count', values: `1 … ${mostAsked}` });
}

function stepOf({ invocation }: Context): number {
  const text = invocation.value('timeout');
  if (text === undefined) return usualStepMs;
  const ms = Number(text) * 1000;
  if (Number.isFinite(ms) && ms >= shortestMs) return Math.round(Math.min(ms, longestMs));
  throw new UserError('error.badValue', { word: text, option: '--timeout', values: '0.5, 2, ...' });
}
