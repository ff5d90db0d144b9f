import { type Cell, defineLab, isWanted, type Lab, type LabContext, type Measured, type Row } from '../lab.ts';
import { GO } from './catalog.ts';
import type { Bilingual } from './environment.ts';
import { buildProgram } from './grpc-clients.ts';
import { excerpt } from './normalise.ts';
import { run } from './process.ts';

// A client and a server of grpc-go of one release, as two processes of labs/rpc-faults, and what both say.

/** A situation that the program knows by its id. */
export interface RpcFault {
  readonly id: string;
  readonly title: Bilingual;
  /** Which releases have an error to tell: every one, none, or all but the newest. */
  readonly fails: 'always' | 'never' | 'before-newest';
}

/** The lab of one trap whose text comes with calls. */
export interface RpcFaultsLab {
  readonly trap: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly faults: readonly RpcFault[];
  /** Those of the short form; left out: all. */
  readonly short?: readonly string[];
  readonly waits?: true;
}

/** The newest first. */
const releases = ['1.85.0', '1.60.1', '1.50.1', '1.27.1'] as const;
const newest = releases[0];
const callMs = 2 * 60_000;

/** What the program says where nothing fails. */
const fine = ['answered', 'still there'];

/** Measures every situation with every release; the short form: with the newest. */
export function rpcFaultsLab(spec: RpcFaultsLab): Lab {
  const { trap, faults } = spec;
  return defineLab({
    id: trap,
    title: spec.title,
    question: spec.question,
    traps: [trap],
    ...(spec.short && { short: spec.short }),
    ...(spec.waits && { waits: spec.waits }),
    rowTitles: Object.fromEntries(faults.map(({ id, title }) => [id, title])),
    table: [
      { column: 'id', title: { en: 'what is called', zh: '调用情形' } },
      ...releases.map((release) => ({
        column: columnOf(release),
        title: { en: `grpc-go ${release}`, zh: `grpc-go ${release}` },
      })),
      { column: 'logs', title: { en: 'logs of both sides', zh: '两边的日志' } },
    ],
    run: (context) => measureAll(spec, context),
  });
}

async function measureAll(spec: RpcFaultsLab, context: LabContext): Promise<Measured> {
  const wanted = spec.faults.filter(({ id }) => isWanted({ ...(spec.short && { short: spec.short }) }, context, id));
  const measured = new Map<string, Record<string, Cell>>(wanted.map(({ id }) => [id, {}]));
  const logs = new Map<string, Set<string>>(wanted.map(({ id }) => [id, new Set()]));
  for (const release of context.form === 'full' ? releases : [newest]) {
    const goLine = GO.version.split('.').slice(0, 2).join('.');
    const built = await buildProgram(context.bench, { program: 'rpc-faults', grpc: release, go: GO.version, goLine });
    if ('refused' in built) throw new Error(built.refused);
    // They mostly wait: beside each other they take as long as the longest.
    const said = await Promise.all(wanted.map(({ id }) => call(built.bin, id, context.work)));
    for (const [at, { id }] of wanted.entries()) {
      const { says, lines } = said[at] ?? { says: '', lines: [] };
      Object.assign(measured.get(id) ?? {}, { [columnOf(release)]: says });
      for (const line of lines) logs.get(id)?.add(line);
      context.progress(`${spec.trap} ${id}, grpc-go ${release}: ${says}`);
    }
  }
  const rows = wanted.map(({ id }) => ({
    id,
    ...measured.get(id),
    // What older releases log is only known where they were asked.
    ...(context.form === 'full' && { logs: [...(logs.get(id) ?? [])].sort() }),
  }));
  return { rows, problems: wanted.flatMap((fault, at) => contradictions(fault, rows[at])) };
}

function columnOf(release: string): string {
  return `grpc-${release}`;
}

async function call(bin: string, id: string, cwd: string): Promise<{ says: string; lines: readonly string[] }> {
  const { stdout, stderr } = await run([bin, id], { cwd, env: {}, timeoutMs: callMs });
  const answer = stdout === '' ? { server: '' } : (JSON.parse(stdout) as { says?: string; server: string });
  const ofClient = logged(stderr);
  // A client that panics says nothing else.
  return {
    says: excerpt(answer.says ?? ofClient[0] ?? '', []).join('\n'),
    lines: [...ofClient, ...logged(answer.server)],
  };
}

/** Lines of a log, and the first of a panic; times are left out wherever a release puts them. */
function logged(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /, ''))
    .filter((line) => /^(?:ERROR|WARNING|panic): /.test(line));
}

function contradictions({ id, fails }: RpcFault, row: Row | undefined): string[] {
  return releases.flatMap((release) => {
    const says = row?.[columnOf(release)];
    if (typeof says !== 'string') return [];
    const expected = fails === 'always' || (fails === 'before-newest' && release !== newest);
    return fine.includes(says) === expected ? [`${id}, grpc-go ${release}: ${says}`] : [];
  });
}
