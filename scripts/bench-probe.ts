/** `probe` beside grpcurl and grpc-health-probe, on servers of this machine: what each costs, and what each says. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GRPCURL, HEALTH_PROBE } from '../src/lab/kit/catalog.ts';
import { authority, makeCertificate, server } from '../src/lab/kit/make-certificate.ts';
import { ToolCache } from '../src/lab/kit/tools.ts';
import { labFolders } from '../src/lab/paths.ts';
import { type Cost, cost, row } from './bench-cost.ts';
import type { BenchTargets } from './bench-servers.ts';

const goals = { healthyAboveNode: 60, faultMs: 1000, manyTimeouts: 2, manyMemory: 150 };
const manySeconds = 2;
const faultRuns = 3;
const root = join(import.meta.dirname, '..');

/** Measures the command; false for each goal that is missed. */
export async function benchProbe(
  work: string,
  doctor: readonly string[],
  node: Cost,
  env: NodeJS.ProcessEnv,
): Promise<boolean[]> {
  const tools = new ToolCache(labFolders(), (line) => void process.stderr.write(`bench: ${line}\n`));
  const grpcurl = (await tools.ensure(GRPCURL)).bin;
  const healthProbe = (await tools.ensure(HEALTH_PROBE)).bin;
  const pki = await certificates(work);
  const servers = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts/bench-servers.ts'), pki], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const targets = await targetsOf(servers);
    // Without go, as on the machine of an operator.
    const alone = { ...env, PATH: '/usr/bin:/bin' };
    const probe = (...words: string[]) => [...doctor, 'probe', ...words];
    const healthy = {
      probe: cost(probe(targets.healthy), work, alone),
      grpcurl: cost([grpcurl, '-plaintext', targets.healthy, 'list'], work, alone),
      health: cost([healthProbe, `-addr=${targets.healthy}`], work, alone),
    };
    const { cpu } = healthy.probe;
    console.log(
      `probe of a healthy target: ${told(healthy.probe)} · grpcurl list ${told(healthy.grpcurl)} · grpc-health-probe ${told(healthy.health)}`,
    );
    console.log(
      `probe / grpcurl ${(cpu / healthy.grpcurl.cpu).toFixed(2)} · probe / grpc-health-probe ${(cpu / healthy.health.cpu).toFixed(2)} (CPU)`,
    );
    const withTls = cost(probe('--ca', join(pki, 'root.pem'), targets.tls), work, alone);
    const met = [
      row('probe of a healthy target above node', cpu - node.cpu, goals.healthyAboveNode, 'ms'),
      row('probe of a healthy target with TLS above node', withTls.cpu - node.cpu, goals.healthyAboveNode, 'ms'),
    ];
    const ca = ['--ca', join(pki, 'other.pem')];
    const faults: readonly Fault[] = [
      [
        'a refused port',
        'connection-refused',
        probe(targets.refused),
        [grpcurl, '-plaintext', targets.refused, 'list'],
        [healthProbe, `-addr=${targets.refused}`],
      ],
      [
        'plaintext to a TLS server',
        'tls-plaintext-to-tls',
        probe('--as', 'plaintext', targets.tls),
        [grpcurl, '-plaintext', targets.tls, 'list'],
        [healthProbe, `-addr=${targets.tls}`],
      ],
      [
        'an authority that did not sign',
        'tls-unknown-authority',
        probe(...ca, targets.tls),
        [grpcurl, '-cacert', join(pki, 'other.pem'), targets.tls, 'list'],
        [healthProbe, `-addr=${targets.tls}`, '-tls', `-tls-ca-cert=${join(pki, 'other.pem')}`],
      ],
      [
        'TLS without ALPN',
        'alpn-missing',
        probe('--ca', join(pki, 'root.pem'), targets.noAlpn),
        [grpcurl, '-cacert', join(pki, 'root.pem'), targets.noAlpn, 'list'],
        [healthProbe, `-addr=${targets.noAlpn}`, '-tls', `-tls-ca-cert=${join(pki, 'root.pem')}`],
      ],
    ];
    for (const fault of faults) met.push(benchFault(fault, work, alone));
    return [...met, ...benchMany(targets, work, doctor, alone)];
  } finally {
    servers.stdin?.end();
  }
}

