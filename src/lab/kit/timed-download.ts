import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { waitSeconds } from '../../knowledge/blocking.ts';
import type { Cell, LabContext, Row } from '../lab.ts';
import { go } from './catalog.ts';
import { blackHole, openNamespace } from './namespace.ts';
import { type RunResult, run } from './process.ts';
import { writeRequirer } from './requirements.ts';

/** A download in a network in which packets to the proxy vanish, and what the doctor foretells of it. */
export interface TimedDownload {
  readonly id: string;
  readonly go: string;
  readonly requirements: number;
  readonly gomaxprocs: number;
  /** Two modules of a workspace, which share two requirements. */
  readonly workspace?: boolean;
  /** It is the packets to the name server that vanish. */
  readonly nameless?: boolean;
  /** What stands behind the dead proxy in GOPROXY, with the separator. */
  readonly behind?: string;
}

const LONGEST_MS = 10 * 60_000;

/** The prediction may be as far from the truth. */
const tolerance = 0.2;

/** A machine on which one download is timed. */
interface Machine {
  readonly project: string;
  /** Runs a command in it. */
  readonly inside: (...argv: readonly string[]) => Promise<RunResult>;
}

/**
 * Times `go mod download` in a namespace of its own; the doctor is asked before, with the trap that is to foretell. `afterwards` may
 * do more on the same machine, for further columns.
 */
export async function timeDownload(
  one: TimedDownload,
  trap: string,
  context: LabContext,
  afterwards: (machine: Machine) => Promise<Readonly<Record<string, Cell>>> = async () => ({}),
): Promise<Row> {
  const root = join(context.work, one.id);
  await mkdir(root);
  const resolvConf = join(root, 'resolv.conf');
  await writeFile(resolvConf, `nameserver ${blackHole}\n`);
  await using namespace = await openNamespace(one.nameless ? { resolvConf } : {});
  const project = join(root, 'src');
  await writeProject(project, one);
  await mkdir(join(root, 'home'));
  const { bin } = await context.bench.tools.ensure(go(one.go));
  // As go env -w writes it, so that a fix may take it back.
  const dead = one.nameless ? 'https://goproxy.lab.example' : `http://${blackHole}:8080`;
  await writeFile(join(root, 'env'), `GOPROXY=${dead}${one.behind ?? ''}\n`);
  const env = {
    HOME: join(root, 'home'),
    PATH: `${dirname(bin)}:${process.env.PATH ?? ''}`,
    GOMODCACHE: join(root, 'cold'),
    GOCACHE: context.bench.folders.buildCache,
    GOFLAGS: '-modcacherw',
    GOENV: join(root, 'env'),
    GOTOOLCHAIN: 'local',
    GOSUMDB: 'off',
    GOMAXPROCS: `${one.gomaxprocs}`,
  };
  const inside = (...argv: readonly string[]) =>
    run([...namespace.enter(project), ...argv], { cwd: project, env, timeoutMs: LONGEST_MS });
  const machine = { project, inside };
  const foretold = context.doctor === null ? undefined : await foretell(context.doctor, trap, machine);
  const began = performance.now();
  const { rc } = await inside('go', 'mod', 'download');
  const seconds = (performance.now() - began) / 1000;
  context.progress(`${one.id}: ${foretold ?? '-'} s foretold, ${seconds.toFixed(1)} s measured`);
  return {
    id: one.id,
    go: one.go,
    requirements: one.requirements,
    gomaxprocs: one.gomaxprocs,
    ends: rc === 0 ? 'succeeds' : 'fails',
    article: `${one.requirements * waitSeconds.connection} s`,
    measured: `${Math.round(seconds / waitSeconds.name) * waitSeconds.name} s`,
    ...(foretold !== undefined && {
      foretold: `${foretold} s`,
      'within 20 %': Math.abs(foretold - seconds) <= tolerance * seconds,
    }),
    ...(await afterwards(machine)),
  };
}

/** What did not come as it was foretold. */
export function wrongPredictions(rows: readonly Row[]): string[] {
  return rows
    .filter((row) => row['within 20 %'] === false)
    .map(({ id, foretold, measured }) => `${id}: ${foretold} foretold, ${measured} measured`);
}

async function writeProject(folder: string, { requirements, workspace }: TimedDownload): Promise<void> {
  if (!workspace) return writeRequirer(folder, requirements);
  const half = requirements / 2;
  await writeRequirer(join(folder, 'a'), half + 1);
  await writeRequirer(join(folder, 'b'), half + 1, half - 1, 'example.com/other');
  await writeFile(join(folder, 'go.work'), 'go 1.21\n\nuse (\n\t./a\n\t./b\n)\n');
}

/** The arguments of a check that may ask the proxy; it is known to be dead, so that nobody waits long for it. */
export const networkCheck = ['check', '--network', '--timeout', '3', '--format', 'json', '--lang', 'en'] as const;

/** The seconds that the finding names; -1 where it names none. */
async function foretell(doctor: readonly string[], trap: string, { inside, project }: Machine): Promise<number> {
  const { stdout } = await inside(...doctor, ...networkCheck, project);
  const { findings } = JSON.parse(stdout) as { findings: { trap: string; bites?: string }[] };
  const bites = findings.find((finding) => finding.trap === trap)?.bites ?? '';
  return Number(/(\d+) s\b/.exec(bites)?.[1] ?? -1);
}
