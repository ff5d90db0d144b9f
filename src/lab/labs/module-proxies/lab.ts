import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseDownloadLog, unanswered } from '../../../read/modules/download-log.ts';
import { GO, go } from '../../kit/catalog.ts';
import { noNamespace, openNamespace } from '../../kit/namespace.ts';
import { normalise } from '../../kit/normalise.ts';
import { type Background, mustRun, run, start } from '../../kit/process.ts';
import { proxyTraps } from '../../kit/proxy-lab.ts';
import { writeRequirer } from '../../kit/requirements.ts';
import { defineLab, isWanted, type LabContext, type Measured, type Row } from '../../lab.ts';
import { packageRoot } from '../../paths.ts';
import { type Fault, faults, late, settings } from './faults.ts';

/** One fault, one setting, one Go. */
interface Trial {
  readonly id: string;
  readonly go: string;
  readonly fault: Fault;
  readonly setting: (typeof settings)[number];
  readonly gomaxprocs: number;
}

const versions = ['1.21.13', '1.26.8'];
const requirements = 6;

const trials: readonly Trial[] = versions.flatMap((version) => [
  ...faults.flatMap((fault) =>
    settings.map((setting) => ({
      id: `${version}-${fault.id}-${setting.id}`,
      go: version,
      fault,
      setting,
      gomaxprocs: 2,
    })),
  ),
  ...[1, 2, 8].map((gomaxprocs) => ({
    id: `${version}-late-${gomaxprocs}`,
    go: version,
    fault: late,
    setting: settings[0],
    gomaxprocs,
  })),
]);

/** Those that take long, and those of the older Go, are left to the full form. */
const short = trials
  .filter(({ go: version, fault }) => version === '1.26.8' && fault.wait === undefined)
  .map(({ id }) => id);

/** Rows of both versions with these endings. */
function rowsWith(...endings: readonly string[]): string[] {
  return trials.map(({ id }) => id).filter((id) => endings.some((ending) => id.endsWith(`-${ending}`)));
}

/** So long is waited for a proxy that never answers: longer than the longest wait that has an end, in the full form. */
const PATIENCE_MS = { full: 120_000, short: 20_000 };
const LONGEST_MS = 5 * 60_000;

/** So many of the quick ones at a time, so that their times mean something. */
const ABREAST = 2;

export default defineLab({
  id: 'module-proxies',
  title: { en: 'What the go command does with a broken module proxy', zh: '模块代理出错时 go 命令会怎么做' },
  question: {
    en: 'Which faults of a proxy does go survive with `,direct` and with `|direct`, how often does it ask, and how long does it take?',
    zh: '代理的哪些故障可以靠 `,direct` 或 `|direct` 化解？go 会请求几次，要多久？',
  },
  traps: ['proxy-unreachable', 'proxy-hangs', 'proxy-forbidden', 'proxy-failing'],
  article: [
    '2.3.avalanche',
    '2.3.set-proxy',
    '2.3.serial',
    '2.3.row-30s',
    '2.3.row-concurrency',
    '2.3.diagram',
    '2.3.fallback-404',
    '2.3.fallback-timeout',
    '2.3.direct-download',
  ],
  short,
  table: [
    { column: 'go', title: { en: 'Go', zh: 'Go' } },
    { column: 'fault', title: { en: 'the proxy', zh: '代理的情况' } },
    { column: 'setting', title: { en: 'GOPROXY', zh: 'GOPROXY' } },
    { column: 'goesOn', title: { en: 'direct is tried', zh: '是否尝试 direct' } },
    { column: 'gomaxprocs', title: { en: 'GOMAXPROCS', zh: 'GOMAXPROCS' } },
    { column: 'arrived', title: { en: 'requests that arrive', zh: '到达的请求数' } },
    { column: 'repeated', title: { en: 'of those asked again', zh: '其中重复的' } },
    { column: 'atOnce', title: { en: 'open at once', zh: '同时打开' } },
    { column: 'doctor', title: { en: 'grpc-doctor, of the log of -x alone', zh: 'grpc-doctor 仅凭 -x 日志的诊断' } },
    { column: 'lasts', title: { en: 'lasts', zh: '耗时' } },
    { column: 'article', title: { en: 'the article: serial, 30 s each', zh: '文章的说法：串行，每个 30 秒' } },
    { column: 'outcome', title: { en: 'what go prints', zh: 'go 的输出' } },
  ],
  rowsOf: {
    '2.3.avalanche': rowsWith('comma').filter((id) => id.startsWith(GO.version)),
    '2.3.set-proxy': rowsWith('local-name-alone', 'local-name-comma', 'local-name-pipe'),
    '2.3.serial': rowsWith('late-1', 'late-2', 'late-8'),
    '2.3.row-30s': rowsWith('vanishes-comma', 'mute-comma', 'silent-comma', 'refused-comma'),
    '2.3.row-concurrency': rowsWith('silent-comma', 'silent-pipe', 'tls-silent-comma', 'stalled-comma'),
    '2.3.diagram': rowsWith('404-comma', '403-comma', 'vanishes-comma', 'silent-comma'),
    '2.3.fallback-404': rowsWith('404-comma', '410-comma', '403-comma', '500-comma'),
    '2.3.fallback-timeout': rowsWith('vanishes-comma', 'vanishes-pipe', 'silent-comma', 'silent-pipe'),
    '2.3.direct-download': rowsWith('silent-comma'),
  },
  run: runTrials,
});

