import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cell } from '../lab.ts';
import type { CertificateFolder } from './certificates.ts';
import { type ClientSpec, sayingOf } from './grpc-calls.ts';
import type { ClientBuild } from './grpc-clients.ts';
import { normalise, type Placeholder } from './normalise.ts';
import { run } from './process.ts';

/** What `grpc-doctor probe` is asked, on a machine that has no Go. */
export interface ProbeQuestion {
  readonly doctor: readonly string[];
  /** The client that is to be foretold. */
  readonly build: ClientBuild;
  readonly target: string;
  readonly client: ClientSpec;
  readonly more: readonly string[];
  readonly certificates: CertificateFolder;
  readonly folder: string;
  readonly placeholders: readonly Placeholder[];
}

/** What it said. */
export interface ProbeVerdict {
  readonly findings: readonly { readonly trap: string; readonly severity: string }[];
  /** As the client would print it, in the form of {@link sayingOf}. */
  readonly predicted: string;
  readonly races: readonly string[];
  /** What of it stands in a row. */
  readonly cell: Cell;
}

const probeMs = 60_000;

/** Whether the lab itself runs in a container is no part of a row, but where the client is told that it does. */
const ofContainers = 'localhost-in-container';
const inPod = 'KUBERNETES_SERVICE_HOST';

/** Asks the built doctor for JSON. PATH leads nowhere, HOME is empty, and the folder is no project. */
export async function askProbe(question: ProbeQuestion): Promise<ProbeVerdict | { readonly failure: string }> {
  const { doctor, target, client, more, folder, placeholders } = question;
  const home = join(folder, 'home');
  await mkdir(home, { recursive: true });
  const argv = [...doctor, 'probe', '--format', 'json', ...(await wordsOf(question)), ...more, target];
  const env = { PATH: home, HOME: home, ...client.env };
  const { rc, stdout, stderr, timedOut } = await run(argv, { cwd: home, env, timeoutMs: probeMs });
  const report = parse(stdout);
  if (report === undefined) return { failure: timedOut ? 'no end in sight' : `exit code ${rc}: ${stderr.trim()}` };
  const { go, findings, steps } = report;
  const saying = (text: string) => normalise(sayingOf(go.code ?? '', text), placeholders);
  const predicted = go.verdict === 'accept' ? 'OK' : go.verdict === 'unknown' ? 'unknown' : saying(go.text);
  const races = (go.races ?? []).map(saying);
  const told = findings
    .filter(({ trap }) => trap !== ofContainers || inPod in (client.env ?? {}))
    .map(({ trap, severity }) => ({ trap, severity }));
  return {
    findings: told,
    predicted,
    races,
    cell: {
      findings: told.map(({ trap, severity }) => `${severity}: ${trap}`),
      steps: steps.map(({ step, status }) => `${step} ${status}`),
      predicted: races.length > 0 ? [predicted, ...races] : predicted,
    },
  };
}

async function wordsOf({ build, client, certificates }: ProbeQuestion): Promise<string[]> {
  const { as, ca = [], serverName, certificate, service } = client;
  const roots = await Promise.all(ca.map((id) => certificates.file([id])));
  return [
    ...(as === 'none' ? [] : ['--as', as]),
    ...['--grpc-version', build.grpc, '--go-version', build.go, '--go-line', build.goLine],
    ...roots.flatMap((file) => ['--ca', file]),
    ...(serverName === undefined ? [] : ['--servername', serverName]),
    ...(service === undefined ? [] : ['--service', service]),
    ...(certificate === undefined
      ? []
      : ['--cert', await certificates.file([certificate]), '--key', await certificates.key(certificate)]),
  ];
}

interface Report {
  readonly steps: readonly { readonly step: string; readonly status: string }[];
  readonly go: {
    readonly verdict: string;
    readonly code?: string;
    readonly text: string;
    readonly races?: readonly string[];
  };
  readonly findings: readonly { readonly trap: string; readonly severity: string }[];
}

function parse(stdout: string): Report | undefined {
  try {
    const report = JSON.parse(stdout) as Partial<Report>;
    return report.go && report.findings && report.steps ? (report as Report) : undefined;
  } catch {
    return undefined;
  }
}
