import { readdir, readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { zip } from './zip.ts';

/** One version of a module, as a module proxy serves it. */
export interface PublishedModule {
  readonly path: string;
  readonly version: string;
  readonly goMod: string;
  readonly zip: Buffer;
}

/** A module proxy on the loopback interface. Close it when done. */
export interface ModuleProxy extends AsyncDisposable {
  /** What GOPROXY is set to. */
  readonly url: string;
}

/** Packs the files under `dir` as `path@version`; `change` may rewrite a file by its slash-separated name. */
export async function packModule(
  path: string,
  version: string,
  dir: string,
  change: (name: string, content: Buffer) => Buffer = (_, content) => content,
): Promise<PublishedModule> {
  const entries: { name: string; content: Buffer }[] = [];
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const name = relative(dir, file).replaceAll('\\', '/');
    entries.push({ name: `${path}@${version}/${name}`, content: change(name, await readFile(file)) });
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const goMod = change('go.mod', await readFile(join(dir, 'go.mod'))).toString('utf8');
  return { path, version, goMod, zip: zip(entries) };
}

/**
 * Serves modules at 127.0.0.1 by the GOPROXY protocol. What is not among them comes from `downloads`, the download folder
 * of a module cache, if given; paths with one of the endings are answered with an empty 200, and everything else is 404, so that a
 * list of proxies goes on.
 */
export async function serveModules(
  modules: readonly PublishedModule[],
  downloads?: string,
  empty: readonly string[] = [],
): Promise<ModuleProxy> {
  const files = new Map(modules.flatMap(proxyFiles));
  return listen((request, response) => {
    const path = new URL(request.url ?? '/', 'http://proxy').pathname;
    const answer = (body: string | Buffer | undefined) =>
      response.writeHead(body === undefined ? 404 : 200).end(body ?? 'not found');
    const own = empty.some((ending) => path.endsWith(ending)) ? '' : files.get(path);
    if (own !== undefined || downloads === undefined) answer(own);
    else readFile(join(downloads, path)).then(answer, () => answer(undefined));
  });
}

/** Answers every question with the same page and 200, as the login page of a network does. */
export function servePage(html: string): Promise<ModuleProxy> {
  return listen((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
}

/** An HTTP server on the loopback interface, at a port of its own. */
export async function listen(answer: RequestListener, server: Server = createServer()): Promise<ModuleProxy> {
  server.on('request', answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function proxyFiles(module: PublishedModule): [string, string | Buffer][] {
  const base = `/${module.path}/@v`;
  // A fixed date: go records it in the cache, and a lab must give the same bytes on every run.
  const info = JSON.stringify({ Version: module.version, Time: '2020-01-01T00:00:00Z' });
  return [
    [`${base}/list`, `${module.version}\n`],
    [`${base}/${module.version}.info`, info],
    [`${base}/${module.version}.mod`, module.goMod],
    [`${base}/${module.version}.zip`, module.zip],
  ];
}
