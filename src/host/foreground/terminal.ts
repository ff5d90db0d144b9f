import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { isatty } from 'node:tty';

/**
 * True where this program has the terminal to itself: all three streams are it, and it is not in the background, where whoever
 * changes the settings of a terminal is stopped.
 */
export function hasTerminal(): boolean {
  return [0, 1, 2].every((descriptor) => isatty(descriptor)) && isForeground() !== false;
}

/** True where Ctrl-C reaches every process that was started from here, and not this one alone. */
export function keysReachAll(): boolean {
  return isForeground() ?? [0, 1, 2].some((descriptor) => isatty(descriptor));
}

/** Undefined where the system does not tell. */
function isForeground(): boolean | undefined {
  try {
    // pid (name) state ppid pgrp session tty_nr tpgid
    const text = fs.readFileSync('/proc/self/stat', 'utf8');
    const [, , group, , terminal, foreground] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return terminal !== '0' && group === foreground;
  } catch {
    return undefined;
  }
}

/**
 * Words that run a command on a terminal of its own, of the same size, which is copied to ours: `script` of util-linux, which is
 * on nearly every Linux. Node cannot open such a terminal, and a library for it is a native module. `keys` is a pipe that gets what
 * is typed. Undefined where this `script` is not there, or is older than 2.35.
 */
export function onOwnTerminal(argv: readonly string[], keys: string): readonly string[] | undefined {
  const help = spawnSync('script', ['--help'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).stdout ?? '';
  if (!help.includes('--log-in') || !help.includes('--return')) return undefined;
  return [
    'script',
    '-q',
    '-e',
    '-f',
    '-I',
    keys,
    '-O',
    '/dev/null',
    '-c',
    `${shellOfUser()}exec ${argv.map(quoted).join(' ')}`,
  ];
}

/** `script` starts the command by $SHELL, which is set to a shell that is known; the command gets the user's own again. */
function shellOfUser(): string {
  const own = process.env.SHELL;
  return own === undefined ? 'unset SHELL; ' : `export SHELL=${quoted(own)}; `;
}

/** For `script`, beside the environment of the command. */
export const knownShell = { SHELL: '/bin/sh' };

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
