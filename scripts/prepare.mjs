// What a fresh clone lacks, in the order in which it is needed. Plain JavaScript: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Installs the locked packages and builds the program, where that has not been done since the sources changed. */
export function prepare() {
  if (newest(join(root, 'package-lock.json')) > newest(join(root, 'node_modules', '.package-lock.json'))) {
    step('installing the packages of package-lock.json', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  const bundle = join(root, 'dist', 'grpc-doctor.cjs');
  if (newest(join(root, 'src')) > newest(bundle)) {
    step('building dist', process.execPath, [
      join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
      join(root, 'scripts', 'build.ts'),
    ]);
  }
}

/** Runs a command for the user to see; ends the program when it fails. What it prints goes to standard error. */
export function step(title, command, args) {
  process.stderr.write(`grpc-doctor: ${title}\n`);
  const shell = process.platform === 'win32';
  const run = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (run.status === 0) return;
  process.stderr.write(`grpc-doctor: ${command} ${args.join(' ')} failed\n`);
  process.exit(2);
}

/** Time of the newest file at or below a path; 0 where there is none. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
