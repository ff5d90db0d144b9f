import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { enoughPeriods } from '../../knowledge/clocks.ts';
import { type CpuStat, findCpuGroup, readCfsQuota, readCpuMax, readCpuStat } from '../../read/system/cgroup.ts';
import { readText } from '../text-file.ts';

/** How much processor time this shell, and what it starts, may have. */
export interface ProcessorTime {
  /** Logical processors of the affinity mask. */
  readonly processors: number;
  /** Processors on average, such as 1.5; undefined: no quota. */
  readonly quota?: number;
  /** The file that says so, and what it says. */
  readonly quotaFile?: string;
  readonly quotaText?: string;
  readonly stat?: CpuStat;
  readonly statFile?: string;
  /** The variable GOMAXPROCS, where it is set. */
  readonly variable?: string;
  /** The variable GODEBUG makes every program read the quota that can. */
  readonly countedByGodebug: boolean;
}

/** The share of periods in which the quota was used up; undefined where there were too few of them to say so. */
export function throttledShare({ stat }: ProcessorTime): number | undefined {
  return stat && stat.periods >= enoughPeriods ? stat.throttled / stat.periods : undefined;
}

/**
 * Quota and throttling of the cgroup that this program runs in, which is that of the shell that started it. Absent where
 * there are no cgroups: every system but Linux.
 */
export const processorTime = defineFact<ProcessorTime>('machine.processor-time', 'machine', (ask) => {
  if (ask.host.platform.os !== 'linux') return absent('no-cgroup');
  const [membership, mounts] = [text(ask, '/proc/self/cgroup'), text(ask, '/proc/self/mountinfo')];
  if (membership.kind !== 'known') return membership;
  if (mounts.kind !== 'known') return mounts;
  const group = findCpuGroup(membership.value, mounts.value);
  if (!group) return absent('no-cgroup');
  const statFile = `${group.folder}/cpu.stat`;
  const stat = readCpuStat(valueIfKnown(text(ask, statFile)) ?? '');
  const variable = ask.host.env('GOMAXPROCS');
  return known({
    processors: ask.host.processors(),
    ...(variable && { variable }),
    countedByGodebug: /(^|,)containermaxprocs=1\b/.test(ask.host.env('GODEBUG') ?? ''),
    ...(group.version === 2 ? quotaOfV2(ask, group.folder) : quotaOfV1(ask, group.folder)),
    ...(stat && { stat, statFile }),
  });
});

type Quota = Pick<ProcessorTime, 'quota' | 'quotaFile' | 'quotaText'>;

function quotaOfV2(ask: Ask, folder: string): Quota {
  const quotaFile = `${folder}/cpu.max`;
  const quotaText = valueIfKnown(text(ask, quotaFile))?.trim() ?? '';
  const quota = readCpuMax(quotaText);
  return quota === undefined ? {} : { quota, quotaFile, quotaText };
}

function quotaOfV1(ask: Ask, folder: string): Quota {
  const quotaFile = `${folder}/cpu.cfs_quota_us`;
  const quotaText = valueIfKnown(text(ask, quotaFile))?.trim() ?? '';
  const period = valueIfKnown(text(ask, `${folder}/cpu.cfs_period_us`)) ?? '';
  const quota = readCfsQuota(quotaText, period);
  return quota === undefined ? {} : { quota, quotaFile, quotaText };
}

/** Files of the kernel are small; nobody mounts a large one there in good faith. */
const kernelFileBytes = 1024 * 1024;

function text(ask: Ask, path: string): Outcome<string> {
  return readText(ask.host, path, kernelFileBytes);
}
