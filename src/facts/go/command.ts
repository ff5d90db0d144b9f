import type { Ask } from '../../core/fact.ts';
import type { ExecResult, ReadHost } from '../../core/host.ts';
import { known, type Outcome, unknown, valueIfKnown } from '../../core/outcome.ts';
import { limits } from '../limits.ts';
import { goOnPath, type ToolFile } from '../tools/path.ts';
import { goSettings } from './settings.ts';

/** A go command that ran to its end. */
export interface GoRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface GoCall {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly scratch?: Readonly<Record<string, string>>;
  /** For what takes longer than a question. */
  readonly timeoutMs?: number;
}

/** The go on PATH; unknown where there is none, for what is asked of it or foretold of it. */
export async function presentGo(ask: Ask): Promise<Outcome<ToolFile>> {
  const go = await ask.get(goOnPath);
  return go.kind === 'absent' ? { kind: 'unknown', reason: go.reason } : go;
}

/**
 * Runs the user's go so that it downloads nothing and writes nothing: no proxy, no direct origin, no checksum database, no
 * changes of go.mod or go.sum, and no telemetry counters (their folder follows the user's configuration folder, which is
 * pointed at nothing while GOENV keeps its place).
 */
export async function runGo(ask: Ask, call: GoCall): Promise<Outcome<GoRun>> {
  const go = await presentGo(ask);
  if (go.kind !== 'known') return go;
  const timeoutMs = call.timeoutMs ?? ask.options.timeoutMs;
  const result = await ask.host.exec([go.value.path, ...call.args], {
    cwd: call.cwd,
    env: { ...(await quietEnvironment(ask)), ...call.env },
    ...(call.scratch && { scratch: call.scratch }),
    timeoutMs,
  });
  return outcomeOf(result, ['go', ...call.args].join(' '), timeoutMs);
}

async function quietEnvironment(ask: Ask): Promise<Record<string, string | undefined>> {
  const goenvFile = valueIfKnown(await ask.get(goSettings))?.goenvFile;
  const nowhere = ask.host.platform.os === 'windows' ? 'NUL' : '/dev/null';
  return {
    GO111MODULE: 'on',
    GOENV: goenvFile && isModest(ask.host, goenvFile) ? goenvFile : 'off',
    ...managerEnvironment(ask.host),
    ...(ask.host.platform.os === 'windows' ? { AppData: nowhere } : { XDG_CONFIG_HOME: nowhere }),
  };
}

/**
 * The shim of mise downloads a Go that is not there, unless it is told not to (measured with 2026.9.15). Its configuration
 * stays where it is, although the folder above it is pointed at nothing.
 */
function managerEnvironment(host: ReadHost): Record<string, string> {
  const home = host.env('HOME');
  const folder = host.env('XDG_CONFIG_HOME') || (home && host.path.join(home, '.config'));
  const config = host.env('MISE_CONFIG_DIR') || (folder && host.path.join(folder, 'mise'));
  return { MISE_AUTO_INSTALL: '0', MISE_OFFLINE: '1', ...(config && { MISE_CONFIG_DIR: config }) };
}

/** The go command reads a GOENV file to its end, and a device has none. A file that is not there yet is no trouble. */
function isModest(host: ReadHost, path: string): boolean {
  const state = host.stat(path);
  return !state || (state.kind === 'file' && state.size <= limits.textBytes);
}

/** Settings that keep a go command from every network and from every file of the user. */
export const offline = {
  GOPROXY: 'off',
  GONOPROXY: 'none',
  GOSUMDB: 'off',
  GOVCS: '*:off',
  GOFLAGS: '-mod=readonly',
} as const;

function outcomeOf(result: ExecResult, command: string, timeoutMs: number): Outcome<GoRun> {
  if (result.kind === 'exited') return known(result);
  if (result.kind === 'timeout') return unknown('command-timeout', { command, seconds: timeoutMs / 1000 });
  return unknown(`command-${result.kind}`, { command });
}
