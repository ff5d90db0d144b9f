/** What the benchmarks measure with: CPU time and memory of commands. */
import { spawnSync } from 'node:child_process';

/** What a command used. */
export interface Cost {
  /** Milliseconds of CPU, the median of the runs. */
  readonly cpu: number;
  /** Peak resident memory in MB, the highest of the runs. */
  readonly memory: number;
  /** Milliseconds from start to end, the median of the runs. */
  readonly wall: number;
}

/** Runs a command several times under a small Python program, which alone can ask the system for what its children used. */
const meter = `
import json, os, resource, subprocess, sys, time
runs = []
for _ in range(int(sys.argv[1])):
    began = time.monotonic()
    pid = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(pid.pid, 0)
    if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) > 125: sys.exit(f'ended with {status}')
    runs.append([(used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024, (time.monotonic() - began) * 1000])
print(json.dumps(runs))
`;

/** The cost of a command. */
export function cost(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv, runs = 15): Cost {
  const result = spawnSync('python3', ['-c', meter, String(runs), ...argv], { cwd, env, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${argv.join(' ')}: ${result.stderr}`);
  const measured = JSON.parse(result.stdout) as [number, number, number][];
  const memory = Math.max(...measured.map(([, most]) => most));
  return { cpu: median(measured.map(([ms]) => ms)), memory, wall: median(measured.map(([, , ms]) => ms)) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Prints a figure beside its goal, which it may not exceed; false where it is missed. */
export function row(what: string, measured: number, goal: number, unit: string): boolean {
  const digits = unit === '' || goal < 1 ? 2 : 0;
  const figure = (value: number): string => `${value.toFixed(digits)}${unit && ` ${unit}`}`;
  return told(measured <= goal, what, figure(measured), figure(goal));
}

/** The same for a count that has to be reached. */
export function atLeast(what: string, count: number, goal: number): boolean {
  return told(count >= goal, what, `${count}`, `at least ${Math.ceil(goal)}`);
}

function told(met: boolean, what: string, measured: string, goal: string): boolean {
  console.log(`${met ? 'met   ' : 'MISSED'}  ${what}: ${measured} (goal ${goal})`);
  return met;
}
