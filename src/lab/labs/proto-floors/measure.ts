import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { protobufModule } from '../../../knowledge/names.ts';
import { protocPart } from '../../../knowledge/proto-features.ts';
import type { Bench } from '../../kit/bench.ts';
import { PGO, protoc } from '../../kit/catalog.ts';
import { compilerSays, panicOf, requireAndBuild } from '../../kit/go-program.ts';
import { type RunResult, run } from '../../kit/process.ts';
import type { PluginTool } from '../../kit/tools.ts';
import { packageRoot } from '../../paths.ts';
import type { FeatureCell, NameCell } from './cells.ts';

/** What one release really makes of a feature. */
export interface Reality {
  readonly works: boolean;
  readonly fails?: 'generate' | 'build' | 'start' | 'use';
  /** The first line that tells why, with `{file}` for the .proto file. */
  readonly says?: string;
  /** The function that panicked. */
  readonly top?: string;
}

/** The protoc that does not stand in the way of anything. */
const newestProtoc = protoc('36.2');

const generateMs = 60_000;

/** Generates with the release of the cell, everything else being the newest; of a runtime builds and starts a program. */
export async function measureFeature(bench: Bench, cell: FeatureCell, folder: string): Promise<Reality> {
  await cp(join(packageRoot(), 'labs', 'proto-floors'), folder, { recursive: true });
  const { part } = cell.floor;
  const plugin = part === protocPart || part === protobufModule ? PGO : pluginOf(part, cell.version);
  const generated = await generate(bench, cell, plugin, folder);
  if (!generated.works || part !== protobufModule) return generated;
  return buildAndRun(bench, cell.version, folder);
}

function pluginOf(path: string, version: string): PluginTool {
  return { kind: 'plugin', name: path.slice(path.lastIndexOf('/') + 1), package: path, version };
}

async function generate(bench: Bench, cell: FeatureCell, plugin: PluginTool, cwd: string): Promise<Reality> {
  const { feature, part, flag = '' } = cell.floor;
  const compiler = await bench.tools.ensure(part === protocPart ? protoc(cell.version) : newestProtoc);
  const { bin } = await bench.tools.ensure(plugin);
  const word = plugin.name.replace('protoc-gen-', '');
  const file = `pb/${feature}.proto`;
  const options = plugin.package.includes('grpc-gateway')
    ? ['generate_unbound_methods=true']
    : ['paths=source_relative'];
  // Services without annotations are enough for the gateway, and the old plugin knows no option but plugins and paths.
  if (feature === 'opaque') options.push('default_api_level=API_OPAQUE');
  // protoc-gen-go's own options come with its module, the descriptor that they extend with a protoc.
  const roots = feature.endsWith('-open') ? await goFeatures(bench) : [];
  const argv = [
    compiler.bin,
    ...(cell.flag ? [flag] : []),
    `--plugin=${plugin.name}=${bin}`,
    `--${word}_out=.`,
    ...options.map((option) => `--${word}_opt=${option}`),
    '-I.',
    ...roots.map((root) => `-I${root}`),
    file,
  ];
  const result = await run(argv, { cwd, env: {}, timeoutMs: generateMs });
  return result.rc === 0 ? { works: true } : { works: false, fails: 'generate', says: saidBy(result, file) };
}

async function goFeatures(bench: Bench): Promise<readonly string[]> {
  const module = await bench.moduleFolder({ path: protobufModule, version: PGO.version });
  const { bin } = await bench.tools.ensure(newestProtoc);
  return [join(module, 'src'), join(dirname(dirname(bin)), 'include')];
}

/** The first line that is no warning. Go's runtime writes one kind of blank or another after `proto:`, by the build: nobody shall rely on it. */
function saidBy({ stderr, stdout }: RunResult, file: string): string {
  const lines = `${stderr}${stdout}`
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('[libprotobuf WARNING'));
  return (lines[0] ?? '')
    .replaceAll(file, '{file}')
    .replaceAll('\u00a0', ' ')
    .replace(/\s*--[\w-]+_out:\s*$/, '');
}

async function buildAndRun(bench: Bench, runtime: string, cwd: string): Promise<Reality> {
  const built = await requireAndBuild(bench, { [protobufModule]: runtime }, cwd, 'floors');
  if (built.rc !== 0) return { works: false, fails: 'build', says: compilerSays(built) };
  const { rc, stderr, stdout } = await run([join(cwd, 'floors')], { cwd, env: {}, timeoutMs: generateMs });
  if (rc === 0) return { works: true };
  const panic = panicOf(stderr);
  if (!panic) return { works: false, fails: 'use', says: stdout.trim() };
  return { works: false, fails: panic.inMain ? 'use' : 'start', says: panic.says, top: panic.top };
}

/** Whether a release of a runtime has a name: a program with nothing else in it is compiled. */
export async function measureName(bench: Bench, { name, version }: NameCell, folder: string): Promise<Reality> {
  await mkdir(folder, { recursive: true });
  const path = name.module === protobufModule ? `${name.module}/runtime/protoimpl` : `${name.module}/proto`;
  const constant = /PackageIsVersion/.test(name.name);
  const method = name.name.includes('.X.');
  const use = constant ? `const _ = ${name.name}` : method ? `var _ = ${name.name}` : `var _ ${name.name}`;
  await writeFile(join(folder, 'main.go'), `package main\n\nimport "${path}"\n\n${use}\n\nfunc main() {}\n`);
  const built = await requireAndBuild(bench, { [name.module]: version }, folder, 'names');
  return built.rc === 0 ? { works: true } : { works: false, fails: 'build', says: compilerSays(built) };
}

/** Removes what one cell has left. */
export async function sweep(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
