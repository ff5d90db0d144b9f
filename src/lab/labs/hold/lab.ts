import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildProgram, newestClient } from '../../kit/grpc-clients.ts';
import { mustRun, run, start } from '../../kit/process.ts';
import { defineLab, isWanted, type LabContext, type Row } from '../../lab.ts';
import { findNginx, startNginx } from './nginx.ts';
import { cuttingRelay, goawayText, observe, type Seen } from './observer.ts';

/** What the rules of labs/held-server count up to, and those of nginx here. */
const limit = 2;
/** How much later a timer of a busy machine may come; MaxConnectionAge also comes up to a tenth earlier. */
const late = 1.5;
const early = 0.3;
const keepMs = 5000;
const minutes = 60_000;

/** A server, and when its connections are expected to end. */
interface Case {
  readonly id: string;
  readonly address: string;
  /** In seconds; undefined: they are kept. */
  readonly after?: number;
  /** The doctor calls the health service; what counts connections without a call is only observed. */
  readonly call?: boolean;
  readonly pingMs?: number;
}

const nginxIds = ['nginx-keepalive-timeout', 'nginx-never-used'];
const longIds = ['nginx-defaults', 'nginx-defaults-never-used', 'grpc-go-client-pings'];

const lab = defineLab({
  id: 'hold',
  title: { en: 'who cuts an idle connection', zh: '谁切断空闲连接' },
  question: {
    en: 'After how long does what stands in between end a connection, how does a client see it, and does probe --hold say the same?',
    zh: '中间的各个环节多久后切断连接？客户端看到的是什么？probe --hold 说的是否一致？',
  },
  traps: ['goaway-max-age', 'keepalive-too-many-pings', 'proxy-idle-timeout'],
  short: [
    'kept',
    'grpc-go-idle',
    'grpc-go-age',
    'grpc-go-server-pings',
    'grpc-go-pings-too-often',
    'closed-in-between',
    'reset-in-between',
    ...nginxIds,
  ],
  waits: true,
  table: [
    { column: 'id', title: { en: 'what', zh: '对象' } },
    { column: 'cut', title: { en: 'a client sees', zh: '客户端看到' } },
    { column: 'seconds', title: { en: 'after (s)', zh: '多少秒后' } },
    { column: 'probe', title: { en: 'probe --hold says', zh: 'probe --hold 的说法' } },
  ],
  run: async (context) => {
    const built = await buildProgram(context.bench, { program: 'held-server', ...newestClient });
    if ('refused' in built) throw new Error(built.refused);
    await using servers = await start([built.bin], { cwd: context.work, env: {} });
    if (servers.firstLine === undefined) throw new Error(`held-server: ${servers.stderr()}`);
    const addresses = JSON.parse(servers.firstLine) as Record<'none' | 'idle' | 'age' | 'pings', string>;
    await using closing = await cuttingRelay(addresses.none, limit * 1000, 'closed');
    await using resetting = await cuttingRelay(addresses.none, limit * 1000, 'reset');
    await using nginx = await nginxBefore(addresses.none, context);
    const cases: Case[] = [
      { id: 'kept', address: addresses.none },
      { id: 'grpc-go-idle', address: addresses.idle, after: limit },
      { id: 'grpc-go-age', address: addresses.age, after: limit },
      { id: 'grpc-go-server-pings', address: addresses.pings },
      { id: 'grpc-go-pings-too-often', address: addresses.none, after: limit, call: false, pingMs: (limit * 1000) / 4 },
      { id: 'closed-in-between', address: closing.address, after: limit },
      { id: 'reset-in-between', address: resetting.address, after: limit },
      ...(nginx?.cases ?? []),
    ];
    const wanted = cases.filter(({ id }) => isWanted(lab, context, id));
    // They only wait: beside each other they take as long as the longest.
    const rows = await Promise.all(wanted.map((one) => measure(one, context)));
    if (isWanted(lab, context, 'grpc-go-client-pings'))
      rows.push(await clientPings(built.bin, addresses.none, context));
    return { rows, problems: rows.flatMap(contradiction) };
  },
});

