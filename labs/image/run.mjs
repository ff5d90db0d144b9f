/**
 * Does by hand what a container engine does with the Dockerfiles of the labs, where there is none: the first stage builds with the
 * go on PATH, the last one is put together in a folder, and its ENTRYPOINT runs with that folder as its root.
 *
 * node run.mjs BASES UNSHARE CHROOT: `BASES/golang` has what the image of the first stage brings, `BASES/complete` what
 * distroless brings; scratch is empty. USER is looked up by the program `find-user` on PATH, as Docker does it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [bases, unshare, chroot] = process.argv.slice(2);
const work = join(process.cwd(), '..', 'image');
rmSync(work, { recursive: true, force: true });
const instructions = readFileSync('Dockerfile', 'utf8')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .map((line) => /^\s*([A-Za-z]+)\s+(.*?)\s*$/.exec(line))
  .filter((match) => match !== null)
  .map(([, keyword, rest]) => [keyword.toUpperCase(), rest]);

const stages = new Map();
let stage;
for (const [keyword, rest] of instructions) {
  if (keyword === 'FROM') begin(rest);
  else if (keyword === 'WORKDIR') enter(rest);
  else if (keyword === 'ENV') for (const [, name, value] of rest.matchAll(/(\w+)=(\S+)/g)) stage.env[name] = value;
  else if (keyword === 'COPY') copy(rest);
  else if (keyword === 'RUN') build(rest);
  else if (keyword === 'USER') stage.user = rest;
  else if (keyword === 'ENTRYPOINT') stage.start = JSON.parse(rest);
}
start();

function begin(rest) {
  const [, image, , name = String(stages.size)] = /^(\S+)(\s+AS\s+(\S+))?$/i.exec(rest);
  const root = join(work, name);
  mkdirSync(root, { recursive: true });
  const base = image.startsWith('golang') ? 'golang' : image.startsWith('gcr.io/distroless/') ? 'complete' : undefined;
  if (base) cpSync(join(bases, base), root, { recursive: true });
  stage = { root, folder: '/', env: {}, image };
  stages.set(name, stage);
}

function enter(folder) {
  stage.folder = folder;
  mkdirSync(join(stage.root, folder), { recursive: true });
}

function copy(rest) {
  const from = /^--from=(\S+)\s+/.exec(rest);
  const words = rest.slice(from?.[0].length ?? 0).split(/\s+/);
  const last = words.pop();
  const target = join(stage.root, last.startsWith('/') ? '' : stage.folder, last);
  for (const word of words) {
    const source = from ? join(stages.get(from[1]).root, word) : word;
    if (!existsSync(source)) end(1, `COPY: ${word}: not found`);
    const into = words.length > 1 || rest.endsWith('/');
    mkdirSync(dirname(target), { recursive: true });
    cpSync(source, into ? join(target, word.split('/').at(-1)) : target, { recursive: true });
  }
}

/** The paths of the image become those of its folder. */
function build(command) {
  const written = command.replaceAll(/ -o \//g, ` -o ${stage.root}/`);
  mkdirSync(join(stage.root, 'bin'), { recursive: true });
  const env = { ...process.env, ...stage.env };
  const { status } = spawnSync('sh', ['-c', written], { cwd: join(stage.root, stage.folder), env, stdio: 'inherit' });
  if (status !== 0) end(status ?? 1);
}

/** A container has HOME and PATH of its own accord. */
function start() {
  if (stage.user !== undefined) find(stage.user);
  const env = { HOME: '/', PATH: '/usr/local/bin:/usr/bin:/bin', ...stage.env };
  const argv = ['--map-root-user', '--', chroot, stage.root, ...stage.start];
  end(spawnSync(unshare, argv, { env, stdio: 'inherit' }).status ?? 1);
}

function find(user) {
  const { status } = spawnSync('find-user', [user, join(stage.root, 'etc/passwd'), join(stage.root, 'etc/group')], {
    stdio: 'inherit',
  });
  if (status !== 0) end(status ?? 1);
}

function end(code, text) {
  if (text) console.error(text);
  rmSync(work, { recursive: true, force: true });
  process.exit(code);
}
