import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packageRoot } from '../paths.ts';
import { GO } from './catalog.ts';
import { whereIs } from './offline.ts';
import { mustRun } from './process.ts';
import type { Site } from './site.ts';
import type { Special } from './trap-lab.ts';

/** A project with a Dockerfile. */
export interface ImageSpec {
  /** What follows `COPY . .`: the command that builds, and the last stage. */
  readonly dockerfile: string;
  /** Files of the project, by relative path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folder of the project below `src`; default `hello`. */
  readonly folder?: string;
}

/**
 * An environment with a Dockerfile. Its build is that of the image, and the start of a container: images cannot be pulled where the
 * labs run, so `labs/image/run.mjs` does by hand what the Dockerfile says, and starts the program in a folder as its root.
 */
export function image({ dockerfile, files = {}, folder = 'hello' }: ImageSpec, more: Special = {}): Special {
  return {
    ...more,
    build: ['in-image'],
    arrange: async (site) => {
      await more.arrange?.(site);
      const head = 'FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\n';
      await site.write(`src/${folder}/Dockerfile`, dockerfile.startsWith('FROM') ? dockerfile : `${head}${dockerfile}`);
      for (const [name, text] of Object.entries(files)) await site.write(`src/${folder}/${name}`, text);
      await furnishBases(site);
      await cp(site.at('pki'), site.at('src', folder, 'pki'), { recursive: true });
      const script = join(packageRoot(), 'labs', 'image', 'run.mjs');
      const words = [process.execPath, script, site.at('bases'), await whereIs('unshare'), await whereIs('chroot')];
      await site.write('usr/bin/in-image', `#!/bin/sh\nexec ${words.map((word) => `'${word}'`).join(' ')}\n`);
      await mustRun(['chmod', '+x', site.at('usr/bin/in-image')], {
        cwd: site.root,
        env: { PATH: process.env.PATH ?? '' },
        timeoutMs: 10_000,
      });
    },
  };
}

/** What the base images bring: the certificates are those of an authority of the lab, which has signed the server in `pki`. */
async function furnishBases(site: Site): Promise<void> {
  await mkdir(site.at('pki'));
  await site.bench.go(['run', join(packageRoot(), 'labs', 'runtime-files', 'main.go'), 'make-ca'], site.at('pki'));
  const { bin } = await site.bench.tools.ensure(GO);
  const zones = join(dirname(dirname(bin)), 'lib', 'time', 'zoneinfo.zip');
  for (const base of ['golang', 'complete']) {
    for (const folder of ['etc/ssl/certs', 'usr/local/go/lib/time', 'tmp'])
      await mkdir(site.at('bases', base, folder), { recursive: true });
    await cp(site.at('pki/ca.pem'), site.at('bases', base, 'etc/ssl/certs/ca-certificates.crt'));
    await cp(zones, site.at('bases', base, 'usr/local/go/lib/time/zoneinfo.zip'));
    await writeFile(site.at('bases', base, 'etc/passwd'), 'root:x:0:0:root:/root:/sbin/nologin\n');
  }
}