async function nginxBefore(
  backend: string,
  context: LabContext,
): Promise<(AsyncDisposable & { readonly cases: readonly Case[] }) | undefined> {
  if (![...nginxIds, ...longIds].some((id) => isWanted(lab, context, id))) return undefined;
  const folder = join(context.work, 'nginx');
  await mkdir(folder);
  const found = await findNginx(folder);
  if (!found) {
    context.progress('hold: nginx not found, its rows are left out (apt-get install nginx)');
    return undefined;
  }
  context.progress(`hold: nginx ${found.version}`);
  const short = [`keepalive_timeout ${limit}s`, `client_header_timeout ${limit}s`];
  const nginx = await startNginx(found.bin, folder, backend, [short, []]);
  const [own = '', defaults = ''] = nginx.addresses;
  return {
    cases: [
      { id: 'nginx-keepalive-timeout', address: own, after: limit },
      { id: 'nginx-never-used', address: own, after: limit, call: false },
      { id: 'nginx-defaults', address: defaults, after: 75 },
      { id: 'nginx-defaults-never-used', address: defaults, after: 60, call: false },
    ],
    [Symbol.asyncDispose]: () => nginx[Symbol.asyncDispose](),
  };
}

async function measure({ id, address, after, call = true, pingMs }: Case, context: LabContext): Promise<Row> {
  const waitMs = after === undefined ? keepMs : after * 1000 + keepMs;
  const [seen, probe] = await Promise.all([
    observe(address, { call, waitMs, ...(pingMs !== undefined && { pingMs }) }),
    call && context.doctor ? askDoctor(context.doctor, address, waitMs, context.work) : undefined,
  ]);
  context.progress(
    `hold ${id}: ${seen.cut} after ${seen.seconds} s, ${seen.pings} PINGs; probe: ${probe?.text ?? 'not asked'}`,
  );
  return {
    id,
    cut: seen.cut,
    ...(after !== undefined && { seconds: secondsClass(seen, after) }),
    ...(pingMs !== undefined && { pings: seen.pings }),
    ...(probe && { probe: after === undefined ? probe.cut : inTime(probe.seconds, after) ? probe.cut : probe.text }),
  };
}

/** The expected seconds where they were kept, so that a row is the same every time. */
function secondsClass({ seconds }: Seen, after: number): number {
  return inTime(seconds, after) ? after : Math.round(seconds * 10) / 10;
}

function inTime(seconds: number, after: number): boolean {
  return seconds >= after - early && seconds <= after + late;
}

interface ProbeSays {
  readonly cut: string;
  readonly seconds: number;
  readonly text: string;
}

/** What the step `hold` of the built doctor says, in the words of the rows. */
async function askDoctor(doctor: readonly string[], address: string, waitMs: number, cwd: string): Promise<ProbeSays> {
  const words = ['probe', address, '--as', 'plaintext', '--hold', `${waitMs}ms`, '--format', 'json'];
  const env = { PATH: cwd, HOME: cwd };
  const { stdout, stderr } = await run([...doctor, ...words], { cwd, env, timeoutMs: 3 * minutes });
  const text = holdDetail(stdout) ?? stderr.trim();
  const seconds = Number(/after ([\d.]+) s/.exec(text)?.[1] ?? Number.NaN);
  const [, code, debug = ''] = /GOAWAY (\d+)(?: "(.*?)")?/.exec(text) ?? [];
  if (code !== undefined) return { cut: goawayText(Number(code), debug), seconds, text };
  const cut = /^still there/.test(text)
    ? 'kept'
    : /^reset/.test(text)
      ? 'reset'
      : /^closed/.test(text)
        ? 'closed'
        : text;
  return { cut, seconds, text };
}

function holdDetail(stdout: string): string | undefined {
  try {
    const { steps } = JSON.parse(stdout) as { steps: readonly { step: string; detail: string }[] };
    return steps.find(({ step }) => step === 'hold')?.detail;
  } catch {
    return undefined;
  }
}

/** A client of grpc-go that sends PINGs as often as it may, at a server with the policy that servers have. */
async function clientPings(bin: string, address: string, context: LabContext): Promise<Row> {
  const { stdout } = await mustRun([bin, address], { cwd: context.work, env: {}, timeoutMs: 2 * minutes });
  const { seconds, says } = JSON.parse(stdout) as { seconds: number; says: string };
  context.progress(`hold grpc-go-client-pings: ${says} after ${seconds} s`);
  // Before it stands how the end of the connection was seen, which is a race.
  const cut = /received prior goaway: .*$/.exec(says)?.[0] ?? says;
  return { id: 'grpc-go-client-pings', cut, seconds: inTime(seconds, 30) ? 30 : seconds };
}

/** The doctor has to see what a client sees. */
function contradiction({ id, cut, probe }: Row): string[] {
  return probe === undefined || probe === cut
    ? []
    : [`${id}: a client sees ${String(cut)}, probe says ${String(probe)}`];
}

export default lab;
