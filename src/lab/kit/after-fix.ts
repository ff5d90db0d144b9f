import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Cell } from '../lab.ts';
import { askDoctor, builtDoctor } from './doctor.ts';
import { type BuiltEnvironment, measureTruth } from './environment.ts';
import { run } from './process.ts';

const FIX_MS = 120_000;

/**
 * What `grpc-doctor fix TRAP --apply` makes of an environment: the errors that are left, and whether protoc and the build then
 * succeed. Home folder and project are put back afterwards. Null while the doctor is not built.
 *
 * @param unsafe the fixes that are not safe are applied too.
 */
export async function afterFix(built: BuiltEnvironment, trap: string, unsafe = false): Promise<Cell> {
  const doctor = builtDoctor();
  if (doctor === null) return null;
  const touched = [join(built.root, 'home', '.config'), join(built.root, 'src')];
  const kept = (folder: string): string => join(built.root, `kept-${basename(folder)}`);
  for (const folder of touched.filter(existsSync)) await cp(folder, kept(folder), { recursive: true });
  const rc = await applyFix(built, trap, doctor, unsafe);
  const left = await askDoctor(built, { doctor });
  const { truth } = await measureTruth(built);
  for (const folder of touched) {
    await rm(folder, { recursive: true, force: true });
    if (existsSync(kept(folder))) await rename(kept(folder), folder);
  }
  return { rc, errors: left?.errors ?? null, truth };
}

/**
 * The same for a fix that changes the command of the Makefile: what the doctor still says, the command as it stands there then,
 * and its exit code.
 */
export async function commandAfterFix(built: BuiltEnvironment, trap: string): Promise<Cell> {
  const doctor = builtDoctor();
  if (doctor === null) return null;
  const kept = join(built.root, 'kept-src');
  await cp(join(built.root, 'src'), kept, { recursive: true });
  const rc = await applyFix(built, trap, doctor, false);
  const left = await askDoctor(built, { doctor });
  const makefile = await readFile(join(built.projectDir, 'Makefile'), 'utf8');
  const command = /^\t(.*)$/m.exec(makefile)?.[1] ?? '';
  const made = await run(command.split(' '), { cwd: built.projectDir, env: built.env, timeoutMs: FIX_MS });
  await rm(join(built.root, 'src'), { recursive: true });
  await rename(kept, join(built.root, 'src'));
  return { rc, errors: left?.errors ?? null, command, commandRc: made.rc };
}

async function applyFix(
  built: BuiltEnvironment,
  trap: string,
  doctor: readonly string[],
  unsafe: boolean,
): Promise<number> {
  const flags = ['--apply', ...(unsafe ? ['--unsafe'] : [])];
  const argv = [...built.prefix, ...doctor, 'fix', trap, ...flags, '--dir', built.checkDir];
  const { rc } = await run(argv, { cwd: built.checkDir, env: built.env, timeoutMs: FIX_MS });
  return rc;
}
