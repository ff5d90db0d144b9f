import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../../../lab/kit/bench.ts';
import { GRPC } from '../../../lab/kit/catalog.ts';
import { type BuiltEnvironment, outcome } from '../../../lab/kit/environment.ts';
import { packModule, serveModules, servePage } from '../../../lab/kit/module-proxy.ts';
import { run } from '../../../lab/kit/process.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';
import type { Cell } from '../../../lab/lab.ts';

const trap = 'checksum-mismatch';
const VERSION = 'v1.85.0';
const RUN_MS = 60_000;

/** A module with symbolic links, and the hashes of its go.sum lines: of Go before 1.11.4, and of the checksum database. */
const LINKED = { path: 'github.com/grpc-ecosystem/go-grpc-middleware', version: 'v1.0.0' };
const OLD_HASH = 'h1:BWIsLfhgKhV5g/oF34aRjniBHLTZe5DNekSjbAjIS6c=';
const PUBLISHED_HASH = 'h1:Iju5GlWwrvL6UBg4zJJt3btmonfrMlCDdsejg4CZE7c=';
const GO_MOD_HASH = 'h1:FiyG127CGDf3tlThmgyCl78X/SZQqEOJBCDaAfeWzPs=';

/** Requires and imports the module, with this hash in go.sum. */
async function useLinked(site: Site, hash: string): Promise<void> {
  const { path, version } = LINKED;
  await site.bench.moduleFolder(LINKED);
  await site.edit('src/hello/go.mod', /^go .*$/m, `$&\n\nrequire ${path} ${version}`);
  await site.edit('src/hello/go.sum', /^/, `${path} ${version} ${hash}\n${path} ${version}/go.mod ${GO_MOD_HASH}\n`);
  await site.write('src/hello/linked.go', `package main\n\nimport _ "${path}"\n`);
}

/** What go says with an empty module cache when a proxy serves other bytes than were published, and a page of a login. */
async function served(built: BuiltEnvironment, bench: Bench): Promise<Record<string, Cell>> {
  if (built.id !== 'published-hash') return {};
  const original = await bench.moduleFolder({ path: GRPC, version: VERSION });
  const changed = await packModule(GRPC, VERSION, original, (name, content) =>
    name === 'version.go' ? Buffer.concat([content, Buffer.from('\n// changed\n')]) : content,
  );
  await using proxy = await serveModules([changed], join(bench.folders.modCache, 'cache', 'download'));
  await using portal = await servePage('<html><body>Please log in</body></html>');
  return { otherBytes: await download(built, proxy.url), loginPage: await download(built, portal.url) };
}

async function download(built: BuiltEnvironment, proxy: string): Promise<Cell> {
  const cwd = join(built.root, 'served');
  const modCache = join(built.root, 'served-cache');
  await cp(built.projectDir, cwd, { recursive: true });
  const argv = ['go', 'mod', 'download', `${GRPC}@${VERSION}`];
  const env = { ...built.env, GOPROXY: proxy, GOMODCACHE: modCache, GOFLAGS: '-modcacherw' };
  const result = await run(argv, { cwd, env, timeoutMs: RUN_MS });
  await rm(cwd, { recursive: true });
  await rm(modCache, { recursive: true, force: true });
  const placeholders = [{ path: cwd, name: '<src>' }, { path: proxy, name: '<proxy>' }, ...built.placeholders];
  const { rc, lines } = outcome({ ...built, placeholders }, argv, result, 'first');
  return { rc, lines };
}

const MARKS = '<<<<<<< HEAD\n=======\n>>>>>>> feature\n';

export default trapLab({
  trap,
  title: { en: 'go.sum and the download do not match', zh: 'go.sum 与下载内容不符' },
  question: {
    en: 'What does go say to a hash that no current Go computes, to a merged go.sum, to other bytes and to a login page?',
    zh: '遇到现在的 Go 算不出的哈希、合并后的 go.sum、被换掉的内容和登录页面时，go 会说什么？',
  },
  article: ['2.3.checksum-risk'],
  environments: [
    broken(
      'old-hash',
      trap,
      { en: 'a hash that Go before 1.11.4 wrote', zh: 'Go 1.11.4 之前写下的哈希' },
      { arrange: (site) => useLinked(site, OLD_HASH) },
    ),
    broken(
      'merge-marks',
      trap,
      { en: 'the marks of a merge in go.sum', zh: 'go.sum 里的合并标记' },
      { arrange: (site) => site.edit('src/hello/go.sum', /^/, MARKS) },
    ),
    healthy(
      'published-hash',
      { en: 'the hash of the checksum database', zh: '校验和数据库的哈希' },
      { arrange: (site) => useLinked(site, PUBLISHED_HASH) },
    ),
  ],
  columns: served,
});
