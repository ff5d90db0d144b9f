/** The cgroup that accounts the processor time of a process. */
export interface CpuGroup {
  readonly version: 1 | 2;
  /** Its folder in the file system. */
  readonly folder: string;
}

/**
 * Finds it as Go does (internal/runtime/cgroup of Go 1.26.8): a v1 hierarchy with the controller `cpu` comes before v2.
 * @param membership text of /proc/self/cgroup
 * @param mounts text of /proc/self/mountinfo
 */
export function findCpuGroup(membership: string, mounts: string): CpuGroup | undefined {
  const lines = membership.split('\n').map((line) => /^(\d+):([^:]*):(\/.*)$/.exec(line));
  const v1 = lines.find((found) => found?.[2]?.split(',').includes('cpu'));
  const v2 = lines.find((found) => found?.[1] === '0');
  const path = (v1 ?? v2)?.[3];
  if (path === undefined) return undefined;
  const version = v1 ? 1 : 2;
  for (const line of mounts.split('\n')) {
    const folder = folderIn(readMount(line), version, path);
    if (folder !== undefined) return { version, folder };
  }
  return undefined;
}

interface Mount {
  /** The folder of the file system that is mounted. */
  readonly root: string;
  readonly point: string;
  readonly type: string;
  readonly options: readonly string[];
}

/** `36 35 98:0 /root /point rw shared:1 - type source options`, see proc_pid_mountinfo(5). */
function readMount(line: string): Mount | undefined {
  const [before = '', after = ''] = line.split(' - ');
  const [, , , root, point] = before.split(' ');
  const [type, , options = ''] = after.split(' ');
  if (root === undefined || point === undefined || type === undefined) return undefined;
  return { root: unescapeMount(root), point: unescapeMount(point), type, options: options.split(',') };
}

/** Spaces and the like are written as `\040`. */
function unescapeMount(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

function folderIn(mount: Mount | undefined, version: 1 | 2, path: string): string | undefined {
  if (!mount) return undefined;
  const fits = version === 2 ? mount.type === 'cgroup2' : mount.type === 'cgroup' && mount.options.includes('cpu');
  const root = mount.root.replace(/\/$/, '');
  if (!fits || !(path === root || path.startsWith(`${root}/`))) return undefined;
  return `${mount.point}${path.slice(root.length)}`.replace(/\/$/, '');
}

/** Processors that `cpu.max` allows on average: 1.5 for `150000 100000`; undefined for `max` and what cannot be read. */
export function readCpuMax(text: string): number | undefined {
  const [quota, period] = text.trim().split(/\s+/);
  return quotient(quota, period);
}

/** The same of cgroup v1, whose quota is -1 where there is no limit. */
export function readCfsQuota(quota: string, period: string): number | undefined {
  return quotient(quota.trim(), period.trim());
}

function quotient(quota: string | undefined, period: string | undefined): number | undefined {
  const value = /^\d+$/.test(quota ?? '') && /^\d+$/.test(period ?? '') ? Number(quota) / Number(period) : Number.NaN;
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

/** What the scheduler did to a cgroup with a quota since it was made. */
export interface CpuStat {
  /** Periods in which something wanted to run. */
  readonly periods: number;
  /** Those in which the quota was used up and everything had to wait for the next period. */
  readonly throttled: number;
  /** How long, over all processors. */
  readonly throttledMs: number;
}

/** Reads `cpu.stat`: `throttled_usec` in v2, `throttled_time` in nanoseconds in v1. Undefined where no quota is accounted. */
export function readCpuStat(text: string): CpuStat | undefined {
  const values = new Map(text.split('\n').map((line) => line.trim().split(/\s+/) as [string, string]));
  const number = (name: string): number | undefined => {
    const value = values.get(name);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  };
  const [periods, throttled] = [number('nr_periods'), number('nr_throttled')];
  const [micro, nano] = [number('throttled_usec'), number('throttled_time')];
  if (periods === undefined || throttled === undefined) return undefined;
  return { periods, throttled, throttledMs: micro !== undefined ? micro / 1e3 : (nano ?? 0) / 1e6 };
}
