import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { grpcClientDoes } from '../../knowledge/grpc-client.ts';
import { packageRoot } from '../paths.ts';
import type { Bench } from './bench.ts';
import { GO, GRPC } from './catalog.ts';
import { mustRun } from './process.ts';

// The whole programs of labs/tls-programs, which the explanations show.

/** The releases of grpc-go that they are written for. */
export const programReleases = ['1.50.1', '1.60.1', '1.85.0'] as const;
export type ProgramRelease = (typeof programReleases)[number];

const buildMs = 10 * 60_000;

/** Compiles all programs of one release, those that it can; gives the path of one by its name without `-dial`. */
export async function buildTlsPrograms(
  bench: Bench,
  release: ProgramRelease,
  work: string,
): Promise<(name: string) => string> {
  const source = join(packageRoot(), 'labs/tls-programs');
  const folder = join(work, `tls-programs-${release}`);
  // Clients have two forms.
  const suffix = grpcClientDoes('new-client', release) ? '' : '-dial';
  const names = (await readdir(source)).filter((name) => name.endsWith('-server') || name.endsWith(`-client${suffix}`));
  await mkdir(join(folder, 'bin'), { recursive: true });
  for (const name of names) await cp(join(source, name), join(folder, name), { recursive: true });
  // Both forms of this client are one program but for its main.
  await cp(join(source, 'typed-client/watch.go'), join(folder, `typed-client${suffix}`, 'watch.go'));
  const module = ['module example.com/tls-programs', '', 'go 1.26', '', `require ${GRPC} v${release}`, ''];
  await writeFile(join(folder, 'go.mod'), module.join('\n'));
  const go = await bench.tools.ensure(GO);
  const env = {
    ...(await bench.tools.goEnvironment(go, bench.folders.modCache)),
    GOFLAGS: '-mod=mod -modcacherw',
  };
  bench.progress(`building tls-programs: grpc ${release}`);
  const target = `${join(folder, 'bin')}/`;
  const options = { cwd: folder, env, timeoutMs: buildMs };
  await mustRun([go.bin, 'vet', ...names.map((name) => `./${name}`)], options);
  await mustRun([go.bin, 'build', '-trimpath', '-o', target, ...names.map((name) => `./${name}`)], options);
  return (name) => join(folder, 'bin', name.endsWith('-client') ? `${name}${suffix}` : name);
}
