import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findCpuGroup } from '../../read/system/cgroup.ts';
import { pause, run } from './process.ts';

/** A cgroup of the lab's own, below the one that the lab runs in. */
export interface LabGroup extends AsyncDisposable {
  /** What starts a command in it. */
  readonly prefix: readonly string[];
  /** Processors on average in each period; undefined: no limit. */
  setQuota(processors: number | undefined, periodMs?: number): void;
}

const microseconds = 1000;

/** Makes a cgroup, or tells why that is not possible here: containers and users without rights may not. */
export function makeGroup(): LabGroup | { readonly impossible: string } {
  const [membership, mounts] = ['cgroup', 'mountinfo'].map((name) => readFileSync(`/proc/self/${name}`, 'utf8'));
  const parent = findCpuGroup(membership ?? '', mounts ?? '');
  if (!parent) return { impossible: 'no cgroup with a processor quota' };
  const folder = join(parent.folder, `grpc-doctor-lab-${process.pid}-${Date.now()}`);
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  try {
    mkdirSync(folder);
    if (parent.version === 2 && !existsSync(join(folder, 'cpu.max'))) throw new Error('no cpu controller below it');
  } catch (error) {
    if (existsSync(folder)) rmdirSync(folder);
    return { impossible: `${parent.folder}: ${error instanceof Error ? error.message : error}` };
  }
  // Whoever interrupts the lab does not wait for its end.
  const leave = (): void => removeNow(folder);
  process.once('exit', leave);
  return {
    prefix: ['sh', '-c', 'echo $$ > "$0" && exec "$@"', join(folder, 'cgroup.procs')],
    setQuota: (processors, periodMs = 100) => {
      const period = periodMs * microseconds;
      const quota = processors === undefined ? undefined : Math.round(processors * period);
      if (parent.version === 2) write('cpu.max', `${quota ?? 'max'} ${period}`);
      else {
        write('cpu.cfs_quota_us', '-1');
        write('cpu.cfs_period_us', `${period}`);
        write('cpu.cfs_quota_us', `${quota ?? -1}`);
      }
    },
    [Symbol.asyncDispose]: () => {
      process.off('exit', leave);
      return removed(folder);
    },
  };
}

/** The kernel lets go of a cgroup a moment after its last process has ended. */
async function removed(folder: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      return rmdirSync(folder);
    } catch {
      await setTimeout(100);
    }
  }
}

function removeNow(folder: string): void {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      rmdirSync(folder);
      return;
    } catch {
      pause(50);
    }
  }
}

/**
 * What starts a command that is told there are so many processors (at most 8), by changing what the kernel answers to the
 * question for the affinity mask; undefined where strace is not there or may not do that.
 */
export async function pretendProcessors(count: number): Promise<readonly string[] | undefined> {
  const mask = (2 ** count - 1).toString(16).padStart(2, '0').padEnd(16, '0');
  const inject = `inject=sched_getaffinity:retval=8:poke_exit=@arg3=${mask}`;
  const prefix = [
    'strace',
    '-f',
    '-qq',
    '--seccomp-bpf',
    '-o',
    '/dev/null',
    '-e',
    'trace=sched_getaffinity',
    '-e',
    inject,
  ];
  const options = { cwd: tmpdir(), env: { PATH: process.env.PATH ?? '' }, timeoutMs: 10_000 };
  const tried = await run([...prefix, 'nproc'], options);
  return tried.rc === 0 && Number(tried.stdout) === count ? prefix : undefined;
}
