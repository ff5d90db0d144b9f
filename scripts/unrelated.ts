/**
 * Makes the texts that have nothing to do with any trap (`test/text/unrelated`): ordinary tools of this machine are started on broken
 * inputs, and what they say is kept, with made-up names for folders and hosts. Tools that are not here are left out, and said.
 *
 * Run it by hand, as root and without a network: unshare -n sh -c 'ip link set lo up; npx tsx scripts/unrelated.ts'
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Chance } from '../src/lab/labs/go-verdict-chains/random.ts';
import { shapeOf, type Unrelated } from '../test/support/unrelated.ts';
import { farCommands, nearCommands } from './unrelated/commands.ts';
import { files } from './unrelated/folder.ts';
import { goModFile, goProgram, type Program, programs } from './unrelated/programs.ts';
import { type Snippets, snippets } from './unrelated/snippets.ts';

const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'unrelated-'));
const limitSeconds = 20;
const longest = 800;
/** Of what differs by names and numbers alone. */
const mostOfOneShape = 2;
let port = '0';

const env: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: join(work, 'home'),
  LC_ALL: 'C.UTF-8',
  TERM: 'dumb',
  GOFLAGS: '',
  GOPROXY: 'off',
  GOTOOLCHAIN: 'local',
  GOCACHE: join(work, 'go-cache'),
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_GLOBAL: join(work, 'gitconfig'),
  RUSTUP_HOME: process.env.RUSTUP_HOME ?? join(process.env.HOME ?? '/', '.rustup'),
  CARGO_HOME: process.env.CARGO_HOME ?? join(process.env.HOME ?? '/', '.cargo'),
  NO_COLOR: '1',
};

/** What a line for a shell says when it fails; undefined where it does not, or says nothing. */
function said(line: string, folder: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('timeout', ['-k', '1', `${limitSeconds}`, 'bash', '-c', line], {
      cwd: folder,
      env: { ...env, PORT: port },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: Buffer[] = [];
    const keep = (part: Buffer): void => void (parts.length < 64 && parts.push(part));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => {
      const text = anonymous(Buffer.concat(parts).toString('utf8'));
      resolve(code === 0 && !/error|warning/i.test(text) ? undefined : text || undefined);
    });
  });
}

/** Without the names of this machine, and not longer than what people paste. */
function anonymous(text: string): string {
  const plain = text
    .replaceAll(work, '/src')
    .replace(new RegExp(`\\b${hostname()}\\b`, 'g'), 'box')
    .replaceAll(process.env.HOME ?? '\0', '/home/me')
    .replace(/\/(?:root|home)\/[\w.-]+(?=\/)/g, '/home/me')
    .replace(/\/usr\/local\/\S*?(?=\/(?:bin|src|pkg|lib)\/)/g, '/usr')
    .replace(/\/tmp\/[\w.-]{6,}/g, '/tmp/x')
    .replace(/(https?:\/\/)(?!localhost|127\.)[\w.-]+\.[a-z]{2,}/g, '$1site.example')
    .replace(/\/\S*?(?=\/python3\.\d+\/)/g, '/usr/lib')
    .replace(/\/\S*?(?=\/bin\/python3)/g, '/usr')
    .replaceAll(`:${port}`, ':8000')
    .trim();
  return plain.length <= longest ? plain : plain.slice(0, plain.lastIndexOf('\n', longest) + 1 || longest).trimEnd();
}

class Collection {
  readonly all: Unrelated[] = [];
  readonly #shapes = new Map<string, number>();

  add(tool: string, text: string | undefined): void {
    // A shell that lists its variables says what machine it is on.
    if (!text || text.length < 12 || text.includes('PIPESTATUS')) return;
    const shape = shapeOf(text);
    const count = this.#shapes.get(shape) ?? 0;
    if (count >= mostOfOneShape || this.all.some((one) => one.text === text)) return;
    this.#shapes.set(shape, count + 1);
    this.all.push({ tool, text });
  }
}

