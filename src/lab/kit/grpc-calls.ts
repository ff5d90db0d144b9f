import type { CertificateFolder } from './certificates.ts';
import { normalise, type Placeholder } from './normalise.ts';
import { mustRun } from './process.ts';

// What real clients (grpc-clients.ts) are told to do, and what they say.

/** What a client does; certificates by their ids. */
export interface ClientSpec {
  /** `none`: no credentials at all. */
  readonly as: 'none' | 'plaintext' | 'tls' | 'mtls';
  /** Whom it trusts; left out: the authorities of the system. */
  readonly ca?: readonly string[];
  readonly serverName?: string;
  /** What it shows. */
  readonly certificate?: string;
  /** The highest version that it offers. */
  readonly max?: '1.2';
  /** Default: the health check. */
  readonly method?: string;
  /** Whose health is asked for. */
  readonly service?: string;
  /** `block`: WithBlock; `block-with-reason`: WithReturnConnectionError. */
  readonly dial?: 'block' | 'block-with-reason';
  readonly env?: Readonly<Record<string, string>>;
}

/** One call: who, where, and how often. */
export interface Call {
  readonly id: string;
  readonly target: string;
  readonly client: ClientSpec;
  readonly repeat: number;
}

/** What crypto/tls alone says with the same configuration. */
export interface DirectError {
  readonly text: string;
  /** Types that `errors.As` finds in it. */
  readonly as: readonly string[];
}

/** What one client said to one call. */
export interface Said {
  /** `Unavailable: connection error: ...`, `OK`, or for an error without a status its text: sorted, each once. */
  readonly texts: readonly string[];
  /** Types of crypto/x509 and crypto/tls that `errors.As` finds in the errors of the calls. */
  readonly as: readonly string[];
  readonly direct?: DirectError;
  readonly ms: number;
}

/** How long a call may take: what waits for ever has to be over, and a busy machine must not matter. */
const deadlineMs = 4000;
const runMs = 10 * 60_000;

/** One line for a status and its message, without the port that the client had. */
export function sayingOf(code: string, message: string): string {
  if (code === 'OK') return 'OK';
  const text = message.replace(/\b(read|write) tcp [^\s>]+->/g, '$1 tcp *->');
  return code === '' ? text : `${code}: ${text}`;
}

/** Lets one client make all calls: those with one environment in one process. */
export async function makeCalls(
  bin: string,
  calls: readonly Call[],
  certificates: CertificateFolder,
  where: { readonly folder: string; readonly placeholders: readonly Placeholder[] },
): Promise<Map<string, Said>> {
  const said = new Map<string, Said>();
  const groups = new Map<string, Call[]>();
  for (const call of calls) {
    const key = JSON.stringify(call.client.env ?? {});
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  for (const [env, group] of groups) {
    const input = JSON.stringify(await Promise.all(group.map((call) => written(call, certificates))));
    const options = { cwd: where.folder, env: JSON.parse(env) as Record<string, string>, timeoutMs: runMs, input };
    const { stdout } = await mustRun([bin], options);
    for (const line of stdout.trim().split('\n')) {
      const answer = JSON.parse(line) as Answer;
      said.set(answer.id, saidOf(answer, where.placeholders));
    }
  }
  return said;
}

interface Outcome {
  readonly code: string;
  readonly message: string;
  readonly as: readonly string[];
}

interface Answer {
  readonly id: string;
  readonly outcomes: readonly Outcome[];
  readonly direct?: Outcome;
  readonly ms: number;
}

async function written({ id, target, client, repeat }: Call, certificates: CertificateFolder): Promise<object> {
  const { ca, certificate, env: _, ...rest } = client;
  return {
    id,
    target,
    repeat,
    deadlineMs,
    method: '/grpc.health.v1.Health/Check',
    ...rest,
    ...(ca && { ca: await Promise.all(ca.map((one) => certificates.file([one]))) }),
    ...(certificate && { cert: await certificates.file([certificate]), key: await certificates.key(certificate) }),
  };
}

function saidOf({ outcomes, direct, ms }: Answer, placeholders: readonly Placeholder[]): Said {
  const texts = outcomes.map(({ code, message }) => normalise(sayingOf(code, message), placeholders));
  return {
    texts: unique(texts),
    as: unique(outcomes.flatMap((one) => one.as)),
    ...(direct && { direct: { text: normalise(sayingOf('', direct.message), placeholders), as: direct.as } }),
    ms,
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
