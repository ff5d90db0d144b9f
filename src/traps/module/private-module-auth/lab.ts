import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtDoctor } from '../../../lab/kit/doctor.ts';
import type { BuiltEnvironment } from '../../../lab/kit/environment.ts';
import { outcome } from '../../../lab/kit/environment.ts';
import { listen, type ModuleProxy } from '../../../lab/kit/module-proxy.ts';
import { mustRun, run } from '../../../lab/kit/process.ts';
import { severities } from '../../../lab/kit/proxy-lab.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';
import type { Cell } from '../../../lab/lab.ts';

const trap = 'private-module-auth';
const HOST = 'git.lab.internal';
/** The ending tells go that it is a git repository, so that it asks no page for that. */
const MODULE = `${HOST}/team/api.git`;
const KNOWN_HOST = 'github.com';
const VERSION = 'v1.0.0';
const RUN_MS = 60_000;
const LOGIN = { name: 'ann', word: 'lab-only' };

/** A git repository with one module and one tag, as a web server can hand it out file by file. */
async function makeRepository(folder: string, env: Readonly<Record<string, string>>): Promise<string> {
  const work = join(folder, 'work');
  const bare = join(folder, 'team', 'api');
  await mkdir(work, { recursive: true });
  await writeFile(join(work, 'go.mod'), `module ${MODULE}\n\ngo 1.21\n`);
  await writeFile(join(work, 'api.go'), 'package api\n');
  const fixed = { GIT_AUTHOR_DATE: '2024-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2024-01-01T00:00:00Z' };
  const git = (...args: string[]) =>
    mustRun(['git', '-c', 'user.name=lab', '-c', 'user.email=lab@example.com', ...args], {
      cwd: work,
      env: { ...env, ...fixed },
      timeoutMs: RUN_MS,
    });
  await git('init', '-q');
  await git('add', '.');
  await git('commit', '-q', '-m', 'api');
  await git('tag', VERSION);
  await git('clone', '-q', '--bare', work, bare);
  await git('--git-dir', bare, 'update-server-info');
  return folder;
}

