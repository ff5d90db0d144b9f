import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cell, defineLab, isWanted, type Lab, type LabContext, type Measured, type Row } from '../lab.ts';
import { packageRoot } from '../paths.ts';
import type { Bilingual } from './environment.ts';
import { sayingOf } from './grpc-calls.ts';
import { buildClient, type ClientBuild, newestClient } from './grpc-clients.ts';
import { type Namespace, noNamespace, openNamespace } from './namespace.ts';
import { normalise } from './normalise.ts';
import { type Background, mustRun, run, start } from './process.ts';

/** What a name server says of a name: nothing, a code, or records. */
export type Told =
  | 'silence'
  | 'no-such-name'
  | 'failure'
  | 'refused'
  | 'lame'
  | {
      readonly A?: readonly string[];
      readonly AAAA?: readonly string[];
      readonly cname?: string;
      /** Over UDP it says only that there is more. */
      readonly truncated?: true;
    };

/** Where a trap stands in a report. */
type Place = 'first' | 'beside' | 'nowhere';

/** A machine with a resolv.conf, a name server, and a client that dials. */
export interface NameSituation {
  readonly id: string;
  readonly title: Bilingual;
  readonly target: string;
  /** Default: one server, this machine. */
  readonly resolvConf?: string;
  /** By name; null: nobody listens at port 53. Names that are not listed do not exist, unless `others` says otherwise. */
  readonly server: { readonly names?: Readonly<Record<string, Told>>; readonly others?: Told } | null;
  readonly env?: Readonly<Record<string, string>>;
  /** Of the call; default: 4000. */
  readonly deadlineMs?: number;
  /** How many calls, one after the other, each with a client of its own; the questions of all are counted. */
  readonly repeat?: number;
  /** Of the lab: the probe names it first, beside another one, or not at all. Default: first. */
  readonly trap?: Place;
  /** The same for the older client, where that is another matter. */
  readonly olderTrap?: Place;
  /** What grpc-go prints here is not about names, or differs from run to run: the words are not compared. */
  readonly unforetold?: true;
  /** An HTTP proxy at 127.0.0.1:3128. */
  readonly proxy?: 'refuses' | 'silent';
  /** How long a call takes, in whole seconds, is part of the row. */
  readonly timed?: true;
  /** The older client is not asked: it would wait for minutes. */
  readonly newestOnly?: true;
}

export interface NameLabSpec {
  readonly trap: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly article?: readonly string[];
  readonly situations: readonly NameSituation[];
  readonly short?: readonly string[];
}

/** Beside the newest. */
const olderClient: ClientBuild = { grpc: '1.60.1', go: '1.26.8', goLine: '1.26' };
const probeMs = 60_000;
const runMs = 5 * 60_000;

/**
 * Each situation in a network namespace of its own with its own /etc/resolv.conf and a scripted name server: real clients call, the
 * questions that they send are counted, and the words are compared with what the probe foretells for each release.
 */
export function nameLab(spec: NameLabSpec): Lab {
  return defineLab({
    id: spec.trap,
    traps: [spec.trap],
    title: spec.title,
    question: spec.question,
    ...(spec.article && { article: spec.article }),
    ...(spec.short && { short: spec.short }),
    rowTitles: Object.fromEntries(spec.situations.map(({ id, title }) => [id, title])),
    table: [
      { column: 'newest', title: { en: 'grpc-go 1.85.0 prints', zh: 'grpc-go 1.85.0 的输出' } },
      { column: 'older', title: { en: 'grpc-go 1.60.1 prints', zh: 'grpc-go 1.60.1 的输出' } },
      { column: 'questions', title: { en: 'questions of the newest', zh: '最新客户端的问题' } },
      { column: 'probe', title: { en: 'grpc-doctor probe', zh: 'grpc-doctor probe' } },
    ],
    run: (context) => runNames(spec, context),
  });
}

