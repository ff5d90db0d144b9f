// Every test on a fresh clone: installs what is missing, the real tools included, then runs all of them.
// Arguments go to the test runner: npm test -- test/read
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root, step } from './prepare.mjs';

prepare();
step(
  'getting the real tools that tests use (Go toolchains, plugins, protoc); the first time takes minutes',
  process.execPath,
  [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(root, 'scripts', 'tools.ts')],
);
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exitCode = run.status ?? 1;