async function runTrials(context: LabContext): Promise<Measured> {
  const reason = await noNamespace();
  if (reason !== undefined) {
    context.progress(`skipped: no network namespace on this machine (${reason})`);
    return { rows: [], problems: [] };
  }
  const wanted = trials.filter(({ id }) => isWanted({ short }, context, id));
  await writeRequirer(join(context.work, 'src'), requirements);
  const resolvConf = join(context.work, 'resolv.conf');
  await writeFile(resolvConf, 'nameserver 127.0.0.1\n');
  const certificate = await makeCertificate(context);
  await using namespace = await openNamespace({ resolvConf });
  await using server = await startServer(namespace.enter('/'), wanted, certificate);
  const place = {
    context,
    prefix: namespace.enter(join(context.work, 'src')),
    server,
    ports: JSON.parse(server.firstLine ?? '{}'),
  };
  const slow = wanted.filter(({ fault }) => fault.endless || fault.wait !== undefined);
  const quick = wanted.filter((trial) => !slow.includes(trial));
  const [slowRows, quickRows] = await Promise.all([
    Promise.all(slow.map((trial) => measure(trial, place))),
    abreast(quick, ABREAST, (trial) => measure(trial, place)),
  ]);
  return { rows: [...slowRows, ...quickRows], problems: [] };
}

/** Go brings a program that makes one, and trusts what SSL_CERT_FILE names. */
async function makeCertificate({ bench, work }: LabContext): Promise<string> {
  const tool = await bench.tools.ensure(GO);
  const program = join(dirname(dirname(tool.bin)), 'src', 'crypto', 'tls', 'generate_cert.go');
  const env = await bench.tools.goEnvironment(tool);
  await mustRun([tool.bin, 'run', program, '--host', '127.0.0.1'], { cwd: work, env, timeoutMs: 120_000 });
  return work;
}

/** One server plays every fault; each trial has a port of its own, so that its requests can be told apart. */
function startServer(prefix: readonly string[], wanted: readonly Trial[], certificate: string): Promise<Background> {
  const played = wanted.flatMap(({ id, fault: { play, tls } }) => (play === undefined ? [] : [[id, { play, tls }]]));
  const script = join(packageRoot(), 'labs', 'faulty-proxy', 'server.mjs');
  const argument = JSON.stringify({ proxies: Object.fromEntries(played), certificate });
  return start([...prefix, process.execPath, script, argument], { cwd: '/', env: { PATH: process.env.PATH ?? '' } });
}

interface Place {
  readonly context: LabContext;
  readonly prefix: readonly string[];
  readonly server: Background;
  readonly ports: Readonly<Record<string, number>>;
}

