// The main job on a fresh clone: installs and builds what is missing, then runs the program.
// Without arguments it looks at a small broken project, so that a newcomer sees what there is to see.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
const given = process.argv.slice(2);
const args = given.length > 0 ? given : ['check', join('examples', 'broken-hello'), '--fail-on', 'never'];
const cwd = given.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root;
const run = spawnSync(process.execPath, [join(root, 'dist', 'grpc-doctor.cjs'), ...args], { stdio: 'inherit', cwd });
process.exitCode = run.status ?? 2;