async function runNames(spec: NameLabSpec, context: LabContext): Promise<Measured> {
  const problem = await noNamespace();
  if (problem !== undefined) return { rows: [], problems: [`no namespace: ${problem}`] };
  const clients = await Promise.all([newestClient, olderClient].map((build) => clientOf(context, build)));
  const rows: Row[] = [];
  const problems: string[] = [];
  for (const situation of spec.situations.filter(({ id }) => isWanted(spec, context, id))) {
    const { row, problems: found } = await measure(spec.trap, context, situation, clients);
    rows.push(row);
    problems.push(...found.map((text) => `${situation.id}: ${text}`));
    context.progress(`${spec.trap} ${situation.id}: ${String(row.newest)}`);
  }
  return { rows, problems };
}

async function clientOf(context: LabContext, build: ClientBuild): Promise<string> {
  const built = await buildClient(context.bench, build);
  if ('refused' in built) throw new Error(built.refused);
  return built.bin;
}

interface Heard {
  readonly text: string;
  readonly questions: readonly string[];
  /** First lines that the HTTP proxy got. */
  readonly requests: readonly string[];
  readonly seconds: number;
}

async function measure(
  trap: string,
  context: LabContext,
  situation: NameSituation,
  [newest = '', older = '']: readonly string[],
): Promise<{ row: Row; problems: string[] }> {
  const folder = join(context.work, 'names', situation.id);
  await mkdir(folder, { recursive: true });
  const resolvConf = join(folder, 'resolv.conf');
  await writeFile(resolvConf, situation.resolvConf ?? 'nameserver 127.0.0.1\n');
  await using namespace = await openNamespace({ resolvConf });
  const place = { namespace, folder, situation };
  const ofNewest = await call(place, newest);
  const { timed } = situation;
  const ofOlder = situation.newestOnly ? undefined : await call(place, older);
  const row: Row = {
    id: situation.id,
    newest: ofNewest.text,
    ...(ofOlder && { older: ofOlder.text }),
    ...(timed && { seconds: ofOlder ? [ofNewest.seconds, ofOlder.seconds] : ofNewest.seconds }),
    ...(situation.proxy && { requests: ofNewest.requests }),
    questions: countsOf(ofNewest.questions),
  };
  if (context.doctor === null) return { row, problems: [] };
  const now = await ask(place, context.doctor, newestClient);
  const before = ofOlder && (await ask(place, context.doctor, olderClient));
  return {
    row: { ...row, ...(!situation.unforetold && { probe: now.cell }) },
    problems: [
      ...mistakes(trap, situation.trap, situation, ofNewest, now),
      ...(ofOlder && before ? mistakes(trap, situation.olderTrap ?? situation.trap, situation, ofOlder, before) : []),
    ],
  };
}

interface Machine {
  readonly namespace: Namespace;
  readonly folder: string;
  readonly situation: NameSituation;
}

