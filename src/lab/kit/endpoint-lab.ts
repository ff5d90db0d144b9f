import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cell, defineLab, isWanted, type Lab, type LabContext, type Measured, type Row } from '../lab.ts';
import { readResult } from '../results.ts';
import { CertificateFolder, type Certificates } from './certificates.ts';
import { askProbe, type ProbeVerdict } from './doctor-probe.ts';
import type { Bilingual } from './environment.ts';
import { type FaultServers, type ServerSpec, startServers } from './fault-servers.ts';
import { type Call, type ClientSpec, makeCalls, type Said } from './grpc-calls.ts';
import { buildClient, type ClientBuild, clientBuilds, clientName, newestClient } from './grpc-clients.ts';
import { labCertificates } from './lab-certificates.ts';
import type { Placeholder } from './normalise.ts';

/** An endpoint, the client that dials it, and what is true of them. */
export interface Situation {
  readonly id: string;
  readonly title: Bilingual;
  readonly server: ServerSpec;
  readonly client: ClientSpec;
  /** What is dialled, from the address; default: the address itself, and `unix:PATH` for a socket. */
  readonly target?: (address: string) => string;
  /** The trap that the probe has to name first; null: nothing may be found; `any`: not judged. Default: the trap of the lab. */
  readonly trap?: string | null;
  /**
   * Who is first decides what the client prints: all that is printed is a set, and the texts of earlier runs stay in it. `older`: not
   * with the newest client, but with old ones that race with themselves.
   */
  readonly race?: true | 'older';
  /** The probe cannot know what the client does here: only the clients are measured. */
  readonly unseen?: true;
  /** Further words for `grpc-doctor probe`. */
  readonly probe?: readonly string[];
}

/** A lab whose rows are endpoints. */
export interface EndpointLabSpec {
  readonly id: string;
  readonly traps: readonly string[];
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly article?: readonly string[];
  readonly rowsOf?: Lab['rowsOf'];
  readonly situations: readonly Situation[];
  /** Certificates beside those that all labs share. */
  readonly certificates?: Certificates;
  /** Situations of the short form; left out: all. */
  readonly short?: readonly string[];
}

/** The lab of one trap. */
export type EndpointTrapLab = Omit<EndpointLabSpec, 'id' | 'traps'> & { readonly trap: string };

/** How often a race is run: the rarest text of those that were seen came once in forty. */
const racesInFull = 40;
const olderRacesInFull = 10;

/** The lab of one trap that is seen in a live endpoint: its id is the trap's. */
export function endpointLab({ trap, ...rest }: EndpointTrapLab): Lab {
  const situations = rest.situations.map((one) => ({ trap, ...one }));
  return endpointsLab({ id: trap, traps: [trap], ...rest, situations });
}

/**
 * Starts the servers, lets real grpc-go clients call them (the short form: the newest one; the full form: all builds), asks the built
 * doctor with no Go on PATH, and compares: the trap, and the foretold text with what the newest client said.
 */
export function endpointsLab(spec: EndpointLabSpec): Lab {
  return defineLab({
    id: spec.id,
    title: spec.title,
    question: spec.question,
    traps: spec.traps,
    ...(spec.article && { article: spec.article }),
    ...(spec.rowsOf && { rowsOf: spec.rowsOf }),
    ...(spec.short && { short: spec.short }),
    rowTitles: Object.fromEntries(spec.situations.map(({ id, title }) => [id, title])),
    table: [
      { column: 'newest', title: { en: 'the newest client prints', zh: '最新客户端的输出' } },
      { column: 'clients', title: { en: 'the other clients print', zh: '其他客户端的输出' } },
      { column: 'probe', title: { en: 'grpc-doctor probe', zh: 'grpc-doctor probe' } },
    ],
    run: (context) => runEndpoints(spec, context),
  });
}

/** What is there while a lab runs. */
interface Running {
  readonly context: LabContext;
  readonly spec: EndpointLabSpec;
  readonly certificates: CertificateFolder;
  readonly servers: FaultServers;
  readonly folder: string;
  readonly placeholders: readonly Placeholder[];
}

