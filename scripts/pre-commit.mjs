#!/usr/bin/env node
// What .pre-commit-hooks.yaml starts, in the copy that pre-commit keeps of this repository: builds it the first time, then checks
// the project that is about to be committed. pre-commit has put away by now what is not staged.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
const program = join(root, 'dist', 'grpc-doctor.cjs');
const run = spawnSync(process.execPath, [program, 'check', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = run.status ?? 2;