/** A copy with one or two faults. */
function broken(source: string, chance: Chance): string {
  const words = source.match(/\w+|\s+|[^\w\s]/g) ?? [];
  for (let faults = chance.is(0.7) ? 1 : 2; faults > 0; faults -= 1) {
    let at = chance.below(words.length);
    while (/^\s+$/.test(words[at] ?? '')) at = chance.below(words.length);
    const word = words[at] ?? '';
    const other = chance.pick(words.filter((one) => /\w/.test(one)));
    const kinds = [
      [],
      [word, word],
      [`${word}x`],
      [other],
      [chance.pick([...'(){}[];,.:"\'=<>&*@#$'])],
      [word, ' ', other],
    ];
    words.splice(at, 1, ...chance.pick(kinds));
  }
  return words.join('');
}

function isHere(tool: string): boolean {
  const here = spawnSync('bash', ['-c', `command -v ${tool}`], { env }).status === 0;
  if (!here) process.stderr.write(`unrelated: ${tool} is not on this machine\n`);
  return here;
}

async function ofProgram({ tool, file, check, source, tries }: Program, into: Collection): Promise<void> {
  const [command = ''] = /(?<=^|\| )(?:[\w.+-]+)(?= [^|]*$)/.exec(check.replace(/ 2>&1.*$/, '')) ?? [];
  if (!isHere(command)) return;
  const chance = new Chance(tries);
  const folder = join(work, 'programs', tool);
  mkdirSync(folder, { recursive: true });
  for (let count = 0; count < tries; count += 1) {
    writeFileSync(join(folder, file), broken(source, chance));
    into.add(tool, await said(check, folder));
  }
}

async function ofCommands(commands: Readonly<Record<string, readonly string[]>>, into: Collection): Promise<void> {
  const folder = join(work, 'sample');
  for (const lines of Object.values(commands)) {
    for (const line of lines) {
      const [tool = ''] = line.split('| ').at(-1)?.split(' ') ?? [];
      into.add(tool, await said(line, folder));
    }
  }
}

/** Packages with a fault, built and vetted, and go.mod files with one. */
async function ofGo(into: Collection): Promise<void> {
  const chance = new Chance(7);
  const folder = join(work, 'stock');
  mkdirSync(folder, { recursive: true });
  for (let count = 0; count < 260; count += 1) {
    writeFileSync(join(folder, 'go.mod'), 'module example.com/stock\n\ngo 1.22.0\n');
    writeFileSync(join(folder, 'stock.go'), broken(goProgram, chance));
    into.add('go', await said(count % 4 === 0 ? 'go vet .' : 'go build .', folder));
  }
  for (let count = 0; count < 60; count += 1) {
    writeFileSync(join(folder, 'go.mod'), broken(goModFile, chance));
    into.add('go', await said('go mod edit -json', folder));
  }
}

async function ofSnippets({ tool, line, codes }: Snippets, into: Collection): Promise<void> {
  if (!isHere(tool)) return;
  const folder = join(work, 'snippets', tool);
  mkdirSync(folder, { recursive: true });
  for (const code of codes) {
    writeFileSync(join(folder, 'code'), code);
    into.add(tool, await said(line, folder));
  }
}