async function runEndpoints(spec: EndpointLabSpec, context: LabContext): Promise<Measured> {
  const situations = spec.situations.filter(({ id }) => isWanted(spec, context, id));
  const folder = join(context.work, 'endpoints');
  await mkdir(folder, { recursive: true });
  const certificates = await CertificateFolder.open(join(context.work, 'certificates'), {
    ...labCertificates,
    ...spec.certificates,
  });
  const wanted = Object.fromEntries(situations.map(({ id, server }) => [id, server]));
  await using servers = await startServers(context.bench, certificates, folder, wanted);
  const placeholders = [
    { path: folder, name: '<folder>' },
    { path: context.work, name: '<work>' },
  ];
  const running = { context, spec, certificates, servers, folder, placeholders };
  const said = await callAll(running, situations);
  const rows: Row[] = [];
  const problems: string[] = [];
  const committed = new Map((await readResult(spec.id))?.rows.map((row) => [row.id, row]));
  for (const situation of situations) {
    const { row, problems: found } = await judge(running, situation, said, committed.get(situation.id));
    rows.push(row);
    problems.push(...found.map((problem) => `${situation.id}: ${problem}`));
    context.progress(`${spec.id} ${situation.id}: ${cellText(row.newest)}`);
  }
  return { rows, problems };
}

type SaidByClient = ReadonlyMap<string, ReadonlyMap<string, Said> | string>;

/** What each client said to each situation, by its name; a text: why it could not be built. */
async function callAll(running: Running, situations: readonly Situation[]): Promise<SaidByClient> {
  const { context, certificates, folder, placeholders } = running;
  const full = context.form === 'full';
  const said = new Map<string, ReadonlyMap<string, Said> | string>();
  for (const build of full ? clientBuilds : [newestClient]) {
    const name = clientName(build);
    const built = await buildClient(context.bench, build);
    if ('refused' in built) {
      said.set(name, built.refused);
      continue;
    }
    const calls = situations.map((one) => callOf(running, one, full));
    said.set(name, await makeCalls(built.bin, calls, certificates, { folder, placeholders }));
    context.progress(`${running.spec.id}: ${name} has called`);
  }
  return said;
}

function callOf(running: Running, situation: Situation, full: boolean): Call {
  // A call that waits for the end of its time is not made again and again.
  const times = situation.race === true ? racesInFull : situation.race && !situation.client.dial ? olderRacesInFull : 1;
  const repeat = full ? times : 1;
  return { id: situation.id, target: targetOf(running, situation), client: situation.client, repeat };
}

function targetOf({ servers }: Running, { id, server, target }: Situation): string {
  const address = servers.addresses[id] ?? '';
  if (target !== undefined) return target(address);
  return server.network === 'unix' ? `unix:${address}` : address;
}

async function judge(
  running: Running,
  situation: Situation,
  said: SaidByClient,
  committed: Row | undefined,
): Promise<{ row: Row; problems: string[] }> {
  const { context } = running;
  const newest = saidBy(said, newestClient, situation.id);
  if (newest === undefined) throw new Error('the newest client was not built');
  const full = context.form === 'full';
  const isRace = situation.race === true;
  const texts = isRace ? known(newest.texts, committed?.newest) : newest.texts;
  const row: Row = {
    id: situation.id,
    ...((full || !isRace) && { newest: oneOrMany(texts) }),
    ...(newest.direct && !isRace && { direct: { text: newest.direct.text, as: newest.direct.as } }),
    ...(full && { clients: otherClients(situation, said, committed, oneOrMany(texts)) }),
  };
  const hidden = newest.as.length > 0 ? [`errors.As finds ${newest.as.join(', ')} in the error of the call`] : [];
  if (context.doctor === null || situation.unseen) return { row, problems: hidden };
  const verdict = await ask(running, situation, context.doctor, newestClient);
  if ('failure' in verdict) return { row, problems: [...hidden, `no report of the probe: ${verdict.failure}`] };
  const others = (row.clients ?? []) as unknown as readonly SaidTogether[];
  const older = situation.trap === 'any' ? [] : await olderMistakes(running, situation, context.doctor, others);
  return {
    row: { ...row, probe: verdict.cell },
    problems: [...hidden, ...mistakes(situation, verdict, texts), ...older],
  };
}