type Argv = readonly string[];
type Fault = readonly [what: string, cause: string, probe: Argv, grpcurl: Argv, healthProbe: Argv];

/** A time counts for nothing without the answer: false where the probe does not name the cause, too. */
function benchFault([what, cause, probe, ...others]: Fault, work: string, env: NodeJS.ProcessEnv): boolean {
  const ours = cost([...probe], work, env, faultRuns);
  const named = firstFinding(probe, work, env);
  console.log(`${what}`);
  console.log(`  probe              ${told(ours)}  ${named}`);
  for (const [index, argv] of others.entries()) {
    // grpcurl waits ten seconds for a port that nobody listens at: once is enough.
    const used = cost(argv, work, env, 1);
    const name = index === 0 ? 'grpcurl          ' : 'grpc-health-probe';
    console.log(`  ${name}  ${told(used)}  ${answerOf(argv, work, env)}`);
  }
  if (named !== cause) console.log(`MISSED  probe of ${what}: names ${named} (goal ${cause})`);
  return row(`probe of ${what}`, ours.wall, goals.faultMs, 'ms') && named === cause;
}

/** The trap that a probe tells first; what it printed, where that is no report. */
function firstFinding([command = '', ...args]: Argv, cwd: string, env: NodeJS.ProcessEnv): string {
  const { stdout, stderr, status } = spawnSync(command, [...args, '--format', 'json'], { cwd, env, encoding: 'utf8' });
  try {
    const { findings } = JSON.parse(stdout) as { findings: readonly { trap: string }[] };
    return findings[0]?.trap ?? 'nothing';
  } catch {
    return `(${status}) ${stderr.trim().slice(0, 160)}`;
  }
}

/** Its last line, cut. */
function answerOf([command = '', ...args]: Argv, cwd: string, env: NodeJS.ProcessEnv): string {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  const line = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? '';
  return `(${status}) ${line.slice(0, 160)}`;
}

function benchMany({ many }: BenchTargets, work: string, doctor: Argv, env: NodeJS.ProcessEnv): boolean[] {
  const file = join(work, 'targets.txt');
  writeFileSync(file, `${many.join('\n')}\n`);
  const words = ['probe', '--targets', file, '--concurrency', '64', '--timeout', `${manySeconds}`];
  const used = cost([...doctor, ...words], work, env, faultRuns);
  console.log(`${many.length} targets, each fourth silent: ${told(used)} ${used.memory.toFixed(0)} MB`);
  const timeouts = used.wall / (manySeconds * 1000);
  return [
    row(`${many.length} targets / one time-out of ${manySeconds} s`, timeouts, goals.manyTimeouts, ''),
    row(`memory for ${many.length} targets`, used.memory, goals.manyMemory, 'MB'),
  ];
}

function told({ cpu, wall }: Cost): string {
  return `${cpu.toFixed(0)} ms CPU, ${wall.toFixed(0)} ms`;
}

async function targetsOf(servers: ChildProcess): Promise<BenchTargets> {
  const [line] = (await once(servers.stdout as NodeJS.EventEmitter, 'data')) as [Buffer];
  return JSON.parse(line.toString('utf8')) as BenchTargets;
}

/** An authority, a server certificate of it, and an authority that signed nothing. */
async function certificates(work: string): Promise<string> {
  const folder = join(work, 'pki');
  mkdirSync(folder, { recursive: true });
  const always = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  await makeCertificate(folder, { name: 'root', subject: '/CN=Bench Root', extensions: authority, ...always });
  await makeCertificate(folder, { name: 'other', subject: '/CN=Other Root', extensions: authority, ...always });
  const extensions = server('DNS:localhost', 'IP:127.0.0.1');
  await makeCertificate(folder, { name: 'leaf', subject: '/CN=bench', issuer: 'root', extensions, ...always });
  return folder;
}