/** Everything that a library can say, one by one. */
async function ofCatalogues(near: Collection, far: Collection): Promise<void> {
  const lines = async (line: string): Promise<string[]> => ((await said(`${line}; false`, work)) ?? '').split('\n');
  const perl = `perl -e 'for (1..133) { $! = $_; print "rsyslogd: cannot open /var/spool/x: $!\\n" unless "$!" =~ /Unknown/ }'`;
  const python = (code: string): string => `python3 -c '${code}'`;
  const reasons = `for n in $(seq 100 420); do openssl errstr 0A000$(printf %03x $n); done | grep -v 'reason('`;
  const curl = `import ctypes, ctypes.util
c = ctypes.CDLL(ctypes.util.find_library("curl") or "libcurl.so.4")
c.curl_easy_strerror.restype = ctypes.c_char_p
for n in range(1, 100): print("curl: (%d) %s" % (n, c.curl_easy_strerror(n).decode()))`;
  const gai = `import ctypes
c = ctypes.CDLL("libc.so.6")
c.gai_strerror.restype = ctypes.c_char_p
for n in range(1, 13): print("telnet: could not resolve box/telnet: " + c.gai_strerror(-n).decode())`;
  for (const text of await cut(perl)) far.add('errno', text);
  for (const text of await cut(python(gai))) far.add('getaddrinfo', text);
  for (const text of await cut(python(curl))) near.add('libcurl', text);
  for (const text of await cut(reasons)) near.add('libssl', text);
  async function cut(line: string): Promise<string[]> {
    const whole: string[] = [];
    // The whole would be cut where a pasted text ends.
    for (const part of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
      whole.push(...(await lines(`(${line}) | awk 'int((NR - 1) / 20) == ${part - 1}'`)));
    return whole.filter((one) => one !== '');
  }
}

/** Pages and heads of web servers. */
async function ofPages(into: Collection): Promise<void> {
  const codes = [
    400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 421, 429, 500, 501, 502, 503, 504,
    505, 507,
  ];
  if (!isHere('nginx')) return;
  const folder = join(work, 'pages');
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const places = codes.map((code) => `location /${code} { return ${code}; }`).join(' ');
  writeFileSync(
    join(folder, 'c'),
    `daemon off; pid pid; error_log logs/e; events {} http { access_log off; server { listen 127.0.0.1:18080; ${places} } }`,
  );
  const nginx = spawn('nginx', ['-p', folder, '-c', 'c'], { env, stdio: 'ignore' });
  await new Promise((done) => setTimeout(done, 700));
  for (const code of codes) {
    into.add('nginx', await said(`curl -si http://127.0.0.1:18080/${code} | grep -v ^Date; false`, work));
    into.add('nginx', await said(`curl -s http://127.0.0.1:18080/${code}; false`, work));
  }
  nginx.kill();
}

function server(): Promise<Server> {
  const listening = createServer((request, response) => {
    if (request.url === '/slow') return;
    if (request.url === '/empty') return void request.socket.destroy();
    if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setTimeout(() => request.socket.destroy(), 50);
      return;
    }
    if (request.url === '/loop') response.writeHead(302, { location: '/loop' });
    else response.writeHead({ '/nothere': 404, '/teapot': 418, '/broken': 500 }[request.url ?? ''] ?? 200);
    response.end('text of a page\n');
  });
  return new Promise((done) => listening.listen(0, '127.0.0.1', () => done(listening)));
}

function plantSample(): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(work, 'sample', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  mkdirSync(join(work, 'home'), { recursive: true });
  writeFileSync(join(work, 'gitconfig'), '[user]\nname = Me\nemail = me@example.com\n[init]\ndefaultBranch = main\n');
  const set = [
    'git init -q . && git add go.mod ok && git commit -qm first && git tag v1 && git checkout -qb side && echo side > f && git add f && git commit -qm side',
    'git checkout -q main && echo main > f && git add f && git commit -qm main',
    'tar cf ok.tar ok && tar czf all.tar.gz ok && head -c 60 all.tar.gz > cut.tar.gz && cp cut.tar.gz cut.gz && zip -qr all.zip ok && head -c 90 all.zip > cut.zip',
  ];
  spawnSync('bash', ['-c', set.join(' && ')], { cwd: join(work, 'sample'), env, stdio: 'inherit' });
}

function write(name: string, { all }: Collection): void {
  const tools = new Set(all.map(({ tool }) => tool));
  const shapes = new Set(all.map(({ text }) => shapeOf(text)));
  console.log(`${name}: ${all.length} texts, ${tools.size} tools, ${shapes.size} shapes`);
  const folder = join(root, 'test/text/unrelated');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.jsonl`), all.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

const listening = await server();
port = String((listening.address() as AddressInfo).port);
try {
  plantSample();
  const near = new Collection();
  const far = new Collection();
  await ofCatalogues(near, far);
  await ofCommands(nearCommands, near);
  await ofCommands(farCommands, far);
  await ofPages(far);
  for (const one of snippets) await ofSnippets(one, far);
  await Promise.all([
    ofGo(near),
    programs.reduce((before, one) => before.then(() => ofProgram(one, far)), Promise.resolve()),
  ]);
  write('near', near);
  write('far', far);
} finally {
  listening.close();
  spawnSync('chmod', ['-R', 'u+w', work]);
  rmSync(work, { recursive: true, force: true });
}