/** What is foretold of a build of each group that says something else than the newest one. */
async function olderMistakes(
  running: Running,
  situation: Situation,
  doctor: readonly string[],
  groups: readonly SaidTogether[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const { says, by } of groups) {
    const build = clientBuilds.find((one) => clientName(one) === by[0]);
    if (!build) continue;
    const verdict = await ask(running, situation, doctor, build);
    if ('failure' in verdict) problems.push(`${by[0]}: no report of the probe: ${verdict.failure}`);
    // That it is not known is said; a text that is wrong must not be.
    else if (verdict.predicted !== 'unknown')
      problems.push(...missedTexts(verdict, [says].flat() as string[]).map((text) => `${by[0]}: ${text}`));
  }
  return problems;
}

function ask(
  running: Running,
  { client, probe = [], ...rest }: Situation,
  doctor: readonly string[],
  build: ClientBuild,
) {
  const { certificates, folder, placeholders } = running;
  const target = targetOf(running, { client, ...rest });
  return askProbe({ doctor, build, target, client, more: probe, certificates, folder, placeholders });
}

/** The first finding, `error: tls-expired`, is what was expected of the situation. */
export function sameTrap(expected: string | null | undefined, finding: string | undefined): boolean {
  return expected === 'any' || (expected ?? undefined) === finding?.replace(/^\w+: /, '');
}

function mistakes(situation: Situation, verdict: ProbeVerdict, texts: readonly string[]): string[] {
  const { trap = null } = situation;
  const first = verdict.findings[0]?.trap ?? null;
  const { races } = verdict;
  return [
    ...(trap === 'any' || first === trap
      ? []
      : [`the probe names ${first ?? 'nothing'} first, not ${trap ?? 'nothing'}`]),
    ...missedTexts(verdict, texts),
    ...(races.length > 0 && situation.race !== true ? [`the probe speaks of a race: ${JSON.stringify(races)}`] : []),
  ];
}

function missedTexts({ predicted, races }: ProbeVerdict, texts: readonly string[]): string[] {
  const all = [predicted, ...races];
  const missed = texts.filter((text) => !all.includes(text));
  return missed.length === 0 ? [] : [`the client says ${JSON.stringify(missed)}, foretold was ${JSON.stringify(all)}`];
}

/** What some builds say, and which. */
interface SaidTogether {
  readonly says: Cell;
  readonly by: string[];
}

/**
 * What other builds say where it is not what the newest one says, those that say the same together. In a race which text comes under
 * which Go is chance, so that builds of one release of grpc-go are one.
 */
function otherClients({ id, race }: Situation, said: SaidByClient, committed: Row | undefined, newest: Cell): Cell {
  const before = (committed?.clients ?? []) as unknown as readonly SaidTogether[];
  const built = clientBuilds.filter(
    (build) => typeof said.get(clientName(build)) === 'object' && build !== clientBuilds[0],
  );
  const groups = new Map<string, SaidTogether>();
  for (const build of built) {
    const name = clientName(build);
    const kin = race ? built.filter(({ grpc }) => grpc === build.grpc) : [build];
    const texts = [...new Set(kin.flatMap((one) => saidBy(said, one, id)?.texts ?? []))].sort();
    const says = oneOrMany(race ? known(texts, before.find(({ by }) => by.includes(name))?.says) : texts);
    const group = groups.get(JSON.stringify(says)) ?? { says, by: [] };
    groups.set(JSON.stringify(says), group);
    group.by.push(name);
  }
  groups.delete(JSON.stringify(newest));
  return [...groups.values()] as unknown as Cell;
}

/** The texts of a race that were ever seen: which of them come in one run is chance. */
function known(texts: readonly string[], before: Cell | undefined): readonly string[] {
  const earlier = Array.isArray(before) ? (before as string[]) : typeof before === 'string' ? [before] : [];
  return [...new Set([...earlier, ...texts])].sort();
}

function saidBy(said: SaidByClient, build: ClientBuild, id: string): Said | undefined {
  const answers = said.get(clientName(build));
  return typeof answers === 'object' ? answers.get(id) : undefined;
}

function oneOrMany(texts: readonly string[]): Cell {
  return texts.length === 1 ? (texts[0] ?? '') : texts;
}

function cellText(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : JSON.stringify(cell ?? '');
}
