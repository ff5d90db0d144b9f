import { compareGo } from '../read/go/go-version.ts';

/**
 * The first Go that lowers GOMAXPROCS to the processor quota of its cgroup, and the go line from which it does so by
 * default (runtime/cgroup_linux.go and internal/godebugs of Go 1.25.4 and 1.26.8; measured by the lab gomaxprocs-above-quota).
 */
export const firstGoThatReadsQuota = '1.25';

/** What Go makes of a smaller quota: with one processor the collector and the program would take turns. */
const leastFromQuota = 2;

/** What decides how many goroutines of a program run at once. */
export interface ProcessorLimits {
  /** The Go that built the program, `1.26.8`. For the go command itself: its own version. */
  readonly go: string;
  /** The go line of the main module, which decides GODEBUG settings; left out for the go command itself. */
  readonly goLine?: string;
  /** Logical processors of the affinity mask. */
  readonly processors: number;
  /** Processors that the cgroup may use on average, such as 1.5; undefined: no limit. */
  readonly quota?: number | undefined;
  /** The variable GOMAXPROCS, where it is set. */
  readonly variable?: string | undefined;
}

/** True for a program that looks at the quota of its cgroup when it starts. */
function readsQuota({ go, goLine = go }: Pick<ProcessorLimits, 'go' | 'goLine'>): boolean {
  return compareGo(go, firstGoThatReadsQuota) >= 0 && compareGo(goLine, firstGoThatReadsQuota) >= 0;
}

/** `runtime.GOMAXPROCS(0)` as a program starts: the variable, else the processors, else the quota rounded up, at least 2. */
export function goMaxProcs({ variable, processors, quota, ...program }: ProcessorLimits): number {
  const wanted = /^\+?\d+$/.test(variable ?? '') ? Number(variable) : 0;
  if (wanted > 0) return wanted;
  if (quota === undefined || !readsQuota(program)) return processors;
  return Math.min(processors, Math.max(leastFromQuota, Math.ceil(quota)));
}