/** Hands the files out to those who log in. What is not there looks the same to those who do not. */
function serveRepository(folder: string): Promise<ModuleProxy> {
  const wanted = `Basic ${Buffer.from(`${LOGIN.name}:${LOGIN.word}`).toString('base64')}`;
  return listen((request, response) => {
    const path = new URL(request.url ?? '/', 'http://git').pathname;
    if (request.headers.authorization !== wanted) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      return;
    }
    readFile(join(folder, path)).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
}

/** Answers as the public proxy does of a module that it may not see, and passes on that the database does not know it either. */
function servePublic(): Promise<ModuleProxy> {
  return listen((request, response) => {
    const supported = request.url?.endsWith('/supported') === true;
    response.writeHead(supported ? 200 : 404, { 'content-type': 'text/plain' });
    response.end(supported ? '' : `not found: ${MODULE}@${VERSION}: unrecognized import path "${HOST}/team/api"`);
  });
}

interface Way {
  readonly settings: Readonly<Record<string, string>>;
  readonly login: boolean;
  readonly module: string;
}

const ways: Readonly<Record<string, Way>> = {
  unnamed: { settings: {}, login: true, module: MODULE },
  named: { settings: { GOPRIVATE: HOST }, login: true, module: MODULE },
  noDatabase: { settings: { GONOSUMDB: HOST }, login: true, module: MODULE },
  noLogin: { settings: { GOPRIVATE: HOST }, login: false, module: MODULE },
  noSuchRepository: { settings: { GOPRIVATE: HOST }, login: false, module: `${HOST}/team/nothing.git` },
  // Of some hosts go knows how they are reached, and does not try the ways one after the other.
  knownHostNoLogin: { settings: { GOPRIVATE: KNOWN_HOST }, login: false, module: `${KNOWN_HOST}/team/api` },
  knownHostNothing: { settings: { GOPRIVATE: KNOWN_HOST }, login: false, module: `${KNOWN_HOST}/team/nothing` },
};

async function fetched(built: BuiltEnvironment): Promise<Record<string, Cell>> {
  if (built.id !== 'public-only') return {};
  const env = { ...built.env, PATH: `${built.env.PATH}:${process.env.PATH}`, GIT_CONFIG_NOSYSTEM: '1' };
  await using git = await serveRepository(await makeRepository(join(built.root, 'git'), env));
  await using proxy = await servePublic();
  const columns: Record<string, Cell> = {};
  for (const [name, way] of Object.entries(ways)) columns[name] = await download(built, env, git.url, proxy.url, way);
  await rm(join(built.root, 'git'), { recursive: true });
  return { ...columns, ...(await mended(built)) };
}

/** What the fix of the doctor writes, and what it says then: without network, and of the origin, which has no name here. */
async function mended(built: BuiltEnvironment): Promise<Record<string, Cell>> {
  const argv = builtDoctor();
  if (argv === null) return {};
  const home = join(built.root, 'mended');
  await mkdir(home);
  const options = { cwd: built.projectDir, env: { ...built.env, HOME: home }, timeoutMs: RUN_MS };
  const check = [...argv, 'check', '--format', 'json', '--only', trap, '.'];
  await run([...argv, 'fix', trap, '--apply', '--dir', '.'], options);
  const written = await run(['go', 'env', 'GOPRIVATE'], options);
  const after = { fixed: written.stdout.trim(), doctorAfter: severities(await run(check, options)) };
  const asked = severities(await run([...check, '--network', '--timeout', '2'], options));
  await rm(home, { recursive: true, maxRetries: 5 });
  return { ...after, doctorAsksOrigin: asked };
}

/** Downloads in a home of its own, in which the host of the module leads to the server on the loopback interface. */
async function download(
  built: BuiltEnvironment,
  base: Readonly<Record<string, string>>,
  git: string,
  proxy: string,
  { settings, login, module }: Way,
): Promise<Cell> {
  const home = join(built.root, 'fetching');
  await cp(built.projectDir, join(home, 'project'), { recursive: true });
  await writeFile(
    join(home, '.gitconfig'),
    `[url "${git}/"]\n\tinsteadOf = https://${HOST}/\n\tinsteadOf = https://${KNOWN_HOST}/\n`,
  );
  if (login) await writeFile(join(home, '.netrc'), `machine 127.0.0.1 login ${LOGIN.name} password ${LOGIN.word}\n`);
  const env = {
    ...base,
    ...settings,
    HOME: home,
    GOPROXY: `${proxy},direct`,
    GOMODCACHE: join(home, 'cache'),
    GOFLAGS: '-modcacherw',
  };
  const argv = ['go', 'mod', 'download', `${module}@${VERSION}`];
  const result = await run(argv, { cwd: join(home, 'project'), env, timeoutMs: RUN_MS });
  const placeholders = [
    { path: home, name: '<home>' },
    { path: git, name: '<git>' },
    { path: proxy, name: '<proxy>' },
    ...built.placeholders,
  ];
  await rm(home, { recursive: true, maxRetries: 5 });
  const { rc, lines } = outcome({ ...built, placeholders }, argv, result, 'last');
  return { rc, lines };
}

async function require(site: Site): Promise<void> {
  await site.edit('src/hello/go.mod', /^go .*$/m, `$&\n\nrequire ${MODULE} ${VERSION}`);
  await site.write('src/hello/api.go', `package main\n\nimport _ "${MODULE}"\n`);
}

export default trapLab({
  trap,
  title: { en: 'A private module', zh: '私有模块' },
  question: {
    en: 'What does go say of a private module, with and without GOPRIVATE, with and without a login?',
    zh: '有无 GOPRIVATE、有无登录方式时，go 对私有模块分别会说什么？',
  },
  environments: [
    broken(
      'public-only',
      trap,
      { en: 'a module of git.lab.internal, default settings', zh: 'git.lab.internal 上的模块，默认设置' },
      { env: { GOPROXY: 'off' }, arrange: require },
    ),
    healthy('no-private-module', { en: 'no private module', zh: '没有私有模块' }, { env: { GOPRIVATE: HOST } }),
  ],
  columns: fetched,
});