async function measure(trial: Trial, { context, prefix, server, ports }: Place): Promise<Row> {
  const { id, fault, setting, gomaxprocs } = trial;
  const root = join(context.work, id);
  await mkdir(join(root, 'home'), { recursive: true });
  const { bin } = await context.bench.tools.ensure(go(trial.go));
  const proxy = fault.address ?? `${fault.tls ? 'https' : 'http'}://127.0.0.1:${ports[id]}`;
  const env = {
    HOME: join(root, 'home'),
    PATH: `${dirname(bin)}:${process.env.PATH ?? ''}`,
    GOMODCACHE: join(root, 'cold'),
    GOFLAGS: '-modcacherw',
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOMAXPROCS: `${gomaxprocs}`,
    GOPROXY: setting.write(proxy),
    SSL_CERT_FILE: join(context.work, 'cert.pem'),
  };
  const cwd = join(context.work, 'src');
  const timeoutMs = fault.endless ? PATIENCE_MS[context.form] : LONGEST_MS;
  const began = performance.now();
  const ended = await run([...prefix, bin, 'mod', 'download', '-x'], { cwd, env, timeoutMs });
  const seconds = (performance.now() - began) / 1000;
  context.progress(`module-proxies ${id}: ${seconds.toFixed(2)} s`);
  const log = parseDownloadLog(ended.stderr);
  const events = eventsOf(id, server.stdout());
  return {
    id,
    go: trial.go,
    fault: fault.name,
    setting: setting.name,
    gomaxprocs,
    goesOn: log.requests.some(({ what }) => what.includes('?go-get=1')),
    ...(fault.play !== undefined && arrivals(events)),
    // Of quick answers it is chance how many meet.
    ...((fault.endless || fault === late) && { atOnce: mostAtOnce(events) }),
    ...(fault.endless && { unanswered: unanswered(log).length }),
    lasts: ended.timedOut ? 'no end' : lasting(seconds, fault),
    article: `${requirements * 30} s`,
    outcome: ended.timedOut ? '' : outcomeOf(ended.stderr),
    ...(isAsked(trial) && context.doctor !== null && { doctor: await judgeLog(ended.stderr, root, context.doctor) }),
  };
}

/** The log alone is judged; that every setting and every Go gives the same one is told by the other columns. */
function isAsked({ go: version, setting }: Trial): boolean {
  return version === GO.version && setting.id === 'comma';
}

/** What the doctor says of the log alone, without network. */
async function judgeLog(log: string, root: string, doctor: readonly string[]): Promise<string> {
  const file = join(root, 'download.log');
  await writeFile(file, log);
  const argv = [...doctor, 'check', '--format', 'json', '--only', proxyTraps.join(','), '--download-log', file, root];
  const { stdout } = await run(argv, { cwd: root, env: { PATH: process.env.PATH ?? '' }, timeoutMs: LONGEST_MS });
  const { findings } = JSON.parse(stdout) as { findings: { trap: string }[] };
  return findings.map(({ trap }) => trap).join(', ') || 'nothing';
}

/** What the server tells of a request; of `mute` it is a connection. */
interface Event {
  readonly id: string;
  readonly is: 'begin' | 'end';
  readonly url?: string;
}

function eventsOf(id: string, stdout: string): Event[] {
  const lines = stdout.split('\n').slice(1, -1);
  return lines.map((line) => JSON.parse(line) as Event).filter((event) => event.id === id);
}

function arrivals(events: readonly Event[]): { arrived: number; repeated: number } {
  const urls = events.filter(({ is }) => is === 'begin').map(({ url }) => url);
  const named = urls.filter((url) => url !== undefined);
  return { arrived: urls.length, repeated: named.length - new Set(named).size };
}

function mostAtOnce(events: readonly Event[]): number {
  let open = 0;
  let most = 0;
  for (const { is } of events) {
    open += is === 'begin' ? 1 : -1;
    most = Math.max(most, open);
  }
  return most;
}

/** In whole waits; what ends by itself ends within one of a second, more is left to a busy machine. */
function lasting(seconds: number, { wait }: Fault): string {
  return wait === undefined
    ? seconds < 3
      ? '< 3 s'
      : `${Math.round(seconds)} s`
    : `${Math.round(seconds / wait) * wait} s`;
}

/** The first line that is an error. */
function outcomeOf(stderr: string): string {
  return normalise(/^go: .*$/m.exec(stderr)?.[0] ?? '', []);
}

/** Runs so many at a time. */
async function abreast<T, R>(items: readonly T[], width: number, run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = rest.shift(); next; next = rest.shift()) results[next[0]] = await run(next[1]);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