/** `8 A, 8 AAAA, 4 TXT`. */
function countsOf(questions: readonly string[]): Cell {
  const counts: Record<string, number> = {};
  for (const line of questions) {
    const [network = '', type = ''] = line.split(' ');
    const key = network === 'udp' ? type : `${type} over TCP`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function startServer({ namespace, folder, situation }: Machine): Promise<Background | undefined> {
  if (situation.server === null) return undefined;
  const script = join(packageRoot(), 'labs', 'name-server', 'server.mjs');
  const argv = [...namespace.enter(folder), process.execPath, script, JSON.stringify(situation.server)];
  const server = await start(argv, { cwd: folder, env: { PATH: process.env.PATH ?? '' } });
  if (server.firstLine !== 'ready') throw new Error(`no name server: ${server.stderr()}`);
  return server;
}

async function startProxy({ namespace, folder, situation }: Machine): Promise<Background | undefined> {
  if (situation.proxy === undefined) return undefined;
  const script = join(packageRoot(), 'labs', 'connect-proxy', 'proxy.mjs');
  const argv = [...namespace.enter(folder), process.execPath, script, situation.proxy];
  const proxy = await start(argv, { cwd: folder, env: { PATH: process.env.PATH ?? '' } });
  if (proxy.firstLine !== 'ready') throw new Error(`no proxy: ${proxy.stderr()}`);
  return proxy;
}

/** What a server wrote after `ready`. */
function linesOf(server: Background | undefined): readonly string[] {
  const lines = server?.stdout().split('\n') ?? [];
  return lines.slice(1).filter((line) => line !== '');
}

async function call(place: Machine, bin: string): Promise<Heard> {
  const { namespace, folder, situation } = place;
  await using server = await startServer(place);
  await using proxy = await startProxy(place);
  const { id, target, deadlineMs = 4000, env = {}, repeat = 1 } = situation;
  const method = '/grpc.health.v1.Health/Check';
  const input = JSON.stringify([{ id, target, repeat, deadlineMs, method, as: 'plaintext' }]);
  const options = { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env }, timeoutMs: runMs, input };
  const { stdout } = await mustRun([...namespace.enter(folder), bin], options);
  const answer = JSON.parse(stdout.trim()) as {
    ms: number;
    outcomes: readonly { code: string; message: string }[];
  };
  const texts = answer.outcomes.map(({ code, message }) => shown(sayingOf(code, message)));
  return {
    text: [...new Set(texts)].sort().join(' | '),
    questions: linesOf(server),
    requests: [...new Set(linesOf(proxy))],
    seconds: Math.round(answer.ms / 1000),
  };
}

/** The local end of a question is another one each time. */
function shown(text: string): string {
  return normalise(text, []).replace(/\b(read (?:udp|tcp)) \S+->/g, '$1 *->');
}

interface Foretold {
  readonly findings: readonly string[];
  readonly text: string;
  readonly cell: Cell;
}

interface Report {
  readonly findings: readonly { readonly trap: string; readonly severity: string; readonly bites?: string }[];
  readonly go: { readonly verdict: string; readonly code?: string; readonly text: string };
}

/** What the doctor says, with no Go on PATH. */
async function ask(place: Machine, doctor: readonly string[], build: ClientBuild): Promise<Foretold> {
  const { namespace, folder, situation } = place;
  await using _server = await startServer(place);
  await using _proxy = await startProxy(place);
  const home = join(folder, 'home');
  await mkdir(home, { recursive: true });
  const variables = Object.entries({ PATH: home, HOME: home, ...situation.env }).map(
    ([name, value]) => `${name}=${value}`,
  );
  const words = ['--as', 'plaintext', '--format', 'json', '--grpc-version', build.grpc, '--go-version', build.go];
  const argv = [...namespace.enter(home), 'env', '-i', ...variables, ...doctor, 'probe', ...words, situation.target];
  const { rc, stdout, stderr } = await run(argv, {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
    timeoutMs: probeMs,
  });
  const report = parse(stdout);
  if (!report) throw new Error(`no report of the probe, exit code ${rc}: ${stderr}`);
  const text = foretold(report);
  const findings = report.findings.map(({ trap, severity }) => `${severity}: ${trap}`);
  return { findings: report.findings.map(({ trap }) => trap), text, cell: { findings, predicted: text } };
}

function foretold({ go, findings }: Report): string {
  if (go.verdict === 'refuse') return shown(sayingOf(go.code ?? '', go.text));
  if (go.verdict === 'accept') return 'OK';
  const bites = findings[0]?.bites ?? '';
  return shown(bites.replace(/^rpc error: code = (\w+) desc = /, '$1: '));
}

function parse(stdout: string): Report | undefined {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return undefined;
  }
}

function mistakes(
  trap: string,
  where: Place = 'first',
  { unforetold }: NameSituation,
  heard: Heard,
  { findings, text }: Foretold,
): string[] {
  const at = findings.indexOf(trap);
  const isRight = { first: at === 0, beside: at > 0, nowhere: at < 0 }[where];
  const isSame = unforetold || text === heard.text;
  return [
    ...(isRight ? [] : [`the probe names ${findings.join(', ') || 'nothing'}; ${trap} was to be ${where}`]),
    ...(isSame ? [] : [`the client says ${JSON.stringify(heard.text)}, foretold was ${JSON.stringify(text)}`]),
  ];
}
